"""The first samples as a table: a column for each input, and one for the target."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.datasets import Dataset
from gui import labels, numbers, theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
ROWS = 6
MOST_COLUMNS = 30  # of inputs; nobody reads more


class SampleModel(QAbstractTableModel):
    """Training samples in original units, or as the network sees them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: list[str] = []
        self.rows: list[list[str]] = []

    def show_samples(self, dataset: Dataset, kind: str, original: bool) -> None:
        """Show the first samples of a dataset of this kind."""
        inputs, targets = dataset.train_inputs[:, :ROWS], dataset.train_targets[:, :ROWS]
        if original:
            inputs = dataset.input_scaling.to_original(inputs)
            targets = dataset.target_scaling.to_original(targets)
        columns = [list(map(numbers.figure, row)) for row in inputs[:MOST_COLUMNS].tolist()]
        names = list(dataset.feature_names[:MOST_COLUMNS])
        self.beginResetModel()
        unit_of = kind if original else ""
        self.names = [_titled(name, unit_of) for name in names]
        if dataset.class_names:
            columns.append(_classes(dataset.class_names, targets.tolist()))
            self.names.append(QCoreApplication.translate("SampleTable", "class"))
        else:
            columns += [list(map(numbers.figure, row)) for row in targets.tolist()]
            self.names += [_titled(name, unit_of) for name in dataset.target_names]
        self.rows = [list(row) for row in zip(*columns, strict=True)]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of samples."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of inputs and targets."""
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a value; numbers stand to the right."""
        if role == Role.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Return the name of a column with its unit, or the number of a sample."""
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.names[section]
        return numbers.whole(section + 1)


class SampleTable(QTableView):
    """A table to read, as high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="dataTable")
        self.samples = SampleModel(self)
        self.setModel(self.samples)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)

    def show_samples(self, dataset: Dataset, kind: str, original: bool) -> None:
        """Show the first samples of a dataset of this kind."""
        self.samples.show_samples(dataset, kind, original)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the font in force, which is known only now."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.resizeColumnsToContents()
        self.resizeRowsToContents()
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        rows = sum(self.rowHeight(row) for row in range(self.samples.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        height = self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth()
        return QSize(theme.pixels(200), height)

    def minimumSizeHint(self) -> QSize:
        """Ask for all rows and few columns."""
        return QSize(theme.pixels(80), self.sizeHint().height())


def _titled(name: str, kind: str) -> str:
    """Return a name with its unit, if the kind of data gives it one."""
    unit = labels.unit_name(name, kind)
    return f"{name} ({unit})" if unit else name


def _classes(names: Sequence[str], targets: list[list[float]]) -> list[str]:
    """Return the class of each column of targets."""
    if len(targets) == 1:
        return [names[int(value)] for value in targets[0]]
    return [names[column.index(max(column))] for column in map(list, zip(*targets, strict=True))]
