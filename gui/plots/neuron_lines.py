"""A line for each chosen neuron: log10 of its gradient against time."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyqtgraph as pg

from core.snapshot import FloatArray
from gui import theme
from gui.plots import magnitude, ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas
from gui.plots.column_image import column_edges
from gui.plots.curve import Curve
from gui.plots.pens import pen, run_pen
from gui.plots.ticks import Tick
from gui.selection import MAX_LINES

ZERO_PLACE = theme.MAGNITUDE_LOW - 2  # an exact zero has no log10: below all others
MARGIN = 0.5  # decades, so that no line lies on the frame


class NeuronLines(Canvas):
    """At most six lines, always on the scale of the heat map."""

    def __init__(self, sample: str) -> None:
        y = Axis("left", _decades_and_zero, sample)
        y.room = 1.2
        super().__init__(Axis("bottom", ticks.counting), y)
        self.curves = [Curve() for _ in range(MAX_LINES)]
        self.cursor = pg.InfiniteLine(angle=90)
        self.add(*self.curves, self.cursor)
        self.x.setGrid(255)
        self.y.setGrid(255)

    def show_lines(self, steps: FloatArray, lines: Sequence[FloatArray]) -> None:
        """Show these lines, in the order of the run pens; one record is a line across."""
        if len(steps) == 1:
            steps, lines = column_edges(steps), [np.repeat(line, 2) for line in lines]
        for place, curve in enumerate(self.curves):
            shown = place < len(lines)
            curve.setVisible(shown)
            if shown:
                curve.set_points(steps, _heights(lines[place]))

    def set_steps(self, low: float, high: float) -> None:
        """Show this part of the time."""
        self.set_range((low, high), (ZERO_PLACE - MARGIN, theme.MAGNITUDE_HIGH + MARGIN))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        for place, curve in enumerate(self.curves):
            curve.set_pen(run_pen(place))
        self.cursor.setPen(pen("accent", width=1))
        super().restyle()


def _heights(magnitudes: FloatArray) -> FloatArray:
    heights = np.where(magnitudes == 0, ZERO_PLACE, magnitude.log_magnitude(magnitudes))
    return np.where(np.isfinite(magnitudes), heights, np.nan)


def _decades_and_zero(low: float, high: float) -> Iterator[list[Tick]]:
    zero = (ZERO_PLACE, "0")
    for decades in ticks.logarithmic(theme.MAGNITUDE_LOW, theme.MAGNITUDE_HIGH):
        if len(decades) > 1:
            nearest = ZERO_PLACE + decades[1][0] - decades[0][0]
            yield [zero, *(tick for tick in decades if tick[0] >= nearest)]
    yield [zero]
