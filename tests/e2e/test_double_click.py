"""A double click on an experiment or on the launcher in a real file manager opens the window."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.e2e.accessibility import Reader
from tests.e2e.program import Program
from tests.e2e.screen import Screen

pytestmark = pytest.mark.e2e

EXAMPLE = Path(__file__).resolve().parents[1] / "data" / "he_on_circles.initlab"


def changed_place(before: NDArray[np.uint32], after: NDArray[np.uint32]) -> tuple[int, int] | None:
    """Return the middle of the topmost thing that differs between two pictures."""
    changed = before != after
    rows = np.flatnonzero(changed.any(axis=1))
    if rows.size == 0:
        return None
    below = np.flatnonzero(np.diff(rows) > 1)
    band = rows[: below[0] + 1] if below.size else rows
    columns = np.flatnonzero(changed[band].any(axis=0))
    return int(columns.mean()), int(band.mean())


def double_click(program: Program, file: Path, name: str) -> None:
    """Put a file into a folder that the file manager shows, and double-click it there."""
    screen = program.screen
    folder = screen.home / "lessons"
    folder.mkdir()
    settings = screen.home / "config" / "libfm" / "libfm.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text("[config]\nquick_exec=1\n", encoding="utf-8")  # launchers: do not ask
    screen.start("pcmanfm", "--no-desktop", str(folder))
    screen.xdotool("search", "--sync", "--onlyvisible", "--name", "lessons", "windowactivate")
    empty = program.wait_for_still_picture()
    shutil.copy(file, folder / name)
    full = program.wait_for_still_picture(other_than=empty)
    icon = changed_place(empty, full)
    assert icon is not None
    screen.click(*icon, times=2)


def test_a_double_click_on_an_experiment_opens_it(screen: Screen, reader: Reader):
    assert screen.start_program("--install-desktop").wait(60) == 0
    program = Program(screen, reader, None)
    double_click(program, EXAMPLE, "lesson one.initlab")
    program.wait_for_window("lesson one.initlab")
    program.find("diagramView")
    program.close()
    assert program.complaints() == ""


def test_a_double_click_on_the_launcher_opens_the_window(screen: Screen, reader: Reader):
    assert screen.start_program("--install-desktop").wait(60) == 0
    program = Program(screen, reader, None)
    launcher = screen.home / "data" / "applications" / "initlab.desktop"
    double_click(program, launcher, "initlab.desktop")
    program.wait_for_window("Untitled")
    program.find("diagramView")
    program.close()
    assert program.complaints() == ""


def test_a_double_click_on_a_broken_file_says_what_is_wrong(screen: Screen, reader: Reader):
    file = screen.home / "broken.initlab"
    file.write_text("{", encoding="utf-8")
    process = screen.start_program("--dialogs", str(file))
    program = Program(screen, reader, process)

    program.wait_for(lambda: program.says("not JSON"), "a message that says what is wrong")
    program.press("Return")

    assert process.wait(60) == 2
