"""The selection: which layers and neurons the panels talk about.

Layers are 1..L, 0 is the input; neurons are (layer, index from 0). No layer
selected means: all layers.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.by_hand import Neuron
from core.experiment import Experiment

if TYPE_CHECKING:
    from core.equations import Place

MAX_LINES = 6  # as many as there are line styles to tell them apart


class Selection(QObject):
    """Shared by diagram, panels and plots.

    Signals
    -------
    changed()
        Other layers or neurons are chosen.
    sample_changed()
        Another sample of the training set is looked at.
    pointed_changed()
        Another layer's formula is pointed at, or none any more.
    lit_changed()
        Another equation is gone through, or none any more.
    """

    changed = Signal()
    sample_changed = Signal()
    pointed_changed = Signal()
    lit_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers: frozenset[int] = frozenset()
        self._neurons: tuple[Neuron, ...] = ()
        self._sample = self._pointed = 0
        self._lit: tuple[Place, ...] = ()

    @property
    def layers(self) -> frozenset[int]:
        """Selected layers; empty means all."""
        return self._layers

    @property
    def neurons(self) -> tuple[Neuron, ...]:
        """The chosen neurons, in the order of choosing."""
        return self._neurons

    @property
    def lines(self) -> tuple[Neuron, ...]:
        """The neurons that have a line of their own, by its number: the six chosen last.

        A seventh takes the line of the first; the others keep theirs.
        """
        each = (self._neurons[number::MAX_LINES] for number in range(MAX_LINES))
        return tuple(neurons[-1] for neurons in each if neurons)

    @property
    def sample(self) -> int:
        """The sample that is looked at, from 0; data may have fewer: then the last is meant."""
        return self._sample

    def set_sample(self, sample: int) -> None:
        """Look at another sample."""
        if sample != self._sample:
            self._sample = sample
            self.sample_changed.emit()

    @property
    def pointed(self) -> int:
        """The layer whose formula is pointed at; 0: none."""
        return self._pointed

    def point(self, layer: int) -> None:
        """Point at the formula of a layer, or (0) no longer at any."""
        if layer != self._pointed:
            self._pointed = layer
            self.pointed_changed.emit()

    @property
    def lit(self) -> "tuple[Place, ...]":
        """What the equation speaks of that is gone through, its result first; empty: none is."""
        return self._lit

    def light(self, places: "tuple[Place, ...]") -> None:
        """Light these places in the diagram."""
        if places != self._lit:
            self._lit = places
            self.lit_changed.emit()

    def set_layers(self, layers: frozenset[int]) -> None:
        """Select these layers."""
        self._set(layers, self._neurons)

    def select(self, layers: frozenset[int], neurons: tuple[Neuron, ...]) -> None:
        """Select these layers and choose these neurons."""
        self._set(layers, neurons)

    def toggle_neuron(self, neuron: Neuron) -> None:
        """Choose a neuron, or stop choosing it."""
        if neuron in self._neurons:
            neurons = tuple(other for other in self._neurons if other != neuron)
        else:
            neurons = (*self._neurons, neuron)
        self._set(self._layers, neurons)

    def clear(self) -> None:
        """Select nothing: all layers, no neuron; light nothing."""
        self.light(())
        self._set(frozenset(), ())

    def make_room(self, place: int) -> None:
        """Stay with the same layers and neurons, after another layer has become layer `place`."""
        layers = frozenset(layer + (layer >= place) for layer in self._layers)
        neurons = tuple((layer + (layer >= place), index) for layer, index in self._neurons)
        self._set(layers, neurons)

    def fit(self, experiment: Experiment) -> None:
        """Drop what the experiment no longer has."""
        sizes = experiment.sizes()
        layers = frozenset(layer for layer in self._layers if layer < len(sizes))
        neurons = tuple(
            (layer, index)
            for layer, index in self._neurons
            if layer < len(sizes) and index < sizes[layer]
        )
        self._set(layers, neurons)

    def _set(self, layers: frozenset[int], neurons: tuple[Neuron, ...]) -> None:
        if (layers, neurons) != (self._layers, self._neurons):
            self._layers, self._neurons = layers, neurons
            self.changed.emit()
