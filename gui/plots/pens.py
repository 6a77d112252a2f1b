"""Pens: how a line says whose it is, by colour and by dash."""

from functools import lru_cache

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from gui import theme

# On and off in px, one pattern for each of the theme's run colours.
DASHES: tuple[tuple[int, ...], ...] = ((), (7, 4), (2, 3), (10, 3, 2, 3), (14, 5), (4, 2))
TEST_INK = 0.75  # how much of a run's colour its test curve keeps


def pen(token: str, dash: tuple[int, ...] = (), width: float | None = None) -> QPen:
    """Return a pen in the colour of a token, as wide as data lines unless told."""
    return _pen(theme.color(token), dash, width or theme.current().data_width)


def run_pen(index: int) -> QPen:
    """Return the pen of run, or of chosen neuron, number `index`; they repeat after six."""
    place = index % len(DASHES)
    return _pen(_run_colour(place), DASHES[place], theme.current().data_width)


def test_pen(index: int = 0) -> QPen:
    """Return the pen of a run on the test data: dashed, and in less ink."""
    colour = mix(theme.color("plot"), _run_colour(index % len(DASHES)), TEST_INK)
    return _pen(colour, DASHES[1], theme.current().data_width)


def line_pen(colour: QColor, width: float = 1.0) -> QPen:
    """Return a solid pen for the items of a canvas, in px."""
    return _pen(colour, (), width)


def mix(ground: QColor, ink: QColor, share: float) -> QColor:
    """Return the colour between two, nearer to the ink the larger its share."""
    ends = (
        (ground.red(), ink.red()),
        (ground.green(), ink.green()),
        (ground.blue(), ink.blue()),
    )
    return QColor(*(round(start + share * (end - start)) for start, end in ends))


def _run_colour(place: int) -> QColor:
    return QColor(theme.current().runs[place])


def _pen(colour: QColor, dash: tuple[int, ...], width: float) -> QPen:
    return QPen(_made(colour.rgba(), dash, width, theme.cosmetic(width)))


@lru_cache
def _made(rgba: int, dash: tuple[int, ...], width: float, device_width: float) -> QPen:
    """Return a pen that is as wide as `device_width` says, in the screen's own px."""
    result = pg.mkPen(QColor.fromRgba(rgba), width=device_width)
    if dash:
        result.setDashPattern([length / width for length in dash])
        result.setCapStyle(Qt.PenCapStyle.FlatCap)
    return result
