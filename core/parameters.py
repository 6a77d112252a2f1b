"""Parameters: all W and b of a network in one vector, a row for every neuron.

The row of neuron j of layer l is W[l]_j1, ..., W[l]_jn, b[l]_j, and the rows
follow one another, first layer first. So an update, a norm or a copy is one
operation for all layers, and Z = W A + b is one product: rows times A with a
row of ones under it. `weights[i]` and `biases[i]` are views: writing to either
side changes both.

R networks of the same sizes are R such vectors under one another: every array
then has a leading axis of length R, written (R,) below.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Parameters:
    """W and b, or their gradients, of layers of `sizes` (n_0, ..., n_L).

    Parameters
    ----------
    sizes : sequence of int
    flat : (R, p) array, optional
        Where the numbers are; without it, a new array of zeros.
    runs : int, optional
        R, for a new array; without it there is one network, and no leading axis.

    Attributes
    ----------
    flat : (R, p) array
        Every number.
    rows : tuple of (R, n_l, n_{l-1} + 1) arrays
        W[l] with b[l] as its last column.
    weights, biases : tuples of (R, n_l, n_{l-1}) and (R, n_l, 1) arrays
        The parts of `rows`, the first layer first.
    row_starts : (n_1 + ... + n_L,) array of int
        Where in each vector the row of every neuron begins.
    """

    def __init__(
        self, sizes: Sequence[int], flat: FloatArray | None = None, *, runs: int | None = None
    ) -> None:
        shapes = [(n_out, n_in + 1) for n_in, n_out in pairwise(sizes)]
        ends = np.cumsum([rows * columns for rows, columns in shapes]).tolist()
        lead = () if runs is None else (runs,)
        self.sizes = tuple(sizes)
        self.flat = np.zeros((*lead, ends[-1])) if flat is None else flat
        self.rows = tuple(
            part.reshape(*self.flat.shape[:-1], *shape)
            for part, shape in zip(np.split(self.flat, ends[:-1], axis=-1), shapes, strict=True)
        )
        self.weights = tuple(rows[..., :-1] for rows in self.rows)
        self.biases = tuple(rows[..., -1:] for rows in self.rows)
        lengths = np.repeat([columns for _, columns in shapes], sizes[1:])
        self.row_starts = np.cumsum(lengths) - lengths

    @property
    def weight_count(self) -> int:
        """How many of the numbers of one network are weights."""
        return self.flat.shape[-1] - self.row_starts.size

    def weight_mask(self) -> FloatArray:
        """Return a vector of p numbers: 1 for a weight, 0 for a bias."""
        mask = Parameters(self.sizes)
        for weights in mask.weights:
            weights.fill(1.0)
        return mask.flat

    def assign(self, weights: Sequence[FloatArray], biases: Sequence[FloatArray]) -> None:
        """Copy these values in, layer by layer; given for one network, all R get them."""
        for view, values in zip((*self.weights, *self.biases), (*weights, *biases), strict=True):
            view[:] = values

    def frozen(self) -> "Parameters":
        """Return a read-only copy."""
        flat = self.flat.copy()
        flat.flags.writeable = False
        return Parameters(self.sizes, flat)
