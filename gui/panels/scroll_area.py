"""A scroll area around a form."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


class ScrollArea(QScrollArea):
    """Scrolls what is too high, never sideways.

    The scroll bar keeps its room while it is not needed: in a form whose height
    depends on its width, a bar that came and went would call for itself and send
    itself away, for ever. For the same reason an answer to a resize that Qt gives
    while it looks for a size is left unanswered.
    """

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._looking = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(_QuietBar(Qt.Orientation.Vertical))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a resize unanswered that is an answer to one."""
        if event.type() != QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._looking:
            return False
        self._looking = True
        try:
            return super().eventFilter(watched, event)
        finally:
            self._looking = False


class _QuietBar(QScrollBar):
    """A scroll bar that is not seen while there is nothing to scroll."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)  # the ground shows through

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, if there is something to scroll."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)
