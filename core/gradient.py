"""The gradient of J, layer by layer, and how strongly it reaches each neuron.

The gradient of neuron j of layer l is the L2 norm of its row of dW[l] together
with its db[l]. Where the squares would overflow or vanish, numbers are scaled
by the largest of their row first: 1e-200 is shown as that, and not as exactly 0.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.parameters import Parameters

FloatArray = NDArray[np.float64]

# Between these, a sum of squares has lost nothing to underflow or overflow.
SMALL, LARGE = 1e-200, 1e200


class Gradient(NamedTuple):
    """Gradient of J with respect to one layer's weights (n_l, n_{l-1}) and biases (n_l, 1)."""

    dW: FloatArray  # noqa: N815 - as in the formulas
    db: FloatArray


@np.errstate(all="ignore")
def neuron_norms(gradient: Parameters) -> FloatArray:
    """Return |gradient| of every neuron (R, neurons), first layer first."""
    numbers, rows = gradient.flat, gradient.row_starts
    squares = np.add.reduceat(numbers * numbers, rows, axis=-1)
    # Of R networks each is looked at by itself: none is rounded otherwise for another's sake.
    plain = (squares.min(axis=-1) > SMALL) & (squares.max(axis=-1) < LARGE)
    if plain.all():
        return np.sqrt(squares)
    scale = _scale(np.maximum.reduceat(np.abs(numbers), rows, axis=-1))
    lengths = np.diff(rows, append=numbers.shape[-1])
    scaled = numbers / np.repeat(scale, lengths, axis=-1)
    careful = scale * np.sqrt(np.add.reduceat(scaled * scaled, rows, axis=-1))
    return np.where(plain[..., np.newaxis], np.sqrt(squares), careful)


@np.errstate(all="ignore")
def layer_norms(norms: FloatArray, sizes: Sequence[int]) -> FloatArray:
    """Return |gradient| of whole layers (L, k) from those of all their neurons (neurons, k).

    `sizes` are those of layers 1..L.
    """
    ends = np.cumsum(sizes, dtype=np.intp)
    starts = ends - np.array(sizes, dtype=np.intp)
    return np.hypot.reduceat(norms, starts, axis=0)  # squares of 1e-200 are not lost


@np.errstate(all="ignore")
def vector_norm(vector: FloatArray) -> float:
    """Return the L2 norm of all numbers of a vector."""
    square = float(vector @ vector)
    if SMALL < square < LARGE:
        return square**0.5
    scale = size_of(vector)
    return scale * float(np.sum((vector / scale) ** 2)) ** 0.5


def size_of(numbers: FloatArray) -> float:
    """Return the size of the largest number; 1 if it is 0 or not finite. To divide by."""
    return float(_scale(np.max(np.abs(numbers))))


def _scale(largest: FloatArray) -> FloatArray:
    """Return what to divide by; NaN, infinities and 0 stay what they are."""
    return np.where((largest > 0) & np.isfinite(largest), largest, 1.0)
