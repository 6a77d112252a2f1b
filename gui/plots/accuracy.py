"""The accuracy against time: how often the answer is the right class."""

import numpy as np
import pyqtgraph as pg

from core.snapshot import FloatArray, History
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas
from gui.plots.curve import Curve
from gui.plots.pens import pen, run_pen, test_pen

TOP = 104.0  # percent: a line along 100 is seen whole


class AccuracyLines(Canvas):
    """Train and test accuracy in percent, always from 0 to 100.

    Parameters
    ----------
    sample : str
        The widest number of the plot above, so that both stand in line.
    """

    def __init__(self, sample: str) -> None:
        super().__init__(Axis("bottom", ticks.counting), Axis("left", ticks.linear, sample))
        self.train, self.test = Curve(), Curve()
        self.start = pg.ScatterPlotItem(size=8)
        self.cursor = pg.InfiniteLine(angle=90)
        self.add(self.cursor, self.test, self.train, self.start)
        self.x.setGrid(255)
        self.y.setGrid(255)

    def show_history(self, history: History, steps: tuple[float, float]) -> None:
        """Show the run so far, over these steps."""
        self.set_range(steps, (0.0, TOP))
        self.train.set_points(history.steps, _percent(history.train_accuracy))
        self.test.set_points(history.steps, _percent(history.test_accuracy))
        self.start.setVisible(len(history.steps) == 1)
        self.start.setData(history.steps[:1], _percent(history.train_accuracy[:1]))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.train.set_pen(run_pen(0))
        self.test.set_pen(test_pen())
        self.start.setBrush(run_pen(0).color())
        self.start.setPen(None)
        self.cursor.setPen(pen("quiet", width=1))
        super().restyle()


def _percent(shares: FloatArray) -> FloatArray:
    return np.multiply(shares, 100.0)
