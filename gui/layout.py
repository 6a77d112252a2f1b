"""The layout: size and place of the window and of its docks, from one start to the next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow

from gui.settings import Settings

FIRST_SIZE = QSize(1440, 900)


def restore_layout(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it was; at the first start, or on a small screen, fill the screen."""
    room = window.screen().availableSize()
    window.resize(FIRST_SIZE.boundedTo(room))
    if room.width() <= FIRST_SIZE.width() or room.height() <= FIRST_SIZE.height():
        window.setWindowState(Qt.WindowState.WindowMaximized)  # its frame comes on top
    window.restoreGeometry(settings.geometry)
    window.restoreState(settings.state)


def remember_layout(window: QMainWindow, settings: Settings) -> None:
    """Note where everything is."""
    settings.geometry = window.saveGeometry()
    settings.state = window.saveState()
