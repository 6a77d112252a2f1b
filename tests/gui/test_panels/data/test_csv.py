"""A table from a file: asked for, chosen, refused."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from core.datasets import Csv
from core.experiment import default_experiment
from tests.gui.test_panels.data.desk import DataDesk, shown_fields


def test_a_csv_file_is_asked_for(desk: DataDesk) -> None:
    with desk.qtbot.waitSignal(desk.panel.file_requested):
        desk.choose("datasetCombo", "CS")
    assert desk.experiment == default_experiment()
    assert desk.child(QComboBox, "datasetCombo").currentText() == "Circles"
    assert not desk.child(QPushButton, "csvBrowseButton").isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_another_file_or_other_columns_are_asked_for(desk: DataDesk, table: Path) -> None:
    desk.document.edit(replace(desk.experiment, dataset=Csv(path=str(table), seed=7)), "csv")
    assert shown_fields(desk) == {field.encode_name for field in msgspec.structs.fields(Csv)}
    with desk.qtbot.waitSignal(desk.panel.file_requested):
        desk.choose_from_list("datasetCombo", "CSV file")
    with desk.qtbot.waitSignal(desk.panel.file_requested):
        desk.click("csvBrowseButton")
    with desk.qtbot.waitSignal(desk.panel.columns_requested):
        desk.click("csvColumnsButton")


def test_a_file_that_is_no_data_is_refused(desk: DataDesk, table: Path) -> None:
    desk.document.edit(replace(desk.experiment, dataset=Csv(path=str(table))), "csv")
    other = table.with_name("other.csv")
    other.write_text("a,b\nx,0\n2,1\n4,0\n", "utf-8")
    edit = desk.child(QLineEdit, "dataPathEdit")
    edit.setText(str(other))
    with desk.qtbot.waitSignal(desk.document.refused) as refused:
        desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert refused.args[0].path.startswith("dataset")
    assert desk.experiment.dataset == Csv(path=str(table))
    message = edit.parentWidget().findChild(QLabel, "fieldMessage")
    assert "row 2, column “a”: “x” is not a number" in message.text()


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
    with desk.qtbot.waitSignal(desk.document.changed):
        desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert desk.experiment.dataset.features == ("body height", "b")
    desk.qtbot.keyClick(desk.child(QCheckBox, "dataStandardizeBox"), Qt.Key.Key_Space)
    assert desk.experiment.dataset.standardize
    desk.document.undo_stack.undo()
    assert not desk.child(QCheckBox, "dataStandardizeBox").isChecked()
