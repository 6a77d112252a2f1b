"""Bands: what most runs of an ensemble do, whatever a few of them do."""

from typing import NamedTuple

import numpy as np

from core.parameters import FloatArray


class Bands(NamedTuple):
    """The values below which a tenth, half and nine tenths of the runs are."""

    p10: float
    median: float
    p90: float


def bands(values: FloatArray) -> Bands:
    """Return the bands of one value of every run, (R,).

    Between two runs the percentiles are interpolated, but not to an infinity:
    there the higher run is taken.
    """
    method = "linear" if np.isfinite(values).all() else "higher"
    return Bands(*np.percentile(values, (10, 50, 90), method=method).tolist())
