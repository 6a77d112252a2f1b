"""The plots by layer in the window: the tab that is seen draws, and asks for its numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from core.initializers.he import HeNormal
from gui import theme
from gui.lazy import Lazy
from gui.main_window import MainWindow
from gui.plots.base import SnapshotPlot
from gui.plots.updates import UpdatePlot
from tests.gui.layers import deep
from tests.gui.windows import open_window

TITLES = {"signal": "Signal", "distribution": "Distributions", "update": "Updates"}


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot, deep(HeNormal()))


def click_tab(qtbot: QtBot, window: MainWindow, title: str) -> None:
    """Click a dock's tab."""
    for bar in window.findChildren(QTabBar):
        for index in range(bar.count()):
            if bar.tabText(index) == title:
                place = bar.tabRect(index).center()
                qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
                return
    raise AssertionError(f"no tab {title}")


@pytest.mark.parametrize("name", list(TITLES))
def test_the_tab_that_is_seen_gets_its_numbers(qtbot: QtBot, window: MainWindow, name: str) -> None:
    covered = window.findChild(QWidget, f"{name}Plot")
    assert covered is getattr(window.plots, name)
    assert window.session.snapshot.diagnostics is None  # the decision lies over it
    click_tab(qtbot, window, TITLES[name])
    plot = window.findChild(SnapshotPlot, f"{name}Plot")
    assert isinstance(covered, Lazy) or covered is plot
    qtbot.waitUntil(lambda: plot.snapshot is not None and plot.snapshot.diagnostics is not None)
    assert len(plot.layers) == 7
    assert window.session.snapshot.decision is None


@pytest.mark.parametrize("name", list(TITLES))
def test_the_names_of_the_layers_stand_whole_below_the_plot(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    click_tab(qtbot, window, TITLES[name])
    plot = window.findChild(SnapshotPlot, f"{name}Plot")
    qtbot.waitUntil(lambda: plot.snapshot is not None and plot.snapshot.diagnostics is not None)
    canvas = plot.canvases[-1]
    sheet = canvas.grab()  # lays out and draws
    painter = QPainter(sheet)
    painter.setFont(theme.font("caption"))
    names = canvas.x.generateDrawSpecs(painter)[2]
    drawn = [canvas.x.mapRectToScene(painter.boundingRect(*name)) for name in names]
    painter.end()
    assert drawn
    assert max(rect.bottom() for rect in drawn) <= canvas.sceneRect().bottom()


def test_a_tab_that_is_covered_neither_draws_nor_asks(qtbot: QtBot, window: MainWindow) -> None:
    click_tab(qtbot, window, "Signal")
    signal = window.findChild(SnapshotPlot, "signalPlot")
    qtbot.waitUntil(lambda: signal.snapshot is not None and signal.snapshot.diagnostics is not None)
    click_tab(qtbot, window, "Decision")
    qtbot.waitUntil(lambda: window.session.snapshot.decision is not None)
    drawn = signal.shown
    window.session.advance(3)
    qtbot.waitUntil(lambda: window.session.snapshot.step == 3)
    assert window.session.snapshot.diagnostics is None
    assert signal.shown is drawn
    click_tab(qtbot, window, "Signal")
    qtbot.waitUntil(lambda: signal.snapshot.step == 3 and signal.snapshot.diagnostics is not None)


def test_the_picture_follows_training(qtbot: QtBot, window: MainWindow) -> None:
    click_tab(qtbot, window, "Updates")
    update = window.findChild(UpdatePlot)
    qtbot.waitUntil(lambda: bool(update.layers))
    before = [layer.update_ratio for layer in update.layers]
    window.session.advance(50)
    qtbot.waitUntil(lambda: update.snapshot.step == 50)
    assert [layer.update_ratio for layer in update.layers] != before


def test_every_tab_belongs_to_a_dock(window: MainWindow) -> None:
    bars = window.findChildren(QTabBar)
    tabs = [bar.tabText(index) for bar in bars for index in range(bar.count())]
    titles = [dock.windowTitle() for dock in window.docks.docks.values()]
    assert {"Decision", *TITLES.values()} <= set(tabs) <= set(titles)
    assert len(tabs) == len(set(tabs))
