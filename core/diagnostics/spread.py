"""Spread: how many numbers of a layer are how large, in bins that are always the same.

The bins go by size, two for each doubling from 2^-40 (1e-12) to 2^24 (2e7), for
either sign: as many for vanishing numbers as for exploding ones. What is nearer
to 0, what is farther from it, what is exactly 0 and what is not finite has bins
of its own. So counts can be compared, whatever the step, the layer or the run.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, get_args

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.diagnostics.distribution import evenly
from core.divergence import Run
from core.parameters import Parameters
from core.workspace import Workspace

FloatArray = NDArray[np.float64]
Places = NDArray[np.intp]
Counts = NDArray[np.uint16]
Quantity = Literal["W", "Z", "A", "dZ"]
QUANTITIES: tuple[Quantity, ...] = get_args(Quantity)

MOST = 1 << 12  # numbers of a layer that are counted: more would not change the picture
PER_DOUBLING = 2
LOWEST, HIGHEST = -40, 24  # powers of 2
BETWEEN = PER_DOUBLING * (HIGHEST - LOWEST)
SIZES = BETWEEN + 2  # bins of one sign: the first from 0 to 2^-40, the last from 2^24 on
ZERO, NOT_FINITE = SIZES, 2 * SIZES + 1
BINS = 2 * SIZES + 2  # from -inf to inf, then what is not finite


class Spread(Struct, frozen=True, eq=False):
    """The numbers of all layers at one step.

    Attributes
    ----------
    step : int
    counts : (L, 4, BINS) array
        How many numbers are in each bin: of every layer W, then Z, A and dZ over all
        units and training samples. Of very many numbers, evenly spaced ones.
    """

    step: int
    counts: Counts

    def of(self, layer: int, quantity: Quantity) -> Counts:
        """Return the counts of a layer, 1..L: (BINS,)."""
        return self.counts[layer - 1, QUANTITIES.index(quantity)]


def spread(step: int, parameters: Parameters, workspace: Workspace, run: Run = ()) -> Spread:
    """Count the numbers of every layer, as a pass over the training set left them.

    Of R networks, `run` says which is counted.
    """
    of_layers = zip(
        parameters.weights, workspace.Z, workspace.A[1:], workspace.dZ, strict=True
    )  # fmt: skip
    arrays = [evenly(array[run], MOST) for layer in of_layers for array in layer]
    counts = count(arrays).reshape(-1, len(QUANTITIES), BINS).astype(np.uint16)
    counts.flags.writeable = False
    return Spread(step, counts)


@np.errstate(all="ignore")
def count(arrays: Sequence[FloatArray]) -> Places:
    """Return how many of the numbers of each vector are in each bin, (vectors, BINS)."""
    numbers, rows = np.concatenate(arrays), _rows(tuple(array.size for array in arrays))
    found = np.bincount(_bins(numbers) + rows, minlength=len(arrays) * BINS)
    found = found.reshape(-1, BINS)
    zeros, lost = found.sum(axis=0)[[ZERO, NOT_FINITE]]
    if lost or zeros != numbers.size - np.count_nonzero(numbers):
        found = np.bincount(_bins(_kept_apart(numbers)) + rows, minlength=found.size)
    return found.reshape(-1, BINS)


def bounds() -> FloatArray:
    """Return where the bins of the finite numbers end, (BINS,): -inf, ..., 0, 0, ..., inf.

    Bin k lies between numbers k and k + 1; the one nearer to 0 belongs to it.
    """
    doublings, half = np.divmod(np.arange(BETWEEN + 1), PER_DOUBLING)
    sizes = np.ldexp(np.where(half, np.sqrt(2.0), 1.0), doublings + LOWEST)
    outwards = np.concatenate(([0.0], sizes, [np.inf]))
    return np.concatenate((-outwards[::-1], outwards))


def _bins(numbers: FloatArray) -> Places:
    """Return the bin of each number, if its square is neither 0 nor infinite.

    v |v| has the sign of v, and an exponent that counts v's half doublings: they are
    the highest 12 bits.
    """
    squares = np.abs(numbers)
    squares *= numbers
    bits = squares.view(np.uint64)
    bits >>= np.uint64(52)
    return _BIN_OF.take(bits.view(np.int64))


def _kept_apart(numbers: FloatArray) -> FloatArray:
    """Return the numbers, finite ones that are not 0 kept away from 0 and infinity."""
    sizes = np.clip(np.abs(numbers), 2.0 ** (LOWEST - 1), 2.0 ** (HIGHEST + 1))
    apart = np.isfinite(numbers) & (numbers != 0)
    return np.where(apart, np.copysign(sizes, numbers), numbers)


def _bin_of() -> Places:
    """Return which bin the highest 12 bits of v |v| mean."""
    exponents = np.arange(1 << 11)
    sizes = np.clip(exponents - (1023 + PER_DOUBLING * LOWEST) + 1, 0, SIZES - 1)
    bins = np.concatenate((ZERO + 1 + sizes, ZERO - 1 - sizes))
    bins[exponents[0] :: exponents.size] = ZERO
    bins[exponents[-1] :: exponents.size] = NOT_FINITE
    return bins


_BIN_OF = _bin_of()


@lru_cache(maxsize=2)
def _rows(sizes: tuple[int, ...]) -> Places:
    """Return where the bins of each number's vector begin."""
    return np.repeat(np.arange(len(sizes)) * BINS, sizes)
