"""A workspace: the arrays that one pass over a fixed number of samples fills.

Named as in the formulas, one array a layer, a column a sample. They are made
once and written over and over, so that a training step allocates nothing.

R networks at once (see `core.parameters`) have a leading axis (R,) in every
array, except that the samples are shared: A[0] and Y are (n_0, m) and (n_L, m),
unless each network has a mini-batch of its own.
"""

from collections.abc import Sequence
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from core.datasets import Dataset
from core.filter import Filter, Windows
from core.problem import Problem

FloatArray = NDArray[np.float64]

# A pass keeps Z, A and dZ of every unit and sample: at most 1 GB of them.
MOST_ACTIVATIONS = 40_000_000


def activations(sizes: Sequence[int], dataset: Dataset, filter: Filter | None = None) -> int:
    """Return how many activations there are of one network on all the data: units times samples.

    A filter has one at every place, and its windows are kept as well.
    """
    units = sum(sizes[1:])
    if filter is not None:
        units += (sizes[1] + filter.weights) * filter.places
    return units * (dataset.train_inputs.shape[1] + dataset.test_inputs.shape[1])


def check_room(found: int) -> None:
    """Refuse more activations than fit into memory.

    Raises
    ------
    Problem
        `too_many_activations` (found, most).
    """
    if found > MOST_ACTIVATIONS:
        raise Problem("dataset", "too_many_activations", found=found, most=MOST_ACTIVATIONS)


class Workspace:
    """Room for a forward and a backward pass over X.

    Parameters
    ----------
    sizes : sequence of int
        (n_0, ..., n_L).
    X : (n_0, m) or (R, n_0, m) array
    Y : array, optional
        Targets of these samples; not needed where there is only a forward pass.
    runs : int, optional
        R; without it there is one network, and no leading axis.
    filter : Filter, optional
        Of layer 1.

    Attributes
    ----------
    Y : (n_L, m) or (R, n_L, m) array
        The targets.
    counts : dict
        Over how many L the J of one network is the mean, by `Loss.per`, as arrays
        of no dimensions: NumPy begins sooner with them than with numbers.
    A : list of (R, n_l, m) arrays, l = 0..L
        Activations; A[0] is a copy of X.
    inputs : list of (R, n_l + 1, m) arrays, l = 0..L-1
        A[l] with a row of ones under it, the input of the biases.
    transposed : list of (R, m, n_l + 1) arrays
        Views of `inputs`.
    Z, dZ : lists of (R, n_l, m) arrays
        Of layers 1..L, so Z[0] belongs to layer 1.
    slopes : list of (R, n_l, m) arrays
        g'(Z) of layers 1..L, for a moment each: they share their memory.
    windows : Windows or None
        What the filter sees of A[0].
    """

    def __init__(
        self,
        sizes: Sequence[int],
        X: FloatArray,
        Y: FloatArray | None = None,
        runs: int | None = None,
        filter: Filter | None = None,
    ) -> None:
        samples, data_lead = X.shape[-1], X.shape[:-2]
        lead = () if runs is None else (runs,)
        self.Y = np.empty((*data_lead, sizes[-1], samples)) if Y is None else Y
        self.counts = {"sample": np.array(float(samples))}
        self.counts["output"] = np.array(float(samples * sizes[-1]))
        self.inputs = [
            np.ones((*leading, units + 1, samples))
            for leading, units in zip(chain([data_lead], repeat(lead)), sizes[:-1], strict=False)
        ]
        self.transposed = [array.swapaxes(-2, -1) for array in self.inputs]
        self.A = [array[..., :-1, :] for array in self.inputs]
        self.A.append(np.empty((*lead, sizes[-1], samples)))
        self.A[0][:] = X
        self.windows = None if filter is None else Windows(filter, self.A[0], sizes[1], runs)
        self.Z = [np.empty((*lead, units, samples)) for units in sizes[1:]]
        self.dZ = [np.empty((*lead, units, samples)) for units in sizes[1:]]
        scratch = np.empty(max(array.size for array in self.Z))
        self.slopes = [scratch[: array.size].reshape(array.shape) for array in self.Z]
