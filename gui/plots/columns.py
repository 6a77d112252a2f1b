"""A canvas of histograms, a column for each layer, on one scale."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from core.histogram import Histogram
from core.snapshot import FloatArray
from gui import theme
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.by_layer import LayerAxis
from gui.plots.canvas import Canvas
from gui.plots.pens import line_pen, mix, run_pen
from gui.plots.ranges import FINE_STEPS, SteppedTop

WIDEST = "\N{MINUS SIGN}0.0005"
INK = 0.5  # of the bars
BREADTH = 0.86  # of a layer's column: its fullest bin
HEADROOM = 1.03  # so that no bar touches the frame
LONE = 0.01  # of the axis: half the height of equal numbers


class Columns(Canvas):
    """Histograms turned on their side, the fullest bin of each the longest.

    Parameters
    ----------
    lines : int
        Of text under each column.
    breadth : float
        Of a layer's column: its fullest bin.
    """

    def __init__(self, lines: int = 1, breadth: float = BREADTH) -> None:
        super().__init__(LayerAxis(lines), Axis("left", ticks.linear, WIDEST))
        self.breadth = breadth
        self.bars = pg.PlotCurveItem(fillLevel="enclosed")
        self.add(self.bars)
        self.y.setGrid(255)
        self.forget_ranges()

    def forget_ranges(self) -> None:
        """Fit the axis anew, to other numbers."""
        self._top, self._bottom = SteppedTop(0.0, FINE_STEPS), SteppedTop(0.0, FINE_STEPS)

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        ink = run_pen(0).color()
        self.bars.setPen(line_pen(ink))
        self.bars.setBrush(mix(theme.color("plot"), ink, INK))
        super().restyle()

    def show_histograms(self, found: Sequence[Histogram | None]) -> None:
        """Show the histograms of layers 1..L; of numbers that are not finite there is none."""
        finite = [(place, one) for place, one in enumerate(found, start=1) if one is not None]
        low, high = self._reach([one for _, one in finite])
        self.set_range((0.5, len(found) + 0.5), (low, high))
        lone = LONE * (high - low)
        outlines = [outline(one, place, lone, self.breadth) for place, one in finite]
        if outlines:
            x, y, connected = (np.concatenate(part) for part in zip(*outlines, strict=True))
            self.bars.setData(x, y, connect=connected)
        self.bars.setVisible(bool(outlines))

    def _reach(self, histograms: list[Histogram]) -> tuple[float, float]:
        """Return the ends of the axis for all histograms: 0 is always on it."""
        low = min((ends(found)[0] for found in histograms), default=0.0)
        high = max((ends(found)[1] for found in histograms), default=0.0)
        top = self._top.follow(HEADROOM * max(high, 0.0))
        bottom = self._bottom.follow(HEADROOM * max(-low, 0.0))
        return (-bottom, top) if bottom + top > 0 else (-1.0, 1.0)


def outline(
    found: Histogram, place: float, lone: float, breadth: float = BREADTH
) -> tuple[FloatArray, FloatArray, NDArray[np.bool_]]:
    """Return the outline of a histogram on its side, its foot at the left of a column.

    Parameters
    ----------
    place : float
        The middle of the column, which is 1 wide.
    lone : float
        Half the height of a single bar: it stands for equal numbers.
    breadth : float
        Length of the fullest bin.

    Returns
    -------
    x, y, connected : arrays
        Points, and whether each is connected with the next.
    """
    edges, foot = found.edges, place - BREADTH / 2
    if len(found.counts) == 1:
        middle = edges.mean()
        edges = np.array([middle - lone, middle + lone])
    lengths = foot + breadth * found.counts / found.counts.max()
    x = np.concatenate(([foot], np.repeat(lengths, 2), [foot]))
    connected = np.ones(len(x), dtype=np.bool_)
    connected[-1] = False
    return x, np.repeat(edges, 2), connected


def ends(found: Histogram) -> tuple[float, float]:
    """Return the smallest and the largest number."""
    if len(found.counts) == 1:
        return float(found.edges.mean()), float(found.edges.mean())
    return float(found.edges[0]), float(found.edges[-1])
