"""Several layers and neurons selected, and one choice painted over them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QRubberBand

from core import edits
from gui.panels.initializer import InitializerPanel
from gui.panels.scheme_combo import SchemeCombo
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_shift_selects_all_layers_up_to_the_one_that_is_clicked(desk: Desk) -> None:
    desk.click("name", 1)
    desk.click("badge", 3, modifier=Modifier.ShiftModifier)
    assert desk.selection.layers == {1, 2, 3}
    desk.click("name", 2, modifier=Modifier.ControlModifier)
    assert desk.selection.layers == {1, 3}


def test_shift_and_arrows_select_the_layers_on_the_way(desk: Desk) -> None:
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Right, Key.Key_Right, modifier=Modifier.ShiftModifier)
    assert desk.selection.layers == {1, 2, 3}
    desk.press(Key.Key_Left)
    assert desk.selection.layers == {2}
    desk.press(Key.Key_Home, modifier=Modifier.ShiftModifier)
    assert desk.selection.layers == {1, 2}


def test_ctrl_a_selects_every_layer(desk: Desk) -> None:
    desk.press(Key.Key_A, modifier=Modifier.ControlModifier)
    assert desk.selection.layers == {1, 2, 3}


def test_a_band_over_headers_selects_their_layers(desk: Desk) -> None:
    start = QPoint(desk.point("name", 1).x() - 70, 1)
    end = desk.point("neuron", 2, 2)
    desk.drag(start, end, drop=False)
    band = desk.view.findChild(QRubberBand)
    assert band.isVisible()
    assert band.geometry().contains(desk.point("name", 2))
    desk.qtbot.mouseRelease(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.selection.layers == {1, 2}
    assert desk.selection.neurons == ()
    assert not band.isVisible()


def test_a_band_over_neurons_alone_chooses_them_and_ctrl_keeps_the_others(desk: Desk) -> None:
    desk.click("neuron", 3, 0)
    beside = QPoint(40, 25)
    start, end = desk.point("neuron", 1, 2) - beside, desk.point("neuron", 1, 3) + beside
    desk.drag(start, end, Modifier.ControlModifier)
    assert desk.selection.neurons == ((3, 0), (1, 2), (1, 3))
    desk.drag(start, end)
    assert desk.selection.neurons == ((1, 2), (1, 3))
    assert desk.selection.layers == frozenset()


def test_a_band_chooses_more_neurons_than_have_a_line(desk: Desk) -> None:
    desk.document.edit(edits.set_units(desk.experiment, 1, 8), "")
    beside = QPoint(40, 22)
    desk.drag(desk.point("neuron", 1, 0) - beside, desk.point("neuron", 1, 7) + beside)
    assert desk.selection.neurons == tuple((1, index) for index in range(8))
    assert sorted(desk.selection.lines) == [(1, index) for index in range(2, 8)]
    desk.click("neuron", 2, 0)  # takes the line of the oldest; the others keep theirs
    assert desk.selection.neurons[-1] == (2, 0)
    assert desk.selection.lines == ((1, 6), (1, 7), (2, 0), (1, 3), (1, 4), (1, 5))
    menu = desk.open_context_menu("neuron", 1, 2)
    action = next(one for one in menu.actions() if one.text() == "Line in the gradient plot")
    assert (action.isChecked(), action.isEnabled()) == (False, False)
    assert action.toolTip() == "Only the 6 neurons chosen last have a line."
    menu.close()


def test_shift_chooses_all_neurons_between_with_mouse_and_keys(desk: Desk) -> None:
    desk.click("neuron", 1, 1)
    desk.click("neuron", 1, 3, modifier=Modifier.ShiftModifier)
    assert desk.selection.neurons == ((1, 1), (1, 2), (1, 3))
    desk.click("empty")
    desk.click("neuron", 0, 0, modifier=Modifier.ShiftModifier)
    desk.click("neuron", 2, 2, modifier=Modifier.ShiftModifier)  # from another layer: it alone
    desk.press(Key.Key_Up, Key.Key_Up, modifier=Modifier.ShiftModifier)
    assert desk.selection.neurons == ((2, 2), (2, 1), (2, 0))
    desk.press(Key.Key_Up, modifier=Modifier.ShiftModifier)  # to the header: nothing more
    assert (desk.selection.layers, len(desk.selection.neurons)) == ({2}, 3)


def test_a_band_over_nothing_and_over_the_inputs_selects_nothing(desk: Desk) -> None:
    desk.click("name", 1)
    desk.drag(QPoint(2, 2), desk.point("name", 0))
    assert desk.selection.layers == frozenset()


def test_a_move_of_a_pixel_is_still_a_click(desk: Desk) -> None:
    desk.click("name", 1)
    at = desk.point("empty")
    desk.drag(at, at + QPoint(2, 0))
    assert desk.selection.layers == frozenset()
    assert desk.view.findChild(QRubberBand) is None


def test_an_initializer_is_painted_over_the_selection_in_one_edit(desk: Desk) -> None:
    panel = InitializerPanel(desk.document, desk.selection)
    desk.qtbot.addWidget(panel)
    desk.document.changed.connect(panel.show_experiment)
    desk.click("name", 1)
    desk.click("name", 2, modifier=Modifier.ShiftModifier)
    desk.qtbot.keyClick(panel.findChild(SchemeCombo, "schemeCombo"), Key.Key_Home)
    desk.qtbot.keyClick(panel.findChild(SchemeCombo, "biasSchemeCombo"), Key.Key_Down)
    layers = desk.experiment.layers
    assert [one.weights.name for one in layers] == ["zeros", "zeros", "he_normal"]
    assert [one.biases.name for one in layers] == ["constant", "constant", "zeros"]
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    assert {one.weights.name for one in desk.experiment.layers} == {"he_normal"}
