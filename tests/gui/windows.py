"""The window that most tests look at."""

from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from gui.app import create_window
from gui.main_window import MainWindow


def open_window(
    qtbot: QtBot, experiment: Experiment | None = None, size: tuple[int, int] | None = None
) -> MainWindow:
    """Return an active window that has drawn its first snapshot."""
    window = create_window(experiment)
    qtbot.addWidget(window)
    if size is not None:
        window.resize(*size)
    with qtbot.waitActive(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.snapshot is not None)
    return window
