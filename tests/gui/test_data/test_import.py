"""A table is imported: looked at, chosen from, refused by row, taken whole."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from core.datasets import Csv
from core.datasets.circles import Circles
from core.datasets.survey import FIRST_ROWS
from gui.csv_import.dialog import CsvDialog
from gui.main_window import MainWindow
from gui.panels.number_field import NumberField
from tests.gui.main_thread import READING, modules_run
from tests.gui.test_data.hands import LEFT, Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Open = Callable[..., Hands]
PEOPLE = "name;height;weight;sex\n" + "".join(
    f"P{i};{150 + i};{50 + 2 * i},5;{'fm'[i % 2]}\n" for i in range(40)
)


class Importer:
    """The dialog, and hands on it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        dialog = window.findChild(CsvDialog)
        assert dialog is not None
        self.dialog = dialog

    def wait(self) -> None:
        """Wait until the file is looked through."""
        self.qtbot.waitUntil(lambda: self.button.isEnabled() or self.problems != [])

    @property
    def button(self) -> QPushButton:
        return self.dialog.findChild(QPushButton, "importButton")

    @property
    def problems(self) -> list[list[str]]:
        table = self.dialog.findChild(QTableWidget, "importProblemsTable")
        return [
            [table.item(row, column).text() for column in range(4)]
            for row in range(table.rowCount())
        ]

    def toggle_input(self, name: str) -> None:
        """Click into the box of an input."""
        inputs = self.dialog.findChild(QListWidget, "importInputsList")
        (item,) = inputs.findItems(name, Qt.MatchFlag.MatchExactly)
        place = inputs.visualItemRect(item)
        self.qtbot.mouseClick(
            inputs.viewport(), LEFT, pos=QPoint(place.left() + 10, place.center().y())
        )

    def box(self, name: str) -> QCheckBox:
        return self.dialog.findChild(QCheckBox, name)

    def take(self) -> None:
        with self.qtbot.waitSignal(self.window.document.changed):
            self.qtbot.mouseClick(self.button, LEFT)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write_table(content: str) -> Path:
        path = tmp_path / "own.csv"
        path.write_text(content, "utf-8")
        return path

    return write_table


def look_at(hands: Hands, path: Path) -> Importer:
    hands.window.data_import.look_at(str(path))
    importer = Importer(hands.qtbot, hands.window)
    importer.wait()
    return importer


def test_from_the_menu_to_a_standardized_dataset(
    open_on: Open, write: Callable[[str], Path]
) -> None:
    path = write(PEOPLE)
    hands = open_on()
    hands.qtbot.keySequence(hands.window, "Ctrl+I")
    chooser = hands.child(QFileDialog, "csvDialog")
    assert chooser.windowModality() != Qt.WindowModality.ApplicationModal
    chooser.setDirectory(str(path.parent))
    name = chooser.findChild(QLineEdit, "fileNameEdit")
    name.setText(str(path))
    hands.qtbot.keyClick(name, Qt.Key.Key_Return)
    importer = Importer(hands.qtbot, hands.window)
    importer.wait()
    assert not importer.dialog.isModal()
    summary = importer.dialog.findChild(QLabel, "importSummaryLabel").text()
    assert summary == "40 rows, 4 columns, semicolons between them"
    rows = importer.dialog.findChild(QTableView, "importRowsTable").model()
    assert [rows.index(0, column).data() for column in range(4)] == ["P0", "150", "50,5", "f"]
    assert rows.headerData(0, Qt.Orientation.Vertical) == "2"  # the names are row 1
    assert importer.problems == []
    importer.take()
    assert hands.window.document.experiment.dataset == Csv(
        path=str(path), features=("height", "weight"), standardize=True
    )
    assert not importer.dialog.isVisible()
    assert hands.window.document.undo_stack.undoText() == "Import data"
    hands.window.document.undo_stack.undo()
    assert hands.window.document.experiment.dataset == Circles(samples=40)


def test_problems_are_listed_by_row_and_nothing_is_taken(
    open_on: Open, write: Callable[[str], Path]
) -> None:
    path = write("a,b,y\n1,2,0\n2,many,1\n3,,0\n4,5\n6,7,1\n8,9,1\n")
    hands = open_on()
    importer = look_at(hands, path)
    assert importer.problems == [
        ["3", "b", "“many”", "a number, such as 1.5 or −2e3"],
        ["4", "b", "nothing", "a value in every row"],
        ["5", "", "2 cells", "3 cells, as in the first row"],
    ]
    assert not importer.button.isEnabled()
    before = hands.window.document.experiment
    hands.qtbot.keyClick(importer.dialog, Qt.Key.Key_Return)
    assert hands.window.document.experiment is before
    hands.qtbot.keyClick(importer.dialog, Qt.Key.Key_Escape)
    assert not importer.dialog.isVisible()


def test_a_file_mended_elsewhere_is_read_again_on_coming_back(
    open_on: Open, write: Callable[[str], Path]
) -> None:
    hands = open_on()
    importer = look_at(hands, write("a,b,y\n1,2,0\n2,many,1\n3,4,0\n5,6,1\n"))
    assert importer.problems
    with hands.qtbot.waitActive(hands.window):
        hands.window.activateWindow()
    write("a,b,y\n1,2,0\n2,3,1\n3,4,0\n5,6,1\n")
    importer.dialog.activateWindow()
    hands.qtbot.waitUntil(importer.button.isEnabled)
    assert importer.problems == []


def test_a_column_left_out_takes_its_problems_away(
    open_on: Open, write: Callable[[str], Path]
) -> None:
    importer = look_at(open_on(), write("a,b,y\n1,2,0\n2,many,1\n3,3,0\n6,7,1\n"))
    assert importer.problems[0][:2] == ["3", "b"]
    importer.toggle_input("b")
    importer.qtbot.waitUntil(importer.button.isEnabled)
    assert importer.problems == []
    importer.take()
    assert importer.window.document.experiment.dataset.features == ("a",)


def test_another_target_task_share_and_no_standardizing(
    open_on: Open, write: Callable[[str], Path]
) -> None:
    path = write("height,weight,size\n" + "".join(f"{150 + i},{i},{i % 3}\n" for i in range(30)))
    importer = look_at(open_on(), path)
    combo = importer.dialog.findChild(QComboBox, "importTargetCombo")
    assert combo.currentText() == "size"
    importer.qtbot.keyClicks(combo, "weight")
    importer.qtbot.waitUntil(lambda: importer.problems != [])  # 30 classes are too many
    assert "30 classes" in importer.problems[0][3]
    importer.qtbot.keyClicks(importer.dialog.findChild(QComboBox, "importTaskCombo"), "Val")
    importer.qtbot.waitUntil(importer.button.isEnabled)
    importer.qtbot.keyClick(importer.box("importStandardizeBox"), Qt.Key.Key_Space)
    importer.qtbot.waitUntil(importer.button.isEnabled)
    share = importer.dialog.findChild(NumberField, "importTestShareSpinBox")
    share.selectAll()
    importer.qtbot.keyClicks(share, "0.5")
    importer.qtbot.keyClick(share, Qt.Key.Key_Tab)
    importer.qtbot.waitUntil(importer.button.isEnabled)
    importer.take()
    assert importer.window.document.experiment.dataset == Csv(
        path=str(path), target="weight", task="regression", test_share=0.5
    )
    assert importer.window.document.experiment.loss == "mean_squared_error"


def test_the_first_row_can_be_a_sample(open_on: Open, write: Callable[[str], Path]) -> None:
    path = write("1,2020\n2,2021\n3,2020\n4,2021\n")
    importer = look_at(open_on(), path)
    box = importer.box("importHeaderBox")
    assert not box.isChecked()
    importer.qtbot.keyClick(box, Qt.Key.Key_Space)
    importer.qtbot.waitUntil(importer.button.isEnabled)
    importer.take()
    assert importer.window.document.experiment.dataset.header == "yes"
    session = importer.window.session
    importer.qtbot.waitUntil(lambda: session.snapshot.dataset.feature_names == ("1",))


def test_raw_units_are_warned_of_and_standardized_with_one_click(
    open_on: Open, write: Callable[[str], Path]
) -> None:
    path = write(PEOPLE)
    hands = open_on()
    rule = Csv(path=str(path), features=("height", "weight"))
    hands.edit(rule)
    button = hands.child(QPushButton, "standardizeButton")
    hands.qtbot.waitUntil(button.isVisible)
    low, high = (f(rule.draw().train_inputs[0]) for f in (min, max))
    texts = [label.text() for label in hands.window.data.findChildren(QLabel)]
    assert any(f"“height” lies between {low:.0f} and {high:.0f}" in text for text in texts)
    hands.qtbot.mouseClick(button, LEFT)
    assert hands.window.document.experiment.dataset.standardize
    hands.qtbot.waitUntil(lambda: not button.isVisible())
    assert "height" in hands.child(QLabel, "scalingLabel").text()


def test_the_diagnosis_of_raw_units_has_its_remedy(open_on: Open) -> None:
    path = Path(__file__).parents[2] / "data" / "people.csv"
    hands = open_on(Csv(path=str(path)))
    line = hands.child(QLabel, "diagnosisLabel")
    hands.qtbot.waitUntil(lambda: line.text().startswith("Inputs in raw units: “height” lies"))
    hands.click("tryButton")
    assert hands.window.document.experiment.dataset == Csv(path=str(path), standardize=True)
    hands.qtbot.waitUntil(lambda: "raw units" not in line.text())
    assert hands.window.document.undo_stack.undoText() == "Standardize the inputs"


def test_columns_of_the_present_file_are_chosen_again(
    open_on: Open, write: Callable[[str], Path]
) -> None:
    hands = open_on()
    hands.edit(Csv(path=str(write(PEOPLE)), features=("height", "weight"), seed=7))
    hands.click("csvColumnsButton")
    importer = Importer(hands.qtbot, hands.window)
    importer.wait()
    importer.toggle_input("weight")
    importer.qtbot.waitUntil(importer.button.isEnabled)
    importer.take()
    dataset = hands.window.document.experiment.dataset
    assert (dataset.features, dataset.seed) == (("height",), 7)


def test_the_hint_is_of_the_file_as_it_is_now(open_on: Open, write: Callable[[str], Path]) -> None:
    """While the network still learns from what the file held before."""
    hands = open_on()
    rule = Csv(path=str(write(PEOPLE)), features=("height",))
    hands.edit(rule)
    path = write(PEOPLE.replace(";1", ";91"))  # 150 becomes 9150
    before = rule.draw()
    hands.click("csvColumnsButton")
    importer = Importer(hands.qtbot, hands.window)
    importer.wait()
    values = [float(line.split(";")[1]) for line in path.read_text("utf-8").splitlines()[1:]]
    hints = [label.text() for label in importer.dialog.findChildren(QLabel) if label.isVisible()]
    (hint,) = (text for text in hints if "“height” lies between" in text)
    low, high = (float(part.replace(",", "")) for part in re.findall(r"[\d,]*\d", hint)[:2])
    assert low in values and high in values
    assert (rule.draw().train_inputs == before.train_inputs).all()


def test_a_file_that_is_no_table_says_so(open_on: Open, tmp_path: Path) -> None:
    importer = look_at(open_on(), tmp_path / "none.csv")
    assert importer.problems == [["", "", "", "Can't be read: there is no such file"]]
    assert not importer.button.isEnabled()


@pytest.mark.filterwarnings("ignore:Function.*QDragEnterEvent:DeprecationWarning")
def test_a_table_is_dropped_on_the_window(open_on: Open, write: Callable[[str], Path]) -> None:
    path = write(PEOPLE)
    hands = open_on()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, LEFT, keys)
    drop = QDropEvent(QPointF(400, 300), copy, data, LEFT, keys)
    for event in (enter, drop):
        QApplication.sendEvent(hands.window, event)
        assert event.isAccepted()
    importer = Importer(hands.qtbot, hands.window)
    importer.wait()
    assert importer.button.isEnabled()
    importer.dialog.close()


def test_a_large_file_does_not_hold_the_window_up(open_on: Open, tmp_path: Path) -> None:
    """Of many rows the main thread reads none and shows a few."""
    path = tmp_path / "large.csv"
    rows = (f"{i * 7919 % 1000},{i * 104729 % 997},{i}.5e-2,{i % 2}" for i in range(20_000))
    path.write_text("\n".join(["height,b,c,y", *rows]))
    hands = open_on()
    with modules_run() as modules:
        hands.window.data_import.look_at(str(path))
        importer = Importer(hands.qtbot, hands.window)
        assert not importer.button.isEnabled()  # it did not wait
        importer.wait()
        importer.take()
        session = hands.window.session
        hands.qtbot.waitUntil(lambda: session.snapshot.dataset.train_inputs.shape == (3, 15_000))
    assert "gui.reader" in modules
    assert not modules & READING
    shown = importer.dialog.findChild(QTableView, "importRowsTable").model().rowCount()
    assert shown == FIRST_ROWS
