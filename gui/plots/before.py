"""The place of the plot of step 0: empty until somebody looks."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.snapshot import Snapshot


class StepZero(QWidget):
    """Makes its plot for the first snapshot that knows step 0: they do while it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show step 0 of a run, if the snapshot knows it."""
        if snapshot.initial_diagnostics is None:
            return
        if self._column.isEmpty():
            self._make()
        self.plot.show_snapshot(snapshot)

    def _make(self) -> None:
        from gui.plots.step_zero import StepZeroPlot

        self.plot = StepZeroPlot()
        self._column.addWidget(self.plot)
