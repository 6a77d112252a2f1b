"""Parameters: all W and b of a network in one vector, and as matrices.

One vector makes an update, a norm or a copy one operation for all layers. The
weights come first, so that what concerns weights only (L2) is the vector's
beginning. `weights[i]` and `biases[i]` are views: writing to either side
changes both.
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
        Every number: W[1], ..., W[L], b[1], ..., b[L], row by row.
    all_weights, all_biases : (q,) and (p - q,) arrays
        The parts of `flat` that are weights and biases; a bias for every neuron.
    row_starts : (p - q,) array of int
        Where in `all_weights` the row of every neuron begins.
    weights, biases : tuples of (n_l, n_{l-1}) and (n_l, 1) arrays
        The same numbers by layer, the first layer first.
    """

    def __init__(self, sizes: Sequence[int], flat: FloatArray | None = None) -> None:
        shapes = [(n_out, n_in) for n_in, n_out in pairwise(sizes)]
        shapes += [(n_out, 1) for n_out in sizes[1:]]
        ends = np.cumsum([rows * columns for rows, columns in shapes]).tolist()
        self.sizes = tuple(sizes)
        self.flat = np.zeros(ends[-1]) if flat is None else flat
        views = tuple(
            part.reshape(shape)
            for part, shape in zip(np.split(self.flat, ends[:-1]), shapes, strict=True)
        )
        layers = len(sizes) - 1
        self.weights, self.biases = views[:layers], views[layers:]
        self.all_weights, self.all_biases = np.split(self.flat, [ends[layers - 1]])
        row_lengths = np.repeat(sizes[:-1], sizes[1:])
        self.row_starts = np.cumsum(row_lengths) - row_lengths

    def assign(self, weights: Sequence[FloatArray], biases: Sequence[FloatArray]) -> None:
        """Copy these values in, layer by layer."""
        for view, values in zip((*self.weights, *self.biases), (*weights, *biases), strict=True):
            view[:] = values

    def frozen(self) -> "Parameters":
        """Return a read-only copy."""
        flat = self.flat.copy()
        flat.flags.writeable = False
        return Parameters(self.sizes, flat)
