"""Wrong input at any field of the window is answered beside it, while a run goes on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import DATASETS, Csv
from core.experiment import Experiment, default_experiment
from core.initializers import INITIALIZERS
from core.optimizers import OPTIMIZERS
from gui.diagram.target import Target
from gui.main_window import MainWindow
from tests.gui.windows import open_window

NEAR = 40  # px between a field and what is said of it
ANY_TEXT = {"bookmarkEdit"}  # takes whatever is typed
WORDS = {"dataPathEdit": "no_such.csv", "dataTargetEdit": "nothing", "dataFeaturesEdit": "nothing"}


def both(name: str) -> Experiment:
    """Return an experiment whose weights and biases are drawn by one rule."""
    rule = INITIALIZERS[name]()
    of_weights = edits.set_weights(default_experiment(), [1, 2, 3], rule)
    return edits.set_biases(of_weights, [1, 2, 3], rule)


def on(name: str) -> Experiment:
    return edits.set_dataset(default_experiment(), DATASETS[name]())


def by(name: str) -> Experiment:
    return replace(default_experiment(), optimizer=OPTIMIZERS[name]())


def on_table(folder: Path) -> Experiment:
    table = folder / "own.csv"
    table.write_text("a,b,y\n" + "1,2,0\n2,1,1\n3,1,0\n4,2,1\n" * 4)
    return edits.set_dataset(default_experiment(), Csv(path=str(table)))


def fields(window: MainWindow) -> list[QAbstractSpinBox | QLineEdit]:
    """Return everything that can be typed into now."""
    found = window.findChildren(QAbstractSpinBox) + window.findChildren(QLineEdit)
    return [
        field
        for field in found
        if field.isVisible() and field.isEnabled() and not field.isReadOnly()
        and not isinstance(field.parent(), QAbstractSpinBox)
        and field.objectName() not in ANY_TEXT
    ]  # fmt: skip


def said_beside(field: QWidget) -> str:
    """Return what stands in the field's message, above or below it; nothing if none does."""
    place = QRect(field.mapToGlobal(field.rect().topLeft()), field.size())
    for label in field.window().findChildren(QLabel, "fieldMessage"):
        room = QRect(label.mapToGlobal(label.rect().topLeft()), label.size())
        if label.isVisible() and room.intersects(place.adjusted(0, -NEAR, 0, NEAR)):
            return label.text()
    return ""


def mistype(qtbot: QtBot, window: MainWindow, field: QAbstractSpinBox | QLineEdit) -> None:
    """Type what can't be meant, press Return, and look for the answer."""
    before = window.document.experiment
    name, text = field.objectName(), WORDS.get(field.objectName(), "many")
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(said_beside(field)))
    answer = said_beside(field)
    assert "enter a" in answer or name in WORDS, (name, answer)
    assert field.hasFocus(), name
    assert QApplication.activeModalWidget() is None
    assert window.document.experiment == before, name
    assert window.session.running
    window.setFocus()


def train(qtbot: QtBot, window: MainWindow) -> None:
    window.session.set_running(True)
    qtbot.waitUntil(lambda: window.session.running)


@pytest.mark.parametrize(
    "make",
    [
        *(lambda _, name=name: both(name) for name in ("uniform", "truncated_normal", "sparse")),
        *(lambda _, name=name: on(name) for name in ("circles", "stream", "ball", "plane")),
        *(lambda _, name=name: by(name) for name in ("sgd", "rmsprop", "adam")),
        on_table,
    ],
)
def test_the_panels_answer_beside_their_fields(
    qtbot: QtBot, tmp_path: Path, make: Callable[[Path], Experiment]
) -> None:
    window = open_window(qtbot, make(tmp_path), (1440, 900))
    train(qtbot, window)
    for name in ("initializer", "data"):
        window.docks.open(name)
        qtbot.waitUntil(lambda name=name: name in window.docks.seen)
        for field in fields(window):
            mistype(qtbot, window, field)
    window.session.set_running(False)
    qtbot.waitUntil(lambda: not window.session.running)


def test_all_other_fields_answer_beside_themselves(qtbot: QtBot) -> None:
    window = open_window(qtbot, size=(1440, 900))
    train(qtbot, window)
    window.diagram.findChild(QWidget, "pictureCombo").setCurrentIndex(3)  # one sample's
    met = set()
    for name in window.docks.docks:
        window.docks.open(name)
        qtbot.waitUntil(lambda name=name: name in window.docks.seen)
        if name == "sweep":
            qtbot.waitUntil(lambda: window.findChild(QWidget, "sweepLowSpinBox") is not None)
        for field in fields(window):
            if field.objectName() not in met:
                met.add(field.objectName())
                mistype(qtbot, window, field)
    assert met >= {
        "seedSpinBox", "diagramSampleSpinBox", "sampleSpinBox", "sweepLowSpinBox",
        "sweepGuessSpinBox", "sweepRunsSpinBox", "learningRateSpinBox", "batchSizeSpinBox",
    }  # fmt: skip
    window.session.set_running(False)
    qtbot.waitUntil(lambda: not window.session.running)


def test_what_opens_for_one_number_stays_open_with_the_text(qtbot: QtBot) -> None:
    window = open_window(qtbot, size=(1440, 900))
    train(qtbot, window)
    before = window.document.experiment
    window.diagram.open_units(1)
    mistype(qtbot, window, window.diagram.findChild(QAbstractSpinBox, "unitsEditor"))
    for text in ("many", "1e7"):
        window.diagram.open_number(Target("edge", 1, 0, 0))
        field = window.diagram.findChild(QLineEdit, "numberField")
        field.setText(text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert "at most 1,000,000" in said_beside(field)
        assert (field.text(), field.hasFocus()) == (text, True)
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert said_beside(field) == ""
    for dock, name in (("matrix", "matrixTable"), ("outline", "outlineTree")):
        window.docks.open(dock)
        qtbot.waitUntil(lambda name=name: window.findChild(QAbstractItemView, name) is not None)
        table = window.findChild(QAbstractItemView, name)
        qtbot.waitUntil(lambda table=table: table.isVisible())
        edit_first(table)
        cell = table.findChild(QLineEdit)
        cell.setText("1e7")
        qtbot.keyClick(cell, Qt.Key.Key_Return)
        assert "at most 1,000,000" in said_beside(cell)
        assert (cell.text(), cell.hasFocus()) == ("1e7", True)
        qtbot.keyClick(cell, Qt.Key.Key_Escape)
    assert window.document.experiment == before
    window.session.set_running(False)
    qtbot.waitUntil(lambda: not window.session.running)


def edit_first(table: QAbstractItemView) -> None:
    """Open the first cell that holds a number."""
    table.edit(next(indexes(table.model(), QModelIndex())))


def indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    """Yield all cells that can be edited."""
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            if model.flags(index) & Qt.ItemFlag.ItemIsEditable:
                yield index
        yield from indexes(model, model.index(row, 0, parent))
