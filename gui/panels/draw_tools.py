"""The tools to draw points with: a class to draw, or the eraser."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from gui import theme
from gui.icons import icon
from gui.panel import Panel
from gui.plots.drawing import ERASER
from gui.plots.markers import class_icon, icon_size

COLUMNS = 4  # buttons beside each other
NAME = 8  # characters of a class's name on its button


class DrawTools(Panel):
    """One button is always down.

    Signals
    -------
    chosen(int)
        The number of a class, or `ERASER`.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="drawTools")
        self._names: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GRID // 2)
        self._grid.setColumnStretch(COLUMNS, 1)
        self._eraser = self._add(ERASER, "eraserButton")
        self.retranslate()

    @property
    def tool(self) -> int:
        """The number of the class that is drawn, or `ERASER`."""
        return self._group.checkedId()

    def show_classes(self, names: Sequence[str]) -> None:
        """Offer these classes. Never emits."""
        if self._names == tuple(names):
            return
        for number in range(len(names), len(self._names)):
            self._group.button(number).deleteLater()
            self._group.removeButton(self._group.button(number))
        for number in range(len(self._names), len(names)):
            self._add(number, f"drawClass{number}Button")
        self._names = tuple(names)
        for place, number in enumerate([*range(len(names)), ERASER]):
            self._grid.addWidget(self._group.button(number), *divmod(place, COLUMNS))
        if self._group.checkedId() not in (*range(len(names)), ERASER):
            self._group.button(0).setChecked(True)
        self.retranslate()
        self.restyle()

    def choose(self, number: int) -> None:
        """Press a button, if there is one of this number."""
        button = self._group.button(number)
        if button is not None:
            button.click()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for number, name in enumerate(self._names):
            button = self._group.button(number)
            button.setText(name if len(name) <= NAME else name[: NAME - 1] + "…")
            button.setToolTip(self.tr("Draw points of class {name}").format(name=name))
            button.setAccessibleName(button.toolTip())
        self._eraser.setToolTip(self.tr("Erase points; the right mouse button does so, too"))
        self._eraser.setAccessibleName(self.tr("Erase points"))

    def restyle(self) -> None:
        """Take the markers of the theme in force."""
        for number in range(len(self._names)):
            button = self._group.button(number)
            button.setIconSize(icon_size())
            button.setIcon(class_icon(number, len(self._names)))
        self._eraser.setIcon(icon("eraser"))

    def _add(self, number: int, name: str) -> QToolButton:
        button = QToolButton(self, objectName=name, checkable=True, autoRaise=True)
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
        self._group.addButton(button, number)
        return button
