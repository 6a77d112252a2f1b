"""Distribution: the mean, the standard deviation and the histogram of many numbers."""

from math import isfinite, sqrt

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.gradient import vector_norm
from core.histogram import Histogram, histogram, rice_bins

FloatArray = NDArray[np.float64]

MOST = 1 << 14  # numbers in a histogram: more would not change how it looks


class Distribution(Struct, frozen=True, eq=False):
    """How the numbers of one array are distributed.

    Attributes
    ----------
    mean, std : float
        NaN or infinite if one of the numbers is.
    histogram : Histogram or None
        Of evenly spaced numbers where there are more than `MOST`; None if not all
        of them are finite.
    """

    mean: float
    std: float
    histogram: Histogram | None


def distribution(values: FloatArray) -> Distribution:
    """Describe the numbers of an array of any shape; there is at least one."""
    mean = float(values.mean())
    away = np.subtract(values, mean).ravel()
    std = vector_norm(away) / sqrt(away.size)
    shown = evenly(values, MOST)
    finite = isfinite(std) or bool(np.isfinite(shown).all())  # their sum may overflow
    return Distribution(mean, std, histogram(shown, rice_bins(shown.size)) if finite else None)


def evenly(values: FloatArray, most: int) -> FloatArray:
    """Return all numbers of an array in a row, or evenly spaced ones if they are too many."""
    return values.reshape(-1)[:: -(-values.size // most)]
