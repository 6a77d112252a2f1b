"""Tab goes through the window as it is seen, also to what was made late; Shift+Tab goes back."""

from itertools import groupby

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from core.snapshot import Snapshot
from gui.docks import PLACES
from gui.main_window import MainWindow
from gui.plots.gradient_strip import GradientStrip
from gui.run_chips import Chip
from tests.gui.windows import open_window

Key, Focus = Qt.Key, Qt.FocusPolicy


def round_trip(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Return what has the focus, one after the other, from the first until it comes again."""
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    qtbot.keyClick(window, key)
    visited: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in visited:
        assert focus is not None
        visited.append(focus)
        qtbot.keyClick(focus, key)
    return visited


def places(window: MainWindow, visited: list[QWidget]) -> list[str]:
    """Return where the widgets stand; the tabs of docks stand nowhere in particular."""
    parts = {"bar": window.run_bar, "centre": window.centre, "status": window.statusBar()}
    parts |= window.docks.docks
    found = [
        name for widget in visited for name, part in parts.items() if part.isAncestorOf(widget)
    ]
    return [name for name, _ in groupby(found)]


def expect_order(qtbot: QtBot, window: MainWindow) -> None:
    docks = window.docks.docks
    seen = [name for _, names in PLACES for name in names if name in window.docks.seen]
    docked = [name for name in seen if not docks[name].isFloating()]
    expected = ["bar", "centre", *docked, "status"]
    assert places(window, round_trip(qtbot, window, Key.Key_Tab)) == expected
    assert places(window, round_trip(qtbot, window, Key.Key_Backtab)) == expected[::-1]


def newest(window: MainWindow) -> Snapshot:
    assert window.session.snapshot is not None
    return window.session.snapshot


def holds_something(dock: QWidget) -> bool:
    """Say whether there is anything in a dock that Tab can come to: late panels take a while."""
    widgets = dock.findChildren(QWidget)
    return any(each.isVisible() and each.focusPolicy() & Focus.TabFocus for each in widgets)


def test_tab_comes_to_every_panel_where_it_stands(qtbot: QtBot, window: MainWindow) -> None:
    window.plots.loss.with_accuracy = True
    for name, dock in window.docks.docks.items():
        window.docks.open(name)
        qtbot.waitUntil(lambda name=name: name in window.docks.seen)
        qtbot.waitUntil(lambda dock=dock: holds_something(dock))
        expect_order(qtbot, window)


def test_tab_comes_to_a_dock_that_was_afloat(qtbot: QtBot, window: MainWindow) -> None:
    dock = window.docks.docks["loss"]
    dock.setFloating(True)
    qtbot.waitUntil(dock.isWindow)
    window.activateWindow()
    expect_order(qtbot, window)
    dock.setFloating(False)
    window.activateWindow()
    qtbot.waitUntil(lambda: "loss" in window.docks.seen)
    expect_order(qtbot, window)


def test_tab_goes_from_run_to_run(qtbot: QtBot) -> None:
    window = open_window(qtbot, size=(1440, 900))
    window.docks.open("compare")
    for seed in range(5):
        qtbot.keyClick(window, Key.Key_P)
        qtbot.waitUntil(lambda runs=seed + 2: len(newest(window).runs) == runs)
        experiment = replace(window.document.experiment, seed=100 + seed)
        window.document.edit(experiment, "")
        qtbot.waitUntil(lambda now=experiment: newest(window).experiment == now)
    visited = round_trip(qtbot, window, Key.Key_Tab)
    chips = [widget.letter for widget in visited if isinstance(widget, Chip)]
    assert chips == list("ABCDEF")
    names = [widget.accessibleName() for widget in visited if isinstance(widget, GradientStrip)]
    assert names == [f"Gradients of run {letter}" for letter in chips]


@pytest.mark.parametrize("afloat", [False, True])
def test_tab_goes_down_a_panel(qtbot: QtBot, window: MainWindow, afloat: bool) -> None:
    """Past fields that were made when they were needed, in the window or apart from it."""
    panel, dock = window.initializer, window.docks.docks["initializer"]
    dock.setFloating(afloat)
    qtbot.waitUntil(lambda: dock.isVisible() and dock.isWindow() == afloat)
    dock.window().activateWindow()
    qtbot.waitUntil(dock.window().isActiveWindow)
    scheme = panel.findChild(QComboBox, "schemeCombo")
    assert scheme is not None
    scheme.setCurrentIndex(scheme.findData("normal"))
    scheme.setFocus()
    qtbot.waitUntil(scheme.hasFocus)
    for name in ("weightsStdSpinBox", "weightsMeanSpinBox", "scaleSlider", "biasSchemeCombo"):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        field = panel.findChild(QWidget, name)
        assert field is not None and field.hasFocus()


def test_the_focus_goes_on_from_what_is_hidden(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.initializer
    mode, bias = (
        panel.findChild(QComboBox, f"{name}Combo") for name in ("weightsMode", "biasScheme")
    )
    scheme = panel.findChild(QComboBox, "schemeCombo")
    assert mode is not None and bias is not None and scheme is not None
    qtbot.waitUntil(mode.isVisible)
    mode.setFocus()
    scheme.setCurrentIndex(scheme.findData("zeros"))  # which has no mode
    qtbot.waitUntil(lambda: not mode.isVisible())
    assert bias.hasFocus()
