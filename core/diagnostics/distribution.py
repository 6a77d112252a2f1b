"""Distribution: the mean, the standard deviation and the histogram of many numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.histogram import Histogram, histogram, rice_bins

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """How the numbers of one array are distributed.

    Attributes
    ----------
    mean, std : float
        NaN or infinite if one of the numbers is.
    histogram : Histogram or None
        None if not all of the numbers are finite.
    """

    mean: float
    std: float
    histogram: Histogram | None


def distribution(values: FloatArray) -> Distribution:
    """Describe the numbers of an array of any shape; there is at least one."""
    mean = float(values.mean())
    std = float(values.std())
    finite = bool(np.isfinite(values).all())
    counts = histogram(values, rice_bins(values.size)) if finite else None
    return Distribution(mean, std, counts)
