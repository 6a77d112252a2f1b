"""What is read out of runs at one step: train and test of one alone, else one entry for each."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.snapshot import History, Snapshot
from gui import numbers
from gui.plots.entry import Entry
from gui.plots.pens import run_pen, test_pen
from gui.plots.readout import Readout
from gui.plots.run_lines import line_of, record_at

A_LINE = 3  # runs beside each other
NOTHING = "\N{EN DASH}"  # where a run has no record


class RunReadouts:
    """A readout for up to three runs; of more, two in smaller type below it in its column."""

    def __init__(self, readout: Readout, column: QVBoxLayout) -> None:
        self._readout = readout
        self._two = Readout("caption"), Readout("caption")
        # One widget, which comes and goes as a whole: to show two means to lay out twice, the
        # first time without the other, and to draw and be back here before that is done.
        self._below = QWidget()
        lines = QVBoxLayout(self._below)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(column.spacing())
        for line in self._two:
            lines.addWidget(line)
        column.insertWidget(column.indexOf(readout) + 1, self._below)
        self._below.hide()

    @property
    def text(self) -> str:
        """All that is read out."""
        return self._readout.text

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        for line in self._two:
            line.restyle()

    def show_runs(
        self, runs: Sequence[Snapshot], step: float, on_test: bool, accuracy: bool
    ) -> None:
        """Give the losses of runs at a step, and the accuracies if asked for."""
        text = QCoreApplication.translate("LossPlot", "step {step}")
        of_step = Entry(text.format(step=numbers.whole(int(step))))
        if len(runs) == 1:
            entries = _alone(runs[0].history, step, accuracy)
        else:
            entries = [_of_run(run, step, on_test, accuracy) for run in runs]
        self._readout.show_entries(*entries, of_step)
        self._two[0].show_entries(*entries[:A_LINE], of_step)
        self._two[1].show_entries(*entries[A_LINE:])
        many = len(entries) > A_LINE
        self._readout.setVisible(not many)
        self._below.setVisible(many)


def _alone(history: History, step: float, accuracy: bool) -> list[Entry]:
    train = QCoreApplication.translate("LossPlot", "train {loss}")
    test = QCoreApplication.translate("LossPlot", "test {loss}")
    return [
        Entry(train.format(loss=_value(history, step, False, accuracy)), run_pen(0)),
        Entry(test.format(loss=_value(history, step, True, accuracy)), test_pen()),
    ]


def _of_run(run: Snapshot, step: float, on_test: bool, accuracy: bool) -> Entry:
    """Return the entry of one run of several."""
    diverged = QCoreApplication.translate("LossPlot", "{letter} diverged")
    text = diverged if step > run.step else "{letter} {loss}"
    value = _value(run.history, step, on_test, accuracy)
    return Entry(text.format(letter=run.letter, loss=value), run_pen(run.place))


def _value(history: History, step: float, on_test: bool, accuracy: bool) -> str:
    """Return the loss at a step, and the accuracy; nothing, where none was recorded."""
    record = record_at(history, step)
    if record is None:
        return NOTHING
    loss = numbers.figure(line_of(history, "loss", on_test).heights[record])
    if not accuracy:
        return loss
    text = QCoreApplication.translate("LossPlot", "{loss}, {percent} %")
    percent = 100 * line_of(history, "accuracy", on_test).heights[record]
    return text.format(loss=loss, percent=numbers.figure(percent))
