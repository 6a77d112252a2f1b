"""A line for each of a few layers: sizes of any order against time."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from core.snapshot import FloatArray
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.column_image import column_edges
from gui.plots.curve import Curve
from gui.plots.decades import Decades
from gui.plots.pens import pen, run_pen

MOST = 6  # as many as there are line styles to tell them apart


def some_layers(chosen: frozenset[int], count: int) -> list[int]:
    """Return the chosen ones of layers 1..`count`, else an even choice with both ends."""
    some = sorted(layer for layer in chosen if 1 <= layer <= count)[:MOST]
    return some or sorted({round(place) for place in np.linspace(1, count, min(count, MOST))})


class LayerLines(Decades):
    """At most six lines, in the order of the run pens."""

    def __init__(self, least: float, most: float) -> None:
        super().__init__(Axis("bottom", ticks.counting), least, most)
        self.curves = [Curve() for _ in range(MOST)]
        self.cursor = pg.InfiniteLine(angle=90)
        self.add(*self.curves, self.cursor)
        self.x.setGrid(255)

    def show_lines(self, steps: FloatArray, lines: Sequence[FloatArray], end: float) -> None:
        """Show these lines up to a step; one record is a line across."""
        begin = 0.0
        if len(steps) == 1:
            steps, lines = column_edges(steps), [np.repeat(line, 2) for line in lines]
            begin, end = steps[0], max(end, steps[-1])
        self.fit(begin, end, np.concatenate(lines))
        for place, curve in enumerate(self.curves):
            curve.setVisible(place < len(lines))
            if place < len(lines):
                curve.set_points(steps, self.heights(lines[place]))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        for place, curve in enumerate(self.curves):
            curve.set_pen(run_pen(place))
        self.cursor.setPen(pen("accent", width=1))
        super().restyle()
