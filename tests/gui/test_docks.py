"""The docks in windows that shrink and grow, and their titles at every zoom."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTabBar
from pytestqt.qtbot import QtBot

from gui import theme
from gui.docks import BOTTOM, ENOUGH, LEFT, RIGHT
from gui.main_window import MainWindow
from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot, size=(1440, 900))


def sizes(window: MainWindow) -> tuple[int, int, int]:
    docks = window.docks.docks
    return docks["initializer"].width(), docks["loss"].width(), docks["decision"].height()


@pytest.mark.parametrize("large", [(1440, 900), (1024, 768)])
def test_a_window_that_was_small_gives_its_docks_their_room_again(
    qtbot: QtBot, window: MainWindow, large: tuple[int, int]
) -> None:
    window.resize(640, 480)
    qtbot.waitUntil(lambda: sizes(window)[0] < 200)
    window.resize(*large)

    def roomy() -> bool:
        left, right, bottom = sizes(window)
        width, height = large
        return (
            left > ENOUGH * LEFT * width
            and right > ENOUGH * RIGHT * width
            and bottom > ENOUGH * BOTTOM * height
        )

    qtbot.waitUntil(roomy)


def test_a_division_by_hand_stays_in_a_growing_window(qtbot: QtBot, window: MainWindow) -> None:
    loss = window.docks.docks["loss"]
    window.resizeDocks([loss], [600], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: abs(loss.width() - 600) < 3)
    window.resize(1500, 950)
    qtbot.waitUntil(lambda: not window.docks._grown.isActive())
    assert abs(loss.width() - 600) < 3


def test_a_panel_chosen_in_the_menu_comes_to_the_front(qtbot: QtBot, window: MainWindow) -> None:
    docks = window.docks
    qtbot.waitUntil(lambda: "decision" in docks.seen)
    docks.docks["matrix"].toggleViewAction().trigger()
    qtbot.waitUntil(lambda: "matrix" in docks.seen)
    assert "decision" not in docks.seen


def test_titles_and_tabs_follow_the_zoom(qtbot: QtBot, window: MainWindow) -> None:
    dock = window.docks.docks["loss"]
    below = dock.widget().geometry().top()
    window.appearance.set_zoom(2.0)
    qtbot.waitUntil(lambda: dock.widget().geometry().top() > 1.4 * below)
    assert dock.widget().font().pointSizeF() == theme.font().pointSizeF()
    tabs = [bar for bar in window.findChildren(QTabBar) if bar.count() > 1]
    assert tabs
    assert {bar.font().pointSizeF() for bar in tabs} == {theme.font("caption").pointSizeF()}


def test_the_panel_keeps_room_for_its_fields(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(640, 480)
    panel = window.initializer
    combos = [combo for combo in panel.findChildren(QComboBox) if combo.isVisible()]

    def end() -> int:
        return max(combo.mapTo(panel, combo.rect().topRight()).x() for combo in combos)

    qtbot.waitUntil(lambda: end() < panel.width() < 200)


def test_a_title_is_whole_where_choices_stand_under_it(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1024, 768)
    window.appearance.set_zoom(1.5)
    plot = window.plots.loss
    title, choices = plot.title, plot.header
    qtbot.waitUntil(lambda: title.geometry().bottom() < choices.geometry().top())
    assert title.shown_text() == title.text()
    window.appearance.set_zoom(1.0)
    qtbot.waitUntil(lambda: title.geometry().center().y() > choices.geometry().top())
    assert title.shown_text() == title.text()
