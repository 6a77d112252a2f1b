"""The outline: the network as a tree, for the keyboard and for screen readers.

It speaks to the same document and the same selection as the diagram.
"""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.problem import Problem
from core.snapshot import Snapshot
from gui.diagram.target import EMPTY, Target
from gui.diagram.verbs import Verbs
from gui.diagram.view import DiagramView
from gui.document import Document
from gui.lazy import SnapshotPanel
from gui.panels.first_numbers import FirstNumbers
from gui.panels.outline_model import Node, OutlineModel
from gui.selection import Selection

Flag = QItemSelectionModel.SelectionFlag


class OutlineTree(QTreeView):
    """A tree in which keys and menu are those of the diagram."""

    def __init__(self, diagram: DiagramView) -> None:
        super().__init__(objectName="outlineTree")
        self._diagram = diagram
        self.setUniformRowHeights(True)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change what the current row stands for; what is no verb is Qt's."""
        self._attend(self.currentIndex())
        if not self._diagram.keyboard.act(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the verbs for the row under the pointer, or for the current one."""
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        row = self.visualRect(index)
        at = self.viewport().mapToGlobal(row.bottomLeft()) if by_keyboard else event.globalPos()
        self._diagram.menus.open_for(self._attend(index), at)

    def _attend(self, index: QModelIndex) -> Target:
        """Let the verbs act on a row, and return it."""
        target, model = EMPTY, self.model()
        if index.isValid() and isinstance(model, OutlineModel):
            target = model.node(index).target
            self._diagram.editor.attend(_focused(target))
        return target


def _focused(target: Target) -> Target:
    """Return what has the focus of the diagram for a row: of an edge the neuron it leads into."""
    return target._replace(part="neuron", source=0) if target.part == "edge" else target


class OutlinePanel(SnapshotPanel):
    """The tree, kept in step with selection, document and training."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        diagram: DiagramView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, objectName="outlinePanel")
        self._document, self._selection = document, selection
        self._verbs = Verbs(document, self)
        self._snapshot: Snapshot | None = None
        self.model = OutlineModel(document.experiment, self)
        self.model.typed.connect(self._on_typed)
        self.model.mistyped.connect(self._on_mistyped)
        self.tree = OutlineTree(diagram)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(FirstNumbers(self.tree))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.selectionModel().selectionChanged.connect(self._on_selected)
        selection.changed.connect(self._follow_selection)
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

    def _follow_selection(self) -> None:
        """Show what is selected, and go there if it was selected elsewhere."""
        self._show_selection()
        rows = self.tree.selectionModel()
        selected = rows.selectedRows()
        if selected and not rows.isRowSelected(
            rows.currentIndex().row(), rows.currentIndex().parent()
        ):
            rows.setCurrentIndex(selected[0], Flag.NoUpdate)

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
        self._verbs.type_number(node.target, number)

    def _on_mistyped(self, name: str) -> None:
        self._document.refused.emit(Problem(name, "wrong_type", expected=("float",), found="str"))
