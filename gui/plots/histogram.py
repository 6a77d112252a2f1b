"""The histogram of drawn weights: what an initializer really gave."""

from bisect import bisect_right
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from core.histogram import Histogram, histogram, rice_bins
from core.snapshot import FloatArray
from gui import numbers, theme
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.base import Plot
from gui.plots.canvas import Canvas
from gui.plots.entry import Entry
from gui.plots.pens import mix, pen, run_pen
from gui.plots.ranges import SteppedTop

WIDEST = "1,000"
BAR_INK = 0.5
LONE_ROOM = 2.0  # times its distance from zero: the range around a single bar
HEADROOM = 1.05  # so that no bar touches the frame
SMALLEST = 1e-9  # reach of the axis to each side
SIGMA_DASH = (4, 3)


class Draw(NamedTuple):
    """Drawn weights, with the sigma and the mean that their formula promises."""

    values: FloatArray
    sigma: float
    mean: float


class WeightHistogram(Plot):
    """Weights as bars, with the formula's mean and sigma to each side as lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        y_axis = Axis("left", ticks.counting, WIDEST)
        super().__init__(Canvas(Axis("bottom", ticks.linear), y_axis), parent)
        self.setObjectName("weightHistogram")
        self.bars = pg.PlotCurveItem(fillLevel=0)
        self.sigmas = (pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=90))
        self.canvas.add(self.bars, *self.sigmas)
        self._reach, self._height = SteppedTop(SMALLEST), SteppedTop(1)
        self._found: Histogram | None = None
        self.retranslate()
        self.restyle()

    def show_weights(self, values: FloatArray, sigma: float, mean: float) -> None:
        """Show drawn weights beside the sigma and the mean of their formula."""
        self.take(Draw(values, sigma, mean))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("Drawn weights"))
        self.canvas.x.set_label(self.tr("weight"))
        self.canvas.y.set_label(self.tr("count"))
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        ink = run_pen(0).color()
        self.bars.setPen(pg.mkPen(ink))
        self.bars.setBrush(mix(theme.color("plot"), ink, BAR_INK))
        for line in self.sigmas:
            line.setPen(pen("text", SIGMA_DASH))
        super().restyle()

    def draw(self, value: Draw) -> None:
        """Draw the bars, and sigma around the mean."""
        found = self._found = histogram(value.values, rice_bins(value.values.size))
        low, high = found.edges[0], found.edges[-1]
        if len(found.counts) == 1:
            wanted = LONE_ROOM * abs(low + high) / 2 or 1.0
        else:
            wanted = max(abs(low), abs(high), abs(value.mean) + value.sigma)
        reach = self._reach.follow(HEADROOM * wanted)
        height = self._height.follow(HEADROOM * found.counts.max())
        self.canvas.set_range((-reach, reach), (0, height))
        self.bars.setData(found.edges, found.counts, stepMode="center")
        for line, place in zip(self.sigmas, (-value.sigma, value.sigma), strict=True):
            line.setPos(value.mean + place)

    def describe(self) -> None:
        """Give the bar at the pointer, else mean and sigma of the formula."""
        pointer, found = self.canvas.pointer, self._found
        if found is None or not isinstance(self.shown, Draw):
            return
        if pointer is not None and found.edges[0] <= pointer.x() <= found.edges[-1]:
            place = min(bisect_right(found.edges, pointer.x()), len(found.counts)) - 1
            span = self.tr("{low} to {high}: {count}").format(
                low=numbers.figure(found.edges[place]),
                high=numbers.figure(found.edges[place + 1]),
                count=numbers.whole(found.counts[place]),
            )
            self.readout.show_entries(Entry(span))
        else:
            mean, sigma = numbers.figure(self.shown.mean), numbers.figure(self.shown.sigma)
            text = self.tr("mean ± σ = {mean} ± {sigma}").format(mean=mean, sigma=sigma)
            self.readout.show_entries(Entry(text, pen("text", SIGMA_DASH)))
