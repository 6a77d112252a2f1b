"""A table from a file: asked for, chosen, refused."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit

from core.datasets import Csv
from core.datasets.circles import Circles
from core.experiment import default_experiment
from tests.gui.test_panels.data.desk import ROWS, DataDesk, shown_fields


def test_a_csv_file_is_asked_for_beside_the_lesson(desk: DataDesk, table: Path) -> None:
    desk.choose("datasetCombo", "CS")
    assert desk.experiment.dataset == Circles()
    assert desk.child(QComboBox, "datasetCombo").currentText() == "Circles"
    assert desk.dialog().isVisible()
    desk.choose_file(table)
    assert desk.experiment.dataset == Csv(path=str(table))
    assert desk.child(QComboBox, "datasetCombo").currentText() == "CSV file"
    fields = {field.encode_name for field in msgspec.structs.fields(Csv)}
    assert shown_fields(desk) == fields


def test_a_cancelled_file_leaves_everything_as_it_was(desk: DataDesk) -> None:
    desk.choose("datasetCombo", "CS")
    desk.dialog().reject()
    assert desk.experiment == default_experiment()
    assert desk.document.undo_stack.count() == 0


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_another_file_is_asked_for_by_choosing_csv_again(desk: DataDesk, table: Path) -> None:
    desk.document.edit(replace(desk.experiment, dataset=Csv(path=str(table), seed=7)), "csv")
    other = table.with_name("others.csv")
    other.write_text(ROWS, "utf-8")
    desk.choose_from_list("datasetCombo", "CSV file")
    desk.choose_file(other)
    assert desk.experiment.dataset == Csv(path=str(other), seed=7)


def test_a_file_that_is_no_data_is_refused(desk: DataDesk, table: Path) -> None:
    table.write_text("a,b\nx,0\n2,1\n4,0\n", "utf-8")
    desk.choose("datasetCombo", "CS")
    with desk.qtbot.waitSignal(desk.document.refused) as refused:
        desk.choose_file(table)
    assert refused.args[0].path.startswith("dataset")
    assert desk.experiment == default_experiment()
    assert desk.child(QComboBox, "datasetCombo").currentText() == "Circles"


def test_the_target_column_is_typed(desk: DataDesk, table: Path) -> None:
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


def test_empty_fields_say_what_they_mean_and_columns_are_named_with_commas(
    desk: DataDesk, table: Path
) -> None:
    table.write_text("body height,b,kind\n1,2,0\n3,4,1\n5,6,0\n", "utf-8")
    desk.document.edit(replace(desk.experiment, dataset=Csv(path=str(table))), "csv")
    assert desk.child(QLineEdit, "dataTargetEdit").placeholderText() == "last column"
    edit = desk.child(QLineEdit, "dataFeaturesEdit")
    assert edit.placeholderText() == "all other columns"
    desk.qtbot.keyClicks(edit, "body height, b")
    desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert desk.experiment.dataset.features == ("body height", "b")
    desk.qtbot.keyClick(desk.child(QCheckBox, "dataStandardizeBox"), Qt.Key.Key_Space)
    assert desk.experiment.dataset.standardize
    desk.document.undo_stack.undo()
    assert not desk.child(QCheckBox, "dataStandardizeBox").isChecked()
