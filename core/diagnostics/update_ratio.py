"""The update of a step beside the weights it changes: std(update) / std(weights).

About 1e-3 is a good step (Karpathy, makemore): at 1e-5 the weights hardly move,
at 1 a single step replaces them.
"""

from math import inf

import numpy as np
from numpy.typing import NDArray

from core.experiment import Experiment
from core.parameters import Parameters
from core.update import Update

FloatArray = NDArray[np.float64]


def next_update(
    experiment: Experiment,
    parameters: Parameters,
    gradient: Parameters,
    memory: FloatArray | None = None,
) -> Parameters:
    """Return by how much a step on the whole training set would change each parameter.

    Nothing is changed by looking. In floating point: a step too small to change
    a weight of 1 is 0 here, as it would be.

    Parameters
    ----------
    memory : array, optional
        What the optimizer remembers, as from `Update.memory`; without it, nothing
        yet.
    """
    update = Update(experiment, parameters)
    if memory is not None:
        update.restore(memory)
    step = update.propose(experiment, Parameters(gradient.sizes, gradient.flat.copy()))
    return Parameters(step.sizes, step.flat - parameters.flat)


def update_ratio(update: FloatArray, weights: FloatArray) -> float:
    """Return std(update) / std(weights); 0 for no update, infinite for equal weights."""
    change, size = float(update.std()), float(weights.std())
    if size == 0.0:
        return inf if change > 0.0 else 0.0
    return change / size
