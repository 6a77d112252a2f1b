"""The data and training panel, used as a teacher uses it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import DATASETS, Csv
from core.datasets.circles import Circles
from core.datasets.houses import Houses
from core.datasets.moons import Moons
from core.experiment import Experiment, default_experiment
from core.optimizers import Sgd
from gui import theme
from gui.document import Document
from gui.panels.data import DataPanel
from gui.panels.number_field import NumberField

W = TypeVar("W", bound=QWidget)
ROWS = "a,b,kind\n1,2,0\n3,4,1\n5,6,0\n7,8,1\n"


class Desk:
    """A panel at work: its document and the hands of its user."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.document = Document(default_experiment())
        self.panel = DataPanel(self.document)
        qtbot.addWidget(self.panel)
        self.document.changed.connect(self.panel.show_experiment)
        self.panel.resize(300, 640)
        with qtbot.waitExposed(self.panel):
            self.panel.show()

    @property
    def experiment(self) -> Experiment:
        return self.document.experiment

    def child(self, kind: type[W], name: str) -> W:
        found = self.panel.findChild(kind, name)
        assert found is not None
        return found

    def choose(self, name: str, text: str) -> None:
        """Choose an item of a closed combo by typing how it begins."""
        combo = self.child(QComboBox, name)
        self.qtbot.keyClicks(combo, text)

    def choose_from_list(self, name: str, text: str) -> None:
        """Open a combo's list and choose from it."""
        combo = self.child(QComboBox, name)
        self.qtbot.mouseClick(combo, Qt.MouseButton.LeftButton)
        view = combo.view()
        view.setCurrentIndex(combo.model().index(combo.findText(text), 0))
        self.qtbot.keyClick(view, Qt.Key.Key_Return)

    def enter(self, name: str, text: str) -> NumberField:
        field = self.child(NumberField, name)
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        return field

    def dialog(self) -> QFileDialog:
        dialog = self.panel.findChild(QFileDialog, "csvDialog")
        assert dialog is not None
        return dialog

    def choose_file(self, path: Path) -> None:
        dialog = self.dialog()
        dialog.setDirectory(str(path.parent))
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        name.setText(str(path))
        self.qtbot.keyClick(name, Qt.Key.Key_Return)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    before = QLocale(), qapp.palette(), qapp.font()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    theme.apply(qapp, "light", 1.0)
    yield
    theme.apply(qapp, "light", 1.0)
    QLocale.setDefault(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "points.csv"
    path.write_text(ROWS, "utf-8")
    return path


def test_another_dataset_keeps_what_was_chosen(desk: Desk) -> None:
    desk.enter("dataSamplesSpinBox", "1,000")
    desk.choose("datasetCombo", "Moo")
    assert desk.experiment.dataset == Moons(samples=1000)
    desk.document.undo_stack.undo()
    assert desk.experiment.dataset == Circles(samples=1000)
    assert desk.child(QComboBox, "datasetCombo").currentText() == "Circles"


@pytest.mark.parametrize("name", [name for name in DATASETS if name != "csv"])
def test_a_dataset_shows_its_own_fields_and_no_others(desk: Desk, name: str) -> None:
    dataset = DATASETS[name]()
    desk.document.edit(edits.set_dataset(desk.experiment, dataset), "data")
    assert desk.experiment.dataset == dataset
    fields = {field.encode_name for field in msgspec.structs.fields(dataset)}
    assert shown_fields(desk) == fields


def shown_fields(desk: Desk) -> set[str]:
    """Return the dataset's fields that are visible, by the names of their editors."""
    names = {
        field.encode_name for kind in DATASETS.values() for field in msgspec.structs.fields(kind)
    }
    found = set()
    for name in names:
        stem = "data" + "".join(map(str.capitalize, name.split("_")))
        editors = [
            desk.panel.findChild(QWidget, stem + end) for end in ("SpinBox", "Combo", "Edit")
        ]
        found |= {name for editor in editors if editor is not None and editor.isVisible()}
    return found


@pytest.mark.parametrize(
    ("editor", "text", "changed"),
    [
        ("dataNoiseSpinBox", "0,2", {"noise": 0.2}),
        ("dataTestSamplesSpinBox", "50", {"test_samples": 50}),
        ("dataSeedSpinBox", "4294967295", {"seed": 2**32 - 1}),
        ("dataTestSeedSpinBox", "0", {"test_seed": 0}),
        ("dataFactorSpinBox", "0.5", {"factor": 0.5}),
    ],
)
def test_the_fields_of_the_data(
    desk: Desk, editor: str, text: str, changed: dict[str, float]
) -> None:
    desk.enter(editor, text)
    assert desk.experiment.dataset == replace(Circles(), **changed)


@pytest.mark.parametrize(
    ("editor", "text", "changed"),
    [
        ("learningRateSpinBox", "0,05", {"optimizer": Sgd(learning_rate=0.05)}),
        ("learningRateSpinBox", "1e-5", {"optimizer": Sgd(learning_rate=1e-5)}),
        ("momentumSpinBox", "0.9", {"optimizer": Sgd(learning_rate=0.1, momentum=0.9)}),
        ("batchSizeSpinBox", "32", {"batch_size": 32}),
        ("l2SpinBox", "0.001", {"l2": 0.001}),
        ("clipNormSpinBox", "1", {"clip_norm": 1.0}),
    ],
)
def test_the_fields_of_the_training(
    desk: Desk, editor: str, text: str, changed: dict[str, object]
) -> None:
    before = desk.experiment
    desk.enter(editor, text)
    assert desk.experiment == replace(before, **changed)
    assert desk.document.undo_stack.count() == 1
    desk.document.undo_stack.undo()
    assert desk.experiment == before


def test_the_learning_rate_climbs_1_2_5(desk: Desk) -> None:
    field = desk.enter("learningRateSpinBox", "0.1")
    rates = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        desk.qtbot.keyClick(field, key)
        rates.append(desk.experiment.optimizer.learning_rate)
    assert rates == [0.2, 0.5, 1.0, 0.5, 1000.0]


def test_the_batch_is_all_or_a_number(desk: Desk) -> None:
    field = desk.child(NumberField, "batchSizeSpinBox")
    assert field.text() == "all"
    desk.qtbot.keyClick(field, Qt.Key.Key_Up)
    assert desk.experiment.batch_size == 1
    desk.enter("batchSizeSpinBox", "16")
    assert desk.experiment.batch_size == 16
    desk.enter("batchSizeSpinBox", "ALL")
    assert desk.experiment.batch_size is None


def test_clipping_is_off_or_a_number(desk: Desk) -> None:
    field = desk.enter("clipNormSpinBox", "0.01")
    desk.qtbot.keyClick(field, Qt.Key.Key_Down)
    assert desk.experiment.clip_norm is None
    assert field.text() == "off"


@pytest.mark.parametrize(
    ("editor", "text", "allowed"),
    [
        ("learningRateSpinBox", "0", "a number, more than 0 and at most 1,000,000"),
        ("batchSizeSpinBox", "0.5", "a whole number, at least 1 and at most 100,000"),
        ("momentumSpinBox", "1", "a number, at least 0 and less than 1"),
        ("dataSamplesSpinBox", "many", "a whole number, at least 2 and at most 100,000"),
    ],
)
def test_a_wrong_entry_is_answered_beside_the_field(
    desk: Desk, editor: str, text: str, allowed: str
) -> None:
    before = desk.experiment
    field = desk.enter(editor, text)
    message = field.parentWidget().findChild(QLabel, "fieldMessage")
    assert message.isVisible()
    assert message.text() == f"“{text}” is not allowed here: enter {allowed}."
    assert field.accessibleDescription() == message.text()
    assert desk.experiment == before


def test_a_loss_takes_its_output_activation_along(desk: Desk) -> None:
    desk.document.edit(
        replace(
            desk.experiment,
            loss="mean_squared_error",
            layers=(
                *desk.experiment.layers[:-1],
                replace(desk.experiment.layers[-1], activation="tanh"),
            ),
        ),
        "squares",
    )
    desk.choose("lossCombo", "Bin")
    assert desk.experiment.loss == "binary_cross_entropy"
    assert desk.experiment.layers[-1].activation == "sigmoid"


def test_a_csv_file_is_asked_for_beside_the_lesson(desk: Desk, table: Path) -> None:
    desk.choose("datasetCombo", "CS")
    assert desk.experiment.dataset == Circles()
    assert desk.child(QComboBox, "datasetCombo").currentText() == "Circles"
    assert desk.dialog().isVisible()
    desk.choose_file(table)
    assert desk.experiment.dataset == Csv(path=str(table))
    assert desk.child(QComboBox, "datasetCombo").currentText() == "CSV file"
    assert shown_fields(desk) == {"path", "target", "task", "test_share", "seed"}


def test_a_cancelled_file_leaves_everything_as_it_was(desk: Desk) -> None:
    desk.choose("datasetCombo", "CS")
    desk.dialog().reject()
    assert desk.experiment == default_experiment()
    assert desk.document.undo_stack.count() == 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_another_file_is_asked_for_by_choosing_csv_again(desk: Desk, table: Path) -> None:
    desk.document.edit(replace(desk.experiment, dataset=Csv(path=str(table), seed=7)), "csv")
    other = table.with_name("others.csv")
    other.write_text(ROWS, "utf-8")
    desk.choose_from_list("datasetCombo", "CSV file")
    desk.choose_file(other)
    assert desk.experiment.dataset == Csv(path=str(other), seed=7)


def test_a_file_that_is_no_data_is_refused(desk: Desk, table: Path) -> None:
    table.write_text("a,b\nx,0\n2,1\n4,0\n", "utf-8")
    desk.choose("datasetCombo", "CS")
    with desk.qtbot.waitSignal(desk.document.refused) as refused:
        desk.choose_file(table)
    assert refused.args[0].path.startswith("dataset")
    assert desk.experiment == default_experiment()
    assert desk.child(QComboBox, "datasetCombo").currentText() == "Circles"


def test_the_target_column_is_typed(desk: Desk, table: Path) -> None:
    table.write_text("kind,a\n0,1\n1,2\n0,3\n1,4\n", "utf-8")
    desk.document.edit(replace(desk.experiment, dataset=Csv(path=str(table), target="kind")), "csv")
    edit = desk.child(QLineEdit, "dataTargetEdit")
    assert edit.text() == "kind"
    edit.selectAll()
    desk.qtbot.keyClicks(edit, "age")
    with desk.qtbot.waitSignal(desk.document.refused):
        desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    message = edit.parentWidget().findChild(QLabel, "fieldMessage")
    assert "allowed: kind, a" in message.text()
    assert edit.text() == "kind"


def test_undo_is_the_documents_unless_text_is_being_typed(desk: Desk) -> None:
    field = desk.enter("dataNoiseSpinBox", "0.2")
    override = shortcut_override(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not override.isAccepted()
    desk.qtbot.keyClicks(field, "7")
    override = shortcut_override(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert override.isAccepted()


def test_space_trains_even_from_a_field(desk: Desk) -> None:
    field = desk.child(NumberField, "dataNoiseSpinBox")
    assert not shortcut_override(field, Qt.Key.Key_Space).isAccepted()
    assert shortcut_override(field, Qt.Key.Key_5).isAccepted()


def shortcut_override(
    field: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> QKeyEvent:
    """Ask a field whether it wants a key before the shortcuts do, as Qt asks."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, chr(key))
    event.ignore()
    QApplication.sendEvent(field, event)
    return event


def test_showing_an_experiment_edits_nothing(desk: Desk, table: Path) -> None:
    changes: list[Experiment] = []
    desk.document.changed.connect(changes.append)
    other = replace(
        default_experiment(), dataset=Csv(path=str(table)), batch_size=8, clip_norm=2.0, l2=0.5
    )
    desk.panel.show_experiment(other)
    QApplication.sendEvent(desk.panel, QEvent(QEvent.Type.LanguageChange))
    assert desk.panel.findChild(QFileDialog) is None
    assert not changes


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_300_px(qtbot: QtBot, qapp: QApplication, zoom: float) -> None:
    theme.apply(qapp, "light", zoom)
    desk = Desk(qtbot)
    desk.enter("learningRateSpinBox", "nonsense")
    for widget in desk.panel.findChildren(QWidget):
        if widget.isVisibleTo(desk.panel):
            right = widget.mapTo(desk.panel, widget.rect().topRight()).x()
            assert right < 300, f"{widget.objectName() or type(widget).__name__} ends at {right}"


@pytest.mark.parametrize("text", ["lotsize, garage", "lotsize garage", "lotsize，garage、"])
def test_a_list_of_names_is_typed_as_one_likes(desk: Desk, text: str) -> None:
    desk.document.edit(edits.set_dataset(desk.experiment, Houses()), "data")
    edit = desk.child(QLineEdit, "dataFeaturesEdit")
    assert edit.text() == "lotsize, bedrooms, bathrooms, stories"
    edit.setText(text)
    desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert desk.experiment.dataset == Houses(features=("lotsize", "garage"))
    assert edit.text() == "lotsize, garage"


def test_a_name_that_is_none_is_answered_beneath_the_line(desk: Desk) -> None:
    desk.document.edit(edits.set_dataset(desk.experiment, Houses()), "data")
    edit = desk.child(QLineEdit, "dataFeaturesEdit")
    edit.setText("lotsize, bedroms")
    desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    message = edit.parentWidget().findChild(QLabel, "fieldMessage")
    assert "did you mean “bedrooms”?" in message.text()
    assert desk.experiment.dataset == Houses()
