"""The layout: size and place of the window and of its docks, from one start to the next."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

from gui.settings import Settings

FIRST_SIZE = QSize(1440, 900)


def restore_layout(window: QMainWindow, settings: Settings) -> None:
    """Put the window and its docks where they were, or where they fit."""
    window.resize(FIRST_SIZE.boundedTo(window.screen().availableSize()))
    window.restoreGeometry(settings.geometry)
    window.restoreState(settings.state)


def show_fitting(window: QMainWindow, settings: Settings) -> None:
    """Show the window; at its first start, fill a screen that has no room for its frame."""
    room = window.screen().availableSize()
    small = room.width() <= FIRST_SIZE.width() or room.height() <= FIRST_SIZE.height()
    if small and settings.geometry.isEmpty():
        window.showMaximized()
    else:
        window.show()


def remember_layout(window: QMainWindow, settings: Settings) -> None:
    """Note where everything is."""
    settings.geometry = window.saveGeometry()
    settings.state = window.saveState()
