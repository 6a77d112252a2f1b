"""The outline: the network as a tree, for the keyboard and for screen readers.

It speaks to the same document and the same selection as the diagram.
"""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.problem import Problem
from core.snapshot import Snapshot
from gui.diagram.target import Target
from gui.diagram.verbs import Verbs
from gui.document import Document
from gui.lazy import SnapshotPanel
from gui.panels.first_numbers import FirstNumbers
from gui.panels.outline_model import Node, OutlineModel
from gui.selection import Selection

Flag = QItemSelectionModel.SelectionFlag
Key = Qt.Key


class OutlineTree(QTreeView):
    """A tree in which keys mean what they mean in the diagram."""

    def __init__(self, verbs: Verbs) -> None:
        super().__init__(objectName="outlineTree")
        self._verbs = verbs
        self.setUniformRowHeights(True)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert, Delete, + and - change the layer of the current row; all else is Qt's."""
        model, index = self.model(), self.currentIndex()
        assert isinstance(model, OutlineModel)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and index.isValid() and self._change(event.key(), model.node(index).layer)):
            super().keyPressEvent(event)

    def _change(self, key: int, layer: int) -> bool:
        match key:
            case Key.Key_Insert:
                last = len(self._verbs.experiment.layers)
                self._verbs.add_layer(min(layer + 1, last))
            case Key.Key_Delete:
                self._verbs.remove_layers((layer,))
            case Key.Key_Plus:
                self._verbs.add_neurons((layer,), 1)
            case Key.Key_Minus:
                self._verbs.add_neurons((layer,), -1)
            case _:
                return False
        return True


class OutlinePanel(SnapshotPanel):
    """The tree, kept in step with selection, document and training."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, objectName="outlinePanel")
        self._document, self._selection = document, selection
        self._verbs = Verbs(document, self)
        self._snapshot: Snapshot | None = None
        self.model = OutlineModel(document.experiment, self)
        self.model.typed.connect(self._on_typed)
        self.model.mistyped.connect(self._on_mistyped)
        self.tree = OutlineTree(self._verbs)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(FirstNumbers(self.tree))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.selectionModel().selectionChanged.connect(self._on_selected)
        selection.changed.connect(self._show_selection)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)
        self.retranslate()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a network; layers that were open stay open. Never emits."""
        tree, model = self.tree, self.model
        rows = range(model.rowCount())
        opened = [row for row in rows if tree.isExpanded(model.index(row, 0))]
        current = tree.currentIndex().row() if not tree.currentIndex().parent().isValid() else 0
        model.show_experiment(experiment)
        if not tree.currentIndex().isValid():
            last = model.rowCount() - 1
            tree.selectionModel().setCurrentIndex(
                model.index(min(max(current, 0), last), 0), Flag.NoUpdate
            )
        for row in opened:
            tree.expand(model.index(row, 0))
        self._read()
        self._show_selection()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show live numbers. Never emits."""
        self._snapshot = snapshot
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was not shown while hidden."""
        super().showEvent(event)
        self._read()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.tree.setAccessibleName(self.tr("Outline of the network"))
        self.tree.setToolTip(self.tr("A weight or bias that is typed here counts from step 0 on."))
        self.tree.viewport().update()

    def _read(self) -> None:
        if self._snapshot is not None:
            self.model.show_snapshot(self._snapshot)
        self.tree.viewport().update()

    def _show_selection(self) -> None:
        """Select the rows of what is selected; rows of weights are no selection of ours."""
        nodes = [Node(layer) for layer in self._selection.layers if layer]
        nodes += [Node(*neuron) for neuron in self._selection.neurons]
        chosen = QItemSelection()
        for node in nodes:
            index = self.model.index_of(node)
            chosen.select(index, index)
        rows = self.tree.selectionModel()
        blocked = rows.blockSignals(True)
        rows.select(chosen, Flag.ClearAndSelect | Flag.Rows)
        rows.blockSignals(blocked)
        self.tree.viewport().update()

    def _on_selected(self) -> None:
        nodes = [self.model.node(index) for index in self.tree.selectionModel().selectedRows()]
        layers = frozenset(node.layer for node in nodes if node.neuron < 0)
        neurons = tuple((node.layer, node.neuron) for node in nodes if node.row < 0 <= node.neuron)
        if all(node.row < 0 for node in nodes):
            self._selection.select(layers, neurons)

    def _on_typed(self, node: Node, number: float) -> None:
        part = "edge" if node.row else "neuron"
        self._verbs.type_number(Target(part, node.layer, node.neuron, node.row - 1), number)

    def _on_mistyped(self, name: str) -> None:
        self._document.refused.emit(Problem(name, "wrong_type", expected=("float",), found="str"))
