"""A canvas to draw on: the left button draws, the right one erases.

By keyboard the arrows lead the pointer, Return draws where it is and Delete
erases there.
"""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas

ERASER = 1000  # a tool beyond all classes; Qt gives negative ids a meaning of its own
SPACING = 9  # px between the points of a stroke
DRAWING = {Qt.MouseButton.LeftButton: False, Qt.MouseButton.RightButton: True}
ERASING_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class DrawingCanvas(Canvas):
    """A canvas that tells of strokes while `enabled_to_draw`.

    Signals
    -------
    drawn(QPointF, bool)
        A stroke reached this place, in the units of the axes; the bool says
        whether it erases.
    stroke_ended()
    digit_typed(int)
    """

    drawn = Signal(QPointF, bool)
    stroke_ended = Signal()
    digit_typed = Signal(int)

    def __init__(self, x: Axis, y: Axis, parent: QWidget | None = None) -> None:
        super().__init__(x, y, parent=parent)
        self.enabled_to_draw = False
        self._erases: bool | None = None  # None: no button is down
        self._last = QPointF()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        super().mousePressEvent(event)
        inside = self._place is not None
        if self.enabled_to_draw and inside and self._erases is None and event.button() in DRAWING:
            self._erases = DRAWING[event.button()]
            self._draw()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke; an eraser rubs all along it."""
        super().mouseMoveEvent(event)
        if self._erases is None or self._place is None:
            return
        way = self._place - self._last
        if self._erases or way.manhattanLength() >= theme.pixels(SPACING):
            self._draw()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke with its button."""
        super().mouseReleaseEvent(event)
        if self._erases is not None and DRAWING.get(event.button()) == self._erases:
            self._erases = None
            self.stroke_ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw or erase at the pointer; take a digit for a class."""
        key = Qt.Key(event.key())
        if not self.enabled_to_draw:
            super().keyPressEvent(event)
        elif key in ERASING_KEYS or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._dot(erases=key in ERASING_KEYS)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.digit_typed.emit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def _dot(self, erases: bool) -> None:
        if self.pointer is not None and self._erases is None:
            self.drawn.emit(self.pointer, erases)
            self.stroke_ended.emit()

    def _draw(self) -> None:
        assert self._place is not None
        self._last = self._place
        self.drawn.emit(self.view.mapSceneToView(self._place), self._erases)
