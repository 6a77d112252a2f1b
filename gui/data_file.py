"""The data's file: read again, in a thread, when it has changed while the window was open.

It is looked at when the user comes back to the window, perhaps from the program that
wrote it, and when other data are taken. Nothing else ever asks the disk.
"""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QMainWindow

from core.datasets import Csv
from core.datasets.csv import Samples
from core.experiment import Experiment
from gui.document import Document
from gui.reader import Reader


class DataFile(QObject):
    """Follows the file of the document's data, if they come from one."""

    def __init__(self, document: Document, window: QMainWindow) -> None:
        super().__init__(window)
        self._document = document
        self._seen: Csv | None = None
        self._reader = Reader(self)
        self._reader.done.connect(self._on_read)
        self._reader.refused.connect(document.file_refused)
        document.changed.connect(self._on_changed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the user comes back."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return False

    @Slot()
    def look(self) -> None:
        """Read the file if it has changed."""
        rule = self._document.experiment.dataset
        self._seen = rule if isinstance(rule, Csv) else None
        if isinstance(rule, Csv):
            self._reader.start(lambda: (rule, rule.look()))

    @Slot(object)
    def _on_changed(self, experiment: Experiment) -> None:
        if isinstance(experiment.dataset, Csv) and experiment.dataset is not self._seen:
            self.look()

    @Slot(object)
    def _on_read(self, found: tuple[Csv, Samples | None]) -> None:
        rule, samples = found
        if samples is not None and rule == self._document.experiment.dataset:
            self._document.take_data(rule, samples)
