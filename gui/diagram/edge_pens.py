"""The pens of the edges: what width, colour and style say about a number.

Width says its size on one fixed log10 scale, never adapted to the data: 0.01 to
10 for weights, for gradients that of all magnitudes. Sign is colour and line
style, solid blue for positive, dashed orange for negative. Exactly 0 is dotted
grey.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from gui import theme
from gui.plots.pens import mix
from gui.theme import Theme

FloatArray = NDArray[np.float64]

LEVELS = 13
BROKEN = LEVELS + 1  # the level of what is not finite
THINNEST, WIDEST = 0.5, 4.0  # px
FAINTEST = 0.5  # share of ink in the thinnest: weak edges stand back
LIFTED = 3.0  # px, at least, of the edge under the pointer
DASH, SPACE = 7.0, 4.0  # px


class Scale(NamedTuple):
    """What the widths stand for: log10 of the size at both ends, and sizes to show as samples."""

    low: float
    high: float
    samples: tuple[float, ...]


WEIGHTS = Scale(-2.0, 1.0, (0.01, 0.1, 1.0, 10.0))
MAGNITUDES = Scale(theme.MAGNITUDE_LOW, theme.MAGNITUDE_HIGH, (1e-9, 1e-6, 1e-3, 1.0))


def levels(numbers: FloatArray, scale: Scale = WEIGHTS) -> NDArray[np.int64]:
    """Return the signed level of each number: 0 for exactly 0, else +-1..+-LEVELS."""
    size = np.abs(numbers)
    finite = np.isfinite(size)
    exponent = np.log10(np.where((size > 0) & finite, size, 1.0))
    level = 1 + np.rint((exponent - scale.low) / (scale.high - scale.low) * (LEVELS - 1))
    level = np.clip(level, 1, LEVELS) * np.sign(np.where(finite, numbers, 0.0))
    return np.where(finite, level, BROKEN).astype(np.int64)


def level_of(number: float, scale: Scale = WEIGHTS) -> int:
    """Return the level of one number."""
    return int(levels(np.array([number]), scale)[0])


def width_of(level: int) -> float:
    """Return the width of a level in px, at zoom 1."""
    # Squared: usual weights, 0.1 to 1, stay thin enough for many of them to be told apart.
    return THINNEST + (WIDEST - THINNEST) * ((abs(level) - 1) / (LEVELS - 1)) ** 2


def pen_of(level: int) -> QPen:
    """Return the pen of a level in the theme and zoom in force."""
    return _pens(theme.current(), theme.zoom())[level]


@lru_cache(maxsize=2)
def _pens(look: Theme, zoom: float) -> dict[int, QPen]:
    pens = {level: _pen(look, level, zoom) for level in range(-LEVELS, BROKEN)}
    pens[0] = QPen(QColor(look.quiet), zoom, Qt.PenStyle.DotLine)
    pens[BROKEN] = QPen(QColor(look.broken), WIDEST * zoom)
    return pens


def lifted_pen(number: float | None, scale: Scale) -> QPen:
    """Return the pen of the one edge under the pointer: never thin, never faint."""
    if number is None:
        return theme.stroke("text", LIFTED)
    level = level_of(number, scale)
    pen = QPen(pen_of(level))
    if level:
        pen.setColor(pen_of(LEVELS if level > 0 else -LEVELS).color())
    width = max(LIFTED, pen.widthF() / theme.zoom())
    pen.setWidthF(width * theme.zoom())
    if level < 0:
        pen.setDashPattern([DASH / width, SPACE / width])
    return pen


def _pen(look: Theme, level: int, zoom: float) -> QPen:
    ink = QColor(look.positive if level > 0 else look.negative)
    # Mixed with the ground, not transparent: blending takes three times as long.
    share = FAINTEST + (1 - FAINTEST) * abs(level) / LEVELS
    width = width_of(level)
    pen = QPen(mix(QColor(look.panel), ink, share), width * zoom)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if level < 0:
        pen.setDashPattern([DASH / width, SPACE / width])
    return pen
