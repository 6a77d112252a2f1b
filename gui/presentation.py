"""The presentation: white, in large type, the whole screen, and the equations beside the plots.

While presenting, the equations leave the tabs and stand beside them, where the screen
has room for both: a step of the arithmetic and what it decides are seen together.
Afterwards the docks stand as before.
"""

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar

from gui import theme
from gui.appearance import Appearance
from gui.docks import Docks

ROOM = QSize(950, 600)  # px, to be zoomed: from here on nothing is too small to be read
SHARES = (2, 3)  # of the plots and of the equations
BOTTOM, RIGHT = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
CORNER = Qt.Corner.BottomRightCorner


class Presentation(QObject):
    """Begins and ends with one command; follows the screen meanwhile."""

    def __init__(self, window: QMainWindow, docks: Docks, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._docks, self._appearance = window, docks, appearance
        self._bar = window.menuBar()
        self._before = QByteArray()  # where the docks stood
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._arrange)

    def show(self, presenting: bool) -> None:
        """Begin, or end."""
        if presenting == self._appearance.presenting:
            return
        if presenting:
            self._before = self._window.saveState()
            for watched in (self._window, self._bar):
                watched.installEventFilter(self)
        self._appearance.present(self._window, presenting)
        if presenting:
            self._arrange()
        else:
            for watched in (self._window, self._bar):
                watched.removeEventFilter(self)
            self._restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait until the window has got the size of the screen; Esc in the menu bar ends all."""
        if event.type() == QEvent.Type.Resize:
            self._resized.start()
        if watched is self._bar and event.type() == QEvent.Type.KeyPress:
            return self._leave_bar(event)
        return False

    def _leave_bar(self, event: QEvent) -> bool:
        """After Esc the window is next, which need not wait for a second one."""
        QMenuBar.event(self._bar, event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            QApplication.sendEvent(self._window, event)
        return True

    def _restore(self) -> None:
        """Put the docks where they were before; what has the focus loses it for that time."""
        focus = QApplication.focusWidget()
        self._window.setCorner(CORNER, RIGHT)
        self._window.restoreState(self._before)
        if focus is not None and focus.isVisible():
            focus.setFocus()

    @Slot()
    def _arrange(self) -> None:
        """Put the equations beside the plots, unless they are there or the user moved them.

        A comparison that is seen keeps all the width: its runs stand beside each other.
        """
        window, size = self._window, self._window.size()
        plots, equations = self._docks.docks["decision"], self._docks.docks["equations"]
        room = QSize(theme.pixels(ROOM.width()), theme.pixels(ROOM.height()))
        together = equations in window.tabifiedDockWidgets(plots)
        together = together and "compare" not in self._docks.seen
        if self._appearance.presenting and size.expandedTo(room) == size and together:
            window.setCorner(CORNER, BOTTOM)
            window.removeDockWidget(equations)
            window.addDockWidget(BOTTOM, equations, Qt.Orientation.Horizontal)
            equations.show()
            window.resizeDocks([plots, equations], SHARES, Qt.Orientation.Horizontal)
