"""The real program on a screen, driven with mouse and keyboard, read like a screen reader."""

import re
import subprocess
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tests.e2e.accessibility import Gone, Node, Reader
from tests.e2e.screen import Screen

T = TypeVar("T")

PATIENCE = 60.0  # seconds until something that should happen is said not to happen
LOOK_AGAIN = 0.05
STILL = 10  # looks without a difference make a still picture


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
        """Start the program and wait until the keyboard goes to its window."""
        program = cls(screen, reader, screen.start_program(*arguments))
        program.wait_for_window("InitLab")
        return program

    def find(self, object_name: str) -> Node:
        """Wait until the widget of this objectName is on the screen, and return it."""
        return self.wait_for(lambda: self.look(object_name), f"{object_name} on the screen")

    def text(self, object_name: str) -> str:
        """Return what a widget says."""
        return self.find(object_name).name

    def says(self, part: str) -> bool:
        """Say whether this is written anywhere in the program's windows."""
        nodes = (node for application in self._applications() for node in application.descendants())
        return any(part in node.name for node in nodes)

    def wait_for_text(self, object_name: str, part: str) -> None:
        """Wait until a widget says this."""
        self.wait_for(lambda: part in self.text(object_name), f"{object_name} saying {part!r}")

    def wait_for_window(self, title: str) -> None:
        """Wait until the window that the keyboard goes to has this in its title."""
        self.wait_for(lambda: self._has_window(title), f"active window {title!r}")

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

    def wait_for_still_picture(
        self, other_than: NDArray[np.uint32] | None = None
    ) -> NDArray[np.uint32]:
        """Wait until the screen no longer changes, and return its picture."""
        pictures = [self.screen.picture()]

        def still() -> bool:
            pictures.append(self.screen.picture())
            same = all(np.array_equal(pictures[-1], old) for old in pictures[-STILL:])
            fresh = other_than is None or not np.array_equal(pictures[-1], other_than)
            return len(pictures) > STILL and same and fresh

        self.wait_for(still, "still picture")
        return pictures[-1]

    def close(self) -> None:
        """Close the window as the window manager does, and wait until the program is gone."""
        self.press("alt+F4")
        if self.process is not None:
            assert self.process.wait(PATIENCE) == 0
        else:
            self.wait_for(lambda: not self._applications(), "end of the program")

    def complaints(self) -> str:
        """Return what is on stderr, and the log if it holds a warning or an error."""
        log = self.screen.home / "data" / "InitLab" / "InitLab" / "log" / "initlab.log"
        text = log.read_text(encoding="utf-8")
        bad = re.search(r" (WARNING|ERROR|CRITICAL) ", text)
        return self.screen.output() + (text if bad else "")

    def _pass_time(self) -> None:
        """Let a moment pass, unless the program has died."""
        try:
            waited_for = self.process or self.screen.window_manager
            code = waited_for.wait(LOOK_AGAIN)
        except subprocess.TimeoutExpired:
            return
        raise AssertionError(f"it ended with code {code}: {self.screen.output()}")

    def look(self, object_name: str) -> Node | None:
        """Return the widget of this objectName if it is on the screen now."""
        for application in self._applications():
            for node in application.descendants():
                if node.id == object_name and node.showing:
                    return node
        return None

    def _applications(self) -> list[Node]:
        return [node for node in self._reader.applications() if node.name == "InitLab"]

    def _has_window(self, title: str) -> bool:
        windows = (window for node in self._applications() for window in node.children())
        return any(title in window.name and window.active for window in windows)

    def _item(self, combo_name: str, text: str) -> Node | None:
        for node in self.find(combo_name).descendants():
            if node.role == "list item" and node.name == text and node.showing:
                return node
        return None
