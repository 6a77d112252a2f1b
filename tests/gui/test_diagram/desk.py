"""A diagram on a desk: wired as in the main window, used through mouse and keyboard."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.problem import Problem
from gui.diagram.target import Part, Target
from gui.diagram.view import DiagramView
from gui.document import Document
from gui.selection import Selection

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier

# What menus and tooltips ask for, and the offscreen platform has not got.
NO_WINDOW_MANAGER = r"does not support (raise|grabbing)"


@dataclass
class Desk:
    """Everything a test needs at hand."""

    qtbot: QtBot
    document: Document
    selection: Selection
    view: DiagramView
    problems: list[Problem] = field(default_factory=list)

    @property
    def experiment(self) -> Experiment:
        return self.document.experiment

    def units(self) -> list[int]:
        return [layer.units for layer in self.experiment.layers]

    def activations(self) -> list[str]:
        return [layer.activation for layer in self.experiment.layers]

    def columns(self) -> list[int]:
        """The units of the columns that are drawn, the inputs first."""
        return [column.units for column in self.view.layout_.columns]

    def point(self, part: Part, layer: int = 0, index: int = 0) -> QPoint:
        return self.view.point_of(Target(part, layer, index))

    def click(
        self,
        part: Part,
        layer: int = 0,
        index: int = 0,
        modifier: Qt.KeyboardModifier = Modifier.NoModifier,
    ) -> None:
        at = self.point(part, layer, index)
        self.qtbot.mouseClick(self.view.viewport(), Button.LeftButton, modifier, at)

    def double_click(self, part: Part, layer: int = 0) -> None:
        at = self.point(part, layer)
        self.qtbot.mouseDClick(self.view.viewport(), Button.LeftButton, pos=at)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        modifier: Qt.KeyboardModifier = Modifier.NoModifier,
        drop: bool = True,
    ) -> None:
        """Press at `start`, go to `end` in three moves, and release there."""
        viewport = self.view.viewport()
        self.qtbot.mousePress(viewport, Button.LeftButton, modifier, start)
        for part in (1, 2, 3):
            at = QPointF(start + (end - start) * part / 3)
            event = QMouseEvent(
                QMouseEvent.Type.MouseMove, at, viewport.mapToGlobal(at),
                Button.NoButton, Button.LeftButton, modifier,
            )  # fmt: skip
            QApplication.sendEvent(viewport, event)
        if drop:
            self.qtbot.mouseRelease(viewport, Button.LeftButton, modifier, end)

    def hover(self, at: QPoint) -> None:
        """Move the pointer; sent directly, because offscreen there is no real one."""
        viewport = self.view.viewport()
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, QPointF(at), viewport.mapToGlobal(QPointF(at)),
            Button.NoButton, Button.NoButton, Modifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def wheel(self, at: QPoint, notches: int, modifier: Qt.KeyboardModifier) -> None:
        viewport = self.view.viewport()
        event = QWheelEvent(
            QPointF(at), viewport.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, 120 * notches),
            Button.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.view, key, modifier)

    def open_context_menu(self, part: Part, layer: int = 0, index: int = 0) -> QMenu:
        at = self.point(part, layer, index)
        viewport = self.view.viewport()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(
            viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at), Modifier.NoModifier)
        )
        return self.menu()

    def menu(self) -> QMenu:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        return menu

    def choose(self, text: str) -> None:
        """Click on an entry of the menu that is open, by the words before its key."""
        menu = self.menu()
        action = next(one for one in menu.actions() if one.text().split("\t")[0] == text)
        place = menu.actionGeometry(action).center()
        self.qtbot.mouseClick(menu, Button.LeftButton, pos=place)
