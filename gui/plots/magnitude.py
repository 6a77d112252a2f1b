"""The colours of magnitudes: one fixed map over log10, never rescaled to the data.

Two colours stand beside the map: that of an exact zero, which has no log10 and
is hatched, and that of a number which is not finite, which is crossed.
"""

from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from core.snapshot import FloatArray
from gui import theme
from gui.plots.pens import mix

STEPS = 256
ZERO, NOT_FINITE = STEPS, STEPS + 1  # what `indices` gives beside the steps of the map
ZERO_INK = 0.3
OPAQUE = 0xFF000000


def log_magnitude(values: FloatArray) -> FloatArray:
    """Return log10 of values >= 0, kept between the ends of the scale."""
    with np.errstate(divide="ignore"):
        return np.clip(np.log10(values), theme.MAGNITUDE_LOW, theme.MAGNITUDE_HIGH)


def indices(values: FloatArray) -> NDArray[np.intp]:
    """Return which colour of `table` each magnitude has."""
    finite = np.isfinite(values)
    span = theme.MAGNITUDE_HIGH - theme.MAGNITUDE_LOW
    places = log_magnitude(np.where(finite, values, 1.0)) - theme.MAGNITUDE_LOW
    result = (places * ((STEPS - 1) / span) + 0.5).astype(np.intp)
    result[values == 0] = ZERO
    result[~finite] = NOT_FINITE
    return result


def table() -> NDArray[np.uint32]:
    """Return the colours as 0xAARRGGBB; an exact zero is clear, the hatching shows through."""
    broken = theme.color("broken").rgb()
    return np.concatenate((scale(), np.array([0, broken], dtype=np.uint32)))


@lru_cache(maxsize=1)
def scale() -> NDArray[np.uint32]:
    """Return the colours of the map as 0xAARRGGBB, low end first."""
    rgb = pg.colormap.get(theme.MAGNITUDE_MAP).getLookupTable(nPts=STEPS)[:, :3]
    red, green, blue = rgb.astype(np.uint32).T
    return OPAQUE | red << 16 | green << 8 | blue


def fill_zero(painter: QPainter, place: QRectF) -> None:
    """Fill the place of exact zeros: grey, hatched."""
    painter.fillRect(place, mix(theme.color("plot"), theme.color("quiet"), ZERO_INK))
    painter.fillRect(place, _pattern(painter, theme.color("quiet"), Qt.BrushStyle.BDiagPattern))


def fill_not_finite(painter: QPainter, place: QRectF) -> None:
    """Fill the place of a number that is not finite: crossed."""
    painter.fillRect(place, theme.color("broken"))
    painter.fillRect(place, _pattern(painter, theme.color("plot"), Qt.BrushStyle.DiagCrossPattern))


def _pattern(painter: QPainter, colour: QColor, style: Qt.BrushStyle) -> QBrush:
    """Return a pattern that keeps its size in px, whatever the painter is scaled to."""
    brush = QBrush(colour, style)
    brush.setTransform(painter.worldTransform().inverted()[0])
    return brush
