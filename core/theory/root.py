"""Roots: where a function falls to zero."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

STEPS = 64  # of the first look
HALVINGS = 60


def fall_to_zero(f: Callable[[float], float], low: float, high: float) -> float | None:
    """Return the first place from `low` to `high` where f is not above 0 any more.

    None if there is none, as far as equal steps show.
    """
    if f(low) <= 0.0:
        return low
    places = np.linspace(low, high, STEPS + 1).tolist()
    for left, right in pairwise(places):
        if f(right) <= 0.0:
            return _halve(f, left, right)
    return None


def _halve(f: Callable[[float], float], above: float, below: float) -> float:
    for _ in range(HALVINGS):
        middle = (above + below) / 2
        if f(middle) > 0.0:
            above = middle
        else:
            below = middle
    return (above + below) / 2
