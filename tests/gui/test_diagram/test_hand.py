"""Resizing layers with the mouse, and moving the paper: nothing slips from under the pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core import by_hand, edits
from tests.gui.test_diagram.desk import Desk

Button, Native, Modifier = Qt.MouseButton, Qt.NativeGestureType, Qt.KeyboardModifier


def drag_middle(desk: Desk, start: QPoint, end: QPoint) -> None:
    viewport = desk.view.viewport()
    desk.qtbot.mousePress(viewport, Button.MiddleButton, pos=start)
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(end), viewport.mapToGlobal(QPointF(end)),
        Button.NoButton, Button.MiddleButton, Modifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)
    desk.qtbot.mouseRelease(viewport, Button.MiddleButton, pos=end)


@pytest.mark.parametrize(("part", "clicks"), [("plus", 12), ("minus", 3)])
@pytest.mark.parametrize("size", [(900, 600), (520, 380)])
def test_twelve_clicks_on_one_spot_are_twelve_neurons(desk: Desk, part, clicks, size) -> None:
    desk.view.resize(*size)
    at = desk.point(part, 1)
    desk.hover(at)
    for _ in range(clicks):
        desk.qtbot.mouseClick(desk.view.viewport(), Button.LeftButton, pos=at)
        assert (desk.point(part, 1) - at).manhattanLength() <= 2
        desk.hover(at + QPoint(1, 0))
    assert desk.units() == [4 + (clicks if part == "plus" else -clicks), 3, 1]


def test_when_the_pointer_leaves_the_header_all_neurons_are_shown_again(desk: Desk) -> None:
    desk.view.resize(700, 380)
    at = desk.point("plus", 1)
    for _ in range(4):
        desk.qtbot.mouseClick(desk.view.viewport(), Button.LeftButton, pos=at)
    held = desk.view.transform().m11()
    desk.hover(desk.point("empty"))
    assert desk.view.transform().m11() == desk.view.layout_.scale < held
    lowest = max(desk.point("neuron", 1, index).y() for index in range(8))
    assert lowest < desk.view.viewport().height()


def test_the_number_of_a_header_is_dragged_up_and_down_as_one_edit(desk: Desk) -> None:
    before, at = desk.experiment, desk.point("units", 2)
    desk.hover(at)
    assert desk.view.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    desk.drag(at, at - QPoint(0, 50), drop=False)
    assert desk.units() == [4, 8, 1]
    desk.drag(at, at + QPoint(0, 90))
    assert desk.units() == [4, 1, 1]
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    assert desk.experiment == before


def test_a_drag_back_to_the_start_is_no_edit_and_loses_nothing(desk: Desk) -> None:
    typed = by_hand.type_numbers(desk.experiment, 2, "weights", {(2, 3): 0.25})
    desk.document.edit(typed, "")
    at = desk.point("units", 2)
    viewport = desk.view.viewport()
    desk.qtbot.mousePress(viewport, Button.LeftButton, pos=at)
    for way in (-30, 20, 0):
        to = QPointF(at + QPoint(0, way))
        event = QMouseEvent(
            QEvent.Type.MouseMove, to, viewport.mapToGlobal(to),
            Button.NoButton, Button.LeftButton, Modifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)
        assert desk.units() == [4, 3 - way // 10, 1]
    desk.qtbot.mouseRelease(viewport, Button.LeftButton, pos=at)
    assert desk.experiment == typed
    assert desk.document.undo_stack.count() == 1


def test_the_output_and_a_click_are_not_dragged(desk: Desk) -> None:
    at = desk.point("units", 3)
    desk.drag(at, at - QPoint(0, 60))
    assert desk.units() == [4, 3, 1]
    desk.click("units", 1)
    assert QApplication.focusWidget().objectName() == "unitsEditor"


def test_the_middle_button_pans(desk: Desk) -> None:
    desk.wheel(QPoint(450, 300), 8, Modifier.ControlModifier)
    before = desk.point("neuron", 1, 0)
    drag_middle(desk, QPoint(400, 300), QPoint(370, 280))
    assert desk.point("neuron", 1, 0) - before == QPoint(-30, -20)
    assert desk.units() == [4, 3, 1]
    assert desk.selection.layers == frozenset()


def test_a_touchpad_zooms_around_the_fingers_and_a_double_tap_fits(desk: Desk) -> None:
    view, at = desk.view, desk.point("neuron", 1, 0)
    fitted = view.transform().m11()
    place = QPointF(at)
    for kind, value in ((Native.ZoomNativeGesture, 0.5), (Native.SmartZoomNativeGesture, 0.0)):
        event = QNativeGestureEvent(
            kind, QPointingDevice.primaryPointingDevice(), 2, place, place,
            view.viewport().mapToGlobal(place), value, QPointF(),
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        if value:
            assert view.transform().m11() == pytest.approx(1.5 * fitted)
            assert (desk.point("neuron", 1, 0) - at).manhattanLength() <= 2
    assert view.transform().m11() == fitted


def test_two_fingers_that_part_on_a_touch_screen_zoom(desk: Desk) -> None:
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    view, at = desk.view, QPoint(450, 300)
    fitted, viewport = view.transform().m11(), view.viewport()
    for reach in (40, 60, 80, 120):
        touch = QTest.touchEvent(viewport, device)
        for finger, side in enumerate((-1, 1)):
            place = at + QPoint(side * reach, 0)
            (touch.press if reach == 40 else touch.move)(finger, place, viewport)
        touch.commit()
    assert view.transform().m11() > 1.5 * fitted
    QTest.touchEvent(viewport, device).release(0, at, viewport).release(1, at, viewport).commit()


def test_the_hold_ends_with_another_layer(desk: Desk) -> None:
    desk.click("plus", 1)
    desk.document.edit(edits.add_layer(desk.experiment, 1), "")
    assert desk.view.transform().m11() == desk.view.layout_.scale
    right = desk.point("name", 4).x()
    assert right < desk.view.viewport().width()
