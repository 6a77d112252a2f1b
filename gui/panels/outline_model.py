"""The model of the outline: layers, their neurons, their biases and weights, as a tree.

Nothing is stored: an index says which number it stands for, and the number is
read from the newest snapshot when it is asked for.
"""

from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.by_hand import Part, Place, first_numbers
from core.experiment import Experiment, parameter_counts
from core.fields import MAX_UNITS
from core.snapshot import Snapshot
from gui import numbers
from gui.diagram import words
from gui.diagram.target import Target
from gui.diagram.values import Values
from gui.labels import layer_name

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
SPAN = 2 * MAX_UNITS  # of the ids of one layer's indices


class Node(NamedTuple):
    """What a row stands for: a layer; with a neuron, that; with an input, its bias or a weight.

    `neuron` and `row` are -1 where there is none. Row 0 below a neuron is its bias, row
    k its weight from neuron k of the layer before.
    """

    layer: int
    neuron: int = -1
    row: int = -1

    @property
    def number(self) -> tuple[Part, Place] | None:
        """Which number can be typed here."""
        if self.row < 0:
            return None
        return (
            ("weights", (self.neuron, self.row - 1)) if self.row else ("biases", (self.neuron, 0))
        )

    @property
    def target(self) -> Target:
        """What stands for it in the diagram; a bias is its neuron's."""
        if self.neuron < 0:
            return Target("name", self.layer)
        if self.row < 1:
            return Target("neuron", self.layer, self.neuron)
        return Target("edge", self.layer, self.neuron, self.row - 1)


class OutlineModel(QAbstractItemModel):
    """Two columns: the name, and what is known of it now.

    Signals
    -------
    typed(Node, float)
        Another first number for a weight or bias.
    mistyped(str)
        What was typed for this is no number.
    """

    typed = Signal(object, float)
    mistyped = Signal(str)

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._experiment, self._sizes = experiment, experiment.sizes()
        self._shapes = experiment.shapes()
        self._values = Values(None, self._sizes)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show another network; of the same sizes only its words change."""
        self._experiment, sizes, shapes = experiment, experiment.sizes(), experiment.shapes()
        if (sizes, shapes) != (self._sizes, self._shapes):
            self.beginResetModel()
            self._sizes, self._shapes, self._values = sizes, shapes, Values(None, sizes)
            self.endResetModel()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Read from another snapshot; whoever draws does so anew."""
        self._values = Values(snapshot, self._sizes)

    def node(self, index: Index) -> Node:
        """Return what an index stands for."""
        layer, rest = divmod(index.internalId(), SPAN)
        if not layer:
            return Node(index.row() + 1)
        return Node(layer, rest - 1, index.row()) if rest else Node(layer, index.row())

    def index_of(self, node: Node) -> QModelIndex:
        """Return the index of a node, in the first column."""
        if node.neuron < 0:
            return self.createIndex(node.layer - 1, 0, 0)
        if node.row < 0:
            return self.createIndex(node.neuron, 0, node.layer * SPAN)
        return self.createIndex(node.row, 0, node.layer * SPAN + node.neuron + 1)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Return the index of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        node = self.node(parent)
        return self.createIndex(row, column, node.layer * SPAN + node.neuron + 1)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:
        """Return the layer of a neuron, the neuron of a weight."""
        node = self.node(index) if index.isValid() else Node(0)
        if node.neuron < 0:
            return QModelIndex()
        return self.index_of(Node(node.layer) if node.row < 0 else node._replace(row=-1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of layers, of a layer's neurons, of a neuron's numbers."""
        if not parent.isValid():
            return len(self._sizes) - 1
        node = self.node(parent)
        if parent.column() or node.row >= 0:
            return 0
        neurons, weights = self._shapes[node.layer - 1]
        return neurons if node.neuron < 0 else 1 + weights

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return 2: name and number."""
        return 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let weights and biases be typed."""
        flags = super().flags(index)
        is_number = index.isValid() and index.column() and self.node(index).number
        return flags | Qt.ItemFlag.ItemIsEditable if is_number else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Return the titles of the columns."""
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if not section:
            return self.tr("Name")
        count = sum(parameter_counts(self._experiment))
        return self.tr("Value ({count} parameters in all)").format(count=numbers.whole(count))

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a row's name, what is known of it, or the first number to edit."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Role.EditRole and node.number:
            part, place = node.number
            return numbers.exact(first_numbers(self._experiment, node.layer, part)[place])
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        return self._value(node) if index.column() else self._name(node)

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Ask for a typed first number; text that nobody changed asks for nothing."""
        if str(value) == self.data(index, Role.EditRole):
            return False
        node, number = self.node(index), numbers.parse(str(value))
        if number is None:
            self.mistyped.emit(self._name(node))
            return False
        self.typed.emit(node, number)
        return True

    def _name(self, node: Node) -> str:
        if node.neuron < 0:
            return layer_name(node.layer, len(self._sizes) - 1)
        if node.row < 0:
            return self.tr("Neuron {}").format(numbers.whole(node.neuron + 1))
        return words.symbol(node.target)

    def _value(self, node: Node) -> str:
        if node.neuron < 0:
            return ", ".join(words.of_layer(self._experiment, node.layer))
        if node.row < 0:
            norm = self._values.norm(node.layer, node.neuron)
            text = self.tr("|gradient| = {}")
            return "" if norm is None else text.format(numbers.figure(norm))
        number = self._values.parameter(node.layer, node.neuron, node.row - 1)
        return "" if number is None else numbers.figure(number)
