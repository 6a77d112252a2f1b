"""What a lesson does again and again: read the step, save a file, go about in the diagram."""

import json
import re
from pathlib import Path
from typing import Any

from tests.e2e.program import Program


def step(program: Program) -> int:
    """Return the step that the run bar counts."""
    return int(re.sub(r"\D", "", program.text("stepLabel")))


def units(experiment: dict[str, Any]) -> list[int]:
    """Return the sizes of the layers."""
    return [layer["units"] for layer in experiment["layers"]]


def save_as(program: Program, file: Path) -> dict[str, Any]:
    """Save under a new name through the dialog, and return what is in the file."""
    program.press("ctrl+shift+s")
    program.wait_for_window("Save the experiment")
    program.screen.xdotool("key", "--clearmodifiers", "ctrl+a")
    program.screen.xdotool("type", "--delay", "10", str(file))
    program.press("Return")
    program.wait_for(lambda: file.exists() and file.stat().st_size, f"{file.name} on the disk")
    program.wait_for_window("- InitLab")  # the dialog is gone: keys go to the window again
    return json.loads(file.read_bytes())


def enter_diagram(program: Program) -> None:
    """Give the diagram the keyboard; an edge under the click would open its weight."""
    x, y, _, _ = program.find("diagramView").rectangle
    program.screen.click(x + 4, y + 4)
    program.press("Home")


def column_of(program: Program) -> tuple[int, int, int, int]:
    """Return the place of the number of neurons in the focused header.

    It becomes a field when a digit is typed; that tells where it stands.
    """
    program.press("9")
    place = program.find("unitsEditor").rectangle
    program.press("Escape")
    return place
