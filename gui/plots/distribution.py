"""The numbers inside each layer as histograms, side by side on one scale."""

from bisect import bisect_right

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from core.diagnostics import LayerDiagnostics
from core.diagnostics.distribution import Distribution
from core.histogram import Histogram
from core.snapshot import FloatArray, Snapshot
from gui import numbers, theme
from gui.panels.editors import Combo
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.by_layer import LayerAxis, LayerPlot, Layers
from gui.plots.canvas import Canvas
from gui.plots.entry import Entry
from gui.plots.pens import mix, run_pen
from gui.plots.ranges import SteppedTop

WIDEST = "\N{MINUS SIGN}0.0005"
INK = 0.5  # of the bars
BREADTH = 0.86  # of a layer's column: its fullest bin
HEADROOM = 1.03  # so that no bar touches the frame
LONE = 0.01  # of the axis: half the height of equal numbers
WORD_LINES = 3  # name, number, word


class DistributionPlot(LayerPlot):
    """A column for each layer: its histogram turned on its side, the fullest bin the longest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        canvas = Canvas(LayerAxis(WORD_LINES), Axis("left", ticks.linear, WIDEST))
        super().__init__(canvas, parent)
        self.setObjectName("distributionPlot")
        self._quantity = Combo(object_name="quantityCombo")
        self._quantity.currentIndexChanged.connect(self._on_quantity_changed)
        self.header.addWidget(self._quantity)
        self.bars = pg.PlotCurveItem(fillLevel="enclosed")
        self.canvas.add(self.bars)
        self.canvas.y.setGrid(255)
        self._forget_ranges()
        self.retranslate()
        self._quantity.show_value("A")
        self.restyle()

    @property
    def quantity(self) -> str:
        """Whose numbers are shown: `W`, `Z`, `A` or `dZ`."""
        return self._quantity.currentData()

    @quantity.setter
    def quantity(self, name: str) -> None:
        self._quantity.setCurrentIndex(self._quantity.findData(name))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._quantity.fill(
            {
                "A": self.tr("Outputs A"),
                "Z": self.tr("Sums Z"),
                "W": self.tr("Weights W"),
                "dZ": self.tr("Gradients dZ"),
            }
        )
        self._quantity.setAccessibleName(self.tr("Quantity"))
        self.set_title(self.tr("How the numbers of each layer are spread"))
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        ink = run_pen(0).color()
        self.bars.setPen(pg.mkPen(ink))
        self.bars.setBrush(mix(theme.color("plot"), ink, INK))
        super().restyle()

    def draw_layers(self, snapshot: Snapshot, layers: Layers) -> None:
        """Draw the histogram of every layer."""
        self.canvas.y.set_label(self.quantity)
        shown = [(layer.layer, self._of(layer).histogram) for layer in layers]
        finite = [(place, found) for place, found in shown if found is not None]
        low, high = self._reach([found for _, found in finite])
        self.canvas.set_range((0.5, len(layers) + 0.5), (low, high))
        outlines = [outline(found, place, LONE * (high - low)) for place, found in finite]
        if outlines:
            x, y, connected = (np.concatenate(part) for part in zip(*outlines, strict=True))
            self.bars.setData(x, y, connect=connected)
        self.bars.setVisible(bool(outlines))
        words = [self._words(layer) for layer in layers]
        self.name_layers(words, [text.split("\n")[0] for text in words])

    def describe_layers(self, layer: LayerDiagnostics | None) -> None:
        """Give mean, std and the bar at the pointer, else those of the first and last layer."""
        if layer is None:
            ends = (self.layers[0], self.layers[-1])
            self.readout.show_entries(*(Entry(self._spread(end)) for end in ends))
        else:
            bar = self._bar(self._of(layer).histogram)
            words = self._words(layer).replace("\n", " ").strip()
            lost = [Entry(words)] if words else []
            self.readout.show_entries(Entry(self._spread(layer)), *lost, *bar)

    def _of(self, layer: LayerDiagnostics) -> Distribution:
        return {"W": layer.W, "Z": layer.Z, "A": layer.A, "dZ": layer.dZ}[self.quantity]

    def _reach(self, histograms: list[Histogram]) -> tuple[float, float]:
        """Return the ends of the axis for all histograms: 0 is always on it."""
        low = min((_ends(found)[0] for found in histograms), default=0.0)
        high = max((_ends(found)[1] for found in histograms), default=0.0)
        top = self._top.follow(HEADROOM * max(high, 0.0))
        bottom = self._bottom.follow(HEADROOM * max(-low, 0.0))
        return (-bottom, top) if bottom + top > 0 else (-1.0, 1.0)

    def _words(self, layer: LayerDiagnostics) -> str:
        """Say which share of a layer is lost: two lines, the number first."""
        if self._of(layer).histogram is None:
            return self.tr("not\nfinite")
        if layer.dead is not None:
            return self.tr("{dead} of {units}\ndead").format(
                dead=numbers.whole(layer.dead.sum()), units=numbers.whole(layer.dead.size)
            )
        if layer.saturated is not None:
            percent = numbers.whole(round(100 * float(layer.saturated.mean())))
            return self.tr("{percent} %\nsaturated").format(percent=percent)
        return "\n"

    def _spread(self, layer: LayerDiagnostics) -> str:
        found = self._of(layer)
        return self.tr("{layer}: {mean} ± {std}").format(
            layer=self.layer_name(layer),
            mean=numbers.figure(found.mean),
            std=numbers.figure(found.std),
        )

    def _bar(self, found: Histogram | None) -> list[Entry]:
        """Read out the bin at the pointer."""
        pointer = self.canvas.pointer
        if pointer is None or found is None:
            return []
        low, high = _ends(found)
        if not low <= pointer.y() <= high:
            return []
        place = min(bisect_right(found.edges, pointer.y()), len(found.counts)) - 1
        text = self.tr("{low} to {high}: {count}").format(
            low=numbers.figure(found.edges[place]),
            high=numbers.figure(found.edges[place + 1]),
            count=numbers.whole(found.counts[place]),
        )
        return [Entry(text)]

    def _forget_ranges(self) -> None:
        self._top, self._bottom = SteppedTop(0.0), SteppedTop(0.0)

    @Slot()
    def _on_quantity_changed(self) -> None:
        self._forget_ranges()
        self.redraw()


def outline(
    found: Histogram, place: float, lone: float
) -> tuple[FloatArray, FloatArray, NDArray[np.bool_]]:
    """Return the outline of a histogram on its side, its foot at the left of a column.

    Parameters
    ----------
    place : float
        The middle of the column, which is 1 wide.
    lone : float
        Half the height of a single bar: it stands for equal numbers.

    Returns
    -------
    x, y, connected : arrays
        Points, and whether each is connected with the next.
    """
    edges, foot = found.edges, place - BREADTH / 2
    if len(found.counts) == 1:
        middle = edges.mean()
        edges = np.array([middle - lone, middle + lone])
    lengths = foot + BREADTH * found.counts / found.counts.max()
    x = np.concatenate(([foot], np.repeat(lengths, 2), [foot]))
    connected = np.ones(len(x), dtype=np.bool_)
    connected[-1] = False
    return x, np.repeat(edges, 2), connected


def _ends(found: Histogram) -> tuple[float, float]:
    """Return the smallest and the largest number."""
    if len(found.counts) == 1:
        return float(found.edges.mean()), float(found.edges.mean())
    return float(found.edges[0]), float(found.edges[-1])
