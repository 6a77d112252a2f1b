"""Bookmarks on the timeline: set, named, gone to and taken away by keys and mouse."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from core import edits
from core.experiment import Experiment, default_experiment
from core.initializers.constant import Zeros
from core.snapshot import Snapshot
from gui import theme
from gui.bookmarks import Bookmark
from gui.main_window import MainWindow
from gui.marked_slider import MarkedSlider
from tests.core.runs import BLOWS_UP
from tests.gui.windows import open_window

Key = Qt.Key


def trained(qtbot: QtBot, experiment: Experiment, steps: int) -> MainWindow:
    """Return a window that has trained so long, or until it breaks."""
    window = open_window(qtbot, experiment)
    window.session.advance(steps)
    qtbot.waitUntil(
        lambda: snapshot(window).step == steps or snapshot(window).divergence is not None
    )
    return window


def snapshot(window: MainWindow) -> Snapshot:
    assert window.session.snapshot is not None
    return window.session.snapshot


def slider(window: MainWindow) -> MarkedSlider:
    found = window.findChild(MarkedSlider, "timelineSlider")
    assert found is not None
    return found


def go(qtbot: QtBot, window: MainWindow, step: int) -> None:
    slider(window).setValue(step)
    qtbot.waitUntil(lambda: snapshot(window).step == step)


def marks(window: MainWindow) -> dict[int, Bookmark]:
    return window.timeline.bookmarks.marks


def test_a_key_sets_and_takes_away_and_keys_go_from_one_to_the_next(qtbot: QtBot) -> None:
    window = trained(qtbot, default_experiment(), 200)
    for step in (150, 40, 90):
        go(qtbot, window, step)
        qtbot.keyClick(window, Key.Key_M)
    assert list(marks(window)) == [40, 90, 150]
    go(qtbot, window, 200)
    alt = Qt.KeyboardModifier.AltModifier
    for step in (150, 90, 40, 40):
        qtbot.keyClick(window, Key.Key_Left, alt)
        qtbot.waitUntil(lambda step=step: snapshot(window).step == step)
    qtbot.keyClick(window, Key.Key_Right, alt)
    qtbot.waitUntil(lambda: snapshot(window).step == 90)
    qtbot.keyClick(window, Key.Key_M)
    assert list(marks(window)) == [40, 150]
    window.actions_.clear_bookmarks.trigger()
    assert marks(window) == {}


def test_the_button_sets_one_and_a_click_on_its_mark_goes_there(qtbot: QtBot) -> None:
    window = trained(qtbot, default_experiment(), 200)
    go(qtbot, window, 50)
    button = window.findChild(QToolButton, "bookmarkButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
    assert marks(window) == {50: Bookmark()}
    go(qtbot, window, 200)
    bar = slider(window)
    place = QPoint(round(bar.place_of(50)), 3)
    assert bar.grab().toImage().pixelColor(place) == theme.color("accent")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: snapshot(window).step == 50)


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_text_is_typed_in_place_and_read_in_the_tool_tip(qtbot: QtBot) -> None:
    window = trained(qtbot, default_experiment(), 20)
    qtbot.keyClick(window, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    edit = window.findChild(QLineEdit, "bookmarkEdit")
    assert edit.isVisible()
    qtbot.keyClicks(edit, "Best run so far")  # none of these letters is a command now
    qtbot.keyClick(edit, Key.Key_Return)
    assert marks(window) == {20: Bookmark("Best run so far")}
    bar = slider(window)
    assert bar.isVisible() and not edit.isVisible()
    assert snapshot(window).step == 20 and not window.session.running
    assert bar.accessibleDescription() == "step 20: Best run so far"
    place = QPoint(round(bar.place_of(20)), 3)
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, place, bar.mapToGlobal(place)))
    assert QToolTip.text() == "step 20: Best run so far"
    qtbot.keyClick(window, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, "something else")
    qtbot.keyClick(edit, Key.Key_Escape)
    assert marks(window) == {20: Bookmark("Best run so far")}


def test_where_it_breaks_there_is_one_by_itself(qtbot: QtBot) -> None:
    window = trained(qtbot, BLOWS_UP, 1000)
    end = snapshot(window).step
    assert marks(window) == {end: Bookmark("", breaks="A")}
    assert slider(window).accessibleDescription() == f"step {end}: here it breaks"
    window.session.rewind()
    qtbot.waitUntil(lambda: snapshot(window).step == 0)
    bar = slider(window)
    corner = QPoint(round(bar.place_of(end)), theme.pixels(4))
    colour = bar.grab().toImage().pixelColor(corner)
    assert abs(colour.red() - QColor(theme.current().broken).red()) < 30
    qtbot.keyClick(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: snapshot(window).step == end)
    assert snapshot(window).divergence is not None
    qtbot.keyClick(window, Key.Key_M)
    assert marks(window) == {}
    window.session.rewind()
    qtbot.waitUntil(lambda: snapshot(window).step == 0)
    assert marks(window) == {}  # who took it away does not get it back


def test_they_belong_to_the_run(qtbot: QtBot) -> None:
    window = trained(qtbot, default_experiment(), 100)
    qtbot.keyClick(window, Key.Key_M)
    go(qtbot, window, 30)
    qtbot.keyClick(window, Key.Key_M)
    go(qtbot, window, 60)
    assert list(marks(window)) == [30, 100]
    live = replace(window.document.experiment, l2=0.01)
    window.document.edit(live, "Live")  # from 60 on this is another run
    qtbot.waitUntil(lambda: list(marks(window)) == [30])
    window.document.edit(edits.set_weights(default_experiment(), [1], Zeros()), "Set")
    qtbot.waitUntil(lambda: snapshot(window).step == 0)
    assert marks(window) == {}
