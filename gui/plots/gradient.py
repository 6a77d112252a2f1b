"""The gradient of each neuron against time: who can learn, who can not."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TypeVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.gradient import layer_norms
from core.snapshot import FloatArray, History, Snapshot
from gui import numbers, theme
from gui.labels import short_layer_name, short_neuron_name
from gui.panels.editors import Combo
from gui.panels.notice import Notice
from gui.plots import magnitude, ticks
from gui.plots.axis import Axis
from gui.plots.by_step import StepPlot, place_line
from gui.plots.canvas import Canvas
from gui.plots.column_image import column_edges
from gui.plots.entry import Entry
from gui.plots.heat_map import HeatMap
from gui.plots.key import Key
from gui.plots.layer_lines import LayerLines, some_layers
from gui.plots.neuron_lines import NeuronLines
from gui.plots.pens import pen, run_pen
from gui.plots.ranges import SteppedTop
from gui.plots.row_axis import RowAxis
from gui.plots.scale_bar import ScaleBar, Swatch
from gui.selection import MAX_LINES, Neuron, Selection

WIDEST = "Out n16"
LEAST, MOST = 1e-4, 1.0  # what the axis of the layers shows at least
MOST_NAMES = 128  # rows: above that no plot has room for their names


Below = TypeVar("Below", NeuronLines, LayerLines)


class GradientPlot(StepPlot):
    """Neurons x time in the colours of magnitudes; below, a line for each chosen neuron.

    A click on a row, or Return on it, chooses that neuron or lets it go. A switch
    shows whole layers instead: the norm of each against time.
    """

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        self.names = RowAxis(WIDEST)
        canvas = Canvas(Axis("bottom", ticks.counting), self.names, rows=True)
        super().__init__(canvas, parent)
        self.setObjectName("gradientPlot")
        self._selection = selection
        self._bands: tuple[int, ...] = (0,)
        self.heat_map = HeatMap()
        self.end = pg.InfiniteLine(angle=90)
        self._cursor, self._row_cursor = pg.InfiniteLine(angle=90), pg.InfiniteLine(angle=0)
        canvas.add(self.heat_map, self.end, self._cursor, self._row_cursor)
        self.hint = Notice("quiet")
        self.column.insertWidget(self.column.indexOf(self.notice), self.hint)
        self.bar = magnitude_bar()
        self.key = Key()
        side = QVBoxLayout()
        side.addWidget(self.bar, 1)
        side.addWidget(self.key)
        self.body.addLayout(side, 0, 1, 2, 1)
        self.body.setRowStretch(0, 3)
        self._view = Combo(object_name="gradientViewCombo")
        self._view.currentIndexChanged.connect(self._on_view_changed)
        self.header.addWidget(self._view)
        self.follow(canvas)
        self._steps_top = SteppedTop(0)
        canvas.chosen.connect(self._on_chosen)
        selection.changed.connect(self._on_selection_changed)
        self._show_lines()
        self.retranslate()
        self._view.show_value("neurons")
        self.restyle()

    @cached_property
    def lines(self) -> NeuronLines:
        """The canvas of the chosen neurons."""
        return self._add_below(NeuronLines(WIDEST), 1)

    @cached_property
    def layers(self) -> LayerLines:
        """The canvas of whole layers."""
        canvas = self._add_below(LayerLines(LEAST, MOST), 2)
        canvas.view.sigResized.connect(self.redraw)
        return canvas

    def _add_below(self, canvas: Below, row: int) -> Below:
        self.body.addWidget(canvas, row, 0)
        self.follow(canvas)
        canvas.pointed.connect(self._on_pointed)
        self._name_below(canvas)
        canvas.restyle()
        return canvas

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._view.fill({"neurons": self.tr("Neurons"), "layers": self.tr("Layers")})
        self._view.setAccessibleName(self.tr("Gradient of"))
        self.bar.set_label(self.tr("|dJ/dW|, log10"))
        self.names.set_label(self.tr("neuron"))
        row = self.tr("Click a row to give its neuron a line of its own")
        go = self.tr("Ctrl+click goes to a step: every panel shows it")
        self.canvas.setToolTip(f"{row}\n{go}")
        self.canvas.x.set_label(self.tr("step"))
        for canvas in self.made("lines", "layers"):
            self._name_below(canvas)
        self._bands = (0,)
        self._show_lines()
        self.redraw()

    def _name_below(self, canvas: Canvas) -> None:
        of_neurons = isinstance(canvas, NeuronLines)
        by_layer, chosen = (
            self.tr("Gradient of each layer"),
            self.tr("Gradient of the chosen neurons"),
        )
        canvas.setAccessibleName(chosen if of_neurons else by_layer)
        canvas.setToolTip(self.tr("Ctrl+click goes to a step: every panel shows it"))
        canvas.x.set_label(self.tr("step"))
        canvas.y.set_label(self.tr("|dJ/dW|"))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        for cursor in (self._cursor, self._row_cursor):
            cursor.setPen(pen("accent", width=1))
        self.end.setPen(pen("broken"))
        self.bar.restyle()
        for canvas in self.made("lines", "layers"):
            canvas.restyle()
        self.key.restyle()
        self.hint.setFont(theme.font("caption"))
        self._show_lines()
        super().restyle()

    def draw(self, value: Snapshot) -> None:
        """Draw the run so far."""
        history, ending = self.whole(value), value.ending
        sizes = (len(norms) for norms in value.gradient_norms)
        self._set_bands(tuple(accumulate(sizes, initial=0)))
        end = self._steps_top.follow(value.reached)
        if self.by_layer:
            self._draw_layers(history, end)
            self.draw_present(value)
            return
        self.heat_map.set_values(history.gradient_norms, history.steps, self._bands)
        edges = column_edges(history.steps)
        half = edges[-1] - history.steps[-1]
        self.canvas.set_range((edges[0], end + half), (0, self._bands[-1]))
        self.end.setVisible(ending is not None)
        if ending is not None:
            self.end.setPos(ending.divergence.step)
        self.draw_present(value)
        self._draw_lines(value)

    def describe(self) -> None:
        """Give the gradient at the pointer, else what the lines or all neurons have at the step."""
        if self.snapshot is None:
            return
        (history, place), pointed = self.looked_at(self.snapshot), self.pointed_step
        step = Entry(self.tr("step {step}").format(step=numbers.whole(history.steps[place])))
        cursors = (canvas.cursor for canvas in self.made("lines", "layers"))
        for cursor in (self._cursor, *cursors):
            place_line(cursor, None if pointed is None else history.steps[place])
        row = None if self.by_layer else self._pointed_row()
        place_line(self._row_cursor, None if row is None else row + 0.5)
        norms = history.gradient_norms[:, place]
        values = self._of_lines(norms, pointed is not None) if row is None else self._of(norms, row)
        self.readout.show_entries(*values, step)

    def _of(self, norms: FloatArray, row: int) -> list[Entry]:
        """Return the entries of one neuron."""
        name = self._short_name(*self._neuron(row))
        return [Entry(name), Entry(f"|dJ/dW| = {numbers.figure(norms[row])}")]

    def _of_lines(self, norms: FloatArray, pointed: bool) -> list[Entry]:
        """Return the entries of the lines; without a step pointed at, or any line, the extremes."""
        if self.by_layer:
            of_layers = layer_norms(norms[:, np.newaxis], self._sizes)[:, 0]
            values = [of_layers[layer - 1] for layer in self._layers()]
        else:
            values = [norms[row] for row in self._chosen_rows()] if pointed else []
        if values:
            return [Entry(numbers.figure(each), run_pen(n)) for n, each in enumerate(values)]
        least, most = numbers.figure(norms.min()), numbers.figure(norms.max())
        return [
            Entry(self.tr("smallest {value}").format(value=least)),
            Entry(self.tr("largest {value}").format(value=most)),
        ]

    @property
    def by_layer(self) -> bool:
        """Whether whole layers are shown, not single neurons."""
        return self._view.currentData() == "layers"

    def _draw_layers(self, history: History, end: float) -> None:
        of_layers = layer_norms(history.gradient_norms, self._sizes)
        lines = [of_layers[layer - 1] for layer in self._layers()]
        self.layers.show_lines(history.steps, lines, end)

    def _layers(self) -> list[int]:
        return some_layers(self._selection.layers, len(self._sizes))

    def _draw_lines(self, snapshot: Snapshot) -> None:
        history = self.whole(snapshot)
        rows = self._chosen_rows()
        for canvas in (self.lines,) if rows else self.made("lines"):
            canvas.set_steps(*self.canvas.view.viewRange()[0])
            canvas.show_lines(history.steps, [history.gradient_norms[row] for row in rows])

    def _show_lines(self) -> None:
        """Make room for lines if a neuron is chosen, or for layers, and name them."""
        by_layer, chosen = self.by_layer, self._selection.lines
        self.canvas.setVisible(not by_layer)
        self.bar.setVisible(not by_layer)
        self.key.setVisible(bool(chosen) or by_layer)
        for canvas in (self.layers,) if by_layer else self.made("layers"):
            canvas.setVisible(by_layer)
        shown = bool(chosen) and not by_layer
        for canvas in (self.lines,) if shown else self.made("lines"):
            canvas.setVisible(shown)
        self.canvas.show_x_axis(not chosen)
        for row, stretch in enumerate((0, 0, 1) if by_layer else (3, 2 if chosen else 0, 0)):
            self.body.setRowStretch(row, stretch)
        last = len(self._sizes)
        names = (
            [short_layer_name(layer, last) for layer in self._layers()]
            if by_layer
            else [self._short_name(*neuron) for neuron in chosen]
        )
        self.key.show_entries(*(Entry(name, run_pen(n)) for n, name in enumerate(names)))
        by_neuron = self.tr("Gradient of each neuron")
        self.set_title(self.tr("Gradient of each layer") if by_layer else by_neuron)
        self.hint.show_text("" if by_layer else self._hint())
        self._mark_rows()

    def _hint(self) -> str:
        """Say which neurons have a line, where not all of those chosen have one."""
        count = len(self._selection.neurons)
        if count <= MAX_LINES:
            return ""
        text = self.tr("{count} neurons are chosen: the {most} chosen last have a line.")
        return text.format(count=numbers.whole(count), most=MAX_LINES)

    def _mark_rows(self) -> None:
        marks = [(row, run_pen(n).color()) for n, row in enumerate(self._chosen_rows())]
        self.names.set_marks(marks)

    def _set_bands(self, bands: tuple[int, ...]) -> None:
        """Name the rows of a network of another shape."""
        if bands == self._bands:
            return
        self._bands = bands
        last = len(bands) - 1
        layers = [
            ((begin + end) / 2, short_layer_name(layer, last))
            for layer, (begin, end) in enumerate(pairwise(bands), start=1)
        ]
        rows = range(bands[-1]) if bands[-1] <= MOST_NAMES else ()
        self.names.set_names([self._short_name(*self._neuron(row)) for row in rows], layers)
        self._show_lines()

    def _short_name(self, layer: int, index: int) -> str:
        return short_neuron_name(layer, index, len(self._bands) - 1)

    def _neuron(self, row: int) -> Neuron:
        layer = bisect_right(self._bands, row)
        return layer, row - self._bands[layer - 1]

    def _chosen_rows(self) -> list[int]:
        """Return the rows of the neurons with a line that this network has."""
        sizes = self._sizes
        return [
            self._bands[layer - 1] + index
            for layer, index in self._selection.lines
            if layer <= len(sizes) and index < sizes[layer - 1]
        ]

    @property
    def _sizes(self) -> list[int]:
        """How many neurons each layer has."""
        return [end - begin for begin, end in pairwise(self._bands)]

    def _pointed_row(self) -> int | None:
        pointer = self.canvas.pointer
        return None if pointer is None else max(0, min(int(pointer.y()), self._bands[-1] - 1))

    def _on_chosen(self) -> None:
        row = self._pointed_row()
        if row is not None and self.snapshot is not None:
            self._selection.toggle_neuron(self._neuron(row))

    def _on_view_changed(self) -> None:
        self._show_lines()
        self.redraw()

    def _on_selection_changed(self) -> None:
        self._show_lines()
        if self.by_layer:
            self.redraw()
        elif self.snapshot is not None:
            self._draw_lines(self.snapshot)


def magnitude_bar() -> ScaleBar:
    """Return the numbered bar of the magnitudes, with what stands beside the map."""
    swatches = (Swatch("0", magnitude.fill_zero), Swatch("NaN", magnitude.fill_not_finite))
    bar = ScaleBar(magnitude.scale, ticks.logarithmic, swatches)
    bar.set_scale(theme.MAGNITUDE_LOW, theme.MAGNITUDE_HIGH)
    return bar
