"""A scroll area around a form."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Scrolls what is too high, never sideways.

    Qt looks for the width at which labels that wrap need no scroll bar, resizes
    the form to it, and takes that for a reason to look again. Where each answer
    contradicts the one before, that would never end; so it looks only once.
    """

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._looking = False
        self.setFrameShape(QFrame.Shape.NoFrame)
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
