"""Layers dragged, duplicated, cut, copied and pasted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QRubberBand

from core import by_hand, edits
from core.initializers.constant import Zeros
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def marks(desk: Desk) -> list[int]:
    """Return the x of the marks that are seen."""
    found = desk.view.findChildren(QRubberBand)
    return [one.geometry().center().x() for one in found if one.isVisible()]


def test_a_header_dragged_to_another_place_takes_its_layer_there(desk: Desk) -> None:
    before = desk.experiment
    desk.document.edit(edits.set_weights(before, {1}, Zeros()), "")
    end = desk.point("name", 2) + QPoint(20, 0)
    desk.drag(desk.point("name", 1), end, drop=False)
    assert marks(desk) == [pytest.approx(desk.point("insert", 3).x(), abs=2)]
    desk.qtbot.mouseRelease(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert marks(desk) == []
    assert desk.units() == [3, 4, 1]
    assert [one.weights.name for one in desk.experiment.layers][1] == "zeros"
    assert desk.selection.layers == {2}
    desk.drag(desk.point("badge", 2), desk.point("neuron", 0, 0))
    assert desk.units() == [4, 3, 1]
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    assert desk.experiment == before


def test_a_header_dropped_near_its_own_place_stays(desk: Desk) -> None:
    desk.drag(desk.point("name", 1), desk.point("name", 1) + QPoint(30, 40))
    assert marks(desk) == []
    assert desk.document.undo_stack.count() == 0


def test_input_and_output_are_not_dragged_and_nothing_goes_behind_the_output(desk: Desk) -> None:
    desk.drag(desk.point("name", 3), desk.point("name", 1))
    desk.drag(desk.point("name", 0), desk.point("name", 2))
    assert desk.document.undo_stack.count() == 0
    desk.drag(desk.point("name", 1), desk.point("name", 3) + QPoint(40, 0))
    assert desk.units() == [3, 4, 1]


def test_ctrl_and_arrows_move_the_layer_up_to_the_output(desk: Desk) -> None:
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Right, modifier=CTRL)
    assert (desk.units(), desk.selection.layers) == ([3, 4, 1], {2})
    desk.press(Key.Key_Right, modifier=CTRL)
    assert [problem.code for problem in desk.problems] == ["output_stays_last"]
    desk.press(Key.Key_Left, Key.Key_Left, modifier=CTRL)
    assert (desk.units(), desk.selection.layers) == ([4, 3, 1], {1})


def test_duplicates_stand_after_the_last_of_the_selected_and_are_selected(desk: Desk) -> None:
    desk.click("name", 1)
    desk.click("name", 2, modifier=CTRL)
    desk.press(Key.Key_D, modifier=CTRL)
    assert desk.units() == [4, 3, 4, 3, 1]
    assert desk.selection.layers == {3, 4}
    assert desk.document.undo_stack.count() == 1


def test_cut_and_paste_move_a_layer_and_paste_repeats(desk: Desk) -> None:
    desk.click("name", 1)
    desk.press(Key.Key_X, modifier=CTRL)
    assert desk.units() == [3, 1]
    desk.click("name", 1)
    desk.press(Key.Key_V, modifier=CTRL)
    assert desk.units() == [3, 4, 1]
    desk.click("empty")
    desk.press(Key.Key_V, modifier=CTRL)
    assert desk.units() == [3, 4, 4, 1]
    assert desk.document.undo_stack.count() == 3


def test_the_output_is_not_copied_and_layers_are_pasted_before_it(desk: Desk) -> None:
    QApplication.clipboard().setText("before")
    desk.click("name", 3)
    desk.press(Key.Key_C, Key.Key_X, Key.Key_D, modifier=CTRL)
    assert QApplication.clipboard().text() == "before"
    desk.click("name", 1)
    desk.press(Key.Key_C, modifier=CTRL)
    desk.click("name", 3)
    desk.press(Key.Key_V, modifier=CTRL)
    assert desk.units() == [4, 3, 4, 1]


def test_a_text_that_holds_no_layers_is_refused(desk: Desk) -> None:
    QApplication.clipboard().setText("a sentence")
    desk.press(Key.Key_V, modifier=CTRL)
    assert [problem.code for problem in desk.problems] == ["paste_no_layers"]


def test_a_typed_matrix_is_fitted_where_its_layer_is_dropped(desk: Desk) -> None:
    typed = by_hand.type_numbers(desk.experiment, 1, "weights", {(0, 0): 1.0})
    desk.document.edit(typed, "")
    told: list[str] = []
    desk.document.noticed.connect(told.append)
    desk.drag(desk.point("name", 1), desk.point("name", 2) + QPoint(20, 0))
    before, after = typed.layers[0].weights.matrix, desk.experiment.layers[1].weights.matrix
    assert [row[:2] for row in after] == list(before)
    assert [len(row) for row in after] == 4 * [3]
    assert len(told) == 1
    desk.document.undo_stack.undo()
    assert desk.experiment == typed


def test_the_menu_names_these_verbs(desk: Desk) -> None:
    desk.open_context_menu("name", 2)
    desk.choose("Duplicate the layer")
    assert desk.units() == [4, 3, 3, 1]
    desk.open_context_menu("name", 1)
    desk.choose("Cut")
    assert desk.units() == [3, 3, 1]
    menu = desk.open_context_menu("empty")
    assert "Paste\tCtrl+V" in [one.text() for one in menu.actions()]
    desk.choose("Paste")
    assert desk.units() == [3, 4, 3, 1]
