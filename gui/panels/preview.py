"""The preview of the data panel: what the network learns from, to look at and to draw.

A plane of points, a curve, a strip of pictures or a table of the first samples.
It is built when it is first seen, and shows nothing while it is not.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from core.datasets import AnyDataset, Dataset, Points
from core.experiment import Experiment
from core.snapshot import Snapshot
from gui import numbers, theme
from gui.panel import Panel

PLANE = 2  # inputs: of so many, and fewer, a plane is drawn


class DataPreview(Panel):
    """Shows the newest dataset that it was told of.

    Signals
    -------
    points_edited(Points)
        The points after one stroke.
    copy_requested(Dataset)
        Its points are to be edited.
    """

    points_edited = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="dataPreview")
        self._rule: AnyDataset | None = None  # of the newest dataset
        self._dataset: Dataset | None = None  # the newest
        self._drawn: Dataset | None = None
        self._built = False
        self.setMinimumHeight(theme.pixels(60))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID // 2)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show points at once: the experiment itself holds them. Never emits."""
        rule = experiment.dataset
        if isinstance(rule, Points) and rule != self._rule:
            self._take(rule, rule.draw())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the data that a run has drawn or read."""
        rule = snapshot.experiment.dataset
        if snapshot.dataset is not self._dataset and not isinstance(rule, Points):
            self._take(rule, snapshot.dataset)

    def _take(self, rule: AnyDataset, dataset: Dataset) -> None:
        self._rule, self._dataset = rule, dataset
        self.refresh()

    def refresh(self) -> None:
        """Show the newest dataset unless that is done, or nobody sees it."""
        if self._built and self._dataset is not self._drawn and self.is_seen():
            self._drawn = self._dataset
            self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Catch up with what came while nobody looked: after this painting, not in it."""
        if not self._built or self._dataset is not self._drawn:
            QTimer.singleShot(0, self, self._catch_up)

    def _catch_up(self) -> None:
        if not self._built and self._dataset is not None:
            self._build()
        self.refresh()

    def _build(self) -> None:
        # Imported when seen, too: the window should not wait for them at its start.
        from gui.panels.draw_tools import DrawTools
        from gui.panels.sample_table import SampleTable
        from gui.plots.pictures import Pictures
        from gui.plots.plane import PlanePlot

        self._built = True
        self._counts = QLabel(objectName="dataCountsLabel", wordWrap=True)
        self._as_table = QToolButton(objectName="dataTableButton", checkable=True)
        self._scaled = QToolButton(objectName="dataScaledButton", checkable=True)
        self._plane, self._pictures, self._table = PlanePlot(), Pictures(), SampleTable()
        self._tools = DrawTools()
        self._edit = QPushButton(objectName="editPointsButton")
        row = QHBoxLayout()
        row.addWidget(self._counts, 1)
        row.addWidget(self._scaled)
        row.addWidget(self._as_table)
        self._column.addLayout(row)
        for part in (self._plane, self._pictures, self._table, self._tools, self._edit):
            part.hide()
            self._column.addWidget(part)
        self.setMinimumHeight(0)
        self._as_table.toggled.connect(self._show)
        self._scaled.toggled.connect(self._show)
        self._tools.chosen.connect(self._plane.choose)
        self._plane.digit_typed.connect(self._tools.choose)
        self._plane.drawn.connect(self._on_drawn)
        self._edit.clicked.connect(self._on_edit_clicked)
        self.retranslate()
        self.restyle()

    def _show(self) -> None:
        """Show the drawn dataset in the way that suits it, or as it was asked for."""
        dataset, rule = self._drawn, self._rule
        if dataset is None or rule is None:
            return
        pictures = dataset.image_shape is not None
        flat = not pictures and len(dataset.feature_names) <= PLANE
        table = not pictures and (not flat or self._as_table.isChecked())
        scaled = not (dataset.input_scaling.is_identity and dataset.target_scaling.is_identity)
        points = rule if isinstance(rule, Points) else None
        if pictures:
            self._pictures.show_dataset(dataset)
        elif table:
            self._table.show_samples(dataset, rule.name, not self._scaled.isChecked())
        else:
            self._plane.show_dataset(dataset, points)
        self._pictures.setVisible(pictures)
        self._table.setVisible(table)
        self._plane.setVisible(flat and not table)
        self._as_table.setVisible(flat)
        self._scaled.setVisible(table and scaled)
        self._tools.setVisible(points is not None and not table)
        if points is not None:
            self._tools.show_classes(points.class_names)
            self._plane.choose(self._tools.tool)
        self._edit.setVisible(_can_be_copied(rule, dataset))
        self._show_counts(dataset, drawable=self._tools.isVisibleTo(self))

    def _show_counts(self, dataset: Dataset, drawable: bool) -> None:
        train, test = dataset.train_inputs.shape[1], dataset.test_inputs.shape[1]
        text = self.tr("{train} train, {test} test")
        if drawable:
            text = self.tr("{train} train, {test} test. Click or drag to draw.")
        self._counts.setText(text.format(train=numbers.whole(train), test=numbers.whole(test)))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        if not self._built:
            return
        self._as_table.setText(self.tr("Table"))
        self._as_table.setToolTip(self.tr("Show the first samples as a table"))
        self._scaled.setText(self.tr("Standardized"))
        self._scaled.setToolTip(self.tr("Show the numbers as the network sees them"))
        self._edit.setText(self.tr("Edit points"))
        self._edit.setToolTip(
            self.tr("Copy these points into the experiment, to draw more and erase some")
        )
        self._show()

    def restyle(self) -> None:
        """Take fonts of the theme in force."""
        if self._built:
            self._counts.setFont(theme.font("caption"))
            self._show()

    def _on_drawn(self, points: object) -> None:
        self.points_edited.emit(points)

    def _on_edit_clicked(self) -> None:
        self.copy_requested.emit(self._drawn)


def _can_be_copied(rule: AnyDataset, dataset: Dataset) -> bool:
    plane = len(dataset.feature_names) == PLANE and bool(dataset.class_names)
    return plane and not rule.endless and not isinstance(rule, Points)
