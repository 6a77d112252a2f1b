"""The scene mirrors the document: one dict from layer to its items, nothing else holds them.

Values change often and only repaint; places change when the sizes, the room,
the type or the names change.
"""

from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QGraphicsScene

from core.experiment import Experiment
from core.snapshot import FloatArray, Snapshot
from gui import theme
from gui.diagram import words
from gui.diagram.captions import CaptionsItem, width_of
from gui.diagram.edges import Edge, EdgesItem
from gui.diagram.fans import FansItem
from gui.diagram.header import HeaderItem
from gui.diagram.insert import InsertItem
from gui.diagram.item import DiagramItem
from gui.diagram.layout import arrange
from gui.diagram.lit import LitItem
from gui.diagram.marks import FocusRing
from gui.diagram.neuron import NeuronsItem
from gui.diagram.pictures import PICTURES, PictureName
from gui.diagram.probe import Probe
from gui.diagram.target import EMPTY, Target, center_of, gap_at, target_at
from gui.diagram.twins import NO_TWINS, Twins
from gui.diagram.values import Values
from gui.selection import Selection

Room = tuple[float, float]

ROOM = (640.0, 400.0)  # until the view has a size
EDGE_BUDGET = 800  # drawn while training; all of them as soon as it pauses
FEWEST = 12  # of one pair of layers
EDGE_REACH = 5.0  # px from the pointer


class LayerItems(NamedTuple):
    """What stands for one layer; the input has no edges and no "+" before it."""

    header: HeaderItem
    neurons: NeuronsItem
    edges: EdgesItem | None
    insert: InsertItem | None

    def present(self) -> list[DiagramItem]:
        """Return the items that there are."""
        return [item for item in self if item is not None]


class DiagramScene(QGraphicsScene):
    """The items of one experiment, and its newest numbers.

    Signals
    -------
    arranged()
        Everything stands somewhere else: `layout_` is new.
    """

    arranged = Signal()

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers: dict[int, LayerItems] = {}
        self._features, self._targets, self._ring = CaptionsItem(-1), CaptionsItem(1), FocusRing()
        self.fans, self._lit = FansItem(), LitItem()
        for item in (self._features, self._targets, self._ring, self.fans, self._lit):
            self.addItem(item)
        self.probe = Probe(self)
        self._snapshot: Snapshot | None = None
        self.hovered = EMPTY
        self._focus: Target | None = None
        self._gap: int | None = None
        self.picture, self.sample = PICTURES["weights"], 0
        self._twins: dict[int, Twins] = {}
        self._room, self._bar = ROOM, 0.0
        self.held_scale: float | None = None  # kept, whatever the sizes become
        self.experiment, self.sizes = experiment, experiment.sizes()
        self.values = Values(None, self.sizes)
        self._arrange()

    # Structure

    def show_experiment(self, experiment: Experiment) -> None:
        """Mirror an experiment; the same sizes keep their places."""
        before, self.experiment = self.experiment, experiment
        sizes = experiment.sizes()
        if sizes != self.sizes:
            self.sizes, self.values = sizes, Values(self._snapshot, sizes)
            self._arrange()
        elif experiment.layers != before.layers:
            for place, items in self._layers.items():
                if words.header_texts(experiment, place, sizes) != items.header.texts:
                    self._place_header(place)

    def set_room(self, room: Room, bar: float) -> None:
        """Place everything in a room of (width, height), `bar` px less if it must scroll."""
        self._room, self._bar = room, bar
        self._arrange()

    def _arrange(self) -> None:
        self.names = names = self.values.names()
        captions = (width_of(names[0]), width_of(names[1]))
        self.layout_ = arrange(
            self.sizes, self._room, theme.zoom(), captions, self._bar, self.held_scale
        )
        self._mirror()
        for place in range(len(self.sizes)):
            self._place(place)
        self._features.place(self.layout_.columns[0], names[0])
        self._targets.place(self.layout_.columns[-1], names[1])
        self.setSceneRect(0, 0, self.layout_.width, self.layout_.height)
        self.probe.show_focus(None)  # its neuron may be gone; the view rings the focus again
        self.leave()
        self._show_values(all_edges=True)
        self.arranged.emit()

    def _mirror(self) -> None:
        """Have items for exactly the layers that there are."""
        for place in range(len(self._layers), len(self.sizes)):
            between = (EdgesItem(), InsertItem()) if place else (None, None)
            self._layers[place] = LayerItems(HeaderItem(), NeuronsItem(), *between)
            for item in self._layers[place].present():
                self.addItem(item)
        for place in range(len(self.sizes), len(self._layers)):
            for item in self._layers.pop(place).present():
                self.removeItem(item)

    def _place(self, place: int) -> None:
        items, layout = self._layers[place], self.layout_
        column = layout.columns[place]
        self._place_header(place)
        items.neurons.place(column, words.more(column.hidden))
        if items.edges and items.insert:
            items.edges.place(layout.columns[place - 1], column)
            has_room = not words.full(self.experiment)
            items.insert.place(layout.insert_point(place), layout.insert_radius, has_room)

    def _place_header(self, place: int) -> None:
        texts = words.header_texts(self.experiment, place, self.sizes)
        self._layers[place].header.place(self.layout_, place, texts)

    # Values

    def show_snapshot(self, snapshot: Snapshot, all_edges: bool) -> None:
        """Show the numbers of a snapshot, perhaps only the strongest of very many edges."""
        self._snapshot = snapshot
        self.values = Values(snapshot, self.sizes)
        if self.values.names() != self.names:
            self._arrange()
        self._show_values(all_edges)

    def show_picture(self, name: PictureName, sample: int) -> None:
        """Say something else, where it is one sample's that of this one."""
        self.picture, self.sample = PICTURES[name], sample
        self._show_values(all_edges=True)

    def show_sample(self, sample: int) -> None:
        """Look at another sample of the training set."""
        self.sample = sample
        self._show_values(all_edges=True)

    def show_all_edges(self) -> None:
        """Draw what was left out while training."""
        self._show_values(all_edges=True)

    def _show_values(self, all_edges: bool) -> None:
        most = None if all_edges else max(FEWEST, EDGE_BUDGET // len(self._layers))
        for place, items in self._layers.items():
            filling = self.picture.filling
            items.neurons.show_fills(filling, self._fills(place))
            if items.edges:
                shown = self.values.edges(self.picture.name, place)
                items.edges.show_numbers(shown, most, self.picture.scale)
                self._twins[place] = self.values.twins(place)
                items.neurons.show_twins(self._twins[place])
                items.neurons.show_silence(self.values.silence(place))
        self.probe.refresh()

    def _fills(self, place: int) -> FloatArray | None:
        """Return what fills the neurons of a layer in the present picture."""
        match self.picture.filling:
            case "activation":
                return self.values.activations(self.sample, place)
            case "map":
                return self.values.maps(place)
            case "gradient":
                return self.values.norms(place)

    # What the user points at and works on

    def show_selection(self, selection: Selection) -> None:
        """Tint the selected layers, ring the chosen neurons, light the present equation."""
        self._lit.show_places(self.layout_, selection.lit)
        self.fans.show_selection(self.layout_, selection, self.experiment.fans())
        lines = {neuron: line for line, neuron in enumerate(selection.lines)}
        chosen = {neuron: lines.get(neuron) for neuron in selection.neurons}
        for place, items in self._layers.items():
            items.header.show_selected(place in selection.layers)
            items.neurons.show_chosen(
                {index: line for (layer, index), line in chosen.items() if layer == place}
            )

    def show_focus(self, focus: Target | None) -> None:
        """Ring what has the keyboard's focus and read it; offer a "+" on both sides of a header."""
        self._focus = focus
        self._ring.setVisible(focus is not None)
        if focus is not None and focus.part == "neuron":
            radius = self.layout_.columns[focus.layer].radius
            self._ring.around_neuron(self.center_of(focus), radius)
        elif focus is not None:
            self._ring.around_header(self._layers[focus.layer].header.boundingRect())
        self.probe.show_focus(focus)
        self._show_near()

    def hover(self, at: QPointF) -> None:
        """Tint the control under the pointer, read the number there, offer the nearest "+"."""
        self.hovered = target_at(self.layout_, at.x(), at.y())
        self._gap = gap_at(self.layout_, at.x())
        self.probe.touch(self.hovered, at)
        self._show_near()

    def leave(self) -> None:
        """Forget the pointer."""
        self.hovered, self._gap = EMPTY, None
        self.probe.leave()
        self._show_near()

    def _show_near(self) -> None:
        places = {self._gap}
        if self._focus is not None and self._focus.part == "name":
            places |= {self._focus.layer, self._focus.layer + 1}
        for place, items in self._layers.items():
            part = self.hovered.part if self.hovered.layer == place else ""
            items.header.show_hovered(part)
            if items.insert:
                items.insert.setVisible(place in places)
                items.insert.show_hovered(part == "insert")

    def center_of(self, target: Target) -> tuple[float, float]:
        """Return the middle of a target."""
        return center_of(self.layout_, target)

    def target_at(self, at: QPointF) -> Target:
        """Return what is at a point; an edge only where nothing else is."""
        target = target_at(self.layout_, at.x(), at.y())
        found = self.edge_at(at) if target == EMPTY else None
        if found is not None and found[0] == 1 and self.experiment.filter() is not None:
            return target  # no number of its own to type
        return target if found is None else Target("edge", found[0], found[1].row, found[1].column)

    def edge_at(self, at: QPointF) -> tuple[int, Edge] | None:
        """Return the edge at a point between two columns, with the layer it leads into."""
        columns = self.layout_.columns
        for place in range(1, len(columns)):
            edges = self._layers[place].edges
            if edges and columns[place - 1].x <= at.x() <= columns[place].x:
                edge = edges.edge_at(at.x(), at.y(), EDGE_REACH / self.layout_.scale)
                return edge and (place, edge)
        return None

    # Words

    def describe(self, target: Target) -> str:
        """Return a header or a neuron in one line."""
        if target.part == "neuron":
            return self.neuron_text(target.layer, target.index)
        return words.layer(self.experiment, target.layer, self.sizes)

    def tip(self, target: Target) -> str:
        """Return the tooltip of a target; the number of a neuron is shown by the probe."""
        if target.part == "neuron":
            return "" if target.layer else self.names[0][target.index]
        return words.tip(self.experiment, target, self.sizes)

    def neuron_text(self, place: int, index: int) -> str:
        """Return a neuron in one line, with its number."""
        passed = None
        if self.picture.filling == "activation":
            passed = self.values.activation(self.sample, place, index)
        if place == 0:
            return words.feature(self.names[0][index], passed)
        twins = self._twins.get(place, NO_TWINS).others.get(index, 0)
        norm, layers = self.values.norm(place, index), len(self.experiment.layers)
        text = words.neuron(place, index, layers, norm, twins, passed)
        silence = self.values.silence(place)
        is_relu = self.experiment.layers[place - 1].activation == "relu"
        return words.silent(text, silence[index], is_relu) if silence else text
