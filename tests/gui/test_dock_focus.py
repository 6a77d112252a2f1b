"""Closing or covering what has the focus: it goes to what is seen in its place, or the diagram."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, Modifier = Qt.Key, Qt.KeyboardModifier
INSTEAD = {  # of a dock that is closed; those before it are closed by then
    "initializer": "data", "data": "diagram", "loss": "gradient", "gradient": "diagram",
    "step0": "signal",
}  # fmt: skip


def first_field(dock: QDockWidget) -> QWidget:
    return next(
        each
        for each in dock.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    )


def enter(qtbot: QtBot, window: MainWindow, name: str) -> QDockWidget:
    """Give the focus to something in a dock, as a click would."""
    dock = window.docks.docks[name]
    window.activateWindow()  # which offscreen a menu leaves without the focus
    qtbot.waitUntil(window.isActiveWindow)
    window.docks.open(name)
    qtbot.waitUntil(lambda: name in window.docks.seen)
    qtbot.waitUntil(lambda: dock.widget().isVisible() and first_field(dock) is not None)
    first_field(dock).setFocus(Qt.FocusReason.MouseFocusReason)
    assert dock.isAncestorOf(QApplication.focusWidget())
    return dock


def place_of_focus(window: MainWindow) -> str:
    focus = window.focusWidget()
    if focus is window.diagram:
        return "diagram"
    docks = window.docks.docks.items()
    return next((name for name, dock in docks if dock.isAncestorOf(focus)), repr(focus))


def close_by_mouse(qtbot: QtBot, window: MainWindow, dock: QDockWidget) -> None:
    cross = dock.findChild(QAbstractButton, "qt_dockwidget_closebutton")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)


def close_by_keyboard(qtbot: QtBot, window: MainWindow, dock: QDockWidget) -> None:
    """Open the menu View, there the panels, go down to the dock's own entry, and press it."""
    view = window.menus.view
    place = window.menuBar().actionGeometry(view.menuAction()).center()
    qtbot.mouseClick(window.menuBar(), Qt.MouseButton.LeftButton, pos=place)
    view.setActiveAction(dock.toggleViewAction().associatedObjects()[0].menuAction())
    qtbot.keyClick(view, Key.Key_Right)
    panels = QApplication.activePopupWidget()
    while panels.activeAction() is not dock.toggleViewAction():
        qtbot.keyClick(panels, Key.Key_Down)
    qtbot.keyClick(panels, Key.Key_Return)


@pytest.mark.parametrize("close", [close_by_mouse, close_by_keyboard])
def test_the_focus_goes_to_what_is_seen_in_the_place(qtbot, window: MainWindow, close) -> None:
    for name, instead in INSTEAD.items():
        visited: list[QWidget] = []
        dock = enter(qtbot, window, name)
        app = QApplication.instance()
        app.focusChanged.connect(lambda _old, new, visited=visited: visited.append(new))
        close(qtbot, window, dock)
        qtbot.waitUntil(lambda instead=instead: place_of_focus(window) == instead)
        assert not dock.isVisible()
        assert window.run_bar.findChild(QWidget, "speedSlider") not in visited
        app.focusChanged.disconnect()


def test_a_panel_covered_by_another_tab_leaves_the_focus_to_it(qtbot, window: MainWindow) -> None:
    """Else keys would change what nobody sees."""
    enter(qtbot, window, "initializer")
    title = window.docks.docks["data"].windowTitle()
    bar, tab = next(
        (bar, tab)
        for bar in window.findChildren(QTabBar)
        for tab in range(bar.count())
        if bar.tabText(tab) == title
    )
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tab).center())
    qtbot.waitUntil(lambda: place_of_focus(window) == "data")
    assert window.docks.docks["initializer"].isVisible()


def test_the_focus_that_is_elsewhere_stays(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, "data")
    window.diagram.setFocus()
    window.docks.docks["data"].close()
    scheme = window.initializer.findChild(QWidget, "schemeCombo")
    scheme.setFocus()
    window.docks.docks["loss"].close()
    qtbot.waitUntil(lambda: "loss" not in window.docks.seen)
    assert scheme.hasFocus()


def test_a_dock_afloat_gives_the_focus_back_to_the_diagram(qtbot, window: MainWindow) -> None:
    dock = enter(qtbot, window, "loss")
    dock.setFloating(True)
    qtbot.waitUntil(dock.isWindow)
    dock.activateWindow()
    qtbot.waitUntil(dock.isActiveWindow)
    first_field(dock).setFocus()
    dock.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(window.diagram.hasFocus)


def test_panels_arranged_again_keep_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    scheme = window.initializer.findChild(QWidget, "schemeCombo")
    scheme.setFocus()
    window.docks.arrange()
    qtbot.waitUntil(lambda: "initializer" in window.docks.seen)
    assert scheme.hasFocus()
