"""Saturation: an activation so near the end of its range that its slope is almost 0.

Sigmoid and tanh are flat at both ends (S0, S1): there g' hardly lets a gradient
through, whatever comes from above. Saturated means beyond 97 % of the range.
"""

import numpy as np
from numpy.typing import NDArray

from core.activations import Activation

FloatArray = NDArray[np.float64]


def saturated_shares(A: FloatArray, activation: Activation) -> FloatArray | None:
    """Return for every unit in which share of the samples it is saturated.

    Parameters
    ----------
    A : (n_l, m) array
        Outputs of the layer.
    activation : Activation

    Returns
    -------
    (n_l,) array or None
        None where the activation is not bounded on both sides.
    """
    if activation.saturation is None:
        return None
    low, high = activation.saturation
    return ((low > A) | (high < A)).mean(axis=1)
