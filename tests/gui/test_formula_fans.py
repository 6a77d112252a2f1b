"""Whoever points at a formula sees in the diagram which neurons its n count."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.datasets.ball import Ball
from core.edits import set_filter
from core.experiment import Experiment, default_experiment
from core.layer import Layer
from gui.diagram.fans import FansItem
from gui.main_window import MainWindow
from gui.panels.formula_label import FormulaLabel
from tests.gui.windows import open_window


def formula(window: MainWindow) -> FormulaLabel:
    label = window.findChild(FormulaLabel, "formulaLabel")
    assert label is not None
    return label


def fans(window: MainWindow) -> FansItem:
    return window.diagram.scene().fans


def counts(window: MainWindow) -> list[int]:
    """Return n_in and n_out as they stand at the brackets."""
    return [int(text.rsplit(" ", 1)[1]) for text in fans(window).texts]


def hover(label: FormulaLabel, at: QPoint) -> None:
    """Move the pointer; sent directly, because offscreen there is no real one."""
    point, button = QPointF(at), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, point, label.mapToGlobal(point), button, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(label, event)


def leave(label: FormulaLabel) -> None:
    QApplication.sendEvent(label, QEvent(QEvent.Type.Leave))


def test_the_pointer_on_a_line_of_the_table_brackets_its_layer(window: MainWindow) -> None:
    label = formula(window)
    assert counts(window) == []
    found = []
    for y in range(0, label.height(), 2):
        hover(label, QPoint(20, y))
        found.append(tuple(counts(window)))
    assert list(dict.fromkeys(found)) == [(2, 4), (4, 3), (3, 1)]


def test_leaving_the_formula_brings_the_selected_layers_brackets_back(window: MainWindow) -> None:
    label = formula(window)
    window.selection.set_layers(frozenset({1, 2}))
    hover(label, label.rect().center())
    assert counts(window) != []
    leave(label)
    assert counts(window) == []
    window.selection.set_layers(frozenset({2}))
    assert counts(window) == [4, 3]


def test_the_keyboard_goes_from_line_to_line(qtbot: QtBot, window: MainWindow) -> None:
    label = formula(window)
    label.setFocus(Qt.FocusReason.TabFocusReason)
    assert counts(window) == [2, 4]
    found = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(label, key)
        found.append(counts(window))
    assert found == [[4, 3], [3, 1], [3, 1], [4, 3]]
    leave(label)
    assert counts(window) == [4, 3]
    label.clearFocus()
    assert counts(window) == []


def test_in_a_deep_network_the_lines_left_out_are_passed_over(qtbot: QtBot) -> None:
    layers = (*(Layer(units) for units in range(2, 14)), Layer(1, "sigmoid"))
    window = open_window(qtbot, replace(default_experiment(), layers=layers))
    label = formula(window)
    found = []
    for y in range(0, label.height(), 2):
        hover(label, QPoint(20, y))
        found.append(tuple(counts(window)))
    met = list(dict.fromkeys(found))
    assert met == [(2, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (13, 1)]


def test_a_filter_counts_its_places_as_its_formula_does(qtbot: QtBot) -> None:
    ball = Experiment(
        format=1,
        dataset=Ball(samples=40, test_samples=20),
        layers=(Layer(4, filter=4), Layer(1, "sigmoid")),
    )
    window = open_window(qtbot, ball)
    window.selection.set_layers(frozenset({1}))
    assert counts(window) == [16, 64]
    window.document.edit(set_filter(window.document.experiment, 3), "Filter")
    assert counts(window) == [9, 36]
