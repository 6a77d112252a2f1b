"""The tabs of the docks: small, with their whole words; arrows where there is no room."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

from gui import theme


class DockTabs(QObject):
    """Looks after the tab bars, which Qt makes and drops as docks are moved about."""

    def __init__(self, window: QMainWindow, docks: list[QDockWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.restyle)
        for dock in docks:
            dock.visibilityChanged.connect(self._soon.start)
            dock.dockLocationChanged.connect(self._soon.start)

    def bars(self) -> list[QTabBar]:
        """Return those that there are at present."""
        children = Qt.FindChildOption.FindDirectChildrenOnly
        return self._window.findChildren(QTabBar, options=children)

    def restyle(self) -> None:
        """Give every tab bar of docks the look in force."""
        for bar in self.bars():
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)
            bar.setFont(theme.font("caption"))
