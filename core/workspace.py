"""A workspace: the arrays that one pass over a fixed number of samples fills.

Named as in the formulas, one array a layer, a column a sample. They are made
once and written over and over, so that a training step allocates nothing.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Workspace:
    """Room for a forward and a backward pass over X (n_0, m).

    Attributes
    ----------
    Y : (n_L, m) array
        Targets; not filled in where nothing but a forward pass is wanted.
    A : list of (n_l, m) arrays, l = 0..L
        Activations; A[0] is a copy of X.
    inputs : list of (n_l + 1, m) arrays, l = 0..L-1
        A[l] with a row of ones under it, the input of the biases.
    transposed : list of (m, n_l + 1) arrays
        Views of `inputs`.
    Z, dZ : lists of (n_l, m) arrays
        Of layers 1..L, so Z[0] belongs to layer 1.
    slopes : list of (n_l, m) arrays
        g'(Z) of layers 1..L, for a moment each: they share their memory.
    """

    def __init__(self, sizes: Sequence[int], X: FloatArray, Y: FloatArray | None = None) -> None:
        samples = X.shape[1]
        self.Y = np.empty((sizes[-1], samples)) if Y is None else Y
        self.inputs = [np.ones((units + 1, samples)) for units in sizes[:-1]]
        self.transposed = [array.T for array in self.inputs]
        self.A = [*(array[:-1] for array in self.inputs), np.empty((sizes[-1], samples))]
        self.A[0][:] = X
        self.Z = [np.empty((units, samples)) for units in sizes[1:]]
        self.dZ = [np.empty((units, samples)) for units in sizes[1:]]
        scratch = np.empty((max(sizes[1:]), samples))
        self.slopes = [scratch[:units] for units in sizes[1:]]
