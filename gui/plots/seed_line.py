"""The line that tells of an ensemble: how far it is, then its bands in numbers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui import numbers, theme
from gui.icons import icon
from gui.panel import Panel
from gui.plots.band import Traced, median_pen
from gui.plots.entry import Entry
from gui.plots.readout import Readout


class SeedLine(Panel):
    """Hidden while there is no ensemble.

    Signals
    -------
    close_requested()
        Cancel it, or take it away.
    """

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readout = Readout()
        self.button = QToolButton(objectName="closeEnsembleButton", autoRaise=True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.close_requested)
        self._goal = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.readout, 1)
        row.addWidget(self.button)
        self.hide()
        self.retranslate()
        self.restyle()

    @property
    def text(self) -> str:
        """All that is said."""
        return self.readout.text

    def show_goal(self, steps: int) -> None:
        """Count up to this many steps from now on; 0: it is over."""
        self._goal = steps
        self.retranslate()

    def show_traced(self, traced: Traced | None, step: float | None) -> None:
        """Give the bands at a step, else the newest, or how far the ensemble is."""
        self.setVisible(traced is not None)
        if traced is None:
            return
        runs, last = numbers.whole(traced.runs), traced.steps[-1] if traced.steps else 0
        if self._goal and step is None:
            text = self.tr("{runs} seeds: step {step} of {goal}")
            goal = numbers.whole(self._goal)
            self.readout.show_entries(
                Entry(text.format(runs=runs, step=numbers.whole(last), goal=goal))
            )
        elif traced.steps:
            self._show_bands(traced, runs, last if step is None else step)

    def _show_bands(self, traced: Traced, runs: str, step: float) -> None:
        nearest, (p10, median, p90) = traced.at(step)
        low, high = numbers.figure(p10), numbers.figure(p90)
        seeds = self.tr("{runs} seeds").format(runs=runs)
        entries = [
            Entry(self.tr("median {loss}").format(loss=numbers.figure(median))),
            Entry(self.tr("10–90 %: {low}–{high}").format(low=low, high=high)),
            Entry(self.tr("step {step}").format(step=numbers.whole(nearest))),
        ]
        if traced.stale:
            entries.insert(0, Entry(self.tr("before the last change")))
        self.readout.show_entries(Entry(seeds, median_pen(traced.stale)), *entries)

    def retranslate(self) -> None:
        """Say what the button does."""
        tip = self.tr("Cancel the ensemble") if self._goal else self.tr("Remove the ensemble")
        self.button.setToolTip(tip)
        self.button.setAccessibleName(tip)

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.readout.restyle()
        self.button.setIcon(icon("x", "quiet"))
