"""The matrix panel: the first weights and biases of one layer as a table to edit."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QVBoxLayout, QWidget

from core.by_hand import first_rows, type_cells
from core.experiment import Experiment
from core.pasted import read_table
from core.problem import Problem
from gui import labels, theme
from gui.document import Document
from gui.lazy import SnapshotPanel
from gui.panels.complaint import complain
from gui.panels.editors import Combo
from gui.panels.first_numbers import FirstNumbers
from gui.panels.matrix_model import Cells, MatrixModel
from gui.selection import Selection

Keys = QKeySequence.StandardKey


class MatrixTable(QTableView):
    """A table that copies cells to a spreadsheet and pastes them from one.

    Signals
    -------
    pasted(str)
    """

    pasted = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Keep copying and pasting for this table."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and _is_for_clipboard(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and paste; all else is Qt's."""
        if event.matches(Keys.Copy):
            QApplication.clipboard().setText(self._selected_text())
        elif event.matches(Keys.Paste):
            self.pasted.emit(QApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def _selected_text(self) -> str:
        """Return the cells from the first to the last selected one, all their digits."""
        cells, model = self.selectionModel().selectedIndexes(), self.model()
        rows, columns = ({cell.row() for cell in cells}, {cell.column() for cell in cells})
        assert isinstance(model, MatrixModel)
        return "\n".join(
            "\t".join(repr(model.rows[row][column]) for column in sorted(columns))
            for row in sorted(rows)
        )


def _is_for_clipboard(event: QKeyEvent) -> bool:
    return event.matches(Keys.Copy) or event.matches(Keys.Paste)


class MatrixPanel(SnapshotPanel):
    """Shows the first of the selected layers; every change is one undoable edit."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, objectName="matrixPanel")
        self._document, self._selection = document, selection
        self._experiment = document.experiment
        self.layer = 1
        self._choice = Combo(self, "matrixLayerCombo")
        self._choice.currentIndexChanged.connect(self._on_layer_chosen)
        self._hint = QLabel(wordWrap=True)
        self.model = MatrixModel(self)
        self.model.typed.connect(self._on_typed)
        self.model.mistyped.connect(self._on_mistyped)
        self.table = MatrixTable(objectName="matrixTable", tabKeyNavigation=False)
        self.table.setModel(self.model)
        self.table.setItemDelegate(FirstNumbers(self.table))
        self.table.pasted.connect(self._on_pasted)
        selection.changed.connect(self._show)
        self._column = QVBoxLayout(self)
        for widget in (self._choice, self._hint, self.table):
            self._column.addWidget(widget)
        self.retranslate()
        self.restyle()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the first numbers of the layer that is chosen. Never emits."""
        self._experiment = experiment
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was not shown while hidden."""
        super().showEvent(event)
        self._show()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._choice.setAccessibleName(self.tr("Layer"))
        self.table.setAccessibleName(self.tr("First weights and biases"))
        self._hint.setText(
            self.tr("At step 0, a row a neuron. Type a number, or paste from a spreadsheet.")
        )
        self._show()

    def restyle(self) -> None:
        """Keep the margins of the grid."""
        self._column.setContentsMargins(*[theme.GRID] * 4)
        self._column.setSpacing(theme.GRID)
        self.table.resizeColumnsToContents()

    def _show(self) -> None:
        last = len(self._experiment.layers)
        self.layer = min(min(self._selection.layers - {0}, default=self.layer), last)
        self._choice.fill({one: labels.layer_name(one, last) for one in range(1, last + 1)})
        self._choice.show_value(self.layer)
        if self.isVisible():
            self.model.show_rows(first_rows(self._experiment, self.layer).tolist())
            self.table.resizeColumnsToContents()

    def _on_layer_chosen(self, index: int) -> None:
        self._selection.set_layers(frozenset({self._choice.itemData(index)}))

    def _on_typed(self, cells: Cells) -> None:
        self._edit(cells, self.tr("Type a number"))

    def _on_mistyped(self, row: int, column: int) -> None:
        is_bias = column == self.model.columnCount() - 1
        place = (
            f"b{self.layer}[{row + 1}]" if is_bias else f"W{self.layer}[{row + 1}, {column + 1}]"
        )
        problem = Problem(place, "wrong_type", expected=("float",), found="str")
        self._document.refused.emit(problem)

    def _on_pasted(self, text: str) -> None:
        try:
            cells = self._placed(read_table(text))
        except Problem as problem:
            self._document.refused.emit(problem)
            cell = self.table.visualRect(self.table.currentIndex())
            room = cell.translated(self.table.viewport().pos())
            complain(self.table, labels.problem_text(problem), room)
            return
        self._edit(cells, self.tr("Paste numbers"))

    def _placed(self, table: tuple[tuple[float, ...], ...]) -> Cells:
        """Return the cells that a table covers from the current one on."""
        current = self.table.currentIndex()
        top, left = max(current.row(), 0), max(current.column(), 0)
        rows, columns = self.model.rowCount() - top, self.model.columnCount() - left
        found_rows, found_columns = len(table), len(table[0])
        if found_rows > rows or found_columns > columns:
            raise Problem(
                "", "paste_shape", found_rows=found_rows, found_columns=found_columns,
                rows=rows, columns=columns,
            )  # fmt: skip
        return {
            (top + row, left + column): number
            for row, line in enumerate(table)
            for column, number in enumerate(line)
        }

    def _edit(self, cells: Cells, text: str) -> None:
        try:
            self._document.edit(type_cells(self._document.experiment, self.layer, cells), text)
        except Problem as problem:
            self._document.refused.emit(problem)
