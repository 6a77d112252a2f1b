"""A readout: exact values in a line, each with a sample of what draws it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.plots.entry import Entry
from gui.plots.unhurried import Unhurried
from gui.theme import Role

GAPS: dict[Role, int] = {"body": 2 * theme.GRID, "caption": theme.GRID}


class Readout(QWidget):
    """Shows entries beside each other, the most important first.

    Where they have no room they take the small font, and keep it until the
    line gets wider: type that changes its size with every digit can't be read.
    `role` is the font that they begin with.
    """

    def __init__(self, role: Role = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._first: Role = role
        self._role: Role = role
        self._painting = Unhurried(self, self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all below is painted too
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """All entries in one line."""
        return "   ".join(entry.text for entry in self._entries)

    def show_entries(self, *entries: Entry) -> None:
        """Show other entries."""
        if entries == self._entries:
            return
        self._entries = entries
        self.setAccessibleName(self.text)
        self.setToolTip(self.text)
        self._painting.ask()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self._role = self._first
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the entries."""
        return QSize(
            _room(self._widths(self._first), self._first),
            QFontMetrics(theme.font(self._first)).height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Try the larger font in a wider line."""
        if event.size().width() > event.oldSize().width():
            self._role = self._first

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries as far as the line goes."""
        widths = self._widths(self._role)
        if self._role != "caption" and _room(widths, self._role) > self.width():
            self._role = "caption"
            widths = self._widths(self._role)
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("plot"))
        painter.setFont(theme.font(self._role))
        left = 0
        for entry, width in zip(self._entries, widths, strict=True):
            room = min(width, self.width() - left)
            entry.draw(painter, QRect(left, 0, room, self.height()))
            left += width + GAPS[self._role]

    def _widths(self, role: Role) -> list[int]:
        metrics = QFontMetrics(theme.font(role))
        return [entry.width(metrics) for entry in self._entries]


def _room(widths: list[int], role: Role) -> int:
    """Return the room of entries beside each other."""
    return sum(widths) + GAPS[role] * (len(widths) - 1)
