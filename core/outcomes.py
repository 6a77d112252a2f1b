"""Outcomes: what the runs at each point of a sweep came to.

A run that diverged has no loss at its end. It counts as infinite, worse than
any other, and so it is in the median and in the bands like every run.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import inf, log10
from typing import NamedTuple

import numpy as np

from core.bands import Bands, bands
from core.sweep import Row, Sweep


class Outcome(NamedTuple):
    """A point: the values of the axes, and bands over its runs.

    `gradient` is that of the first layer at step 0.
    """

    point: tuple[float, ...]
    train: Bands
    test: Bands
    gradient: Bands
    diverged: int
    runs: int


def outcomes(sweep: Sweep, rows: Iterable[Row]) -> Iterator[Outcome]:
    """Yield the outcome of each point as soon as the rows of a sweep have all its runs."""
    left = iter(rows)
    while len(runs := list(islice(left, sweep.runs))) == sweep.runs:
        yield _outcome(sweep, runs)


def best(found: Iterable[Outcome]) -> Outcome | None:
    """Return the point of the lowest median loss, the first of equals; None if all diverge."""
    finite = [outcome for outcome in found if outcome.train.median < inf]
    return min(finite, key=lambda outcome: outcome.train.median, default=None)


def ratio(guess: float, value: float) -> float:
    """Return how many times the larger of two is the smaller."""
    return 10.0 ** abs(log10(guess) - log10(value))


def _outcome(sweep: Sweep, rows: Sequence[Row]) -> Outcome:
    axes = len(sweep.axes)
    table = np.array([row[axes:] for row in rows], dtype=float)  # None becomes NaN
    _, train, test, gradient, _, diverged = table.T
    over = ~np.isnan(diverged)
    point = tuple(float(value or 0) for value in rows[0][:axes])
    return Outcome(
        point,
        bands(np.where(over, inf, train)),
        bands(np.where(over, inf, test)),
        bands(gradient),
        int(over.sum()),
        len(rows),
    )
