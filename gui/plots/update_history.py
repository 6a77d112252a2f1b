"""How much each step of the run changed the weights of a layer, beside their size."""

from itertools import zip_longest
from math import log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from core.snapshot import Snapshot
from gui import numbers, theme
from gui.labels import short_layer_name
from gui.plots.by_step import StepPlot, place_line
from gui.plots.entry import Entry
from gui.plots.layer_lines import LayerLines, some_layers
from gui.plots.pens import pen, run_pen
from gui.plots.ranges import SteppedTop
from gui.selection import Selection

GOOD = 1e-3  # Karpathy, makemore: far below, the weights stay; far above, they are thrown about
LEAST, MOST = 1e-6, 1.0  # what the axis shows at least


class UpdateHistory(StepPlot):
    """A line for each of a few layers, and the guide; the readout is its key."""

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        self.lines = LayerLines(LEAST, MOST)
        super().__init__(self.lines, parent)
        self.setObjectName("updateHistoryPlot")
        self.title.hide()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.guide = pg.InfiniteLine(pos=log10(GOOD), angle=0)
        self.guide.setZValue(-1)  # it must not hide a layer that follows it
        self.lines.add(self.guide)
        self.follow(self.lines)
        self.lines.pointed.connect(self._on_pointed)
        self._selection = selection
        self._steps_top = SteppedTop(1)
        selection.changed.connect(self.redraw)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("How much each step changed the weights"))
        self.lines.x.set_label(self.tr("step"))
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.guide.setPen(guide_pen())
        super().restyle()

    def draw(self, value: Snapshot) -> None:
        """Draw the run so far."""
        history = self.whole(value)
        ratios = history.update_ratios
        layers = some_layers(self._selection.layers, len(ratios))
        lines = [ratios[layer - 1] for layer in layers]
        if history.update_steps.size:
            end = self._steps_top.follow(value.reached)
            self.lines.show_lines(history.update_steps, lines, end)
        self.draw_present(value)

    def describe(self) -> None:
        """Give the ratios at the pointer, else say which line is whose."""
        if self.snapshot is None:
            return
        history, step = self.whole(self.snapshot), self.pointed_step
        layers = some_layers(self._selection.layers, len(history.update_ratios))
        names = [short_layer_name(layer, len(history.update_ratios)) for layer in layers]
        place_line(self.lines.cursor, None)
        if step is not None and history.update_steps.size:
            place = int(np.abs(history.update_steps - step).argmin())
            place_line(self.lines.cursor, history.update_steps[place])
            ratios = [history.update_ratios[layer - 1, place] for layer in layers]
            texts = [numbers.figure(ratio) for ratio in ratios]
            names = [" ".join(pair) for pair in zip(names, texts, strict=True)]
            text = self.tr("step {step}")
            names.append(text.format(step=numbers.whole(history.update_steps[place])))
        pens = [run_pen(number) for number in range(len(layers))]
        entries = zip_longest(names, pens)
        self.readout.show_entries(*(Entry(name, look) for name, look in entries))


def guide_pen() -> QPen:
    """Return how the guide is drawn."""
    return pen("good", width=2 * theme.current().data_width)
