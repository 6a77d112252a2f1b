"""Presenting: the equations beside the decision boundary, and everything as before afterwards."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.equations.view import EquationsView
from gui.main_window import MainWindow


def dock(window: MainWindow, name: str) -> QDockWidget:
    return window.docks.docks[name]


def standing(window: MainWindow) -> dict[str, tuple[bool, set[str]]]:
    """Return of every dock whether it is closed, and in which tabs it is."""
    return {
        name: (dock.isHidden(), {other.objectName() for other in window.tabifiedDockWidgets(dock)})
        for name, dock in window.docks.docks.items()
    }


def present(qtbot: QtBot, window: MainWindow, size: QSize) -> None:
    """Press F5 on a screen of this size; the offscreen one is small."""
    qtbot.keyClick(window, Qt.Key.Key_F5)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(size)
    qtbot.waitUntil(lambda: window.size() == size)
    assert theme.current().name == "projector"


def test_the_boundary_stands_beside_the_equations_until_esc(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.docks.open("signal")
    before = standing(window)
    present(qtbot, window, QSize(1440, 900))
    qtbot.waitUntil(lambda: {"signal", "equations"} <= window.docks.seen)
    window.docks.open("decision")
    qtbot.waitUntil(lambda: {"decision", "equations"} <= window.docks.seen)
    boundary, equations = (dock(window, name).geometry() for name in ("decision", "equations"))
    assert boundary.right() < equations.left()
    assert abs(boundary.top() - equations.top()) < 2
    assert boundary.width() < equations.width()
    qtbot.waitUntil(lambda: window.findChild(EquationsView).step is not None)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "equations" not in window.docks.seen)
    assert "signal" in window.docks.seen
    assert standing(window) == before
    assert theme.current().name == "light"


def test_a_small_screen_keeps_the_tabs(qtbot: QtBot, window: MainWindow) -> None:
    present(qtbot, window, QSize(1024, 768))
    qtbot.waitUntil(lambda: "decision" in window.docks.seen)
    assert dock(window, "equations") in window.tabifiedDockWidgets(dock(window, "decision"))


def test_a_comparison_keeps_the_width(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_.compare.trigger()
    qtbot.waitUntil(lambda: "compare" in window.docks.seen)
    present(qtbot, window, QSize(1440, 900))
    qtbot.waitUntil(lambda: "compare" in window.docks.seen)
    assert dock(window, "equations") in window.tabifiedDockWidgets(dock(window, "compare"))


def test_equations_that_stand_elsewhere_stay_there(qtbot: QtBot, window: MainWindow) -> None:
    dock(window, "equations").setFloating(True)
    present(qtbot, window, QSize(1440, 900))
    assert dock(window, "equations").isFloating()


def test_one_esc_ends_it_after_a_menu_was_open(qtbot: QtBot, window: MainWindow) -> None:
    scheme = window.initializer.findChild(QComboBox, "schemeCombo")
    scheme.setFocus()
    qtbot.keyClick(scheme, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.menuBar())
    present(qtbot, window, QSize(1440, 900))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.appearance.presenting
    assert scheme.hasFocus()
