"""The update of a step beside the weights it changes: std(update) / std(weights).

About 1e-3 is a good step (Karpathy, makemore): at 1e-5 the weights hardly move,
at 1 a single step replaces them.
"""

from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.experiment import Experiment
from core.parameters import Parameters
from core.update import Update

FloatArray = NDArray[np.float64]
Indices = NDArray[np.intp]


def first_update(
    experiment: Experiment, parameters: Parameters, gradient: Parameters
) -> Parameters:
    """Return by how much a first step on the whole training set would change each parameter.

    Nothing is changed by looking. In floating point: a step too small to change
    a weight of 1 is 0 here, as it would be.
    """
    step = Update(experiment, parameters).propose(
        experiment, Parameters(gradient.sizes, gradient.flat.copy())
    )
    return Parameters(step.sizes, step.flat - parameters.flat)


@np.errstate(all="ignore")
def update_ratios(update: Parameters, parameters: Parameters) -> FloatArray:
    """Return std(update) / std(weights) of every layer, (R, L).

    0 for no update, infinite for equal weights that move.
    """
    places, starts, counts = _weights(parameters.sizes)
    numbers = np.empty((2, *parameters.flat.shape[:-1], places.size))
    update.flat.take(places, axis=-1, out=numbers[0])
    parameters.flat.take(places, axis=-1, out=numbers[1])
    # From the first of each layer on: the variance of equal numbers is exactly 0.
    numbers -= numbers[..., starts].repeat(counts, axis=-1)
    means = np.add.reduceat(numbers, starts, axis=-1) / counts
    squares = np.add.reduceat(numbers * numbers, starts, axis=-1) / counts
    change, size = np.sqrt(np.maximum(squares - means * means, 0.0))
    return np.where(change == 0.0, 0.0, change / size)


@lru_cache(maxsize=2)
def _weights(sizes: tuple[int, ...]) -> tuple[Indices, Indices, Indices]:
    """Return where weights stand in the vector; of every layer, where they begin and how many."""
    places = np.flatnonzero(Parameters(sizes).weight_mask())
    counts = np.array([n_in * n_out for n_in, n_out in pairwise(sizes)])
    return places, np.cumsum(counts) - counts, counts
