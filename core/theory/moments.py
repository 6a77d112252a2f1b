"""Moments: what an activation makes of a Gaussian z.

Of E[g(z)^2] the next layer's signal is made, through E[g'(z)^2] its gradient
comes back. For linear, ReLU and leaky ReLU, straight on both sides of 0, they are
known in closed form (He et al. 2015); the others are integrated.
"""

from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.activations import LEAK, Activation
from core.theory.gaussian import expectation

FloatArray = NDArray[np.float64]

# The slopes below and above 0 of activations that are straight there.
STRAIGHT = MappingProxyType({"linear": (1.0, 1.0), "relu": (0.0, 1.0), "leaky_relu": (LEAK, 1.0)})


class Moments(NamedTuple):
    """E[g(z)], E[g(z)^2] and E[g'(z)^2], for every variance (m,)."""

    output: FloatArray
    square: FloatArray
    slope: FloatArray


def moments(activation: Activation, mean: float, variances: FloatArray) -> Moments:
    """Return all three for z ~ N(mean, variance); together they take the time of one."""
    if mean == 0.0 and activation.name in STRAIGHT:
        return Moments(*(of(activation, mean, variances) for of in SINGLY))
    return Moments(*expectation(lambda z: _integrands(activation, z), mean, variances))


def _integrands(activation: Activation, z: FloatArray) -> FloatArray:
    a, slope = activation.function(z), activation.derivative(z)
    return np.stack((a, a**2, slope**2))


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


SINGLY = (mean_output, mean_square, mean_slope)
