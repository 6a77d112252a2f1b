"""Dead units: a ReLU that is never above 0 on the data has no gradient and can't come back.

Its slope is 0 for every sample, so neither its weights nor its bias move, and
nothing flows through it to the layers before. Born so by unlucky or very
negative first weights (Lu et al. 2019), or killed by one step that was too long.
"""

import numpy as np
from numpy.typing import NDArray

from core.activations import Activation

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


def dead_units(A: FloatArray, activation: Activation) -> BoolArray | None:
    """Return which units of a layer with outputs A (n_l, m) are dead, (n_l,).

    None where units can't die: all activations but ReLU have a slope on both sides.
    """
    if activation.name != "relu":
        return None
    return A.max(axis=1) <= 0.0
