import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas

Key = Qt.Key


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """Return a canvas from (0, 0) to (100, 10)."""
    made = Canvas(Axis("bottom", ticks.linear), Axis("left", ticks.linear, "100"))
    made.restyle()
    made.resize(400, 300)
    made.set_range((0, 100), (0, 10))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def place(canvas: Canvas, x: float, y: float) -> QPoint:
    return canvas.mapFromScene(canvas.view.mapViewToScene(QPointF(x, y)))


def test_the_pointer_tells_in_units_of_the_axes_what_the_mouse_is_over(
    canvas: Canvas, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(canvas.pointed):
        qtbot.mouseMove(canvas.viewport(), place(canvas, 25, 7.5))
    assert canvas.pointer is not None
    assert canvas.pointer.x() == pytest.approx(25, abs=0.4)
    assert canvas.pointer.y() == pytest.approx(7.5, abs=0.04)
    with qtbot.waitSignal(canvas.pointed):
        qtbot.mouseMove(canvas.viewport(), QPoint(2, 2))  # over the axes
    assert canvas.pointer is None


def test_the_pointer_stays_under_the_mouse_when_the_range_moves(canvas: Canvas) -> None:
    canvas.point(QPointF(50, 5))
    canvas.set_range((0, 200), (0, 10))
    assert canvas.pointer is not None
    assert canvas.pointer.x() == pytest.approx(100)


def test_a_click_chooses_and_a_right_click_opens_nothing(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.chosen):
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place(canvas, 10, 1))
    with qtbot.assertNotEmitted(canvas.chosen):
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, pos=place(canvas, 10, 1))
    assert QApplication.activePopupWidget() is None


def test_arrow_keys_move_the_pointer_and_return_chooses(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Key.Key_Right)
    qtbot.keyClick(canvas, Key.Key_Up)
    assert canvas.pointer is not None
    assert (canvas.pointer.x(), canvas.pointer.y()) == pytest.approx((52, 5.2))
    for _ in range(60):
        qtbot.keyClick(canvas, Key.Key_Left)
    assert canvas.pointer.x() == pytest.approx(0)
    with qtbot.waitSignal(canvas.chosen):
        qtbot.keyClick(canvas, Key.Key_Return)


def test_arrow_keys_go_from_row_to_row_where_the_axis_counts_rows(qtbot: QtBot) -> None:
    canvas = Canvas(Axis("bottom", ticks.linear), Axis("left", ticks.linear, "1"), rows=True)
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.restyle()
    canvas.set_range((0, 100), (0, 4))
    canvas.show()
    rows = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up):
        qtbot.keyClick(canvas, key)
        assert canvas.pointer is not None
        rows.append(int(canvas.pointer.y()))
    assert rows == [3, 3, 2, 1, 0, 0]


def test_other_keys_and_the_wheel_are_left_to_the_window(canvas: Canvas) -> None:
    escape = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    middle = QPointF(canvas.rect().center())
    turn = QWheelEvent(
        middle, canvas.mapToGlobal(middle), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    for event, receiver in ((escape, canvas), (turn, canvas.viewport())):
        event.accept()
        QApplication.sendEvent(receiver, event)
        assert not event.isAccepted()
    assert canvas.view.viewRange() == [[0, 100], [0, 10]]


def test_only_who_comes_with_the_keyboard_sees_the_focus_ring(canvas: Canvas, qtbot: QtBot) -> None:
    def ring() -> bool:
        image = canvas.grab().toImage()
        corner = canvas.view.sceneBoundingRect().topLeft().toPoint() + QPoint(1, 1)
        return image.pixelColor(corner) == theme.color("accent")

    with qtbot.waitActive(canvas):
        canvas.activateWindow()
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring()
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring()
    canvas.clearFocus()
    assert not ring()


def test_the_theme_reaches_ground_axes_and_fonts(canvas: Canvas, qapp: QApplication) -> None:
    heights = []
    for name, zoom in (("light", 1.0), ("dark", 2.0)):
        theme.apply(qapp, name, zoom)
        canvas.restyle()
        image: QImage = canvas.grab().toImage()
        middle = canvas.view.sceneBoundingRect().center().toPoint()
        assert image.pixelColor(middle) == theme.color("plot")
        assert canvas.x.textPen().color() == theme.color("text")
        assert canvas.x.style["tickFont"] == theme.font("caption")
        heights.append(canvas.x.maximumHeight())
    assert heights[1] > 1.5 * heights[0]


def test_a_message_stands_in_place_of_data(canvas: Canvas) -> None:
    def inked() -> int:
        image = canvas.grab(canvas.view.sceneBoundingRect().toRect()).toImage()
        ground = theme.color("plot")
        return sum(
            image.pixelColor(x, y) != ground
            for x in range(image.width())
            for y in range(image.height() // 3, 2 * image.height() // 3)
        )

    empty = inked()
    canvas.set_message("Press Space to train")
    assert inked() > empty + 100


def test_no_line_goes_through_the_words_of_a_message(canvas: Canvas) -> None:
    def red() -> int:
        image = canvas.grab(canvas.view.sceneBoundingRect().toRect()).toImage()
        middle = image.height() // 2
        pixels = (image.pixelColor(x, middle) for x in range(image.width()))
        return sum(colour.red() > 200 > 100 > colour.green() for colour in pixels)

    low, high = canvas.view.viewRange()[0]
    canvas.add(pg.InfiniteLine((low + high) / 2, angle=90, pen=pg.mkPen("#ff0000", width=3)))
    assert red() > 0
    canvas.set_message("Press Space to train")
    assert red() == 0


@pytest.mark.parametrize("value", [0.0, 5.0, -1e8, 1e300])
def test_an_axis_is_never_without_extent(canvas: Canvas, value: float) -> None:
    canvas.set_range((value, value), (0, 1))
    (left, right), _ = canvas.view.viewRange()
    assert left < value < right
    assert not canvas.grab().isNull()


@pytest.mark.parametrize("size", [(90, 70), (200, 120), (450, 260), (1600, 900)])
def test_numbers_of_axes_neither_overlap_nor_leave_the_canvas(
    canvas: Canvas, qtbot: QtBot, size: tuple[int, int]
) -> None:
    canvas.resize(*size)
    canvas.set_range((0, 20000), (0, 1))
    sheet = canvas.grab()  # lays out and draws
    painter = QPainter(sheet)
    for axis in (canvas.x, canvas.y):
        specs = axis.generateDrawSpecs(painter)
        rects = [axis.mapRectToScene(rect) for rect, _, _ in specs[2]]
        for before, after in zip(rects, rects[1:], strict=False):
            assert not before.intersects(after)
        for rect in rects:
            assert canvas.sceneRect().adjusted(-1, -1, 1, 1).contains(rect)
    painter.end()


@pytest.mark.parametrize("size", [(1, 1), (30, 400), (400, 10)])
def test_a_canvas_without_room_for_its_axes_still_has_a_scale(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    canvas = Canvas(Axis("bottom", ticks.linear), Axis("left", ticks.linear, "88888"))
    qtbot.addWidget(canvas)
    text = pg.TextItem("text")
    canvas.add(text)
    canvas.setMinimumSize(1, 1)
    canvas.resize(*size)
    canvas.restyle()
    canvas.show()
    canvas.set_range((0, 1), (0, 1))
    QApplication.processEvents()
    text.setVisible(False)  # makes pyqtgraph look at the scale
    assert canvas.view.childGroup.sceneTransform().isInvertible()
