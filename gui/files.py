"""Files: opening, saving, and keeping what was not saved.

Nothing here is modal: a dialog opens beside the running lesson, and closing
the window never asks; unsaved work is kept and offered at the next start.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow

from core.experiment import write_experiment
from core.problem import Problem
from gui.document import Document

SUFFIX = ".initlab"


class Files(QObject):
    """The document's way to the disk and back."""

    def __init__(self, document: Document, window: QMainWindow) -> None:
        super().__init__(window)
        self._document = document
        self._window = window

    @staticmethod
    def unsaved() -> Path:
        """Return where unsaved work is kept."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        return Path(folder) / ("unsaved" + SUFFIX)

    def ask_open(self) -> None:
        """Let the user choose a file to open."""
        dialog = self._dialog(self.tr("Open an experiment"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open)
        dialog.open()

    def ask_save(self) -> None:
        """Let the user choose a name to save under."""
        dialog = self._dialog(self.tr("Save the experiment"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(self.save_as)
        dialog.open()

    def open(self, path: str) -> None:
        """Open a file; the unsaved work before it is kept."""
        self.keep_unsaved()
        self._document.open(Path(path))

    def save(self) -> None:
        """Save where the document came from, or ask."""
        if self._document.path is None:
            self.ask_save()
        else:
            self._document.save(self._document.path)

    def save_as(self, path: str) -> None:
        """Save under this name."""
        self._document.save(Path(path))

    def keep_unsaved(self) -> None:
        """Write unsaved edits to their own file; a later start can restore them."""
        if not self._document.is_modified:
            return
        path = self.unsaved()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_experiment(self._document.experiment, path)
        except (Problem, OSError) as error:
            problem = error if isinstance(error, Problem) else Problem(str(path), "unwritable_file")
            self._document.file_refused.emit(problem)

    def restore(self) -> None:
        """Take the kept edits as one edit of the present document."""
        self._document.restore(self.unsaved(), self.tr("Restore unsaved work"))

    def _dialog(self, title: str) -> QFileDialog:
        start = self._document.path.parent if self._document.path else Path.home()
        dialog = QFileDialog(self._window, title, str(start))
        dialog.setNameFilters(
            [self.tr("Experiments (*{})").format(SUFFIX), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
