"""Markers: which class a point belongs to, by colour and by shape.

Training points are filled, test points hollow.
"""

import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtGui import QBrush, QColor, QPen

from gui import theme

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


def marker(colour: QColor, symbol: str, hollow: bool = False) -> Marker:
    """Return a marker: filled with a rim in the ground's colour, or the other way round."""
    ground, width = theme.color("plot"), theme.current().data_width
    if hollow:
        return Marker(symbol, QBrush(ground), pg.mkPen(colour, width=width))
    return Marker(symbol, QBrush(colour), pg.mkPen(ground, width=RIM))
