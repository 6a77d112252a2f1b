"""A view of a sweep's results: what curves and map have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.outcomes import Outcome
from gui.panel import Panel
from gui.plots.canvas import Canvas
from gui.plots.entry import Entry
from gui.plots.sweep.places import Place


class SweepView(Panel):
    """Canvases over sigma that share a pointer.

    Signals
    -------
    pointed()
        Exact values are asked for.
    chosen(float)
        A click, or Return, at this sigma.
    """

    pointed = Signal()
    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvases: list[Canvas] = []

    def listen_to(self, *canvases: Canvas) -> None:
        """Let the user point and choose in these; the first says what is said in place of data."""
        self._canvases += canvases
        for canvas in canvases:
            canvas.pointed.connect(self.pointed)
            canvas.chosen.connect(self._on_chosen)

    @property
    def pointer(self) -> QPointF | None:
        """Where the user points, in whichever canvas."""
        pointers = (canvas.pointer for canvas in self._canvases)
        return next((pointer for pointer in pointers if pointer is not None), None)

    def show_outcomes(
        self,
        outcomes: Sequence[Outcome],
        sigmas: Sequence[float],
        places: tuple[Place, ...],
        depth: int | None = None,
    ) -> None:
        """Show what is found so far, on the axes of all sigmas and depths."""
        raise NotImplementedError

    def pointed_outcome(self) -> Outcome | None:
        """Return what is found at the pointer, and put the cursors there."""
        raise NotImplementedError

    def entries(self, outcome: Outcome) -> list[Entry]:
        """Return the exact values of a point."""
        raise NotImplementedError

    def set_message(self, message: str) -> None:
        """Say something in place of data."""
        self._canvases[0].set_message(message)

    @Slot()
    def _on_chosen(self) -> None:
        if self.pointer is not None:
            self.chosen.emit(float(f"{10 ** self.pointer.x():.3g}"))
