"""The base of plots with a place for every layer, from the first to the last."""

from collections.abc import Iterator, Sequence

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from core.diagnostics import LayerDiagnostics
from core.snapshot import Snapshot
from gui.labels import layer_name, short_layer_name
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.base import SnapshotPlot
from gui.plots.canvas import Canvas
from gui.plots.pens import pen
from gui.plots.ticks import Tick

Layers = tuple[LayerDiagnostics, ...]


class LayerAxis(Axis):
    """Names the layers, in as many words as there is room for."""

    gap = 0.3

    def __init__(self, lines: int = 1) -> None:
        super().__init__("bottom", self._names)
        self.lines = lines
        self._choices: tuple[list[Tick], ...] = ()

    def set_names(self, *choices: Sequence[str]) -> None:
        """Name the layers; the first choice that fits is shown, of the last perhaps a part."""
        named = tuple(
            [(float(place), name) for place, name in enumerate(names, start=1)] for names in choices
        )
        if named != self._choices:
            self._choices = named
            self.set_candidates(self._names)

    def _names(self, low: float, high: float) -> Iterator[list[Tick]]:
        yield from self._choices
        if self._choices:
            yield from ticks.thinned(self._choices[-1], high - low)


class LayerPlot(SnapshotPlot):
    """A plot of the diagnostics of every layer; layer l stands at x = l.

    A subclass draws in `draw_layers` and reads out in `describe_layers`.

    Parameters
    ----------
    canvases : Canvas
        From the top down, one layer under itself; the last one names the layers.
    """

    def __init__(self, *canvases: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(canvases[0], parent)
        self.canvases = canvases
        self.pointer_lines = tuple(pg.InfiniteLine(angle=90) for _ in canvases)
        sample = max((canvas.y.sample for canvas in canvases), key=len)
        for row, (canvas, line) in enumerate(zip(canvases, self.pointer_lines, strict=True)):
            canvas.add(line)
            canvas.y.sample = sample
            canvas.show_x_axis(canvas is canvases[-1])
            if row:
                self.body.addWidget(canvas, row, 0)
                canvas.pointed.connect(self._on_pointed)
                canvas.view.sigResized.connect(self.redraw)
        self.layers: Layers = ()

    def draw_layers(self, snapshot: Snapshot, layers: Layers) -> None:
        """Draw the layers of a snapshot."""
        raise NotImplementedError

    def describe_layers(self, layer: LayerDiagnostics | None) -> None:
        """Give exact values of the layer at the pointer, or the story of all."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        for line in self.pointer_lines:
            line.setPen(pen("quiet", width=1))
        for canvas in self.canvases[1:]:
            canvas.restyle()
        super().restyle()

    def draw(self, value: Snapshot) -> None:
        """Draw; a snapshot from a moment ago, when the plot was hidden, says nothing of layers."""
        if value.diagnostics is not None:
            self.layers = value.diagnostics
            self.draw_layers(value, self.layers)

    def describe(self) -> None:
        """Give exact values at the pointer."""
        if not self.layers:
            return
        pointers = (canvas.pointer for canvas in self.canvases)
        pointer = next((each for each in pointers if each is not None), None)
        place = 0 if pointer is None else max(1, min(round(pointer.x()), len(self.layers)))
        for line in self.pointer_lines:
            line.setVisible(place > 0)
            line.setPos(place)
        self.describe_layers(self.layers[place - 1] if place else None)

    def layer_name(self, layer: LayerDiagnostics) -> str:
        """Return what a layer is called."""
        return layer_name(layer.layer, len(self.layers))

    def name_layers(self, *words: Sequence[str]) -> None:
        """Name the layers on the axis, with words below the names if there are any."""
        axis, last = self.canvases[-1].x, len(self.layers)
        assert isinstance(axis, LayerAxis)
        long = [layer_name(layer, last) for layer in range(1, last + 1)]
        short = [short_layer_name(layer, last) for layer in range(1, last + 1)]
        worded = [
            [f"{name}\n{text}" for name, text in zip(names, texts, strict=True)]
            for names, texts in zip((long, short), words, strict=False)
        ]
        axis.set_names(*(worded or (long,)), short)
