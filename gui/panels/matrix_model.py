"""The model of the matrix table: the first numbers of one layer, a row a neuron."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui import numbers

Index = QModelIndex | QPersistentModelIndex
Cells = Mapping[tuple[int, int], float]
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


class MatrixModel(QAbstractTableModel):
    """W and, as the last column, b; never changed here, only asked to be.

    Signals
    -------
    typed(Cells)
        Numbers for cells, by row and column.
    mistyped(int row, int column)
        What was typed there is no number.
    """

    typed = Signal(object)
    mistyped = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[list[float]] = []

    def show_rows(self, rows: list[list[float]]) -> None:
        """Show other numbers; of the same shape, what is selected stays. Never emits `typed`."""
        if [len(row) for row in rows] == [len(row) for row in self.rows]:
            self.rows = rows
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of neurons."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of weights of a neuron, and one for its bias."""
        return 0 if parent.isValid() or not self.rows else len(self.rows[0])

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a number in few digits, or in all of them to be edited."""
        if not index.isValid():
            return None
        number = self.rows[index.row()][index.column()]
        if role == Role.DisplayRole:
            return numbers.figure(number)
        if role in (Role.EditRole, Role.ToolTipRole):
            return numbers.exact(number)
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Return the number of a neuron; b over the biases."""
        if role != Role.DisplayRole:
            return None
        is_bias = orientation == Qt.Orientation.Horizontal and section == self.columnCount() - 1
        return "b" if is_bias else numbers.whole(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Ask for a typed number; text that nobody changed asks for nothing."""
        place = index.row(), index.column()
        if str(value) == numbers.exact(self.rows[place[0]][place[1]]):
            return False
        number = numbers.parse(str(value))
        if number is None:
            self.mistyped.emit(*place)
            return False
        self.typed.emit({place: number})
        return True
