"""The rows of a spread: which bins stand where on the axis of sizes.

The axis goes by size on both sides of 0, two bins to each doubling, as far in as
nearly all numbers are: what is nearer to 0 shares a row. Between the sides is a
strip for exact zeros, where there are any. Its ends move in steps.
"""

from math import log2

import numpy as np
from msgspec import Struct

from core.diagnostics.spread import LOWEST, NOT_FINITE, PER_DOUBLING, SIZES, ZERO
from core.snapshot import FloatArray

NEAR = 2  # height of a row of what is near 0; that of a bin is 1
STRIP = 0.14  # height of a strip, as a part of all the others
NEARER = 0.01  # the share of numbers, at most, that is nearer to 0 than the bins go
STEP = 4  # bins: how far an end moves at least
FEWEST = 14  # bins on a side: two decades
ONE = PER_DOUBLING * -LOWEST  # the bin that ends at 1


class Frame(Struct, frozen=True):
    """What must be seen: sizes from `low` to `high`, counted in bins from 0 outwards."""

    low: int
    high: int
    negative: bool
    positive: bool
    zero: bool
    lost: bool  # numbers that are not finite


def frame_of(shares: FloatArray, before: Frame | None = None) -> Frame:
    """Return the frame for shares (BINS, columns); the frame before stays while it fits."""
    below, above = shares[:ZERO][::-1].sum(axis=1), shares[ZERO + 1 : NOT_FINITE].sum(axis=1)
    low, high = _reach(below + above)
    if before is not None and before.low <= low < before.low + 2 * STEP:
        low = before.low
    if before is not None and before.high - 2 * STEP < high <= before.high:
        high = before.high
    high = min(max(high, FEWEST), SIZES - 1)
    low = max(1, min(low, high - FEWEST + 1))
    negative, zero, lost = below.any(), shares[ZERO].any(), shares[NOT_FINITE].any()
    positive = above.any() or not negative
    return Frame(low, high, bool(negative), bool(positive), bool(zero), bool(lost))


def _reach(sizes: FloatArray) -> tuple[int, int]:
    """Return the ends for numbers of these sizes, rounded outwards to steps."""
    if not sizes.any():
        return ONE - FEWEST, ONE
    nearer = np.cumsum(sizes) / sizes.sum()
    low, high = int((nearer > NEARER).argmax()), int(np.flatnonzero(sizes)[-1])
    return low - low % STEP, high + -high % STEP


class Rows:
    """The rows of a frame, from the lowest numbers up; the first begins at 0.

    Attributes
    ----------
    low, high : int
        The frame's.
    zero : int
        Which row is that of exact zeros; without any, it has no height.
    edges : (rows + 1,) array
        Where the rows begin on the axis, and where the last one ends.
    heights : (rows,) array of int
    top : float
        Where the axis ends: above the rows there may be a strip for what is lost.
    """

    def __init__(self, frame: Frame) -> None:
        low, high = self.low, self.high = frame.low, frame.high
        sides = frame.negative + frame.positive
        strip = round(STRIP * sides * (high - low + 1 + NEAR)) + 1
        bins = [1] * (high - low + 1)
        below = [*range(ZERO - 1 - high, ZERO - low), ZERO - low] if frame.negative else []
        above = [ZERO + 1, *range(ZERO + 1 + low, ZERO + 2 + high)] if frame.positive else []
        self._starts = np.array([*below, ZERO, *above])
        self._stop = ZERO + 2 + high if frame.positive else ZERO + 1
        self.heights = np.array(
            [
                *(bins + [NEAR] if below else []),
                strip * frame.zero,
                *([NEAR] + bins if above else []),
            ]
        )
        self.edges = np.concatenate(([0], np.cumsum(self.heights))).astype(float)
        self.zero = len(below)
        self.top = float(self.edges[-1]) + strip * frame.lost

    def sums(self, values: FloatArray) -> FloatArray:
        """Return the values (BINS, columns) of the bins of each row together."""
        return np.add.reduceat(values[: self._stop], self._starts, axis=0)

    def bins(self, place: float) -> range:
        """Return the bins of the row at a place of the axis."""
        if place >= self.edges[-1] and self.top > self.edges[-1]:
            return range(NOT_FINITE, NOT_FINITE + 1)
        row = int(np.searchsorted(self.edges, place, side="right")) - 1
        row = max(0, min(row, len(self._starts) - 1))
        ends = (*self._starts[1:].tolist(), self._stop)
        return range(int(self._starts[row]), ends[row])

    def place(self, value: float) -> float | None:
        """Return where a number but 0 stands; None if it has no place of its own."""
        size = PER_DOUBLING * (log2(abs(value)) - LOWEST) + 1 - self.low
        if not 0 <= size <= self.high - self.low + 1:
            return None
        if value > 0:
            return float(self.edges[self.zero + 1]) + NEAR + size if self._has_above else None
        return float(self.edges[self.zero]) - NEAR - size if self.zero else None

    @property
    def middle_of_zero(self) -> float:
        """Where 0 stands."""
        return float(self.edges[self.zero : self.zero + 2].mean())

    @property
    def _has_above(self) -> bool:
        return len(self.heights) > self.zero + 1
