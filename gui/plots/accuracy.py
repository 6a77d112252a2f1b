"""The accuracy against time: how often the answer is the right class."""

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg

from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas
from gui.plots.pens import pen
from gui.plots.run_lines import Line, RunLines

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
        self.cursor = pg.InfiniteLine(angle=90)
        self.add(self.cursor)
        self.lines = RunLines(self)
        self.x.setGrid(255)
        self.y.setGrid(255)

    def show_lines(
        self, present: int, lines: Mapping[int, Line], test: Line | None, steps: tuple[float, float]
    ) -> None:
        """Show the shares of right answers of runs so far, over these steps."""
        self.set_range(steps, (0.0, TOP))
        in_percent = {number: _percent(line) for number, line in lines.items()}
        self.lines.show(present, in_percent, test and _percent(test))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.lines.restyle()
        self.cursor.setPen(pen("quiet", width=1))
        super().restyle()


def _percent(line: Line) -> Line:
    return Line(line.steps, np.multiply(line.heights, 100.0))
