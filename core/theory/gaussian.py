"""Gaussian expectations: E[f(z)] for z ~ N(mean, variance).

By Gauss-Legendre on intervals that double in width away from 0 and from the
mean. Gauss-Hermite, usual in the literature, fails where it is interesting
here: with weights of 10 * randn tanh' is a needle, and ReLU always has a corner.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Function = Callable[[FloatArray], FloatArray]

NODES = 16  # in an interval
REACH = 9.0  # standard deviations; beyond lies 2e-19
FINEST = 2.0**-60  # an activation has no features this small


def expectation(f: Function, mean: float, variances: FloatArray) -> FloatArray:
    """Return E[f(z)] for every variance, (m,).

    Parameters
    ----------
    f : function of (k,) arrays
        Smooth but for a corner or a jump at 0, with features not much narrower
        than 1. Several functions at once give (n, k) arrays.
    mean : float
    variances : (m,) array
        At least 0; at 0 the result is f(mean), at infinity NaN.

    Returns
    -------
    (m,) array, of several functions (n, m)
    """
    found = np.repeat(f(np.array([mean])), variances.size, axis=-1)
    found[..., ~np.isfinite(variances)] = np.nan
    spread = (variances > 0.0) & np.isfinite(variances)
    if spread.any():
        sigmas = np.sqrt(variances[spread])
        z, weights = _rule(mean, float(sigmas.min()), float(sigmas.max()))
        x = (z - mean) / sigmas[:, np.newaxis]
        density = np.exp(-0.5 * x * x) / sigmas[:, np.newaxis]
        found[..., spread] = (f(z) * weights) @ density.T / np.sqrt(2 * np.pi)
    return found


def gaussian_rule(variance: float) -> tuple[FloatArray, FloatArray]:
    """Return nodes z and weights: E[f(z)] for z ~ N(0, variance) is weights @ f(z)."""
    sigma = float(np.sqrt(variance))
    z, weights = _rule(0.0, sigma, sigma)
    density = np.exp(-0.5 * (z / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))
    return z, weights * density


def _rule(mean: float, least: float, most: float) -> tuple[FloatArray, FloatArray]:
    """Return nodes and weights that suit all standard deviations between these."""
    reach = REACH * most
    first = int(np.floor(np.log2(max(min(least, 1.0) / 2, FINEST))))
    last = int(np.ceil(np.log2(reach + abs(mean))))
    widths = 2.0 ** np.arange(first, max(first, last) + 1)
    around = np.concatenate((-widths, [0.0], widths))
    edges = np.unique(np.concatenate((around, mean + around, [mean - reach, mean + reach])))
    edges = edges[np.abs(edges - mean) <= reach]
    halves = np.diff(edges)[:, np.newaxis] / 2
    middles = (edges[1:] + edges[:-1])[:, np.newaxis] / 2
    nodes, weights = _legendre()
    return (middles + halves * nodes).ravel(), (halves * weights).ravel()


@cache  # and not at import: NumPy takes a while to find its polynomials
def _legendre() -> tuple[FloatArray, FloatArray]:
    return np.polynomial.legendre.leggauss(NODES)
