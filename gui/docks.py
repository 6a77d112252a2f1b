"""The docks: which part of the window stands where, and under which title."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from gui.dock_tabs import DockTabs
from gui.lazy import Lazy

Area = Qt.DockWidgetArea

PLACES = (  # the first of each place lies over the others
    (Area.LeftDockWidgetArea, ("initializer", "data", "outline", "explanation")),
    (Area.RightDockWidgetArea, ("loss",)),
    (Area.RightDockWidgetArea, ("gradient",)),
    (
        Area.BottomDockWidgetArea,
        ("decision", "step0", "signal", "distribution", "update", "equations", "matrix"),
    ),
)
CLOSED = ("matrix", "outline", "explanation")  # until they are asked for
LEFT, RIGHT, BOTTOM = 0.26, 0.32, 0.36  # shares of the window's width and height


class Docks(QObject):
    """Movable, closable frames around the panels and plots.

    Parameters
    ----------
    parts : dict of str to QWidget
        `initializer`, `data`, `loss`, `gradient`, `decision`, `step0`, `signal`,
        `distribution`, `update`, `equations`, `matrix`, `outline` and `explanation`.

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
        self.seen: frozenset[str] = frozenset()  # those that no other tab covers
        self.docks = {name: self._dock(name, part) for name, part in parts.items()}
        self.tabs = DockTabs(window, list(self.docks.values()))
        self.arrange()
        self.retranslate()

    def _dock(self, name: str, part: QWidget) -> QDockWidget:
        dock = QDockWidget(self._window, objectName=f"{name}Dock")
        dock.setWidget(part)
        part.windowTitleChanged.connect(dock.setWindowTitle)  # of one that names itself
        dock.setWindowTitle(part.windowTitle())
        dock.visibilityChanged.connect(lambda visible: self._on_visible(name, visible))
        if isinstance(part, Lazy):
            dock.visibilityChanged.connect(part.set_seen)
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
            "equations": self.tr("Equations"),
            "matrix": self.tr("First weights"),
            "outline": self.tr("Outline"),
            "explanation": self.tr("Explanation"),
        }
        for name, title in titles.items():
            self.docks[name].setWindowTitle(title)

    def _on_visible(self, name: str, visible: bool) -> None:
        seen = self.seen | {name} if visible else self.seen - {name}
        if seen != self.seen:
            self.seen = seen
            self.seen_changed.emit()
