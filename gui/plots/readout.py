"""A readout: exact values in a line, each with a sample of what draws it."""

from dataclasses import dataclass

from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.plots.markers import SIZE, Marker

SAMPLE = 22  # px: length of the sample of a pen
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True)
class Entry:
    """A text, with the line or the point that it explains."""

    text: str
    sample: QPen | Marker | None = None


class Readout(QWidget):
    """Shows entries beside each other, or below each other as a key."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vertical = vertical
        self._entries: tuple[Entry, ...] = ()
        self._role: theme.Role = "caption" if vertical else "body"
        if vertical:
            self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """All entries in one line."""
        return "   ".join(entry.text for entry in self._entries)

    def show_entries(self, *entries: Entry) -> None:
        """Show other entries."""
        if entries == self._entries:
            return
        grows = len(entries) != len(self._entries)
        self._entries = entries
        self.setAccessibleName(self.text)
        self.setToolTip("" if self._vertical else self.text)
        if self._vertical or grows:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all entries."""
        metrics = QFontMetrics(theme.font(self._role))
        lines = len(self._entries) if self._vertical else 1
        widths = [self._width(entry, metrics) for entry in self._entries]
        width = max(widths, default=0) if self._vertical else sum(widths)
        return QSize(width, lines * metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room of one line."""
        return QSize(self.sizeHint().width(), QFontMetrics(theme.font(self._role)).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw samples and texts, and dots for what there is no room for."""
        painter = QPainter(self)
        painter.setFont(theme.font(self._role))
        metrics = painter.fontMetrics()
        line = metrics.height()
        entries = self._entries
        if self._vertical and len(entries) * line > self.height():
            entries = (*entries[: max(0, self.height() // line - 1)], Entry(ELLIPSIS))
        left, top = theme.GRID if self._vertical else 0, 0
        for entry in entries:
            width = self._width(entry, metrics)
            self._draw(painter, entry, QRect(left, top, width, line))
            if self._vertical:
                top += line
            else:
                left += width

    def _draw(self, painter: QPainter, entry: Entry, place: QRect) -> None:
        if entry.sample is not None:
            room = QRect(place.left(), place.top(), theme.pixels(SAMPLE), place.height())
            _draw_sample(painter, entry.sample, room)
            place.setLeft(room.right() + theme.GRID)
        painter.setPen(theme.color("text"))
        room = min(place.right(), self.width()) - place.left()
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    @staticmethod
    def _width(entry: Entry, metrics: QFontMetrics) -> int:
        sample = theme.pixels(SAMPLE) + theme.GRID if entry.sample is not None else 0
        return sample + metrics.horizontalAdvance(entry.text) + 2 * theme.GRID


def _draw_sample(painter: QPainter, sample: QPen | Marker, room: QRect) -> None:
    middle = room.center()
    if isinstance(sample, QPen):
        painter.setPen(sample)
        painter.drawLine(room.left(), middle.y(), room.right(), middle.y())
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(middle)
    drawSymbol(painter, sample.symbol, theme.pixels(SIZE), sample.pen, sample.brush)
    painter.restore()
