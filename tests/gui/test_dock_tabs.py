"""The tabs of the docks: whole words at every zoom, however many there are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot, size=(1024, 768))


def bars(window: MainWindow) -> list[QTabBar]:
    children = Qt.FindChildOption.FindDirectChildrenOnly
    return [bar for bar in window.findChildren(QTabBar, options=children) if bar.isVisible()]


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_no_tab_is_shortened(qtbot: QtBot, window: MainWindow, zoom: float) -> None:
    before = {bar.font().pointSizeF() for bar in bars(window)}
    window.appearance.set_zoom(zoom)
    qtbot.waitUntil(lambda: {b.font().pointSizeF() for b in bars(window)} == {zoom * max(before)})
    for bar in bars(window):
        metrics = QFontMetrics(bar.font())
        for index in range(bar.count()):
            assert bar.tabRect(index).width() > metrics.horizontalAdvance(bar.tabText(index))


def test_a_dock_that_joins_others_gets_such_a_tab(qtbot: QtBot, window: MainWindow) -> None:
    docks = window.docks.docks
    window.tabifyDockWidget(docks["loss"], docks["gradient"])
    qtbot.waitUntil(lambda: len(bars(window)) == 3)
    none = Qt.TextElideMode.ElideNone
    qtbot.waitUntil(lambda: all(bar.elideMode() == none for bar in bars(window)))
    window.docks.arrange()
