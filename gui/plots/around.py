"""The part of a plane around samples, its ends multiples of a round step.

So it stays where it is while points come and go.
"""

from math import ceil, floor

import numpy as np

from core.snapshot import FloatArray
from gui.plots.ranges import round_down

STEPS = 4  # at least, over the samples
ROOM = 0.2  # of a step, beyond the last sample: no marker is cut

Range = tuple[float, float]


def square_around(across: FloatArray, up: FloatArray) -> tuple[Range, Range]:
    """Return a square around the samples, its ends multiples of a round step."""
    step = _step(max(float(np.ptp(across)), float(np.ptp(up))))
    (left, right), (low, high) = _steps(across, step), _steps(up, step)
    more = (right - left) - (high - low)
    low, high = low - max(more, 0) // 2, high + (max(more, 0) + 1) // 2
    left, right = left - max(-more, 0) // 2, right + (max(-more, 0) + 1) // 2
    return (left * step, right * step), (low * step, high * step)


def box_around(across: FloatArray, up: FloatArray) -> tuple[Range, Range]:
    """Return a box around the samples, its ends multiples of round steps."""
    steps = _step(float(np.ptp(across))), _step(float(np.ptp(up)))
    ends = _steps(across, steps[0]), _steps(up, steps[1])
    (left, right), (low, high) = ends
    return (left * steps[0], right * steps[0]), (low * steps[1], high * steps[1])


def _step(span: float) -> float:
    return round_down(span / STEPS) if span > 0 else 1.0


def _steps(values: FloatArray, step: float) -> tuple[int, int]:
    """Return how many steps from 0 the ends are that leave all values room."""
    return floor(float(values.min()) / step - ROOM), ceil(float(values.max()) / step + ROOM)
