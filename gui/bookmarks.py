"""Bookmarks: steps of the run worth coming back to, each with a short text or none.

They belong to the run, not to the experiment: another run has other steps. So no
file keeps them, and they go when the weights are drawn anew. A rewind leaves them; a
live change drops those of the steps that it undoes. Where a run diverges one is
set by itself.
"""

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from core.ending import Ending
from core.snapshot import Snapshot


class Bookmark(Struct, frozen=True):
    """A text, perhaps empty; `breaks`: the run could not go on there."""

    text: str = ""
    breaks: bool = False


class Bookmarks(QObject):
    """The bookmarks of the present run, by step.

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
        self._run = 0
        self._ending: Ending | None = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Stand at a step; forget what is no longer ahead or behind."""
        marks = dict(self.marks) if snapshot.run == self._run else {}
        self._run, self.step = snapshot.run, snapshot.now
        if snapshot.ending is not self._ending:
            self._ending = snapshot.ending
            marks = {step: mark for step, mark in marks.items() if not mark.breaks}
            if snapshot.ending is not None:
                end = snapshot.ending.divergence.step
                marks[end] = Bookmark(marks.get(end, Bookmark()).text, breaks=True)
        self._set({step: mark for step, mark in marks.items() if step <= snapshot.reached})

    def toggle(self) -> None:
        """Set a bookmark at the present step, or take the one there away."""
        marks = dict(self.marks)
        if marks.pop(self.step, None) is None:
            marks[self.step] = Bookmark()
        self._set(marks)

    def name(self, step: int, text: str) -> None:
        """Give a step a bookmark with this text."""
        breaks = self.marks.get(step, Bookmark()).breaks
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
