"""The data and training panel: what the network learns from, and how."""

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core import edits
from core.datasets import DATASETS, AnyDataset, Csv, Dataset, Points
from core.datasets.points import Point
from core.datasets.raw import raw_feature
from core.experiment import Experiment
from core.losses import LOSSES
from core.optimizers import OPTIMIZERS
from core.problem import Problem
from core.snapshot import Snapshot
from gui import labels, theme
from gui.document import Document
from gui.panels.carried_over import carried_over
from gui.panels.column import ColumnPanel
from gui.panels.editors import Combo
from gui.panels.entry import Entry
from gui.panels.notice import Notice
from gui.panels.preview import DataPreview
from gui.panels.scaling import scaling_texts
from gui.panels.struct_form import StructForm
from gui.reader import Reader


class DataPanel(ColumnPanel):
    """Edits the dataset, the loss, the optimizer and its batches.

    Signals
    -------
    file_requested()
        The user wants to choose a CSV file.
    columns_requested()
        The user wants to choose other columns of the present one.
    """

    file_requested = Signal()
    columns_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, "dataPanel", parent)
        self._data_heading = self.add_heading()
        self._dataset = Combo(object_name="datasetCombo")
        self._dataset_caption = self.add_row(self._dataset)
        self.preview = DataPreview()
        self.form.addRow(self.preview)
        self._browse = QPushButton(objectName="csvBrowseButton")
        self._columns = QPushButton(objectName="csvColumnsButton")
        self._csv_buttons = _row(self._browse, self._columns)
        self.form.addRow(self._csv_buttons)
        self._scaling = self.add_note("scalingLabel")
        self._raw, self._standardize = Notice("attention"), QPushButton()
        self._standardize.setObjectName("standardizeButton")
        for part in (self._raw, self._standardize):
            self.form.addRow(part)
        for part in (self._scaling, self._raw, self._standardize):
            self.form.setRowVisible(part, False)
        self._dataset_form = StructForm(self.form, list(DATASETS.values()), "data")
        self._training_heading = self.add_heading()
        self._loss = Combo(object_name="lossCombo")
        self._loss_caption = self.add_row(self._loss)
        self._optimizer = Combo(object_name="optimizerCombo")
        self._optimizer_caption = self.add_row(self._optimizer)
        self._optimizer_form = StructForm(self.form, list(OPTIMIZERS.values()))
        self._batch_form = StructForm(
            self.form,
            [Experiment],
            only=("batch_size", "l2", "clip_norm"),
            after=self._optimizer_form,
        )
        self.column.addStretch(1)
        self._shown: tuple[Dataset, AnyDataset] | None = None
        self._entry: Entry | None = None  # where was typed what is being read
        self._reader = Reader(self)
        self._connect()
        self.retranslate()
        self.restyle()

    def _connect(self) -> None:
        self._dataset.currentIndexChanged.connect(self._on_dataset_chosen)
        self._dataset.activated.connect(self._on_dataset_activated)
        self._dataset_form.edited.connect(self._on_dataset_edited)
        self._browse.clicked.connect(self.file_requested)
        self._columns.clicked.connect(self.columns_requested)
        self._standardize.clicked.connect(self._on_standardize)
        self._reader.done.connect(self._on_read)
        self._reader.refused.connect(self._on_unreadable)
        self.preview.points_edited.connect(self._on_points_edited)
        self.preview.copy_requested.connect(self._on_copy_requested)
        self._loss.currentIndexChanged.connect(self._on_loss_chosen)
        self._optimizer.currentIndexChanged.connect(self._on_optimizer_chosen)
        self._optimizer_form.edited.connect(self._on_optimizer_edited)
        self._batch_form.edited.connect(self._on_batch_edited)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the values of an experiment."""
        self.preview.show_experiment(experiment)
        self._dataset.show_value(experiment.dataset.name)
        self._dataset_form.show_values([experiment.dataset])
        self.form.setRowVisible(self._csv_buttons, isinstance(experiment.dataset, Csv))
        self._loss.show_value(experiment.loss)
        self._optimizer.show_value(experiment.optimizer.name)
        self._optimizer_form.show_values([experiment.optimizer])
        self._batch_form.show_values([experiment], experiment.dataset.name)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the data that the run has drawn or read."""
        self.preview.show_snapshot(snapshot)
        if self._shown is None or snapshot.dataset is not self._shown[0]:
            self._show_dataset(snapshot.dataset, snapshot.experiment.dataset)

    def _show_dataset(self, dataset: Dataset, rule: AnyDataset) -> None:
        """Say how the data are scaled, or should be."""
        self._shown = dataset, rule
        text, details = scaling_texts(dataset)
        self._scaling.setText(text)
        self._scaling.setToolTip(details)
        self.form.setRowVisible(self._scaling, bool(text))
        raw = raw_feature(dataset) if isinstance(rule, Csv) else None
        self._raw.show_text(labels.raw_text(raw) if raw else "")
        for part in (self._raw, self._standardize):
            self.form.setRowVisible(part, raw is not None)

    def _on_dataset_chosen(self, index: int) -> None:
        name = self._dataset.itemData(index)
        if name == "csv":
            self.show_experiment(self.document.experiment)
            self.file_requested.emit()
        else:
            self._edit_dataset(carried_over(self.document.experiment.dataset, DATASETS[name]))

    def _on_dataset_activated(self, index: int) -> None:
        """Ask for another file when the file that is shown is chosen again."""
        if self._dataset.itemData(index) == self.document.experiment.dataset.name == "csv":
            self.file_requested.emit()

    def _on_points_edited(self, points: tuple[Point, ...]) -> None:
        dataset = self.document.experiment.dataset
        if isinstance(dataset, Points):
            self._edit_dataset(replace(dataset, points=points), text=self.tr("Draw points"))

    def _on_copy_requested(self, dataset: Dataset) -> None:
        self.edit(
            lambda experiment: edits.set_dataset(experiment, Points.copy_of(dataset)),
            self.tr("Edit points"),
        )

    def _on_dataset_edited(self, attribute: str, value: Any) -> None:
        present = self.document.experiment.dataset
        dataset = replace(present, **{attribute: value})
        self._entry = self._dataset_form.entries[attribute]
        if isinstance(dataset, Csv) and isinstance(present, Csv) and not dataset.reads_as(present):
            self._reader.start(lambda: (dataset.shape(), dataset))
        else:
            self._edit_dataset(dataset, self._entry)

    @Slot(object)
    def _on_read(self, found: tuple[tuple[int, int], Csv]) -> None:
        if isinstance(self.document.experiment.dataset, Csv):
            self._edit_dataset(found[1], self._entry)

    @Slot(object)
    def _on_unreadable(self, problem: Problem) -> None:
        def refuse(experiment: Experiment) -> Experiment:
            raise problem

        self.edit(refuse, "", entry=self._entry)

    def _on_standardize(self) -> None:
        dataset = self.document.experiment.dataset
        if isinstance(dataset, Csv):
            self._edit_dataset(replace(dataset, standardize=True), text=self.tr("Standardize"))

    def _edit_dataset(
        self, dataset: AnyDataset, entry: Entry | None = None, text: str = ""
    ) -> None:
        self.edit(
            lambda experiment: edits.set_dataset(experiment, dataset),
            text or self.tr("Change the data"),
            entry=entry,
        )

    def _on_loss_chosen(self, index: int) -> None:
        loss = self._loss.itemData(index)
        self.edit(lambda experiment: edits.set_loss(experiment, loss), self.tr("Change the loss"))

    def _on_optimizer_chosen(self, index: int) -> None:
        """Take another optimizer at the learning rate that suits it."""
        kind = OPTIMIZERS[self._optimizer.itemData(index)]
        present = self.document.experiment.optimizer
        self._replace("optimizer", carried_over(present, kind, leave=("learning_rate",)))

    def _on_optimizer_edited(self, attribute: str, value: Any) -> None:
        self._replace(
            "optimizer", replace(self.document.experiment.optimizer, **{attribute: value})
        )

    def _on_batch_edited(self, attribute: str, value: Any) -> None:
        self._replace(attribute, value)

    def _replace(self, attribute: str, value: Any) -> None:
        self.edit(
            lambda experiment: replace(experiment, **{attribute: value}),
            self.tr("Change the training"),
        )

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._data_heading.setText(self.tr("Data"))
        self._training_heading.setText(self.tr("Training"))
        self._browse.setText(self.tr("&Browse…"))
        self._browse.setToolTip(self.tr("Choose another CSV file"))
        self._columns.setText(self.tr("&Columns…"))
        self._columns.setToolTip(self.tr("Choose other columns of this file"))
        self._standardize.setText(self.tr("Standardize"))
        self._dataset.fill({name: labels.dataset_name(name) for name in DATASETS})
        self._loss.fill({name: labels.loss_name(name) for name in LOSSES})
        self._optimizer.fill({name: labels.optimizer_name(name) for name in OPTIMIZERS})
        for caption, editor, text in (
            (self._dataset_caption, self._dataset, self.tr("&Dataset")),
            (self._loss_caption, self._loss, self.tr("&Loss")),
            (self._optimizer_caption, self._optimizer, self.tr("&Optimizer")),
        ):
            caption.setText(text)
            editor.setAccessibleName(text.replace("&", ""))
        for form in (self._dataset_form, self._optimizer_form, self._batch_form):
            form.retranslate()
        self.show_experiment(self.document.experiment)
        if self._shown is not None:
            self._show_dataset(*self._shown)


def _row(*parts: QWidget) -> QWidget:
    """Return widgets beside each other."""
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.GRID)
    for part in parts:
        layout.addWidget(part)
    return box
