"""The ending in a table: a row a step, the sizes of each layer, what went first marked."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.ending import Ending
from gui import numbers, theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
ROWS = 10  # seen at once


class EndingModel(QAbstractTableModel):
    """Loss, and |Z|, |dW| and the new |W| of every layer, in the order of a step."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps: list[int] = []
        self._names: list[str] = []
        self._rows: list[list[float]] = []

    def show_ending(self, ending: Ending | None) -> None:
        """Show the last steps of a run."""
        self.beginResetModel()
        sizes = ending.steps if ending else ()
        layers = range(1, len(sizes[0].Z) + 1) if sizes else range(0)
        self.steps = [each.step for each in sizes]
        named = [f"{name}{layer}" for layer in layers for name in ("Z", "dW", "W")]
        self._names = [self.tr("loss"), *(f"|{name}|" for name in named)]
        self._rows = [
            [
                each.loss,
                *(size for layer in zip(each.Z, each.dW, each.W, strict=True) for size in layer),
            ]
            for each in sizes
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of steps."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return one for the loss, and three a layer."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a number; in the colour of what is broken if it is none any more."""
        value = self._rows[index.row()][index.column()]
        if role == Role.DisplayRole:
            return numbers.figure(value)
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Role.ForegroundRole and not abs(value) < float("inf"):
            return theme.color("broken")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Return the symbol of a column, the step of a row."""
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._names[section]
        return numbers.whole(self.steps[section])


class EndingTable(QTableView):
    """Shows an ending; the row that is current is the step of the window.

    Signals
    -------
    step_requested(int)
        The user chose a row.
    """

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="endingTable")
        self._model = EndingModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().setResizeContentsPrecision(-1)  # every row counts
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._shown = -1

    def show_ending(self, ending: Ending | None) -> None:
        """Show other steps, the last one at the bottom and what went first in sight."""
        self._model.show_ending(ending)
        self._shown = -1
        self.resizeColumnsToContents()
        if ending is not None:
            last, end = self._model.rowCount() - 1, ending.divergence
            column = 0 if end.quantity == "loss" else 3 * end.layer
            self.scrollTo(self._model.index(last, column))

    def show_step(self, step: int) -> None:
        """Mark the row of a step, if it is one of these. Never emits."""
        if step == self._shown:
            return
        self._shown = step
        selection = self.selectionModel()
        if step not in self._model.steps:
            selection.clear()
            return
        column = max(self.currentIndex().column(), 0)
        index = self._model.index(self._model.steps.index(step), column)
        selection.setCurrentIndex(
            index, selection.SelectionFlag.ClearAndSelect | selection.SelectionFlag.Rows
        )

    def restyle(self) -> None:
        """Make room for some rows in the font in force."""
        self.setFont(theme.font("caption"))
        row = self.fontMetrics().height() + theme.GRID // 2
        self.verticalHeader().setDefaultSectionSize(row)
        self.setMinimumHeight((ROWS + 2) * row)
        self.resizeColumnsToContents()

    def _on_row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and self._model.steps[current.row()] != self._shown:
            self._shown = self._model.steps[current.row()]
            self.step_requested.emit(self._shown)
