"""A sentence on one line that answers a click; where it has no room, it can be read whole."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.focus_ring import draw_focus_ring
from gui.panels.elided_label import ElidedLabel


class Sentence(ElidedLabel):
    """Plain text to click, or to press Return on.

    Signals
    -------
    chosen()
        It was clicked.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None, object_name: str = "") -> None:
        super().__init__(parent, object_name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def full_width(self) -> int:
        """Return the room that the whole text takes."""
        return self.fontMetrics().horizontalAdvance(self.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Answer a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the focus ring around it."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus_ring(QPainter(self), self.rect())

    def _choose(self) -> None:
        if self.shown_text() != self.text():
            QToolTip.showText(self.mapToGlobal(QPoint(0, 0)), self.toolTip(), self)
        self.chosen.emit()
