"""Painting: the window, and each dock that floats, is painted once for each snapshot.

Left alone, Qt paints it once for every graphics scene that has changed, and
between two of these paintings the training takes its turn. Here all scenes
hand in what has changed; then the window is painted, while the training waits.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QDockWidget, QGraphicsView, QMainWindow, QWidget

from gui.session import Session

AWAITED_MS = 30  # how long an edit may wait for its picture


class Painting(QObject):
    """Times every painting of a complete window with its docks, and makes one of many.

    What an edit changes is painted with the snapshot that it leads to, if that comes soon.
    """

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._held = self._painted = False
        self._views: list[QGraphicsView] = []
        self._docks = window.findChildren(QDockWidget)
        self._awaited = QTimer(self, singleShot=True, interval=AWAITED_MS)
        self._awaited.timeout.connect(self._paint_timed)
        for each in (window, *self._docks):
            each.installEventFilter(self)

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
        self._awaited.stop()
        self._paint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the place of Qt's own answer to a request to paint."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._session, self._session.begin)  # when all of it is painted
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        if not self._held:
            self._views = []  # a view not known yet, made meanwhile, may be what asks
            self._answer()
        return True

    def _answer(self) -> None:
        if not (self._session.awaits and self._painted):
            self._paint_timed()
        elif not self._awaited.isActive():
            self._awaited.start()

    def _paint_timed(self) -> None:
        with self._session.drawing():
            self._paint()

    def _paint(self) -> None:
        for each in (self._window, *self._docks):
            if each.isWindow() and each.isVisible():
                QWidget.event(each, QEvent(QEvent.Type.UpdateRequest))
