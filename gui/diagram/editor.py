"""The editor: which layers the verbs act on, and where focus and selection are afterwards."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from core.by_hand import first_numbers
from core.copied import read_layers, write_layers
from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.layer import ActivationName, Layer
from gui.diagram import words
from gui.diagram.focus import FIRST, STEPS, kept, moved
from gui.diagram.layout import Layout
from gui.diagram.target import Target
from gui.diagram.verbs import Verbs, number_at
from gui.document import Document
from gui.selection import Neuron, Selection


class Editor(QObject):
    """Mouse, keyboard and menus all speak to this.

    Verbs act on the layer that has the focus, together with the other selected
    layers if it is one of them; without a focus on what is selected.

    Signals
    -------
    focus_changed()
    """

    focus_changed = Signal()

    def __init__(self, document: Document, selection: Selection, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._verbs = Verbs(document, self)
        self._focus: Target | None = None
        self._layers = selection.layers  # as they were at the last change
        selection.changed.connect(self._follow_selection)

    @property
    def focus(self) -> Target | None:
        """What the keyboard is on: a header (part `name`) or a neuron."""
        return self._focus

    @property
    def output(self) -> int:
        """The number of the last layer."""
        return len(self._document.experiment.layers)

    def layers(self) -> tuple[int, ...]:
        """Return the layers that a verb acts on; the input is none of them."""
        selected = self._selection.layers
        if self._focus is not None and self._focus.layer not in selected:
            selected = frozenset({self._focus.layer})
        return tuple(sorted(layer for layer in selected if layer > 0))

    def layers_with(self, layer: int) -> tuple[int, ...]:
        """Return the layers that a choice made at `layer` is for: with it all acted on."""
        layers = self.layers()
        return layers if layer in layers else (layer,)

    # Focus and selection

    def focus_on(self, focus: Target, extend: bool = False) -> None:
        """Go to a header, which selects its layer, or to a neuron, which selects nothing.

        `extend` adds the layer to the selection, or takes it out.
        """
        self._focus = focus
        if focus.part == "name":
            layers = frozenset({focus.layer} if focus.layer else ())
            self._selection.set_layers(self._selection.layers ^ layers if extend else layers)
        self.focus_changed.emit()

    def attend(self, focus: Target) -> None:
        """Let the verbs act on what has the focus elsewhere; the selection stays."""
        self._focus = focus
        self.focus_changed.emit()

    def extend_to(self, focus: Target) -> None:
        """Select all layers, or choose all neurons of a layer, from the present focus to there."""
        if focus.part == "neuron":
            self._choose_to(focus)
            return
        first = focus.layer if self._focus is None else self._focus.layer
        low, high = sorted((first, focus.layer))
        self._focus = Target("name", focus.layer)
        between = frozenset(range(max(low, 1), high + 1))
        self._selection.set_layers(self._selection.layers | between)
        self.focus_changed.emit()

    def _choose_to(self, neuron: Target) -> None:
        before, layer = self._focus, neuron.layer
        beside = before is not None and (before.part, before.layer) == ("neuron", layer)
        low, high = sorted((before.index if before and beside else neuron.index, neuron.index))
        self._focus = neuron
        if layer:
            between = [Target("neuron", layer, index) for index in range(low, high + 1)]
            self.select(between, extend=True)
        self.focus_changed.emit()

    def select(self, targets: Collection[Target], extend: bool = False) -> None:
        """Select the layers whose headers are among these, else choose the neurons.

        `extend` leaves selected what was.
        """
        layers = frozenset(one.layer for one in targets if one.part == "name" and one.layer)
        neurons = [(one.layer, one.index) for one in targets if one.part == "neuron" and one.layer]
        before = self._selection
        kept = before.neurons if extend or layers else ()
        chosen = kept if layers else tuple(dict.fromkeys((*kept, *neurons)))
        self._selection.select(layers | before.layers if extend else layers, chosen)

    def select_all(self) -> None:
        """Select every layer."""
        self._selection.set_layers(frozenset(range(1, self.output + 1)))

    def enter(self) -> None:
        """Begin at the first layer, unless the keyboard has been here before."""
        if self._focus is None:
            self._focus = FIRST
        self.focus_changed.emit()

    def move(self, layout: Layout, key: int, extend: bool = False) -> None:
        """Go where an arrow key, Home or End leads; the first arrow key only enters.

        `extend` selects the layers on the way.
        """
        enters = self._focus is None and key in STEPS
        focus = FIRST if enters else moved(layout, self._focus or FIRST, key)
        if extend and focus.part == (self._focus or focus).part:
            self.extend_to(focus)
        else:
            self.focus_on(focus)

    def keep(self, layout: Layout) -> None:
        """Stay near, after the network has changed."""
        if self._focus is not None:
            self._focus = kept(layout, self._focus)
            self.focus_changed.emit()

    def leave(self) -> None:
        """Select nothing: the verbs act on no layer."""
        self._focus = None
        self._selection.clear()
        self.focus_changed.emit()

    def toggle(self, neuron: Target) -> None:
        """Choose a neuron, or let it go; the input has no gradient to plot."""
        self.focus_on(neuron)
        if neuron.layer > 0:
            self._selection.toggle_neuron((neuron.layer, neuron.index))

    def is_chosen(self, neuron: Target) -> bool:
        """Say whether a neuron is chosen."""
        return (neuron.layer, neuron.index) in self._selection.neurons

    def has_line(self, neuron: Target) -> bool:
        """Say whether a neuron has a line of its own."""
        return (neuron.layer, neuron.index) in self._selection.lines

    def neurons_with(self, neuron: Target) -> tuple[Neuron, ...]:
        """Return the neurons that a choice made at one is for: with it all that are chosen."""
        one = neuron.layer, neuron.index
        return self._selection.neurons if one in self._selection.neurons else (one,)

    def _follow_selection(self) -> None:
        """Let a layer that was selected elsewhere be the one the verbs act on."""
        layers, before = self._selection.layers, self._layers
        self._layers = layers
        if layers == before:
            return
        if layers and (self._focus is None or self._focus.layer not in layers):
            self._focus = Target("name", min(layers))
            self.focus_changed.emit()

    # Verbs

    def add_layer(self, place: int | None = None) -> None:
        """Insert a layer at `place`, or after the focus, and go to it; the selection stays."""
        if place is None:
            after = self.output if self._focus is None else self._focus.layer + 1
            place = min(after, self.output)
        if self._verbs.add_layer(place):
            self._selection.make_room(place)
            self._focus = Target("name", place)
            self.focus_changed.emit()

    def remove_layers(self) -> None:
        """Remove the layers acted on; nothing is selected then."""
        layers = self.layers()
        if layers and self._verbs.remove_layers(layers):
            self._selection.set_layers(frozenset())

    def copy_layers(self) -> None:
        """Put the layers acted on, the output not, on the clipboard."""
        layers = self._hidden_layers()
        if layers:
            chosen = [self._document.experiment.layers[place - 1] for place in layers]
            QGuiApplication.clipboard().setText(write_layers(chosen))

    def cut_layers(self) -> None:
        """Copy the layers acted on, and remove them."""
        self.copy_layers()
        layers = self._hidden_layers()
        if layers and self._verbs.cut_layers(layers):
            self._selection.set_layers(frozenset())

    def paste_layers(self) -> None:
        """Insert the layers on the clipboard after those acted on, or before the output."""
        text = QGuiApplication.clipboard().text()
        self._insert(lambda _experiment: read_layers(text))

    def duplicate_layers(self) -> None:
        """Insert the layers acted on once more, after them."""
        layers = self._hidden_layers()
        if layers:
            self._insert(lambda now: [now.layers[place - 1] for place in layers])

    def move_layer(self, place: int, to: int) -> None:
        """Let a hidden layer stand at another place, and go there with it."""
        if place != to and self._verbs.move_layer(place, to):
            self.focus_on(Target("name", to))

    def shift_layer(self, step: int) -> None:
        """Let the layer that has the focus change places with a neighbour."""
        if self._focus is not None and self._focus.layer > 0:
            place = self._focus.layer
            self.move_layer(place, max(1, min(place + step, self.output)))

    def _hidden_layers(self) -> tuple[int, ...]:
        return tuple(layer for layer in self.layers() if layer < self.output)

    def _insert(self, read: Callable[[Experiment], Sequence[Layer]]) -> None:
        before = self.output
        place = min(max(self.layers(), default=before) + 1, before)
        if self._verbs.insert_layers(place, read):
            added = self.output - before
            self._focus = Target("name", place)
            self._selection.set_layers(frozenset(range(place, place + added)))
            self.focus_changed.emit()

    def add_neurons(self, count: int, layer: int | None = None) -> None:
        """Add neurons to one layer, or to those acted on; a negative count removes."""
        self._verbs.add_neurons(self.layers() if layer is None else (layer,), count)

    def set_units(self, layer: int, units: int) -> None:
        """Give a layer this many neurons."""
        self._verbs.set_units(layer, units)

    def resizing(self, layer: int) -> Callable[[int], None]:
        """Return what gives a layer its number of neurons, all calls together one edit."""
        return self._verbs.resizing(layer)

    def set_activation(self, layers: Collection[int], name: ActivationName) -> None:
        """Give layers an activation."""
        self._verbs.set_activation(layers, name)

    def set_filter(self, side: int | None) -> None:
        """Let layer 1 share a filter, or be dense."""
        self._verbs.set_filter(side)

    def first_number(self, target: Target) -> float:
        """Return what an edge or a bias begins with."""
        part, place = number_at(target)
        numbers = first_numbers(self._document.experiment, target.layer, part)
        return float(numbers[place])

    def symbol(self, target: Target) -> str:
        """Return what is typed at a target."""
        several = len(self.neurons_with(target)) if target.part == "neuron" else 1
        return words.biases(several) if several > 1 else words.symbol(target)

    def type_number(self, target: Target, number: float) -> None:
        """Let an edge, or the bias of a neuron and of those chosen with it, begin with a number."""
        if target.part == "neuron":
            self._verbs.type_biases(self.neurons_with(target), number)
        else:
            self._verbs.type_number(target, number)

    def paint(self, neuron: Target, rule: AnyInitializer) -> None:
        """Let the weights into a neuron, and those chosen with it, begin as a rule draws them."""
        self._verbs.paint(self.neurons_with(neuron), rule)

    def nudge(self, target: Target) -> None:
        """Let an edge or a bias begin a little larger."""
        self._verbs.nudge(target)
