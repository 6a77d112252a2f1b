"""Correlation: how alike a layer makes two signals that come in with likeness c.

E[g(u1) g(u2)] for Gaussian u1, u2 of variance q and correlation c. What is
straight on both sides of 0 is known in closed form (the arc-cosine kernel of Cho
and Saul 2009). For the others it is a power series in c: with a_k = E[g(z) h_k],
h_k the Hermite polynomials of z / sqrt(q), it is the sum of a_k^2 c^k (Mehler 1866;
Daniely et al. 2016).
"""

from collections.abc import Callable
from math import acos, pi, sqrt

import numpy as np
from numpy.typing import NDArray

from core.activations import Activation
from core.theory.gaussian import gaussian_rule
from core.theory.moments import STRAIGHT

FloatArray = NDArray[np.float64]

TERMS = 200  # what is left beyond goes to the last one, so that c = 1 is exact


def output_product(activation: Activation, q: float, c: float) -> float:
    """Return E[g(u1) g(u2)]."""
    if activation.name in STRAIGHT:
        below, above = STRAIGHT[activation.name]
        both = (sqrt(max(0.0, 1 - c * c)) + c * (pi - acos(c))) / (2 * pi)  # of two ReLUs
        step = above - below
        return q * (below * below * c + below * step * c + step * step * both)
    return _product(activation.function, q, c)


def slope_product(activation: Activation, q: float, c: float) -> float:
    """Return E[g'(u1) g'(u2)]."""
    if activation.name in STRAIGHT:
        below, above = STRAIGHT[activation.name]
        both = (pi - acos(c)) / (2 * pi)  # that u1 and u2 are above 0
        step = above - below
        return below * below + below * step + step * step * both
    return _product(activation.derivative, q, c)


def _product(f: Callable[[FloatArray], FloatArray], q: float, c: float) -> float:
    z, weights = gaussian_rule(q)
    values, x = f(z), z / sqrt(q)
    weighted = weights * values
    rest = float(weighted @ values)  # E[f(z)^2], the sum of all a_k^2
    total, power = 0.0, 1.0
    before, h = np.zeros_like(x), np.ones_like(x)
    for k in range(TERMS):
        square = float(weighted @ h) ** 2
        total, rest, power = total + square * power, rest - square, power * c
        before, h = h, (x * h - sqrt(k) * before) / sqrt(k + 1)
    return total + max(0.0, rest) * power
