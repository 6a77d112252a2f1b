"""One run of those compared: its letter, network, gradients and loss, below each other."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.snapshot import Snapshot
from gui import numbers
from gui.diagram.miniature import Miniature
from gui.plots.entry import Entry
from gui.plots.gradient_strip import GradientStrip
from gui.plots.pens import run_pen
from gui.plots.readout import Readout


class RunColumn:
    """The widgets of one run, for a table with runs as columns."""

    def __init__(self, parent: QWidget) -> None:
        self.heading = Readout(parent=parent)
        self.loss, self.test_loss = Readout("caption", parent), Readout("caption", parent)
        self.network, self.gradients = Miniature(parent), GradientStrip(parent)

    def show_snapshot(self, run: Snapshot, present: bool, end: float) -> None:
        """Show a run, its gradients on an axis of steps from 0 to `end`."""
        letter = run.letter
        name = QCoreApplication.translate("RunColumn", "{letter} now") if present else "{letter}"
        self.heading.show_entries(Entry(name.format(letter=letter), run_pen(run.place)))
        self.network.setAccessibleName(
            QCoreApplication.translate("RunColumn", "Network of run {letter}").format(letter=letter)
        )
        self.gradients.setAccessibleName(
            QCoreApplication.translate("RunColumn", "Gradients of run {letter}").format(
                letter=letter
            )
        )
        self.network.show_snapshot(run)
        self.gradients.show_snapshot(run, end)
        train, test = _losses(run)
        self.loss.show_entries(Entry(train))
        self.test_loss.show_entries(Entry(test))

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        for readout in (self.heading, self.loss, self.test_loss):
            readout.restyle()


def _losses(run: Snapshot) -> tuple[str, str]:
    """Return the losses of a run; once it has diverged, where."""
    if run.divergence is not None:
        step = numbers.whole(run.divergence.step)
        return QCoreApplication.translate("RunColumn", "diverged at step {step}").format(
            step=step
        ), ""
    return numbers.figure(run.measurement.train_loss), numbers.figure(run.measurement.test_loss)
