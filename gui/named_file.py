"""The file named on the command line: read while the window shows already.

If it can't be opened, the window closes and the program ends with that one line.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.problem import Problem
from gui.files import Afresh, current, read_afresh
from gui.reader import Reader

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class NamedFile(QObject):
    """Reads one file for one window; `problem` is what it met."""

    def __init__(self, window: "MainWindow", path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self.problem: Problem | None = None
        reader = Reader(self)
        reader.done.connect(self._on_read)
        reader.refused.connect(self._on_refused)
        reader.start(lambda: read_afresh(path))

    @Slot(object)
    def _on_read(self, afresh: Afresh) -> None:
        self._window.files.keep_unsaved()  # whoever was quicker than a long table
        self._window.document.open(current(afresh), self._path)

    @Slot(object)
    def _on_refused(self, problem: Problem) -> None:
        self.problem = problem
        self._window.close()
