"""The signal in each layer: whether it fades, grows or keeps its strength on its way."""

from math import isnan

import numpy as np
from PySide6.QtWidgets import QWidget

from core.diagnostics import LayerDiagnostics
from core.snapshot import FloatArray, Snapshot
from core.theory.signal import LayerSignal
from gui import numbers
from gui.plots.by_layer import LayerAxis, LayerPlot, Layers
from gui.plots.canvas import Canvas
from gui.plots.decades import Decades
from gui.plots.entry import Entry
from gui.plots.track import Track

LEAST, MOST = 1e-3, 10.0  # what the axis shows at least


class SignalPlot(LayerPlot):
    """The std of A on its way forward and of dZ on its way back, theory dashed."""

    def __init__(self, *below: Canvas, parent: QWidget | None = None) -> None:
        self.decades = Decades(LayerAxis(), LEAST, MOST)
        super().__init__(self.decades, *below, parent=parent)
        self.setObjectName("signalPlot")
        self.forward = Track(self.decades, 0, "o")
        self.backward = Track(self.decades, 1, "s")
        self._theory: tuple[LayerSignal, ...] | None = None
        self._drawn_theory: object = None  # with the width of its dashes
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("How strong the signal is in each layer"))
        self.decades.y.set_label(self.tr("standard deviation"))
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self._drawn_theory = None
        self.forward.restyle()
        self.backward.restyle()
        super().restyle()

    def draw_layers(self, snapshot: Snapshot, layers: Layers) -> None:
        """Draw both ways through the network."""
        self._theory = snapshot.theory
        forward = np.array([layer.A.std for layer in layers])
        backward = np.array([layer.dZ.std for layer in layers])
        expected = [[each.A, each.dZ] for each in snapshot.theory or ()]
        theory = np.array(expected or np.full((len(layers), 2), np.nan))
        lines = theory[np.isfinite(theory) & (theory > 0)]
        self.decades.fit(0.5, len(layers) + 0.5, np.concatenate((forward, backward, lines)))
        self.name_layers(*self.words(layers))
        self.forward.show_measured(forward)
        self.backward.show_measured(backward)
        self._draw_theory(theory)

    def _draw_theory(self, theory: FloatArray) -> None:
        """Draw what to expect, if that or the room for its dashes is new."""
        now = self._theory, len(theory), self.decades.view.width()
        if now != self._drawn_theory:
            self._drawn_theory = now
            self.forward.show_theory(theory[:, 0])
            self.backward.show_theory(theory[:, 1])

    def words(self, layers: Layers) -> tuple[list[str], ...]:
        """Return what stands under the names of the layers: in long, in short."""
        return ()

    def describe_layers(self, layer: LayerDiagnostics | None) -> None:
        """Give both at the pointer, else from which end to which they go."""
        self.readout.show_entries(*self.entries(layer))

    def entries(self, layer: LayerDiagnostics | None) -> list[Entry]:
        """Return the exact values of a layer, or the story of all."""
        if layer is None:
            return self._ways()
        expected = None if self._theory is None else self._theory[layer.layer - 1]
        forward = self._beside_theory(
            self.tr("forward A {std}"), layer.A.std, expected and expected.A
        )
        backward = self._beside_theory(
            self.tr("back dZ {std}"), layer.dZ.std, expected and expected.dZ
        )
        return [
            Entry(self.layer_name(layer)),
            Entry(forward, self.forward.pen),
            Entry(backward, self.backward.pen),
        ]

    def _beside_theory(self, text: str, measured: float, expected: float | None) -> str:
        text = text.format(std=numbers.figure(measured))
        if expected is None or isnan(expected):
            return text
        theory = self.tr("theory {std}").format(std=numbers.figure(expected))
        return f"{text} ({theory})"

    def _ways(self) -> list[Entry]:
        first, last = self.layers[0], self.layers[-1]
        forward = self.tr("forward A {first} → {last}").format(
            first=numbers.figure(first.A.std), last=numbers.figure(last.A.std)
        )
        backward = self.tr("back dZ {last} → {first}").format(
            first=numbers.figure(first.dZ.std), last=numbers.figure(last.dZ.std)
        )
        entries = [Entry(forward, self.forward.pen), Entry(backward, self.backward.pen)]
        if self.forward.theory.isVisible():
            entries.append(Entry(self.tr("theory"), self.forward.theory_pen))
        return entries
