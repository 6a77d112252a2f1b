"""A monkey at the window: seeded random actions of mouse, keyboard and menus.

Every action is one that a user can do; where it can't be done now, nothing is.
"""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QGraphicsView,
    QLineEdit,
    QMenu,
    QSlider,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import theme
from gui.language import LANGUAGES
from gui.main_window import MainWindow

Kind = TypeVar("Kind", bound=QWidget)
Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier

TYPED = (
    "", "0", "1", "-1", "3", "7", "50", "0.5", "0,5", "1e-300", "1e30", "1e999", "nan", "abc",
    "999999999999",
)  # fmt: skip
KEYS = (
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End,
    Key.Key_Plus, Key.Key_Minus, Key.Key_Delete, Key.Key_Insert, Key.Key_Return, Key.Key_Escape,
    Key.Key_Tab, Key.Key_A, Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_D,
)  # fmt: skip
LEFT_OUT = ("quit", "show_log")  # they end the window, or open another program
MORE_KEYS = (Key.Key_F2, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Space, Key.Key_Menu)
SIZES = ((640, 480), (1024, 768), (1440, 900))


class Monkey:
    """Acts at random, the same for the same seed, and keeps a trail of what it did."""

    def __init__(self, qtbot: QtBot, window: MainWindow, folder: Path, seed: int) -> None:
        self._qtbot, self._window, self._folder = qtbot, window, folder
        self._random = Random(seed)
        self.trail: list[str] = []
        self._habits: dict[Callable[[], str], int] = {
            self.choose: 16, self.press_action: 16, self.slide: 10, self.press_key: 10,
            self.use_mouse: 10, self.undo: 8, self.type_number: 8, self.type_text: 6,
            self.press_button: 6, self.point: 5, self.open_file: 2, self.save: 3,
            self.change_look: 3, self.resize: 2, self.toggle_dock: 2, self.use_menu: 5,
            self.press_key_anywhere: 5,
        }  # fmt: skip
        named = vars(window.actions_).items()
        self._actions = [
            name for name, one in named if isinstance(one, QAction) and name not in LEFT_OUT
        ]

    def act(self) -> None:
        """Do one thing, then let the window answer."""
        habits, weights = list(self._habits), list(self._habits.values())
        (habit,) = self._random.choices(habits, weights)
        self.trail.append(f"{habit.__name__} {habit()}")
        QApplication.processEvents()
        self._close_what_opened()

    def choose(self) -> str:
        """Choose an item of a combo box."""
        combo = self._one_of(QComboBox)
        if combo is None or not combo.count():
            return ""
        index = self._random.randrange(combo.count())
        if combo.model().flags(combo.model().index(index, 0)) & Qt.ItemFlag.ItemIsEnabled:
            combo.setCurrentIndex(index)
            combo.activated.emit(index)
        return f"{combo.objectName()} {combo.itemText(index)}"

    def type_number(self) -> str:
        """Type something into a number field."""
        return self._type(self._one_of(QAbstractSpinBox))

    def type_text(self) -> str:
        """Type something into a line."""
        return self._type(self._one_of(QLineEdit))

    def slide(self) -> str:
        """Drag a slider over a few values."""
        slider = self._one_of(QSlider)
        if slider is None:
            return ""
        for _ in range(self._random.randint(1, 5)):
            slider.setValue(self._random.randint(slider.minimum(), slider.maximum()))
        return slider.objectName()

    def press_action(self) -> str:
        """Trigger an action."""
        name = self._random.choice(self._actions)
        getattr(self._window.actions_, name).trigger()
        return name

    def use_menu(self) -> str:
        """Open the menu of the diagram or of the outline, and choose something in it."""
        views = [self._window.diagram, *self._window.findChildren(QTreeView, "outlineTree")]
        viewport = self._random.choice(views).viewport()
        at = self._place_in(viewport)
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, viewport.mapToGlobal(at), Modifier.NoModifier)
        QApplication.sendEvent(viewport, event)
        menu = QApplication.activePopupWidget()
        offers = [one for one in _leaves(menu) if one.isEnabled()] if menu else []
        if not offers:
            return ""
        chosen = self._random.choice(offers)
        text = chosen.text()
        chosen.trigger()
        return text

    def press_key_anywhere(self) -> str:
        """Press a key where one can be pressed: in trees, tables, plots, the equations."""
        widgets = self._window.findChildren(QWidget)
        tabbed = Qt.FocusPolicy.TabFocus
        able = [one for one in widgets if one.isVisible() and one.focusPolicy() & tabbed]
        if not able:
            return ""
        widget, key = self._random.choice(able), self._random.choice(KEYS + MORE_KEYS)
        widget.setFocus()
        QTimer.singleShot(0, self._close_what_opened)  # a menu would wait for ever
        self._qtbot.keyClick(widget, key)
        return f"{widget.objectName()} {key.name}"

    def undo(self) -> str:
        """Undo and redo."""
        actions = self._window.actions_
        for _ in range(self._random.randint(1, 6)):
            self._random.choice((actions.undo, actions.redo)).trigger()
        return ""

    def press_key(self) -> str:
        """Press keys in the diagram."""
        diagram = self._window.diagram
        diagram.setFocus()
        key = self._random.choice(KEYS)
        modifiers = (Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier)
        modifier = self._random.choice(modifiers)
        self._qtbot.keyClick(diagram, key, modifier)
        return f"{key.name} {modifier.name}"

    def use_mouse(self) -> str:
        """Click, double-click or drag in the diagram."""
        viewport = self._window.diagram.viewport()
        at, to, left = self._place_in(viewport), self._place_in(viewport), Button.LeftButton
        how = self._random.choice(("click", "shift", "double", "drag"))
        if how == "double":
            self._qtbot.mouseDClick(viewport, left, pos=at)
        elif how == "drag":
            self._qtbot.mousePress(viewport, left, pos=at)
            self._qtbot.mouseMove(viewport, to)
            self._qtbot.mouseRelease(viewport, left, pos=to)
        else:
            modifier = Modifier.ShiftModifier if how == "shift" else Modifier.NoModifier
            self._qtbot.mouseClick(viewport, left, modifier, at)
        return f"{how} {at.x()},{at.y()}"

    def point(self) -> str:
        """Point into a plot or the diagram, click there, turn the wheel."""
        view = self._one_of(QGraphicsView)
        if view is None:
            return ""
        viewport = view.viewport()
        at = self._place_in(viewport)
        self._qtbot.mouseMove(viewport, at)
        if self._random.random() < 0.5:
            self._qtbot.mouseClick(viewport, Button.LeftButton, pos=at)
        QApplication.sendEvent(viewport, _wheel(viewport, at, self._random.choice((-120, 120))))
        return view.objectName()

    def press_button(self) -> str:
        """Press a button that opens no dialog of the system."""
        button = self._one_of(QToolButton)
        if button is None or button.menu() or button.text().endswith("…"):
            return ""
        QTimer.singleShot(0, self._close_what_opened)  # a menu would wait for ever
        button.click()
        return button.objectName() or button.text()

    def open_file(self) -> str:
        """Open a file, good or bad."""
        path = self._random.choice(sorted(self._folder.iterdir()))
        self._window.files.open(str(path))
        return path.name

    def save(self) -> str:
        """Save, at times where nothing can be written."""
        folder = self._random.choice((self._folder, self._folder / "missing"))
        path = folder / f"saved {self._random.randint(0, 3)}.initlab"
        self._window.files.save_as(str(path))
        return str(path)

    def change_look(self) -> str:
        """Take another language, theme or size of type."""
        look = self._window.appearance
        look.set_language(self._random.choice(tuple(LANGUAGES)))
        look.set_theme(self._random.choice(tuple(theme.THEMES)))
        return f"{look.language} {look.theme}"

    def resize(self) -> str:
        """Resize the window."""
        width, height = self._random.choice(SIZES)
        self._window.resize(width, height)
        return f"{width}x{height}"

    def toggle_dock(self) -> str:
        """Close a dock, open it, or let it float."""
        dock = self._random.choice(list(self._window.docks.docks.values()))
        if self._random.random() < 0.7:
            dock.setVisible(not dock.isVisible())
        else:
            dock.setFloating(not dock.isFloating())
        return dock.objectName()

    def _one_of(self, kind: type[Kind]) -> Kind | None:
        candidates = [
            each
            for each in self._window.findChildren(kind)
            if each.isVisible() and each.isEnabled() and not isinstance(each.parent(), QDockWidget)
        ]
        return self._random.choice(candidates) if candidates else None

    def _type(self, field: QWidget | None) -> str:
        if field is None:
            return ""
        text = self._random.choice(TYPED)
        field.setFocus()
        field.selectAll()
        self._qtbot.keyClicks(field, text)
        self._qtbot.keyClick(field, Key.Key_Return)
        return f"{field.objectName()} {text}"

    def _place_in(self, widget: QWidget) -> QPoint:
        return QPoint(
            self._random.randint(0, widget.width()), self._random.randint(0, widget.height())
        )

    def _close_what_opened(self) -> None:
        while popup := QApplication.activePopupWidget():
            popup.close()
        for dialog in self._window.findChildren(QDialog):
            dialog.close()


def _leaves(menu: QWidget) -> list[QAction]:
    """Return what can be chosen in a menu and in the menus that open from it."""
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += _leaves(inner)
        elif not action.isSeparator():
            found.append(action)
    return found


def _wheel(widget: QWidget, at: QPoint, delta: int) -> QWheelEvent:
    return QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        QPoint(0, delta),
        Button.NoButton,
        Modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
