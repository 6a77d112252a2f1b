"""How much the next step changes the weights of each layer, beside their size."""

from math import log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from core.diagnostics import LayerDiagnostics
from core.snapshot import Snapshot
from gui import numbers, theme
from gui.plots.by_layer import LayerAxis, LayerPlot, Layers
from gui.plots.decades import Decades
from gui.plots.entry import Entry
from gui.plots.pens import line_pen, run_pen
from gui.plots.track import SIZE
from gui.plots.update_history import GOOD, LEAST, MOST, UpdateHistory, guide_pen
from gui.selection import Selection

STEM = 4.0  # times the width of a data line


class UpdatePlot(LayerPlot):
    """A stem for every layer, from the guide line up to its ratio, or down; beside it, the run."""

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        self.decades = Decades(LayerAxis(), LEAST, MOST)
        super().__init__(self.decades, parent=parent)
        self.setObjectName("updatePlot")
        self.guide = pg.InfiniteLine(pos=log10(GOOD), angle=0)
        self.stems, self.points = pg.PlotCurveItem(connect="pairs"), pg.ScatterPlotItem(symbol="o")
        self.stems.setSegmentedLineMode("on")  # wide pens are slow otherwise
        self.decades.add(self.guide, self.stems, self.points)
        self.over_time = UpdateHistory(selection)
        self.body.addWidget(self.over_time, 0, 1)
        self.body.setColumnStretch(0, 2)
        self.body.setColumnStretch(1, 3)
        self.body.setHorizontalSpacing(theme.GRID)
        self.retranslate()
        self.restyle()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run at a step."""
        super().show_snapshot(snapshot)
        if snapshot.diagnostics is not None:  # else the history does not reach the present
            self.over_time.show_snapshot(snapshot)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("How much a step changes the weights"))
        self.decades.y.set_label(self.tr("std(update) / std(W)"))
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        ink = run_pen(0).color()
        width = STEM * theme.current().data_width
        self.stems.setPen(line_pen(ink, width))
        self.points.setBrush(ink)
        self.points.setPen(None)
        self.points.setSize(theme.pixels(SIZE) + width)
        self.guide.setPen(guide_pen())
        super().restyle()

    def draw_layers(self, snapshot: Snapshot, layers: Layers) -> None:
        """Draw the ratio of every layer."""
        ratios = np.array([layer.update_ratio for layer in layers])
        end = len(layers) + 0.5
        self.decades.fit(0.5, end, ratios)
        self.name_layers()
        places, heights = np.arange(1.0, end), self.decades.heights(ratios)
        stems = np.full(2 * len(layers), log10(GOOD))
        stems[1::2] = heights
        self.stems.setData(np.repeat(places, 2), stems)
        self.points.setData(places, heights)

    def describe_layers(self, layer: LayerDiagnostics | None) -> None:
        """Give the ratio at the pointer, else of the slowest and of the fastest layer."""
        if layer is not None:
            ratio = self.tr("{ratio} of its weights' size")
            ratio = ratio.format(ratio=numbers.figure(layer.update_ratio))
            self.readout.show_entries(Entry(self.layer_name(layer)), Entry(ratio))
            return
        slowest, fastest = self._ends()
        good = self.tr("{ratio}: a good step").format(ratio=numbers.exact(GOOD))
        self.readout.show_entries(
            Entry(self.tr("slowest: {layer}, {ratio}").format(**slowest)),
            Entry(self.tr("fastest: {layer}, {ratio}").format(**fastest)),
            Entry(good, guide_pen()),
        )

    def _ends(self) -> tuple[dict[str, object], ...]:
        ordered = sorted(self.layers, key=lambda layer: layer.update_ratio)
        return tuple(
            {"ratio": numbers.figure(each.update_ratio), "layer": self.layer_name(each)}
            for each in (ordered[0], ordered[-1])
        )
