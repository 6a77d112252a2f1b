"""Statistics of drawn numbers, and what formulas expect of them.

sigma is that of the numbers themselves, sqrt(mean((w - mean)^2)): dividing by
n - 1 instead would estimate the rule's sigma, which is known here.
"""

from collections.abc import Sequence
from math import fsum, sqrt

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Statistics(Struct, frozen=True):
    """Mean and standard deviation of `count` numbers."""

    mean: float
    std: float
    count: int


def pool(arrays: Sequence[FloatArray]) -> FloatArray:
    """Return the numbers of arrays of any shape, one after another, in one row."""
    return np.concatenate([array.ravel() for array in arrays])


def measure(values: FloatArray) -> Statistics:
    """Measure the numbers of an array of any shape; there is at least one."""
    return Statistics(float(values.mean()), float(values.std()), values.size)


def mixture(parts: Sequence[Statistics]) -> Statistics:
    """Return the statistics of several groups of numbers taken together.

    With the share p of each group: mean = sum p m, variance = sum p (s^2 + (m - mean)^2).
    """
    count = sum(part.count for part in parts)
    mean = fsum(part.count * part.mean for part in parts) / count
    squares = (part.count * (part.std**2 + (part.mean - mean) ** 2) for part in parts)
    return Statistics(mean, sqrt(fsum(squares) / count), count)
