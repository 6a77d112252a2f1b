"""Painting: the window is painted once for each snapshot.

Left alone, Qt paints it once for every graphics scene that has changed, and
between two of these paintings the training takes its turn. Here all scenes
hand in what has changed; then the window is painted, while the training waits.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QGraphicsView, QMainWindow

from gui.session import Session


class Painting(QObject):
    """Times every painting of a complete window, and makes one of many."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._held = False
        self._views: list[QGraphicsView] = []
        window.installEventFilter(self)

    @contextmanager
    def once(self) -> Iterator[None]:
        """Paint only at the end what changes meanwhile."""
        self._held = True
        try:
            yield
            self._views = self._views or self._window.findChildren(QGraphicsView)
            for view in self._views:
                QCoreApplication.sendPostedEvents(view.scene(), QEvent.Type.MetaCall)
        finally:
            self._held = False
        self._paint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the place of Qt's own answer to a request to paint."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        if not self._held:
            self._views = []  # a view not known yet, made meanwhile, may be what asks
            with self._session.drawing():
                self._paint()
        return True

    def _paint(self) -> None:
        QMainWindow.event(self._window, QEvent(QEvent.Type.UpdateRequest))
