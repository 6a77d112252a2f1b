"""Bookmarks: steps of the run worth coming back to, each with a short text or none.

They belong to the run, not to the experiment: another run has other steps. So no
file keeps them, and they go when the weights are drawn anew. A rewind leaves them; a
live change drops those of the steps that it undoes. Where a run diverges, the
present one or one that is compared with it, one is set by itself.
"""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from core.ending import Ending
from core.snapshot import Snapshot


class Bookmark(Struct, frozen=True):
    """A text, perhaps empty; `breaks`: the letters of the runs that could not go on there."""

    text: str = ""
    breaks: str = ""


NONE = Bookmark()


class Bookmarks(QObject):
    """The bookmarks of the present run, by step.

    Attributes
    ----------
    several : bool
        Whether runs are compared, so that it matters which one broke.

    Signals
    -------
    changed()
    step_requested(int)
        Go to a bookmark.
    """

    changed = Signal()
    step_requested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks: dict[int, Bookmark] = {}
        self.step = 0
        self.several = False
        self._run = 0
        self._endings: dict[str, Ending | None] = {}

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Stand at a step; forget what is no longer ahead or behind."""
        marks = dict(self.marks) if snapshot.run == self._run else {}
        endings = {run.letter: run.ending for run in snapshot.runs}
        if snapshot.run != self._run or endings != self._endings:
            marks = _with_endings(marks, endings)
        self._run, self.step, self._endings = snapshot.run, snapshot.now, endings
        if self.several != bool(snapshot.beside):
            self.several = bool(snapshot.beside)
            self.changed.emit()
        self._set({step: mark for step, mark in marks.items() if step <= snapshot.reached})

    def toggle(self) -> None:
        """Set a bookmark at the present step, or take the one there away."""
        marks = dict(self.marks)
        if marks.pop(self.step, None) is None:
            marks[self.step] = Bookmark()
        self._set(marks)

    def name(self, step: int, text: str) -> None:
        """Give a step a bookmark with this text."""
        breaks = self.marks.get(step, NONE).breaks
        self._set({**self.marks, step: Bookmark(text.strip(), breaks)})

    def clear(self) -> None:
        """Take all away."""
        self._set({})

    def go_back(self) -> None:
        """Go to the last bookmark before the present step."""
        self._go(max((step for step in self.marks if step < self.step), default=None))

    def go_on(self) -> None:
        """Go to the first bookmark after the present step."""
        self._go(min((step for step in self.marks if step > self.step), default=None))

    def _go(self, step: int | None) -> None:
        if step is not None:
            self.step = step  # so that the next press goes further, however fast it comes
            self.step_requested.emit(step)

    def _set(self, marks: dict[int, Bookmark]) -> None:
        if marks != self.marks:
            self.marks = dict(sorted(marks.items()))
            self.changed.emit()


def _with_endings(
    marks: Mapping[int, Bookmark], endings: Mapping[str, Ending | None]
) -> dict[int, Bookmark]:
    """Return the marks with others where runs break, by letter."""
    result = {step: Bookmark(mark.text) for step, mark in marks.items() if not mark.breaks}
    for letter, ending in endings.items():
        if ending is not None:
            step = ending.divergence.step
            letters = result.get(step, NONE).breaks + letter
            result[step] = Bookmark(marks.get(step, NONE).text, letters)
    return result
