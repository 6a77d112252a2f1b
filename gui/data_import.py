"""Bringing a user's own table in: from the menu, from the data panel, or dropped on the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMainWindow

from core import edits
from core.datasets import Csv
from core.problem import Problem
from gui.data_file import DataFile
from gui.document import Document
from gui.file_dialog import file_dialog

if TYPE_CHECKING:
    from gui.csv_import.dialog import CsvDialog

SUFFIXES = (".csv", ".tsv", ".txt")


class DataImport(QObject):
    """Owns the dialog, which is made when it is first wanted."""

    def __init__(self, document: Document, window: QMainWindow) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._dialog: CsvDialog | None = None
        self.file = DataFile(document, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def ask(self) -> None:
        """Let the user choose a file, beside the running lesson."""
        filters = self.tr("Tables (*.csv *.tsv *.txt)"), self.tr("All files (*)")
        title = self.tr("Choose a CSV file")
        dialog = file_dialog(self._window, "csvDialog", title, filters)
        dataset = self._document.experiment.dataset
        if isinstance(dataset, Csv):
            dialog.setDirectory(str(Path(dataset.path).parent))
        dialog.fileSelected.connect(self.look_at)
        dialog.show()

    def look_at(self, path: str) -> None:
        """Show a file, to choose from."""
        self._shown().open_file(path)

    def look_again(self) -> None:
        """Show the file that is learnt from, to choose other columns of it."""
        dataset = self._document.experiment.dataset
        if isinstance(dataset, Csv):
            self._shown().open_rule(dataset)
        else:
            self.ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a table that is dropped on the window."""
        if isinstance(event, QDropEvent):
            path = _table_in(event)
            if path:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.look_at(path)
                return True
        return super().eventFilter(watched, event)

    def _shown(self) -> "CsvDialog":
        if self._dialog is None:
            from gui.csv_import.dialog import CsvDialog  # seldom needed

            self._dialog = CsvDialog(self._window)
            self._dialog.imported.connect(self._take)
            self._dialog.browse_requested.connect(self.ask)
        return self._dialog

    def _take(self, rule: Csv) -> None:
        try:
            edited = edits.set_dataset(self._document.experiment, rule)
        except Problem as problem:
            self._document.refused.emit(problem)
            return
        self._document.edit(edited, self.tr("Import data"))
        self.file.look()  # the same choices of a file that has changed are no edit


def _table_in(event: QDropEvent) -> str:
    """Return the one table that is dragged, or nothing."""
    urls: list[QUrl] = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if Path(path).suffix.lower() in SUFFIXES else ""
