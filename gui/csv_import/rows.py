"""The first rows of a file, just as they stand, under the names of the columns."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.datasets import Csv
from core.datasets.survey import Survey
from gui import numbers, theme
from gui.plots.pens import mix

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
MOST_COLUMNS = 100
WIDEST = 140  # px of a column
TINT = 0.15  # of the colour of what is broken, behind it


class RowsModel(QAbstractTableModel):
    """Cells as text; columns that are not used are quiet, the target's are bold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._survey: Survey | None = None
        self._unused: set[str] = set()
        self._target = ""
        self._wrong: set[tuple[object, object]] = set()

    def show_survey(self, rule: Csv | None, survey: Survey | None) -> None:
        """Show the rows that a rule would read; nothing without one."""
        self.beginResetModel()
        self._survey = survey
        if rule is not None and survey is not None:
            self._target = rule.target or (survey.names[-1] if survey.names else "")
            used = set(rule.features or survey.names) | {self._target}
            self._unused = set(survey.names) - used
            problems = [problem.values for problem in survey.problems]
            self._wrong = {(values.get("row"), values.get("column")) for values in problems}
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows to look at."""
        return 0 if parent.isValid() or self._survey is None else len(self._survey.first)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns; of very many, the first."""
        if parent.isValid() or self._survey is None:
            return 0
        longest = max((len(cells) for _, cells in self._survey.first), default=0)
        return min(max(len(self._survey.names), longest), MOST_COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a cell, and how it looks."""
        assert self._survey is not None
        row, cells = self._survey.first[index.row()]
        name = self._name(index.column())
        if role == Role.DisplayRole:
            return cells[index.column()] if index.column() < len(cells) else ""
        if role == Role.ForegroundRole:
            return theme.color(self._token(row, name))
        if role == Role.BackgroundRole and self._is_wrong(row, name):
            return mix(theme.color("panel"), theme.color("broken"), TINT)
        if role == Role.FontRole:
            return _font(bold=name == self._target)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Return a column's name, or a row's number in the file."""
        if self._survey is None or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._name(section)
        return numbers.whole(self._survey.first[section][0])

    def _name(self, column: int) -> str:
        assert self._survey is not None
        return self._survey.names[column] if column < len(self._survey.names) else ""

    def _is_wrong(self, row: int, name: str) -> bool:
        return (row, name) in self._wrong or (row, None) in self._wrong

    def _token(self, row: int, name: str) -> str:
        if self._is_wrong(row, name):
            return "broken"
        return "quiet" if name in self._unused or not name else "text"


class RowsTable(QTableView):
    """A table to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="importRowsTable")
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_survey(self, rule: Csv | None, survey: Survey | None) -> None:
        """Show the rows that a rule would read."""
        self.rows.show_survey(rule, survey)
        self.resizeColumnsToContents()
        self.resizeRowsToContents()
        for column in range(self.rows.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), theme.pixels(WIDEST)))


def _font(bold: bool) -> QFont:
    font = theme.font()
    font.setBold(bold)
    return font
