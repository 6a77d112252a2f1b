"""The real program on a screen, driven with mouse and keyboard, read like a screen reader."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.e2e.accessibility import Gone, Node, Reader
from tests.e2e.screen import Screen

T = TypeVar("T")

PROGRAM = Path(__file__).resolve().parents[2] / "main.py"
PATIENCE = 30.0  # seconds until something that should happen is said not to happen
LOOK_AGAIN = 0.05


class Program:
    """`python main.py` in a process of its own.

    Parameters
    ----------
    process : Popen or None
        None if somebody else started it, a file manager say.
    """

    def __init__(self, screen: Screen, reader: Reader, process: "subprocess.Popen[str] | None"):
        self.screen = screen
        self._reader = reader
        self.process = process

    @classmethod
    def start(cls, screen: Screen, reader: Reader, *arguments: str) -> "Program":
        """Start the program and wait for its window."""
        process = screen.start(sys.executable, "-W", "error", str(PROGRAM), *arguments)
        program = cls(screen, reader, process)
        program.find("mainWindow")
        return program

    def find(self, object_name: str) -> Node:
        """Wait until the widget of this objectName is on the screen, and return it."""
        return self.wait_for(lambda: self._look(object_name), f"{object_name} on the screen")

    def text(self, object_name: str) -> str:
        """Return what a widget says."""
        return self.find(object_name).name

    def wait_for_text(self, object_name: str, part: str) -> None:
        """Wait until a widget says this."""
        self.wait_for(lambda: part in self.text(object_name), f"{object_name} saying {part!r}")

    def click(self, object_name: str) -> None:
        """Click in the middle of a widget."""
        self.screen.click(*self.find(object_name).center)

    def press(self, *keys: str) -> None:
        """Press keys or chords one after another, as in `ctrl+s`."""
        self.screen.xdotool("key", "--delay", "40", *keys)

    def choose(self, combo_name: str, text: str) -> None:
        """Open a combo box with the mouse and click one of its texts."""
        self.click(combo_name)
        item = self.wait_for(lambda: self._item(combo_name, text), f"{text!r} in {combo_name}")
        self.screen.click(*item.center)

    def wait_for(self, condition: Callable[[], T | None], what: str) -> T:
        """Look again and again until the condition gives something; fail if it never does."""
        for _ in range(round(PATIENCE / LOOK_AGAIN)):
            try:
                found = condition()
            except Gone:
                found = None
            if found:
                return found
            self._pass_time()
        raise AssertionError(f"no {what} after {PATIENCE:.0f} s: {self.screen.output()}")

    def close(self) -> int:
        """Close the window as the window manager does, and return the exit code."""
        assert self.process is not None
        self.press("alt+F4")
        return self.process.wait(PATIENCE)

    def _pass_time(self) -> None:
        """Let a moment pass, unless the program has died."""
        try:
            waited_for = self.process or self.screen.window_manager
            code = waited_for.wait(LOOK_AGAIN)
        except subprocess.TimeoutExpired:
            return
        raise AssertionError(f"it ended with code {code}: {self.screen.output()}")

    def _look(self, object_name: str) -> Node | None:
        for application in self._reader.applications():
            if application.name == "InitLab":
                for node in application.descendants():
                    if node.id == object_name and node.showing:
                        return node
        return None

    def _item(self, combo_name: str, text: str) -> Node | None:
        for node in self.find(combo_name).descendants():
            if node.role == "list item" and node.name == text and node.showing:
                return node
        return None
