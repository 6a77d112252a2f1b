"""The canvas: a pyqtgraph view with two axes, and nothing that moves by itself.

No menu, no export, no zooming and no automatic range: the plot says what is
seen. A pointer, moved by mouse or arrow keys, asks for exact values.
"""

from math import floor

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsGridLayout, QWidget

from gui import theme
from gui.focus_ring import draw_focus_ring
from gui.plots.axis import END_MARGIN, Axis

KEY_STEPS = 50  # key presses from one end of an axis to the other
NARROWEST = 1e-9  # of its values: how little an axis may span
KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Canvas(pg.GraphicsView):
    """Draws items in the units of its axes.

    Parameters
    ----------
    rows : bool
        The y axis counts rows of height 1 from the top down.

    Signals
    -------
    pointed()
        `pointer` has changed.
    chosen()
        A click, or the Return key, at `pointer`.
    sought()
        The same with Ctrl held.
    """

    pointed = Signal()
    chosen = Signal()
    sought = Signal()

    def __init__(self, x: Axis, y: Axis, rows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.x, self.y = x, y
        self._rows = rows
        self.message = ""
        self._ring = False
        self._place: QPointF | None = None  # of the pointer, in px: ranges may change under it
        self.view = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.view.setMinimumSize(1, 1)  # px: without any, no place on it can be told from another
        self.view.disableAutoRange()
        self.view.invertY(rows)
        self._frame = pg.GraphicsWidget()
        self._layout = QGraphicsGridLayout(self._frame)
        self._layout.setSpacing(0)
        self._margins = (0, 0, 0, 0)
        for axis, row, column in ((y, 0, 0), (x, 1, 1)):
            self._layout.addItem(axis, row, column)
            axis.linkToView(self.view)
        self._layout.addItem(self.view, 0, 1)
        self.setCentralItem(self._frame)
        self.setMinimumSize(80, 60)

    def add(self, *items: pg.GraphicsObject) -> None:
        """Draw items from now on."""
        for item in items:
            self.view.addItem(item, ignoreBounds=True)

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show this part of the plane."""
        x, y = _apart(*x), _apart(*y)
        if [list(x), list(y)] != self.view.viewRange():
            self.view.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=False)
            self.view.prepareForPaint()  # else only while it is painted, which paints it again

    def set_message(self, message: str) -> None:
        """Say something in place of data."""
        if message != self.message:
            self.message = message
            self.viewport().update()

    def show_x_axis(self, shown: bool) -> None:
        """Show the bottom axis, or leave it to the canvas below."""
        if shown != self.x.isVisible():
            self.x.setVisible(shown)
            self.restyle()

    def restyle(self) -> None:
        """Take colours, fonts and margins of the theme in force."""
        line = QFontMetrics(theme.font("caption")).height()
        below = 0 if self.x.isVisible() else line // 2
        self._margins = (0, line // 2 + 1, END_MARGIN, below)
        self._layout.setContentsMargins(*self._margins)
        self.setBackground(theme.current().plot)
        self.x.restyle()
        self.y.restyle()

    def frame_size(self) -> tuple[int, int]:
        """Return what axes and margins take of width and height."""
        left, top, right, bottom = self._margins
        return (
            round(left + right + self.y.maximumWidth()),
            round(top + bottom + self.x.maximumHeight()),
        )

    @property
    def pointer(self) -> QPointF | None:
        """What is pointed at, in the units of the axes."""
        return None if self._place is None else self.view.mapSceneToView(self._place)

    def point(self, pointer: QPointF | None) -> None:
        """Point at something in the units of the axes, or at nothing."""
        self._point(None if pointer is None else self.view.mapViewToScene(pointer))

    def _point(self, place: QPointF | None) -> None:
        if place != self._place:
            self._place = place
            self.pointed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point where the mouse is."""
        scene = self.mapToScene(event.position().toPoint())
        self._point(scene if self.view.sceneBoundingRect().contains(scene) else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the mouse."""
        self.mouseMoveEvent(event)
        if self._place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep pyqtgraph's own clicking out."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of two as another one."""
        self.mousePressEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Point nowhere."""
        self.point(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to whoever came with the keyboard."""
        super().focusInEvent(event)
        self._ring = self._ring or event.reason() in KEYBOARD
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point nowhere, and take the ring away."""
        super().focusOutEvent(event)
        self._ring = self._ring and event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        self.point(None)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whatever scrolls around the plot."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pointer with the arrow keys, choose with Return."""
        arrow = ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            self._step(*arrow)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._place is not None:
            self._choose(event.modifiers())
        else:
            event.ignore()

    def _choose(self, modifiers: Qt.KeyboardModifier) -> None:
        has_ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        (self.sought if has_ctrl else self.chosen).emit()

    def _step(self, right: int, up: int) -> None:
        (left, end), (low, high) = self.view.viewRange()
        start = self.pointer or QPointF((left + end) / 2, (low + high) / 2)
        x = start.x() + right * (end - left) / KEY_STEPS
        if self._rows:
            y = min(max(floor(start.y()) - up, 0), high - 1) + 0.5  # the middle of a row
        else:
            y = min(max(start.y() + up * (high - low) / KEY_STEPS, low), high)
        self.point(QPointF(min(max(x, left), end), y))

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Write the message into the middle, and the focus ring around."""
        place = self.view.sceneBoundingRect()
        if self.message:
            painter.setFont(theme.font())
            painter.setPen(theme.color("quiet"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            words = painter.boundingRect(place, flags, self.message)
            painter.fillRect(words, theme.color("plot"))  # no line of the axes goes through them
            painter.drawText(place, flags, self.message)
        if self._ring:
            draw_focus_ring(painter, place)


def _apart(low: float, high: float) -> tuple[float, float]:
    """Return the ends of an axis that differ enough for a painter to tell them apart."""
    least = NARROWEST * (max(abs(low), abs(high)) or 1.0)
    return (low, high) if high - low >= least else (low - least, high + least)
