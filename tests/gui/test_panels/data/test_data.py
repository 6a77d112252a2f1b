"""The dataset and its fields."""

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from core import edits
from core.datasets import DATASETS
from core.datasets.circles import Circles
from core.datasets.digits import Digits
from core.datasets.houses import Houses
from core.datasets.moons import Moons
from tests.gui.test_panels.data.desk import DataDesk, shown_fields


def test_another_dataset_keeps_what_was_chosen(desk: DataDesk) -> None:
    desk.enter("dataSamplesSpinBox", "1,000")
    desk.choose("datasetCombo", "Moo")
    assert desk.experiment.dataset == Moons(samples=1000)
    desk.document.undo_stack.undo()
    assert desk.experiment.dataset == Circles(samples=1000)
    assert desk.child(QComboBox, "datasetCombo").currentText() == "Circles"


def test_another_dataset_leaves_what_it_does_not_take(desk: DataDesk) -> None:
    desk.enter("dataSamplesSpinBox", "5000")
    desk.enter("dataSeedSpinBox", "7")
    desk.choose("datasetCombo", "Dig")
    assert desk.experiment.dataset == Digits(seed=7)
    desk.enter("dataSamplesSpinBox", "1000")
    desk.choose("datasetCombo", "Hou")  # 546 houses: 1,000 samples are too many
    assert desk.experiment.dataset == Houses(seed=7)


def test_a_dataset_shows_its_own_fields_and_no_others(desk: DataDesk) -> None:
    drawn = {"points", "test_points", "feature_names", "input_means", "input_stds"}
    for dataset in (DATASETS[name]() for name in DATASETS if name != "csv"):
        desk.document.edit(edits.set_dataset(desk.experiment, dataset), "data")
        assert desk.experiment.dataset == dataset
        fields = {field.encode_name for field in msgspec.structs.fields(dataset)}
        assert shown_fields(desk) == fields - drawn, dataset


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
    desk: DataDesk, editor: str, text: str, changed: dict[str, float]
) -> None:
    desk.enter(editor, text)
    assert desk.experiment.dataset == replace(Circles(), **changed)


@pytest.mark.parametrize("text", ["lotsize, garage", "lotsize garage", "lotsize，garage、"])
def test_a_list_of_names_is_typed_as_one_likes(desk: DataDesk, text: str) -> None:
    desk.document.edit(edits.set_dataset(desk.experiment, Houses()), "data")
    edit = desk.child(QLineEdit, "dataFeaturesEdit")
    assert edit.text() == "lotsize, bedrooms, bathrooms, stories"
    edit.setText(text)
    desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert desk.experiment.dataset == Houses(features=("lotsize", "garage"))
    assert edit.text() == "lotsize, garage"


def test_a_name_that_is_none_is_answered_beneath_the_line(desk: DataDesk) -> None:
    desk.document.edit(edits.set_dataset(desk.experiment, Houses()), "data")
    edit = desk.child(QLineEdit, "dataFeaturesEdit")
    edit.setText("lotsize, bedroms")
    desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    message = edit.parentWidget().findChild(QLabel, "fieldMessage")
    assert "did you mean “bedrooms”?" in message.text()
    assert desk.experiment.dataset == Houses()
