"""The histogram of drawn weights: what an initializer really gave, and what it promises."""

from bisect import bisect_right
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from core.density import Layers
from core.histogram import Histogram, histogram, rice_bins
from core.snapshot import FloatArray
from gui import numbers, theme
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.base import Plot
from gui.plots.canvas import Canvas
from gui.plots.entry import Entry
from gui.plots.pens import line_pen, mix, pen, run_pen
from gui.plots.ranges import SteppedTop

WIDEST = "1,000"
BAR_INK = 0.5
LONE_ROOM = 2.0  # times its distance from zero: the range around a single bar
HEADROOM = 1.05  # so that no bar touches the frame
SMALLEST = 1e-9  # reach of the axis to each side
SIGMA_DASH = (4, 3)
POINTS = 401  # of the density's curve
STEEPEST = 2.0  # times the highest bar: what the axis makes room for


class Draw(NamedTuple):
    """Drawn weights, and the laws of their layers."""

    values: FloatArray
    layers: Layers


class WeightHistogram(Plot):
    """Weights as bars; over them the law they are drawn from, its mean and its sigma.

    The law is a curve, and a stem where many weights share one value; both are
    scaled so that a bar as high as they are holds what is to be expected.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        y_axis = Axis("left", ticks.counting, WIDEST)
        super().__init__(Canvas(Axis("bottom", ticks.linear), y_axis), parent)
        self.setObjectName("weightHistogram")
        self.bars = pg.PlotCurveItem(fillLevel=0)
        self.sigmas = (pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=90))
        self.curve = pg.PlotCurveItem()
        self.stems = pg.PlotCurveItem(connect="pairs")
        self.canvas.add(self.bars, *self.sigmas, self.curve, self.stems)
        self._reach, self._height = SteppedTop(SMALLEST), SteppedTop(1)
        self._found: Histogram | None = None
        self.retranslate()
        self.restyle()

    def show_weights(self, values: FloatArray, layers: Layers) -> None:
        """Show drawn weights beside the laws of their layers."""
        self.take(Draw(values, layers))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("Drawn weights"))
        self.canvas.x.set_label(self.tr("weight"))
        self.canvas.y.set_label(self.tr("count"))
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        ink = run_pen(0).color()
        self.bars.setPen(line_pen(ink))
        self.bars.setBrush(mix(theme.color("plot"), ink, BAR_INK))
        for line in self.sigmas:
            line.setPen(pen("quiet", SIGMA_DASH))
        self.curve.setPen(pen("text"))
        self.stems.setPen(pen("text"))
        super().restyle()

    def draw(self, value: Draw) -> None:
        """Draw the bars, the law over them, and sigma around the mean."""
        found = self._found = histogram(value.values, rice_bins(value.values.size))
        low, high = found.edges[0], found.edges[-1]
        law, promised = value.layers.statistics, value.layers.promised
        if len(found.counts) == 1:
            wanted = LONE_ROOM * abs(low + high) / 2 or 1.0
        else:
            wanted = max(abs(low), abs(high), (abs(law.mean) + law.std) * promised)
        reach = self._reach.follow(HEADROOM * wanted)
        self.bars.setData(found.edges, found.counts, stepMode="center")
        highest = found.counts.max()
        peak = self._draw_law(value, reach, float(high - low) / len(found.counts))
        height = self._height.follow(HEADROOM * max(highest, min(peak, STEEPEST * highest)))
        self.canvas.set_range((-reach, reach), (0, height))
        for line, place in zip(self.sigmas, (-law.std, law.std), strict=True):
            line.setVisible(promised)
            line.setPos(law.mean + place)

    def _draw_law(self, value: Draw, reach: float, width: float) -> float:
        """Draw how many weights to expect in bars of this width; return the most."""
        count, layers = value.values.size, value.layers
        self.curve.setVisible(layers.promised)
        self.stems.setVisible(layers.promised)
        if not layers.promised:
            return 0.0
        x = np.linspace(-reach, reach, POINTS)
        heights = count * width * layers.density(x)
        places = np.array([place for place, _ in layers.masses()])
        tops = count * np.array([share for _, share in layers.masses()])
        self.curve.setData(x, heights)
        self.stems.setData(np.repeat(places, 2), np.stack((0 * tops, tops), axis=1).ravel())
        return max(heights.max(), *tops, 0.0)

    def describe(self) -> None:
        """Give the bar at the pointer, else mean and sigma of the law."""
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
        elif self.shown.layers.promised:
            law = self.shown.layers.statistics
            text = self.tr("theory: {mean} ± {sigma}").format(
                mean=numbers.figure(law.mean), sigma=numbers.figure(law.std)
            )
            self.readout.show_entries(Entry(text, pen("text")))
        else:
            self.readout.show_entries()
