"""A part of the window that is made only when it is first seen."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.experiment import Experiment
from core.snapshot import Snapshot
from gui.panel import Panel

if TYPE_CHECKING:
    from gui.plots.base import SnapshotPlot


class SnapshotPanel(Panel):
    """A panel that follows the document, or the run, or both."""

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a network. Never emits."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run at a step. Never emits."""

    def leave(self) -> None:
        """Know that it is covered or closed now."""


class Lazy(QWidget):
    """Stands where a part will be, and shows it the newest snapshot while it is seen.

    Parameters
    ----------
    make : function
        Imports and returns the part.
    name : str
        The part's objectName, which stands here until there is the part.
    modules : sequence of str, optional
        What the part needs and takes long to import: one a turn of the event loop, so that
        no frame is late.

    Signals
    -------
    made(QWidget)
        There is the part.
    """

    made = Signal(QWidget)

    def __init__(
        self,
        make: "Callable[[], SnapshotPanel | SnapshotPlot]",
        name: str,
        modules: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, objectName=name)
        self._make = make
        self._modules = list(modules)
        self._part: SnapshotPanel | SnapshotPlot | None = None
        self._seen = False
        self._experiment: Experiment | None = None
        self._snapshot: Snapshot | None = None
        self._longest: Snapshot | None = None  # the newest one that stood at the end of its run
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def set_seen(self, seen: bool) -> None:
        """Make the part at the first time; show what came meanwhile."""
        self._seen = seen
        if seen and self._part is None:
            self._go_on()
        if seen and self._part is not None and self._longest is not None:
            self._part.show_snapshot(self._longest)  # for who shows what is still to come
        if not seen and isinstance(self._part, SnapshotPanel):
            self._part.leave()
        self._show()

    def _go_on(self) -> None:
        """Import what is missing; then make the part."""
        if self._modules:
            import_module(self._modules.pop(0))
            QTimer.singleShot(0, self, self._go_on)
        elif self._part is None:
            self.setObjectName("")
            self._part = self._make()
            self._layout.addWidget(self._part)
            self._part.show()  # at once; the layout would do it a moment later
            self.made.emit(self._part)
            self._show_experiment()
            self._show()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a network, as soon as there is the part."""
        self._experiment = experiment
        self._show_experiment()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run at a step, to whoever looks."""
        self._snapshot = snapshot
        if snapshot.now == snapshot.reached:
            self._longest = snapshot
        self._show()

    def _show_experiment(self) -> None:
        if self._experiment is not None and isinstance(self._part, SnapshotPanel):
            self._part.show_experiment(self._experiment)

    def _show(self) -> None:
        if self._seen and self._part is not None and self._snapshot is not None:
            self._part.show_snapshot(self._snapshot)
