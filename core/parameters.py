"""Parameters: all W and b of a network in one vector, a row for every neuron.

The row of neuron j of layer l is W[l]_j1, ..., W[l]_jn, b[l]_j, and the rows
follow one another, first layer first. So an update, a norm or a copy is one
operation for all layers, and Z = W A + b is one product: rows times A with a
row of ones under it. `weights[i]` and `biases[i]` are views: writing to either
side changes both.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Parameters:
    """W and b, or their gradients, of layers of `sizes` (n_0, ..., n_L).

    Attributes
    ----------
    flat : (p,) array
        Every number.
    rows : tuple of (n_l, n_{l-1} + 1) arrays
        W[l] with b[l] as its last column.
    weights, biases : tuples of (n_l, n_{l-1}) and (n_l, 1) arrays
        The parts of `rows`, the first layer first.
    row_starts : (n_1 + ... + n_L,) array of int
        Where in `flat` the row of every neuron begins.
    """

    def __init__(self, sizes: Sequence[int], flat: FloatArray | None = None) -> None:
        shapes = [(n_out, n_in + 1) for n_in, n_out in pairwise(sizes)]
        ends = np.cumsum([rows * columns for rows, columns in shapes]).tolist()
        self.sizes = tuple(sizes)
        self.flat = np.zeros(ends[-1]) if flat is None else flat
        self.rows = tuple(
            part.reshape(shape)
            for part, shape in zip(np.split(self.flat, ends[:-1]), shapes, strict=True)
        )
        self.weights = tuple(rows[:, :-1] for rows in self.rows)
        self.biases = tuple(rows[:, -1:] for rows in self.rows)
        lengths = np.repeat([columns for _, columns in shapes], sizes[1:])
        self.row_starts = np.cumsum(lengths) - lengths

    @property
    def weight_count(self) -> int:
        """How many of the numbers are weights."""
        return self.flat.size - self.row_starts.size

    def weight_mask(self) -> FloatArray:
        """Return a vector like `flat`: 1 for a weight, 0 for a bias."""
        mask = Parameters(self.sizes)
        for weights in mask.weights:
            weights.fill(1.0)
        return mask.flat

    def assign(self, weights: Sequence[FloatArray], biases: Sequence[FloatArray]) -> None:
        """Copy these values in, layer by layer."""
        for view, values in zip((*self.weights, *self.biases), (*weights, *biases), strict=True):
            view[:] = values

    def frozen(self) -> "Parameters":
        """Return a read-only copy."""
        flat = self.flat.copy()
        flat.flags.writeable = False
        return Parameters(self.sizes, flat)
