"""Moments: what an activation makes of a Gaussian z.

Of E[g(z)^2] the next layer's signal is made, through E[g'(z)^2] its gradient
comes back. For linear, ReLU and leaky ReLU, straight on both sides of 0, they are
known in closed form (He et al. 2015); the others are integrated.
"""

from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from core.activations import LEAK, Activation
from core.theory.gaussian import expectation

FloatArray = NDArray[np.float64]

# The slopes below and above 0 of activations that are straight there.
STRAIGHT = MappingProxyType({"linear": (1.0, 1.0), "relu": (0.0, 1.0), "leaky_relu": (LEAK, 1.0)})


def mean_output(activation: Activation, mean: float, variances: FloatArray) -> FloatArray:
    """Return E[g(z)] for z ~ N(mean, variance), for every variance (m,)."""
    if mean == 0.0 and activation.name in STRAIGHT:
        below, above = STRAIGHT[activation.name]
        return (above - below) * np.sqrt(variances / (2 * np.pi))
    return expectation(activation.function, mean, variances)


def mean_square(activation: Activation, mean: float, variances: FloatArray) -> FloatArray:
    """Return E[g(z)^2], likewise."""
    if mean == 0.0 and activation.name in STRAIGHT:
        below, above = STRAIGHT[activation.name]
        return (below**2 + above**2) / 2 * variances
    return expectation(lambda z: activation.function(z) ** 2, mean, variances)


def mean_slope(activation: Activation, mean: float, variances: FloatArray) -> FloatArray:
    """Return E[g'(z)^2], likewise."""
    if mean == 0.0 and activation.name in STRAIGHT:
        below, above = STRAIGHT[activation.name]
        return np.full(variances.shape, (below**2 + above**2) / 2)
    return expectation(lambda z: activation.derivative(z) ** 2, mean, variances)
