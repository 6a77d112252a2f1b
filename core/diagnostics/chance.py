"""Chance: the loss of the best outputs that don't look at the inputs.

The mean of the targets is best for all losses here. It costs ln 2 = 0.693 for
two equally frequent classes, the entropy of the classes in general, and the
variance of the targets for the squared error.
"""

import numpy as np
from numpy.typing import NDArray

from core.losses import Loss

FloatArray = NDArray[np.float64]


def chance(loss: Loss, Y: FloatArray) -> float:
    """Return J for the mean of the targets Y (n_L, m); 0 if all targets are equal."""
    return loss.textbook(Y.mean(axis=1, keepdims=True), Y)
