"""The timeline: any step of the run, for every panel, with mouse and keyboard."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from core.snapshot import Snapshot
from gui.main_window import MainWindow
from tests.gui.windows import open_window

LAST = 600


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """Return a window that has trained for some steps."""
    window = open_window(qtbot)
    window.session.advance(LAST)
    wait_for(qtbot, window, LAST)
    return window


def wait_for(qtbot: QtBot, window: MainWindow, step: int) -> Snapshot:
    """Wait until the window shows this step."""
    session = window.session
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == step)
    assert session.snapshot is not None
    return session.snapshot


def slider(window: MainWindow) -> QSlider:
    found = window.findChild(QSlider, "timelineSlider")
    assert isinstance(found, QSlider)
    return found


def test_dragging_shows_the_step_and_keeps_the_end(qtbot: QtBot, window: MainWindow) -> None:
    bar = slider(window)
    assert (bar.minimum(), bar.maximum(), bar.value()) == (0, LAST, LAST)
    y = bar.height() // 2
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 6, y))
    for x in range(bar.width() - 6, bar.width() // 2, -10):
        qtbot.mouseMove(bar, QPoint(x, y))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, y))
    assert 0 < bar.value() < LAST
    snapshot = wait_for(qtbot, window, bar.value())
    assert bar.maximum() == snapshot.reached == LAST


def test_a_step_looks_as_it_did_when_it_was_made(qtbot: QtBot, window: MainWindow) -> None:
    window.session.rewind()
    wait_for(qtbot, window, 0)
    window.session.advance(300)
    first = wait_for(qtbot, window, 300)
    window.session.advance(LAST - 300)
    end = wait_for(qtbot, window, LAST)
    slider(window).setValue(300)
    again = wait_for(qtbot, window, 300)
    for W, V in zip(first.weights, again.weights, strict=True):
        assert np.array_equal(W, V)
    assert first.measurement == again.measurement
    slider(window).setValue(LAST)
    assert np.array_equal(wait_for(qtbot, window, LAST).weights[0], end.weights[0])


def test_back_goes_one_step_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_B)
    wait_for(qtbot, window, LAST - 1)
    bar = slider(window)
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Home)
    wait_for(qtbot, window, 0)
    qtbot.keyClick(window, Qt.Key.Key_B)  # nothing lies before
    qtbot.keyClick(bar, Qt.Key.Key_PageUp)
    wait_for(qtbot, window, LAST // 20)


def test_running_goes_on_from_the_step_shown(qtbot: QtBot, window: MainWindow) -> None:
    slider(window).setValue(200)
    wait_for(qtbot, window, 200)
    qtbot.keyClick(window, Qt.Key.Key_S)
    snapshot = wait_for(qtbot, window, 201)
    assert snapshot.reached == LAST


def test_a_new_run_begins_a_new_timeline(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N)
    wait_for(qtbot, window, 0)
    qtbot.waitUntil(lambda: slider(window).maximum() == 0)
    assert not slider(window).isEnabled()
