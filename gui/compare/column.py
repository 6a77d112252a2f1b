"""One run of those compared: its letter, numbers, network and gradients, below each other."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.snapshot import Snapshot
from gui import numbers
from gui.diagram.miniature import Miniature
from gui.diagram.target import Target
from gui.plots.entry import Entry
from gui.plots.gradient_strip import GradientStrip
from gui.plots.pens import run_pen
from gui.plots.readout import Readout
from gui.plots.run_lines import record_at

NOTHING = "\N{EN DASH}"  # where a run has no such neuron, or no record of the step


class RunColumn:
    """The widgets of one run, for a table with runs as columns."""

    def __init__(self, parent: QWidget) -> None:
        self.heading = Readout(parent=parent)
        self.loss, self.test_loss = Readout("caption", parent), Readout("caption", parent)
        self.number = Readout("caption", parent)
        self.network, self.gradients = Miniature(parent), GradientStrip(parent)

    def show_snapshot(self, run: Snapshot, present: bool) -> None:
        """Show a run's letter and network as they are now."""
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

    def read(self, run: Snapshot, step: float, target: Target) -> None:
        """Give the numbers of a run at a step: its losses, and what is pointed at."""
        train, test = _losses(run, step)
        self.loss.show_entries(Entry(train))
        self.test_loss.show_entries(Entry(test))
        self.number.show_entries(Entry(_number(run, step, target)))
        self.network.show_mark(target)

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        for readout in (self.heading, self.loss, self.test_loss, self.number):
            readout.restyle()


def _losses(run: Snapshot, step: float) -> tuple[str, str]:
    """Return the losses of a run at a step; beyond its divergence, where that was."""
    if step > run.step and run.divergence is not None:
        text = QCoreApplication.translate("RunColumn", "diverged at step {step}")
        return text.format(step=numbers.whole(run.divergence.step)), ""
    record = record_at(run.history, step)
    if record is None:
        return NOTHING, NOTHING
    train, test = run.history.train_loss[record], run.history.test_loss[record]
    return numbers.figure(train), numbers.figure(test)


def _number(run: Snapshot, step: float, target: Target) -> str:
    """Return a neuron's |gradient| at a step, a weight as it is now, else the largest gradient."""
    if target.part == "edge":
        return _weight(run, target)
    record = record_at(run.history, step)
    norms = run.history.gradient_norms[:, record or 0]
    if target.part == "neuron":
        row = _row(run, target)
        return NOTHING if record is None or row is None else numbers.figure(norms[row])
    return NOTHING if record is None else numbers.figure(norms.max())


def _weight(run: Snapshot, target: Target) -> str:
    weights = run.weights[target.layer - 1] if target.layer <= len(run.weights) else None
    if weights is None or target.index >= len(weights) or target.source >= weights.shape[1]:
        return NOTHING
    return numbers.figure(weights[target.index, target.source])


def _row(run: Snapshot, target: Target) -> int | None:
    """Return where a neuron stands among all neurons of a run, if it is there."""
    sizes = [len(norms) for norms in run.gradient_norms]
    if not 1 <= target.layer <= len(sizes) or target.index >= sizes[target.layer - 1]:
        return None
    return sum(sizes[: target.layer - 1]) + target.index
