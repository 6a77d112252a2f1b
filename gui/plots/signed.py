"""The colours of signed values: from negative through the ground to positive.

Whoever draws them says what the middle and the ends stand for.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from core.snapshot import FloatArray
from gui import theme
from gui.plots.magnitude import OPAQUE

STEPS = 255  # odd: the middle one is the ground itself
INK = 0.55  # at the ends: points in the full colour still stand out on it
NOT_FINITE = STEPS


def indices(values: FloatArray, low: float, high: float) -> NDArray[np.intp]:
    """Return which colour of `table` each value has; beyond the ends it is that of the end."""
    finite = np.isfinite(values)
    places = (np.where(finite, values, low) - low) / (high - low)
    result = (np.clip(places, 0, 1) * (STEPS - 1) + 0.5).astype(np.intp)
    result[~finite] = NOT_FINITE
    return result


def scale() -> NDArray[np.uint32]:
    """Return the colours of the map as 0xAARRGGBB, low end first."""
    look = theme.current()
    return _scale(look.negative, look.plot, look.positive)


@lru_cache(maxsize=4)
def _scale(negative: str, ground: str, positive: str) -> NDArray[np.uint32]:
    places = np.linspace(-1, 1, STEPS)[:, np.newaxis]
    middle, low, high = (_numbers(QColor(one)) for one in (ground, negative, positive))
    ends = np.where(places < 0, low, high)
    red, green, blue = np.rint(middle + INK * np.abs(places) * (ends - middle)).astype(np.uint32).T
    return OPAQUE | red << 16 | green << 8 | blue


def _numbers(colour: QColor) -> FloatArray:
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)


def table() -> NDArray[np.uint32]:
    """Return the colours of the map, and that of what is not finite."""
    return np.append(scale(), np.uint32(theme.color("broken").rgb()))
