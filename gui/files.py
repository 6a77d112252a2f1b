"""Files: opening, saving, and keeping what was not saved.

Nothing here is modal: a dialog opens beside the running lesson, and closing
the window never asks; unsaved work is kept and offered at the next start.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMainWindow

from core import edits
from core.datasets import Csv
from core.datasets.csv import Samples
from core.experiment import Experiment, read_experiment, write_experiment
from core.problem import Problem
from gui.document import Document
from gui.file_dialog import file_dialog
from gui.reader import Reader
from gui.settings import Settings

SUFFIX = ".initlab"
DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


Afresh = tuple[Experiment, Samples | None]


def read_afresh(path: Path) -> Afresh:
    """Read an experiment in a thread, and what its table holds if that is not known."""
    experiment = read_experiment(path)
    data = experiment.dataset
    return experiment, data.look() if isinstance(data, Csv) else None


def current(afresh: Afresh) -> Experiment:
    """Return, in the main thread, the experiment with what its table holds."""
    experiment, samples = afresh
    data = experiment.dataset
    if samples is None or not isinstance(data, Csv):
        return experiment
    data.adopt(samples)
    return edits.set_dataset(experiment, data)


class Files(QObject):
    """The document's way to the disk and back."""

    def __init__(self, document: Document, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window)
        self._document, self._settings = document, settings
        self._window = window
        self._reader = Reader(self)
        self._reader.done.connect(self._on_read)
        self._reader.refused.connect(document.file_refused)
        document.file_changed.connect(self._on_file_changed)

    @staticmethod
    def unsaved() -> Path:
        """Return where unsaved work is kept."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        return Path(folder) / ("unsaved" + SUFFIX)

    def new(self) -> None:
        """Begin a document without a file; the unsaved work before it is kept."""
        self.keep_unsaved()
        self._document.start_new()

    @property
    def recent(self) -> list[Path]:
        """The files opened or saved last that are still there, newest first."""
        return [path for path in self._settings.recent_files if path.is_file()]

    def ask_open(self) -> None:
        """Let the user choose a file to open."""
        dialog = self._dialog(self.tr("Open an experiment"))
        dialog.fileSelected.connect(self.open)
        dialog.show()

    def ask_save(self) -> None:
        """Let the user choose a name to save under."""
        dialog = self._dialog(self.tr("Save the experiment"))
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(self.save_as)
        dialog.show()

    def open(self, path: str) -> None:
        """Open a file, read with its data in a thread; the unsaved work before it is kept."""
        self._read(Path(path), self._take)

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
        self._read(self.unsaved(), self._edit)

    def _read(self, path: Path, use: Callable[[Experiment, Path], object]) -> None:
        self._reader.start(lambda: (read_afresh(path), path, use))

    def _on_read(self, found: tuple[Afresh, Path, Callable[[Experiment, Path], object]]) -> None:
        afresh, path, use = found
        use(current(afresh), path)

    def _take(self, experiment: Experiment, path: Path) -> None:
        self.keep_unsaved()
        self._document.open(experiment, path)

    def _edit(self, experiment: Experiment, path: Path) -> None:
        self._document.edit(experiment, self.tr("Restore unsaved work"))

    def _on_file_changed(self) -> None:
        if self._document.path is not None and not self._document.is_modified:
            self._settings.add_recent_file(self._document.path)

    def _folder(self) -> Path:
        """Return where a file is looked for first: where the last one was."""
        for path in (self._document.path, *self.recent):
            if path is not None:
                return path.parent
        return Path(QStandardPaths.writableLocation(DOCUMENTS))

    def _dialog(self, title: str) -> QFileDialog:
        filters = self.tr("Experiments (*{})").format(SUFFIX), self.tr("All files (*)")
        dialog = file_dialog(self._window, "fileDialog", title, filters)
        dialog.setDirectory(str(self._folder()))
        return dialog
