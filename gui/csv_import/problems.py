"""What keeps a file from being data: a line for each place, with row and column."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.problem import Problem
from gui import labels


class ProblemTable(QTableWidget):
    """Row, column, what was found, and what is allowed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent, objectName="importProblemsTable")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List problems in their order."""
        self.setRowCount(len(problems))
        for row, problem in enumerate(problems):
            for column, text in enumerate(labels.csv_texts(problem)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(row, column, item)
        for column in range(3):
            self.resizeColumnToContents(column)
        self.resizeRowsToContents()
