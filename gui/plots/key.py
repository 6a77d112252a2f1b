"""A key: what lines and points stand for, below each other."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.plots.entry import Entry

ELLIPSIS = Entry("\N{HORIZONTAL ELLIPSIS}")


class Key(QWidget):
    """Shows as many entries as it has room for, and dots for the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)

    @property
    def text(self) -> str:
        """All entries in one line."""
        return "   ".join(entry.text for entry in self._entries)

    def show_entries(self, *entries: Entry) -> None:
        """Show other entries."""
        self._entries = entries
        self.setAccessibleName(self.text)
        self.restyle()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all entries."""
        metrics = QFontMetrics(theme.font("caption"))
        width = max((entry.width(metrics) for entry in self._entries), default=0)
        return QSize(width + 2 * theme.GRID, len(self._entries) * metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room of one entry."""
        return QSize(self.sizeHint().width(), QFontMetrics(theme.font("caption")).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries."""
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        line = painter.fontMetrics().height()
        entries = self._entries
        if len(entries) * line > self.height():
            entries = (*entries[: max(0, self.height() // line - 1)], ELLIPSIS)
        for place, entry in enumerate(entries):
            room = QRect(theme.GRID, place * line, self.width() - theme.GRID, line)
            entry.draw(painter, room)
