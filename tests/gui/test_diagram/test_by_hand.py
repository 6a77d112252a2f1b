"""One first weight or bias, changed by hand in the diagram."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel

from core import edits
from core.by_hand import first_numbers
from core.initializers.constant import Zeros
from gui.diagram.number_editor import NumberEditor
from gui.labels import problem_text
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key = Qt.Key
TIMES = "\N{MULTIPLICATION SIGN}"


def on_edge(desk: Desk) -> QPoint:
    """Return a point on the edge into neuron 3 of layer 2 from neuron 1 of layer 1."""
    start, end = desk.point("neuron", 1, 0), desk.point("neuron", 2, 2)
    return start + (end - start) * 0.2


def click_edge(desk: Desk) -> NumberEditor:
    desk.qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=on_edge(desk))
    return desk.view.findChild(NumberEditor)


def enter(desk: Desk, editor: NumberEditor, text: str, key: Qt.Key = Key.Key_Return) -> None:
    desk.qtbot.keyClicks(editor.field, text)
    desk.qtbot.keyClick(editor.field, key)


def test_a_click_on_an_edge_and_a_number_change_one_first_weight(desk: Desk) -> None:
    before = desk.experiment
    drawn = first_numbers(before, 2, "weights")
    editor = click_edge(desk)
    assert editor.isVisible()
    assert editor.findChild(QLabel).text() == "W2[3, 1] at step 0"
    assert desk.view.viewport().rect().contains(editor.geometry())
    enter(desk, editor, "0,25")
    drawn[2, 0] = 0.25
    assert first_numbers(desk.experiment, 2, "weights").tolist() == drawn.tolist()
    assert desk.experiment.layers[1].weights.name == "explicit"
    assert not editor.isVisible()
    assert desk.view.hasFocus()
    desk.document.undo_stack.undo()
    assert desk.experiment == before


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_a_number_that_is_left_alone_changes_nothing(desk: Desk, key: Qt.Key) -> None:
    editor = click_edge(desk)
    shown = float(editor.field.text().replace("\N{MINUS SIGN}", "-"))
    assert shown == pytest.approx(first_numbers(desk.experiment, 2, "weights")[2, 0])
    desk.qtbot.keyClick(editor.field, key)
    assert desk.document.undo_stack.count() == 0


def test_escape_leaves_what_was_typed(desk: Desk) -> None:
    enter(desk, click_edge(desk), "7", Key.Key_Escape)
    assert desk.document.undo_stack.count() == 0


def test_an_edit_from_elsewhere_closes_the_field_whose_neuron_may_be_gone(desk: Desk) -> None:
    editor = click_edge(desk)
    desk.qtbot.keyClicks(editor.field, "7")
    desk.document.edit(edits.set_units(desk.experiment, 2, 1), "fewer")
    assert not editor.isVisible()
    assert desk.experiment.layers[1].weights.name != "explicit"


def test_a_click_elsewhere_takes_the_number(desk: Desk) -> None:
    desk.qtbot.keyClicks(click_edge(desk).field, "7")
    desk.click("empty")
    assert first_numbers(desk.experiment, 2, "weights")[2, 0] == 7


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("one", "W2[3, 1]: must be a number; found a text"),
        ("1e7", "layers[1].weights.matrix[2][0]: must be at most 1000000; found 10000000"),
    ],
)
def test_what_is_no_weight_is_answered_in_one_line(desk: Desk, text: str, answer: str) -> None:
    editor = click_edge(desk)
    enter(desk, editor, text)
    assert editor.isVisible()
    assert desk.problems == []
    desk.view.setFocus()
    assert not editor.isVisible()
    assert [problem_text(one) for one in desk.problems] == [answer]
    assert desk.document.undo_stack.count() == 0


def test_a_double_click_on_a_neuron_types_its_bias_and_chooses_nothing(desk: Desk) -> None:
    viewport, at = desk.view.viewport(), desk.point("neuron", 1, 2)
    desk.click("neuron", 1, 2)
    desk.qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    desk.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at)
    editor = desk.view.findChild(NumberEditor)
    assert editor.findChild(QLabel).text() == "b1[3] at step 0"
    enter(desk, editor, "-0.5")
    assert first_numbers(desk.experiment, 1, "biases").ravel().tolist() == [0, 0, -0.5, 0]
    assert desk.selection.neurons == ()


def test_f2_types_what_has_the_focus(desk: Desk) -> None:
    desk.press(Key.Key_Right, Key.Key_F2)
    assert not desk.view.findChild(NumberEditor).isVisible()
    units = QApplication.focusWidget()
    assert units.objectName() == "unitsEditor"
    desk.qtbot.keyClick(units, Key.Key_Escape)
    desk.press(Key.Key_Down, Key.Key_F2)
    enter(desk, desk.view.findChild(NumberEditor), "2")
    assert first_numbers(desk.experiment, 1, "biases").ravel().tolist() == [2, 0, 0, 0]


def test_a_nudge_from_the_menu_of_an_edge_breaks_the_symmetry(desk: Desk) -> None:
    desk.document.edit(edits.set_weights(desk.experiment, {1, 2, 3}, Zeros()), "")
    viewport, at = desk.view.viewport(), on_edge(desk)
    reason, none = QContextMenuEvent.Reason.Mouse, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at), none))
    assert desk.menu().actions()[0].text() == "W2[3, 1]"
    desk.choose("Nudge the weight by 0.01")
    assert first_numbers(desk.experiment, 2, "weights")[2].tolist() == [0.01, 0, 0, 0]
    assert desk.document.undo_stack.undoText() == "Nudge a weight"


def test_the_menu_of_a_neuron_nudges_its_bias_and_its_first_weight(desk: Desk) -> None:
    desk.document.edit(edits.set_weights(desk.experiment, {1, 2, 3}, Zeros()), "")
    desk.open_context_menu("neuron", 2)
    desk.choose("Nudge its first weight")
    desk.open_context_menu("neuron", 2)
    desk.choose("Nudge the bias by 0.01")
    assert first_numbers(desk.experiment, 2, "weights")[0].tolist() == [0.01, 0, 0, 0]
    assert first_numbers(desk.experiment, 2, "biases").ravel().tolist() == [0.01, 0, 0]


def test_a_layer_too_large_for_a_matrix_says_so(desk: Desk) -> None:
    desk.document.edit(edits.set_units(desk.experiment, 1, 65), "")
    desk.open_context_menu("neuron", 1)
    desk.choose("Nudge the bias by 0.01")
    assert [problem_text(one) for one in desk.problems] == [
        f"layers[0].biases: 65 {TIMES} 1 numbers are too many to edit by hand;"
        f" at most 64 {TIMES} 64 can be"
    ]
