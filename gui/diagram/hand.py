"""The hand on the paper: the middle button and the wheel move it, two fingers that part zoom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView

Native = Qt.NativeGestureType
NOTCH = 120.0  # Qt's unit of the wheel
ZOOM_STEP = 1.15


class Hand:
    """Moves what is seen of the scene."""

    def __init__(self, view: "DiagramView") -> None:
        self._view = view
        self._last = QPoint()

    def grab(self, at: QPoint) -> None:
        """Take hold of the paper at a point."""
        self._last = at
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def drag(self, at: QPoint) -> None:
        """Let the paper follow."""
        self._view.scroll_by(self._last - at)
        self._last = at

    def release(self) -> None:
        """Let go."""
        self._view.viewport().unsetCursor()

    def roll(self, event: QWheelEvent) -> bool:
        """Zoom with Ctrl; go sideways where nothing lies below. Say whether that was it."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.zoom(ZOOM_STEP ** (delta.y() / NOTCH), event.position().toPoint())
        elif delta.y() and not self._view.verticalScrollBar().maximum():
            self._view.scroll_by(QPoint(-delta.y(), 0))
        else:
            return False
        return True

    def feel(self, event: QEvent) -> bool:
        """Answer the gestures of a touchpad and of a touch screen; say whether it was one."""
        if isinstance(event, QNativeGestureEvent):
            return self._feel_touchpad(event)
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self._view.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                self._view.zoom(pinch.scaleFactor(), at)
                event.accept(pinch)
                return True
        return False

    def _feel_touchpad(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Native.ZoomNativeGesture:
            self._view.zoom(1 + event.value(), event.position().toPoint())
        elif event.gestureType() == Native.SmartZoomNativeGesture:
            self._view.fit()
        else:
            return False
        return True
