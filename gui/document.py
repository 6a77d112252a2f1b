"""The document: the one holder of the experiment, with its undo history.

Every edit goes through `edit`; undo takes the same path as every other change.
"""

from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core import edits
from core.datasets import Csv
from core.datasets.csv import Samples
from core.experiment import (
    Experiment,
    check,
    default_experiment,
    write_experiment,
)
from core.problem import Problem
from core.typed import refits
from gui import labels


class _Edit(QUndoCommand):
    """From one experiment to another; consecutive edits of one gesture merge."""

    def __init__(self, document: "Document", after: Experiment, text: str, merge_id: int) -> None:
        super().__init__(text)
        self._document = document
        self._before = document.experiment
        self._after = after
        self._merge_id = merge_id

    def id(self) -> int:
        """Return the gesture's number; -1 never merges."""
        return self._merge_id

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the end of the next edit of the same gesture."""
        if not isinstance(other, _Edit):
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        """Apply."""
        self._document._replace(self._after)

    def undo(self) -> None:
        """Take back."""
        self._document._replace(self._before)


class Document(QObject):
    """Holds the experiment; everything else is told by `changed`.

    Signals
    -------
    changed(Experiment)
        After every edit, undo, redo and opening.
    file_changed()
        After opening, saving, and when the document becomes clean or dirty.
    refused(Problem)
        An edit was not accepted; the experiment stays as it was.
    file_refused(Problem)
        A file could not be read or written.
    noticed(str)
        What an edit did beside what was asked for, in a sentence.
    data_changed()
        The file that the data come from holds others now: what has drawn them begins again.
    """

    changed = Signal(object)
    file_changed = Signal()
    refused = Signal(object)
    file_refused = Signal(object)
    noticed = Signal(str)
    data_changed = Signal()

    def __init__(
        self, experiment: Experiment, parent: QObject | None = None, path: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._experiment = experiment
        self.path = path
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self._on_clean_changed)
        self._gesture = 0

    @property
    def experiment(self) -> Experiment:
        """The experiment as it is now."""
        return self._experiment

    @property
    def is_modified(self) -> bool:
        """Whether there are edits that no file holds."""
        return not self.undo_stack.isClean()

    def new_gesture(self) -> int:
        """Return a merge id: edits of one drag that carry it undo as one."""
        self._gesture += 1
        return self._gesture

    def edit(self, experiment: Experiment, text: str, merge_id: int = -1) -> bool:
        """Take an edited experiment, undoably; return whether it was accepted.

        `text` is the translated name of the edit, for the undo menu.
        """
        if experiment == self._experiment:
            return True
        try:
            check(experiment)
        except Problem as problem:
            self.refused.emit(problem)
            return False
        fitted = refits(self._experiment, experiment)
        self.undo_stack.push(_Edit(self, experiment, text, merge_id))
        if fitted:
            self.noticed.emit(labels.refit_text(fitted, len(experiment.layers)))
        return True

    def draw_again(self) -> None:
        """Take the next seed: other weights by the same rules."""
        seed = (self._experiment.seed + 1) % 2**32
        self.edit(structs.replace(self._experiment, seed=seed), self.tr("New draw"))

    def return_to_defaults(self) -> None:
        """Take the experiment that opens first."""
        self.edit(default_experiment(), self.tr("Defaults"))

    def start_new(self) -> None:
        """Take the experiment that opens first, as a document without a file."""
        self._take(default_experiment(), None)

    def open(self, experiment: Experiment, path: Path) -> None:
        """Take the experiment that was read from a file; the edits before it are forgotten."""
        self._take(experiment, path)

    def take_data(self, rule: Csv, samples: Samples) -> None:
        """Use what the file of the data holds now; where the network has to follow, edits end.

        Undone, they would fit data that are gone.
        """
        rule.adopt(samples)
        fitted = edits.set_dataset(self._experiment, rule)
        if fitted != self._experiment:
            self.undo_stack.clear()
            self.undo_stack.resetClean()
            self._replace(fitted)
        self.data_changed.emit()
        text = self.tr("{file} has changed: it was read again, and a new run begins.")
        self.noticed.emit(text.format(file=Path(rule.path).name))

    def save(self, path: Path) -> bool:
        """Write the experiment; return whether it is on disk."""
        try:
            write_experiment(self._experiment, path)
        except Problem as problem:
            self.file_refused.emit(problem)
            return False
        self.path = path
        self.undo_stack.setClean()
        self.file_changed.emit()
        return True

    def _take(self, experiment: Experiment, path: Path | None) -> None:
        self.path = path
        self.undo_stack.clear()
        self._replace(experiment)
        self.file_changed.emit()

    def _replace(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self.changed.emit(experiment)

    def _on_clean_changed(self, clean: bool) -> None:
        self.file_changed.emit()
