"""The diagram through the real mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from core import edits
from core.datasets.digits import Digits
from core.layer import HIDDEN
from gui.diagram.target import Target
from gui.labels import activation_name
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def tip(desk: Desk, at: QPoint) -> str:
    viewport = desk.view.viewport()
    QApplication.sendEvent(
        viewport, QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    )
    return QToolTip.text()


def test_plus_and_minus_change_one_layer_and_undo_restores_it(desk: Desk) -> None:
    before = desk.experiment
    desk.click("plus", 1)
    assert desk.units() == [5, 3, 1]
    assert desk.columns() == [2, 5, 3, 1]
    desk.click("minus", 2)
    assert desk.units() == [5, 2, 1]
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    assert desk.experiment == before
    assert desk.columns() == [2, 4, 3, 1]


def test_a_quick_second_click_on_plus_counts(desk: Desk) -> None:
    desk.click("plus", 1)
    desk.double_click("plus", 1)
    desk.qtbot.mouseRelease(
        desk.view.viewport(), Qt.MouseButton.LeftButton, pos=desk.point("plus", 1)
    )
    assert desk.units() == [6, 3, 1]


def test_press_and_release_on_different_parts_is_no_click(desk: Desk) -> None:
    viewport, left = desk.view.viewport(), Qt.MouseButton.LeftButton
    desk.qtbot.mousePress(viewport, left, pos=desk.point("plus", 1))
    desk.qtbot.mouseRelease(viewport, left, pos=desk.point("minus", 1))
    assert desk.document.undo_stack.count() == 0


def test_the_last_neuron_of_a_layer_stays_and_the_button_says_why(desk: Desk) -> None:
    desk.document.edit(edits.set_units(desk.experiment, 1, 1), "")
    desk.click("minus", 1)
    assert desk.units() == [1, 3, 1]
    assert tip(desk, desk.point("minus", 1)) == "A layer needs at least one neuron."
    assert tip(desk, desk.point("plus", 1)) == "Add a neuron"


def test_the_output_keeps_its_units_and_says_why(desk: Desk) -> None:
    desk.click("plus", 3)
    desk.click("minus", 3)
    desk.click("units", 3)
    assert desk.document.undo_stack.count() == 0
    assert desk.selection.layers == {3}
    for part in ("minus", "plus"):
        reason = "The data decide how many outputs there are."
        assert tip(desk, desk.point(part, 3)) == reason


def test_the_plus_between_two_layers_appears_near_the_pointer_and_inserts(desk: Desk) -> None:
    items = desk.view.scene().items
    at = desk.point("insert", 2)
    assert not [item for item in items() if item.zValue() == 3 and item.isVisible()]
    desk.hover(at + QPoint(0, 120))
    visible = [item for item in items() if item.zValue() == 3 and item.isVisible()]
    assert [desk.view.mapFromScene(item.boundingRect().center()) for item in visible] == [at]
    desk.click("insert", 2)
    assert desk.units() == [4, 3, 3, 1]
    assert desk.view.editor.focus == Target("name", 2)
    desk.document.undo_stack.undo()
    assert desk.columns() == [2, 4, 3, 1]


def test_the_plus_goes_when_the_pointer_leaves(desk: Desk) -> None:
    desk.hover(desk.point("insert", 1))
    QApplication.sendEvent(desk.view.viewport(), QEvent(QEvent.Type.Leave))
    assert not [i for i in desk.view.scene().items() if i.zValue() == 3 and i.isVisible()]


def test_a_click_on_a_header_selects_with_ctrl_more_and_empty_space_clears(desk: Desk) -> None:
    desk.click("name", 1)
    assert desk.selection.layers == {1}
    desk.click("badge", 2, modifier=Modifier.ControlModifier)
    desk.click("name", 2, modifier=Modifier.ControlModifier)
    desk.click("name", 2, modifier=Modifier.ShiftModifier)
    assert desk.selection.layers == {1, 2}
    desk.click("neuron", 1, 0)
    desk.click("empty")
    assert (desk.selection.layers, desk.selection.neurons) == (frozenset(), ())


def test_the_input_has_no_weights_to_select(desk: Desk) -> None:
    desk.click("name", 1)
    desk.click("name", 0)
    assert desk.selection.layers == frozenset()


def test_a_click_on_a_neuron_chooses_it_for_a_line_and_a_second_one_does_not(desk: Desk) -> None:
    desk.click("neuron", 1, 2)
    desk.click("neuron", 3, 0)
    desk.click("neuron", 0, 1)
    assert desk.selection.neurons == ((1, 2), (3, 0))
    assert desk.selection.layers == frozenset()
    desk.click("neuron", 1, 2)
    assert desk.selection.neurons == ((3, 0),)


def test_an_activation_is_chosen_from_the_menu_of_its_layer(desk: Desk) -> None:
    desk.click("name", 1)
    desk.click("activation", 2)
    ticked = [one.text() for one in desk.menu().actions() if one.isChecked()]
    assert ticked == ["ReLU"]
    desk.choose("tanh")
    assert desk.activations() == ["relu", "tanh", "sigmoid"]
    assert desk.selection.layers == {1}
    desk.document.undo_stack.undo()
    assert desk.activations() == ["relu", "relu", "sigmoid"]


def test_an_activation_goes_to_all_selected_layers(desk: Desk) -> None:
    desk.click("name", 1)
    desk.click("name", 2, modifier=Modifier.ControlModifier)
    desk.click("activation", 1)
    desk.choose("tanh")
    assert desk.activations() == ["tanh", "tanh", "sigmoid"]
    assert desk.document.undo_stack.count() == 1


def test_the_output_offers_only_what_fits_the_loss_and_says_why(desk: Desk) -> None:
    desk.click("activation", 3)
    offers = {one.data(): one for one in desk.menu().actions()}
    assert [name for name, one in offers.items() if one.isEnabled()] == ["sigmoid"]
    assert offers["relu"].toolTip() == "Does not fit the loss: Binary cross-entropy"
    desk.menu().close()


def test_a_hidden_layer_offers_every_activation_but_softmax(desk: Desk) -> None:
    desk.click("activation", 1)
    offers = desk.menu().actions()
    assert [one.data() for one in offers] == list(HIDDEN)
    assert all(one.isEnabled() and one.text() == activation_name(one.data()) for one in offers)
    desk.menu().close()


def test_softmax_takes_its_loss_along(desk: Desk) -> None:
    digits = edits.set_dataset(desk.experiment, Digits(samples=20, test_samples=10))
    desk.document.edit(edits.set_loss(digits, "binary_cross_entropy"), "")
    desk.click("activation", 3)
    desk.choose("softmax")
    assert desk.experiment == digits


def test_the_number_of_neurons_is_typed_into_the_header(desk: Desk) -> None:
    desk.click("units", 1)
    field = desk.view.findChild(type(desk.view._units))
    assert field.isVisible() and field.value() == 4
    desk.qtbot.keyClicks(field, "12")
    desk.qtbot.keyClick(field, Key.Key_Return)
    assert desk.units() == [12, 3, 1]
    assert not field.isVisible()
    assert desk.view.hasFocus()


def test_escape_leaves_the_number_and_a_click_elsewhere_takes_it(desk: Desk) -> None:
    field = desk.view._units
    desk.click("units", 1)
    desk.qtbot.keyClicks(field, "9")
    desk.qtbot.keyClick(field, Key.Key_Escape)
    assert desk.units() == [4, 3, 1]
    desk.click("units", 2)
    desk.qtbot.keyClicks(field, "64")
    desk.click("empty")
    assert desk.units() == [4, 64, 1]
    assert desk.document.undo_stack.count() == 1


def test_the_context_menu_has_every_verb(desk: Desk) -> None:
    desk.open_context_menu("name", 2)
    assert desk.selection.layers == {2}
    desk.choose("Add a neuron")
    desk.open_context_menu("name", 2)
    desk.choose("Remove a neuron")
    desk.open_context_menu("name", 2)
    desk.choose("Add a layer before")
    assert desk.units() == [4, 3, 3, 1]
    desk.open_context_menu("name", 3)
    desk.choose("Add a layer after")
    desk.open_context_menu("name", 1)
    desk.choose("Remove the layer")
    assert desk.units() == [3, 3, 3, 1]
    desk.open_context_menu("empty")
    desk.choose("Add a layer")
    assert desk.units() == [3, 3, 3, 3, 1]


def test_the_context_menu_of_a_neuron_chooses_it_for_a_line(desk: Desk) -> None:
    desk.open_context_menu("neuron", 2)
    desk.choose("Line in the gradient plot")
    assert desk.selection.neurons == ((2, 0),)
    menu = desk.open_context_menu("neuron", 2)
    assert [one.text() for one in menu.actions() if one.isChecked()] == [
        "Line in the gradient plot"
    ]
    desk.choose("Line in the gradient plot")
    assert desk.selection.neurons == ()


def test_the_context_menu_opens_the_number_field(desk: Desk) -> None:
    desk.open_context_menu("name", 2)
    desk.choose("Number of neurons")
    desk.qtbot.keyClicks(desk.view._units, "7")
    desk.qtbot.keyClick(desk.view._units, Key.Key_Return)
    assert desk.units() == [4, 7, 1]


def test_the_context_menu_does_not_offer_to_remove_the_output(desk: Desk) -> None:
    menu = desk.open_context_menu("name", 3)
    entries = {one.text().split("\t")[0]: one for one in menu.actions()}
    assert not entries["Remove the layer"].isEnabled()
    assert entries["Remove the layer"].toolTip() == "The data decide what the output is."
    menu.close()


def test_ctrl_and_wheel_zoom_around_the_pointer_and_a_double_click_fits_again(desk: Desk) -> None:
    view, at = desk.view, desk.point("neuron", 1, 1)
    fitted = view.transform().m11()
    desk.wheel(at, 5, Modifier.ControlModifier)
    assert view.transform().m11() > 1.5 * fitted
    assert (desk.point("neuron", 1, 1) - at).manhattanLength() <= 3
    view.resize(860, 580)
    assert view.transform().m11() > 1.5 * fitted
    desk.double_click("empty")
    assert view.transform().m11() == view.layout_.scale <= fitted


def test_the_network_follows_the_size_of_the_window(desk: Desk) -> None:
    before = desk.view.layout_.scale
    desk.view.resize(500, 360)
    assert desk.view.layout_.scale < before
    visible = desk.view.viewport().rect()
    for layer in (1, 2, 3):
        assert visible.contains(desk.point("name", layer))
    assert visible.contains(desk.point("neuron", 1, 3))


def test_the_wheel_scrolls_sideways_through_many_layers(desk: Desk) -> None:
    now = desk.experiment
    for _ in range(20):
        now = edits.add_layer(now, 1)
    desk.document.edit(now, "")
    bar = desk.view.horizontalScrollBar()
    desk.wheel(QPoint(300, 300), -1, Modifier.NoModifier)
    assert bar.value() == 120
    assert not desk.view.verticalScrollBar().maximum()
