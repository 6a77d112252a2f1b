"""A table from a file: asked for, chosen, refused."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

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
    assert shown_fields(desk) == {"path", "target", "task", "test_share", "seed"}


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
