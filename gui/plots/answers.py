"""The answers of the network: the picture that suits the data, and its name."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.answers import AnswerKind, answer_kind
from core.snapshot import Snapshot
from gui.plots.base import SnapshotPlot
from gui.plots.decision import DecisionPlot
from gui.selection import Selection


class AnswerPlots(QStackedWidget):
    """One of three plots: the plane, the fit, the mistakes; made when they are first seen.

    The window title is the name of what is shown; a dock takes it over.
    """

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane = DecisionPlot(selection)
        self._plots: dict[AnswerKind, SnapshotPlot] = {"plane": self.plane}
        self.addWidget(self.plane)
        self._kind: AnswerKind = "plane"
        self._predicts_values = False
        self._name()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run at a step."""
        kind = answer_kind(snapshot.dataset)
        predicts_values = snapshot.dataset.task == "regression"
        if (kind, predicts_values) != (self._kind, self._predicts_values):
            self._kind, self._predicts_values = kind, predicts_values
            self._name()
        if kind not in self._plots:
            if snapshot.decision is None:
                return  # nobody looks
            self._plots[kind] = _made(kind)
            self.addWidget(self._plots[kind])
        self.setCurrentWidget(self._plots[kind])
        self._plots[kind].show_snapshot(snapshot)

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _name(self) -> None:
        if self._predicts_values:
            self.setWindowTitle(self.tr("Fit"))
        else:
            plane = self._kind == "plane"
            self.setWindowTitle(self.tr("Decision") if plane else self.tr("Mistakes"))


def _made(kind: AnswerKind) -> SnapshotPlot:
    """Return a new plot; its module is read only now."""
    if kind == "fit":
        from gui.plots.fit import FitPlot

        return FitPlot()
    from gui.plots.mistakes import MistakesPlot

    return MistakesPlot()
