"""The docks: which part of the window stands where, and under which title."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from gui import theme
from gui.dock_tabs import DockTabs
from gui.focus_order import move_focus
from gui.lazy import Lazy

Area = Qt.DockWidgetArea

PLACES = (  # the first of each place lies over the others
    (Area.LeftDockWidgetArea, ("initializer", "data", "outline", "explanation")),
    (Area.RightDockWidgetArea, ("loss",)),
    (Area.RightDockWidgetArea, ("gradient",)),
    (
        Area.BottomDockWidgetArea,
        (
            "decision",
            "step0",
            "signal",
            "distribution",
            "update",
            "sweep",
            "equations",
            "matrix",
            "compare",
        ),
    ),
)
CLOSED = ("matrix", "outline", "explanation", "compare")  # until they are asked for
LEFT, RIGHT, BOTTOM = 0.26, 0.32, 0.36  # shares of the window's width and height
SHARES = (
    (Area.LeftDockWidgetArea, Qt.Orientation.Horizontal, LEFT),
    (Area.RightDockWidgetArea, Qt.Orientation.Horizontal, RIGHT),
    (Area.BottomDockWidgetArea, Qt.Orientation.Vertical, BOTTOM),
)
AREAS = (
    Area.LeftDockWidgetArea, Area.TopDockWidgetArea, Area.RightDockWidgetArea,
    Area.BottomDockWidgetArea,
)  # fmt: skip  # in the order of Tab
ENOUGH = 0.7  # of its share: what is less, a small window took away


class Dock(QDockWidget):
    """A frame in which Tab goes its own way where it is a window by itself."""

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Let Tab go through the panel as it is seen; closed, leave it to `Docks` who is next."""
        if self.isHidden():
            return False
        if self.isWindow():
            return move_focus((self,), onwards)
        return super().focusNextPrevChild(onwards)


class Docks(QObject):
    """Movable, closable frames around the panels and plots.

    Parameters
    ----------
    parts : dict of str to QWidget
        `initializer`, `data`, `loss`, `gradient`, `decision`, `step0`, `signal`,
        `distribution`, `update`, `sweep`, `equations`, `matrix`, `outline`, `explanation`
        and `compare`.

    Signals
    -------
    seen_changed()
        `seen` has changed.
    """

    seen_changed = Signal()

    def __init__(self, window: QMainWindow, parts: dict[str, QWidget]) -> None:
        super().__init__(window)
        self._window = window
        for top, bottom, area in (
            (Qt.Corner.TopLeftCorner, Qt.Corner.BottomLeftCorner, Area.LeftDockWidgetArea),
            (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner, Area.RightDockWidgetArea),
        ):
            window.setCorner(top, area)
            window.setCorner(bottom, area)
        window.setDockNestingEnabled(True)
        window.setAnimated(False)  # else it is laid out again, slowly, after its first painting
        self.seen: frozenset[str] = frozenset()  # those that no other tab covers
        self.docks = {name: self._dock(name, part) for name, part in parts.items()}
        self._tabs = DockTabs(window, list(self.docks.values()))
        self._grown = QTimer(self, singleShot=True, interval=0)  # when all have their new sizes
        self._grown.timeout.connect(self._give_back)
        self._left = ""  # the dock that had the focus when it was closed or covered
        self._gone = QTimer(self, singleShot=True, interval=0)  # when others have its room
        self._gone.timeout.connect(self._pass_focus)
        self.arrange()
        self.retranslate()
        if theme.zoom() != 1.0:  # every child takes the font over, which takes a while
            self._restyle()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's font; give back what a smaller window took, as Qt does not."""
        if event.type() == QEvent.Type.FontChange:
            self._restyle()
            self._tabs.restyle()
        if isinstance(event, QResizeEvent) and self._window.isVisible():
            size, before = event.size(), event.oldSize()
            if size.width() > before.width() or size.height() > before.height():
                self._grown.start()
        return False

    def _dock(self, name: str, part: QWidget) -> QDockWidget:
        dock = Dock(self._window, objectName=f"{name}Dock")
        dock.setWidget(part)
        part.windowTitleChanged.connect(dock.setWindowTitle)  # of one that names itself
        dock.setWindowTitle(part.windowTitle())
        dock.visibilityChanged.connect(lambda visible: self._on_visible(name, visible))
        if isinstance(part, Lazy):
            dock.visibilityChanged.connect(part.set_seen)
        # Qt shows what is chosen in the menu behind the other tabs.
        dock.toggleViewAction().triggered.connect(lambda shown: shown and dock.raise_())
        return dock

    def arrange(self) -> None:
        """Put every dock back to its first place.

        They are hidden meanwhile: Qt forgets to take away the tabs of half a group
        (6.11, in a window that is not shown yet).
        """
        for dock in self.docks.values():
            dock.setFloating(False)
            dock.hide()
        for area, (first, *others) in PLACES:
            self._window.addDockWidget(area, self.docks[first])
            for other in others:
                self._window.tabifyDockWidget(self.docks[first], self.docks[other])
        for name, dock in self.docks.items():
            dock.setVisible(name not in CLOSED)
        for _, (first, *_) in PLACES:
            self.docks[first].raise_()
        self.divide()

    def open(self, name: str) -> None:
        """Show a dock before the others of its place."""
        self.docks[name].show()
        self.docks[name].raise_()

    def in_order(self) -> list[QWidget]:
        """Return what is seen in the window, area by area, and the tabs: the order of Tab."""

        def place(dock: QDockWidget) -> tuple[int, int, int]:
            return AREAS.index(self._window.dockWidgetArea(dock)), dock.y(), dock.x()

        seen = (self.docks[name] for name in self.seen)
        docked = (dock for dock in seen if not dock.isFloating())
        placed = [dock for dock in docked if self._window.dockWidgetArea(dock) in AREAS]
        return [*sorted(placed, key=place), *self._tabs.bars()]

    def divide(self) -> None:
        """Give every column and row its share of the window."""
        width, height = self._window.width(), self._window.height()
        columns = [self.docks["initializer"], self.docks["loss"]]
        shares = [round(LEFT * width), round(RIGHT * width)]
        self._window.resizeDocks(columns, shares, Qt.Orientation.Horizontal)
        rows, half = [self.docks["loss"], self.docks["gradient"]], round(height / 2)
        self._window.resizeDocks(rows, [half, half], Qt.Orientation.Vertical)
        bottom = [self.docks["decision"]]
        self._window.resizeDocks(bottom, [round(BOTTOM * height)], Qt.Orientation.Vertical)

    def _give_back(self) -> None:
        """Give every area that has hardly anything left its share again."""
        for area, way, share in SHARES:
            docks = (self.docks[name] for name in self.seen)
            dock = next((one for one in docks if self._stands_in(one, area)), None)
            if dock is None:
                continue
            across = way == Qt.Orientation.Horizontal
            has = dock.width() if across else dock.height()
            due = share * (self._window.width() if across else self._window.height())
            if has < ENOUGH * due:
                self._window.resizeDocks([dock], [round(due)], way)

    def _stands_in(self, dock: QDockWidget, area: Area) -> bool:
        return not dock.isFloating() and self._window.dockWidgetArea(dock) == area

    def _restyle(self) -> None:
        """Let the titles follow the zoom.

        Where a dock has the application's font, Qt draws the title in another one,
        which does not change. So it gets one that only looks the same.
        """
        font = theme.font()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.0)
        for dock in self.docks.values():
            dock.setFont(font)

    def retranslate(self) -> None:
        """Set the titles in the language in force."""
        titles = {
            "initializer": self.tr("Initializer"),
            "data": self.tr("Data and training"),
            "loss": self.tr("Loss"),
            "gradient": self.tr("Gradients"),
            "step0": self.tr("Step 0"),
            "signal": self.tr("Signal"),
            "distribution": self.tr("Distributions"),
            "update": self.tr("Updates"),
            "sweep": self.tr("Sweep"),
            "equations": self.tr("Equations"),
            "matrix": self.tr("First weights"),
            "outline": self.tr("Outline"),
            "explanation": self.tr("Explanation"),
            "compare": self.tr("Compare"),
        }
        for name, title in titles.items():
            self.docks[name].setWindowTitle(title)

    def _pass_focus(self) -> None:
        """Give the focus of a dock that was closed or covered to what is seen in its place."""
        left, focus = self.docks[self._left], self._window.focusWidget()
        has_it = focus is None or left.isAncestorOf(focus)
        centre = self._window.centralWidget()
        if self._left in self.seen or not has_it or centre is None:
            return
        if not move_focus(self._in_place_of(left), True):
            move_focus([centre], True)

    def _in_place_of(self, left: QDockWidget) -> Sequence[QWidget]:
        if left.isFloating():
            return []
        if left.isHidden():
            at = left.geometry().center()
            return [dock for dock in self.in_order() if dock.geometry().contains(at)]
        tabs = self._window.tabifiedDockWidgets(left)
        return [dock for name, dock in self.docks.items() if name in self.seen and dock in tabs]

    def _on_visible(self, name: str, visible: bool) -> None:
        focus, dock = self._window.focusWidget(), self.docks[name]
        has_it = focus is not None and dock.isAncestorOf(focus)
        if not visible and (has_it or (dock.isHidden() and dock.isFloating())):
            self._left = name
            self._gone.start()
        seen = self.seen | {name} if visible else self.seen - {name}
        if seen != self.seen:
            self.seen = seen
            self.seen_changed.emit()
