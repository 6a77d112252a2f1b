"""Markers: which class a point belongs to, by colour and by shape.

Training points are filled, test points hollow.
"""

from msgspec import Struct
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from gui import theme
from gui.plots.pens import line_pen

SHAPES = ("s", "o", "t", "d", "p", "star", "+", "x", "h", "t1")
SIZE = 6  # px


RIM = 0.5  # px


class Marker(Struct, frozen=True):
    """How a point is drawn; `symbol` as pyqtgraph names it."""

    symbol: str
    brush: QBrush
    pen: QPen


def class_marker(number: int, classes: int, hollow: bool = False) -> Marker:
    """Return the marker of class `number`; two classes take the colours of the signs."""
    look = theme.current()
    colours = (look.negative, look.positive) if classes <= 2 else look.runs
    return marker(QColor(colours[number % len(colours)]), SHAPES[number % len(SHAPES)], hollow)


def neutral_marker(hollow: bool = False) -> Marker:
    """Return the marker of points of any class."""
    return marker(theme.color("quiet"), SHAPES[1], hollow)


def marker(colour: QColor, symbol: str, hollow: bool = False, rim: str = "plot") -> Marker:
    """Return a marker: filled with a rim in the colour of a token, or the other way round."""
    ground, width = theme.color("plot"), theme.current().data_width
    if hollow:
        return Marker(symbol, QBrush(ground), line_pen(colour, width))
    return Marker(symbol, QBrush(colour), line_pen(theme.color(rim), RIM))


def icon_size() -> QSize:
    """Return the size of the icon of a class, in px."""
    side = theme.pixels(2 * SIZE)
    return QSize(side, side)


def class_icon(number: int, classes: int) -> QIcon:
    """Return the marker of a class as an icon."""
    side, ratio = icon_size().width(), theme.cosmetic(1.0)
    picture = QPixmap(icon_size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    look = class_marker(number, classes)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    drawSymbol(painter, look.symbol, side - 4, look.pen, look.brush)
    painter.end()
    return QIcon(picture)
