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
    if not (edges[1:] > edges[:-1]).all():
        half = LONE_BAR * (abs(low) or 1.0)
        return Histogram(np.array([low - half, high + half]), np.array([values.size]))
    shares = np.subtract(values, low).ravel()
    shares /= high - low
    shares *= bins
    counts = np.bincount(shares.astype(np.intp), minlength=bins + 1)
    counts[-2] += counts[-1]  # the last bin holds its upper end
    return Histogram(edges, counts[:-1])
