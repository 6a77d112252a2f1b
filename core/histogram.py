"""A histogram: how many numbers fall into each of some equal bins.

The Rice rule gives n numbers ceil(2 n^(1/3)) bins: few numbers, few bins.
"""

from math import cbrt, ceil

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

FEWEST_BINS, MOST_BINS = 5, 60
LONE_BAR = 0.05  # half the width of a single bar, relative to its place


class Histogram(Struct, frozen=True):
    """Bin k reaches from `edges[k]` to `edges[k + 1]` and holds `counts[k]` numbers.

    Attributes
    ----------
    edges : (bins + 1,) array
    counts : (bins,) array
    """

    edges: FloatArray
    counts: NDArray[np.intp]


def rice_bins(count: int) -> int:
    """Return how many bins suit this many numbers."""
    return max(FEWEST_BINS, min(ceil(2 * cbrt(count)), MOST_BINS))


def histogram(values: FloatArray, bins: int) -> Histogram:
    """Count finite values, at least one, in equal bins from the smallest to the largest.

    Values that are all equal, or too near to each other for floating point to
    tell that many bins apart, make one bar around them.
    """
    low, high = float(values.min()), float(values.max())
    edges = np.linspace(low, high, bins + 1)
    if not (np.diff(edges) > 0).all():
        half = LONE_BAR * (abs(low) or 1.0)
        return Histogram(np.array([low - half, high + half]), np.array([values.size]))
    places = ((values.ravel() - low) / (high - low) * bins).astype(np.intp)
    np.minimum(places, bins - 1, out=places)  # the last bin holds its upper end
    return Histogram(edges, np.bincount(places, minlength=bins))
