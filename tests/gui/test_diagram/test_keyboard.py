"""The diagram through the real keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from core import edits
from gui.diagram.target import Target
from gui.labels import problem_text
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_arrows_go_from_header_to_header_and_select(desk: Desk) -> None:
    desk.press(Key.Key_Right)
    assert desk.selection.layers == {1}
    desk.press(Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert desk.selection.layers == {3}
    desk.press(Key.Key_Home)
    assert desk.view.editor.focus == Target("name", 0)
    assert desk.selection.layers == frozenset()
    desk.press(Key.Key_End, Key.Key_Left)
    assert desk.selection.layers == {2}


def test_home_leads_to_the_input_from_nowhere(desk: Desk) -> None:
    desk.press(Key.Key_Home, Key.Key_Right)
    assert desk.view.editor.focus == Target("name", 1)


def test_arrows_go_through_neurons_and_enter_chooses_one(desk: Desk) -> None:
    desk.press(Key.Key_Right, *[Key.Key_Down] * 9)
    assert desk.view.editor.focus == Target("neuron", 1, 3)
    desk.press(Key.Key_Return)
    assert desk.selection.neurons == ((1, 3),)
    desk.press(Key.Key_Right, Key.Key_Return)
    assert desk.view.editor.focus == Target("neuron", 2, 2)
    assert desk.selection.neurons == ((1, 3), (2, 2))
    desk.press(Key.Key_Up, Key.Key_Up, Key.Key_Up)
    assert desk.view.editor.focus == Target("name", 2)


def test_arrows_skip_the_neurons_that_are_hidden(desk: Desk) -> None:
    desk.document.edit(edits.set_units(desk.experiment, 1, 64), "")
    desk.press(Key.Key_Right, *[Key.Key_Down] * 6)
    assert desk.view.editor.focus == Target("neuron", 1, 62)


def test_plus_and_minus_keys_change_the_selected_layer(desk: Desk) -> None:
    desk.click("name", 2)
    desk.press(Key.Key_Plus, Key.Key_Equal)
    assert desk.units() == [4, 5, 1]
    desk.press(Key.Key_Minus)
    assert desk.units() == [4, 4, 1]
    for _ in range(3):
        desk.document.undo_stack.undo()
    assert desk.units() == [4, 3, 1]


def test_keys_change_all_layers_that_are_selected(desk: Desk) -> None:
    desk.click("name", 1)
    desk.click("name", 2, modifier=Modifier.ControlModifier)
    desk.press(Key.Key_Plus)
    assert desk.units() == [5, 4, 1]
    desk.press(Key.Key_Delete)
    assert desk.units() == [1]
    desk.document.undo_stack.undo()
    assert desk.units() == [5, 4, 1]


def test_a_layer_selected_elsewhere_is_the_one_that_keys_change(desk: Desk) -> None:
    desk.click("name", 1)
    desk.selection.set_layers(frozenset({2}))
    desk.press(Key.Key_Plus)
    assert desk.units() == [4, 4, 1]


def test_delete_removes_the_layer_and_undo_brings_it_back(desk: Desk) -> None:
    before = desk.experiment
    desk.click("name", 1)
    desk.press(Key.Key_Delete)
    assert desk.columns() == [2, 3, 1]
    assert desk.selection.layers == frozenset()
    desk.document.undo_stack.undo()
    assert desk.experiment == before


def test_nothing_selected_means_nothing_deleted(desk: Desk) -> None:
    desk.click("name", 1)
    desk.click("empty")
    desk.press(Key.Key_Delete, Key.Key_Plus, Key.Key_Minus)
    desk.press(Key.Key_Home, Key.Key_Delete)
    assert desk.document.undo_stack.count() == 0


def test_the_output_is_protected_and_the_reason_is_told(desk: Desk) -> None:
    desk.click("name", 3)
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Plus)
    assert desk.document.undo_stack.count() == 0
    assert [problem.code for problem in desk.problems] == ["output_stays", "output_follows"]
    for problem in desk.problems:
        assert problem.code not in problem_text(problem)


def test_insert_adds_a_layer_after_the_focus_but_before_the_output(desk: Desk) -> None:
    desk.press(Key.Key_Home, Key.Key_Insert)
    assert desk.units() == [4, 4, 3, 1]
    assert desk.view.editor.focus == Target("name", 1)
    desk.press(Key.Key_End, Key.Key_Insert)
    assert desk.units() == [4, 4, 3, 3, 1]
    assert desk.view.editor.focus == Target("name", 4)


def test_a_new_layer_leaves_what_is_selected_selected(desk: Desk) -> None:
    desk.press(Key.Key_Home, Key.Key_Insert)
    assert desk.selection.layers == frozenset()  # all layers, as before
    desk.click("name", 2)
    desk.click("neuron", 3, 1)
    desk.click("insert", 2)
    assert desk.units() == [4, 4, 4, 3, 1]
    assert desk.selection.layers == {3}
    assert desk.selection.neurons == ((4, 1),)


def test_the_plus_beside_the_focus_is_shown(desk: Desk) -> None:
    desk.press(Key.Key_Right, Key.Key_Right)
    places = [item for item in desk.view.scene().items() if item.zValue() == 3]
    shown = {item.boundingRect().center().x() for item in places if item.isVisible()}
    columns = [column.x for column in desk.view.layout_.columns]
    assert shown == {(columns[1] + columns[2]) / 2, (columns[2] + columns[3]) / 2}


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_A])
def test_enter_and_a_open_the_activations_and_arrows_choose(desk: Desk, key: Qt.Key) -> None:
    desk.press(Key.Key_Right, key)
    menu = desk.menu()
    assert menu.activeAction().data() == "relu"
    desk.qtbot.keyClick(menu, Key.Key_Up)
    desk.qtbot.keyClick(menu, Key.Key_Return)
    assert desk.activations() == ["tanh", "relu", "sigmoid"]


def test_a_digit_opens_the_number_field_with_it(desk: Desk) -> None:
    desk.press(Key.Key_Right, Key.Key_1)
    field = QApplication.focusWidget()
    desk.qtbot.keyClicks(field, "6")
    desk.qtbot.keyClick(field, Key.Key_Return)
    assert desk.units() == [16, 3, 1]


def test_the_number_field_takes_no_more_than_a_layer_may_have(desk: Desk) -> None:
    desk.press(Key.Key_Right, Key.Key_1)
    field = desk.view._units
    desk.qtbot.keyClicks(field, "0000")
    desk.qtbot.keyClick(field, Key.Key_Return)
    assert field.findChild(QLineEdit).text() == "10000"
    assert "at most 1,024" in desk.view.window().findChild(QLabel, "fieldMessage").text()
    desk.qtbot.keyClick(field, Key.Key_Escape)
    assert desk.units() == [4, 3, 1]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Key.Key_Space, Modifier.NoModifier),
        (Key.Key_PageDown, Modifier.NoModifier),
        (Key.Key_Escape, Modifier.NoModifier),
        (Key.Key_R, Modifier.NoModifier),
        (Key.Key_Plus, Modifier.ControlModifier),
        (Key.Key_Minus, Modifier.ControlModifier),
    ],
)
def test_keys_of_the_window_are_left_to_it(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    desk.click("name", 1)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifier)
    QApplication.sendEvent(desk.view, event)
    assert not event.isAccepted()
    assert desk.document.undo_stack.count() == 0


def test_the_menu_key_opens_the_menu_of_the_focus(desk: Desk) -> None:
    desk.press(Key.Key_Right, Key.Key_Right)
    reason = QContextMenuEvent.Reason.Keyboard
    at = desk.view.viewport().rect().center()
    QApplication.sendEvent(
        desk.view.viewport(),
        QContextMenuEvent(reason, at, desk.view.viewport().mapToGlobal(at), Modifier.NoModifier),
    )
    assert desk.menu().actions()[0].text() == "Layer 2"
    desk.menu().close()


def test_f_fits_after_a_zoom(desk: Desk) -> None:
    desk.wheel(desk.point("neuron", 1), 3, Modifier.ControlModifier)
    desk.press(Key.Key_F)
    assert desk.view.transform().m11() == desk.view.layout_.scale


def test_the_focus_is_told_to_screen_readers(desk: Desk) -> None:
    assert desk.view.accessibleName() == "Network diagram"
    desk.press(Key.Key_Right)
    assert desk.view.accessibleDescription() == "Layer 1, 4 neurons, ReLU, He normal, 12 parameters"
    desk.press(Key.Key_Plus)
    assert desk.view.accessibleDescription() == "Layer 1, 5 neurons, ReLU, He normal, 15 parameters"
    desk.press(Key.Key_Down)
    assert desk.view.accessibleDescription() == "Layer 1, neuron 1"
    desk.press(Key.Key_Home)
    assert desk.view.accessibleDescription() == "Input, 2 features"
    desk.press(Key.Key_Down)
    assert desk.view.accessibleDescription() == "Input x1"


def test_the_focus_survives_the_loss_of_its_layer(desk: Desk) -> None:
    desk.press(Key.Key_End, Key.Key_Left, Key.Key_Down)
    desk.document.edit(edits.remove_layer(edits.remove_layer(desk.experiment, 2), 1), "")
    assert desk.view.editor.focus == Target("neuron", 1, 0)


def test_tab_enters_at_the_first_layer_and_leaves_again(desk: Desk) -> None:
    desk.view.clearFocus()
    desk.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.view.editor.focus == Target("name", 1)
    assert desk.selection.layers == frozenset()
    ring = next(item for item in desk.view.scene().items() if item.zValue() == 4)
    assert ring.isVisible()
    desk.view.clearFocus()
    assert not ring.isVisible()


def test_what_has_the_focus_is_scrolled_into_sight(desk: Desk) -> None:
    now = desk.experiment
    for _ in range(30):
        now = edits.add_layer(now, 1)
    desk.document.edit(now, "")
    desk.press(Key.Key_End)
    assert desk.view.viewport().rect().contains(desk.point("name", 33))
