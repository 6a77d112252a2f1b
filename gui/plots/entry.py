"""An entry of a readout or a key: a text beside a sample of what it explains."""

from msgspec import Struct
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from gui import theme
from gui.plots.markers import SIZE, Marker

SAMPLE, LEAST = 22, 8  # px: length of the sample of a pen, and where there is no room
ROUNDING = 2  # px: Qt measures a text in whole px, but shortens it by fractions


class Entry(Struct, frozen=True):
    """A text, with the line or the point that it explains."""

    text: str
    sample: QPen | Marker | None = None

    def width(self, metrics: QFontMetrics) -> int:
        """Return the room it takes in a font."""
        return self._width(metrics.horizontalAdvance(self.text))

    def draw(self, painter: QPainter, place: QRect) -> None:
        """Draw it from the left of a place; where that ends, first the sample is shortened."""
        metrics, text = painter.fontMetrics(), self.text
        advance = metrics.horizontalAdvance(text)
        if self.sample is not None:
            missing = max(0, self._width(advance) - place.width())
            room = QRect(place.topLeft(), place.size())
            room.setWidth(max(theme.pixels(LEAST), theme.pixels(SAMPLE) - missing))
            _draw_sample(painter, self.sample, room)
            place = place.adjusted(room.width() + theme.GRID, 0, 0, 0)
        painter.setPen(theme.color("text"))
        if advance > place.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _width(self, advance: int) -> int:
        """Return the room it takes with a text of this width."""
        sample = theme.pixels(SAMPLE) + theme.GRID if self.sample is not None else 0
        return sample + advance + ROUNDING


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
