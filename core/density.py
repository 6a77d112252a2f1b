"""The density of first weights: what a histogram of the drawn ones comes near to.

With z = (x - mean) / sigma:

=================== ======================================================================
distribution        density at x
=================== ======================================================================
normal              exp(-z^2 / 2) / (sigma sqrt(2 pi))
truncated_normal    the same for std, divided by 0.954, within mean +- 2 std; else 0
uniform             1 / (2 sqrt(3) sigma) within mean +- sqrt(3) sigma; else 0
sparse              connections / n_in of N(0, std^2); the other weights are 0
orthogonal          an entry is a coordinate of a random point on the sphere of radius
                    gain in n = max(n_in, n_out) dimensions: in proportion to
                    (1 - x^2 / gain^2)^((n - 3) / 2) within +- gain; else 0
constant, identity  none: every weight stands on one of a few values
=================== ======================================================================

Values that many weights share have no density but a mass: their share of all
weights. Rules that ask the data (lsuv), and typed matrices, promise neither.
"""

from collections.abc import Sequence
from math import exp, lgamma, pi, sqrt

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.initializers import Explicit, Initializer
from core.initializers.identity import Identity
from core.initializers.orthogonal import Orthogonal
from core.initializers.sparse import Sparse
from core.initializers.truncated import CUT, KEPT, LEFT
from core.statistics import Statistics, mixture

FloatArray = NDArray[np.float64]
Mass = tuple[float, float]


class Layers(Struct, frozen=True):
    """The laws of the weights of several layers, taken together: each (rule, n_in, n_out)."""

    parts: Sequence[tuple[Initializer, int, int]]

    @property
    def promised(self) -> bool:
        """Whether the rules alone say what the weights will be like."""
        return not any(rule.uses_data or isinstance(rule, Explicit) for rule, _, _ in self.parts)

    @property
    def statistics(self) -> Statistics:
        """Mean and sigma of all the weights, by their formulas."""
        return mixture(
            [
                Statistics(rule.mean(n_in, n_out), rule.sigma(n_in, n_out), n_in * n_out)
                for rule, n_in, n_out in self.parts
            ]
        )

    def density(self, x: FloatArray) -> FloatArray:
        """Return the density at each x, every layer by its share of the weights."""
        found = np.zeros_like(x)
        for share, (rule, n_in, n_out) in zip(self._shares(), self.parts, strict=True):
            found += share * density(rule, x, n_in, n_out)
        return found

    def masses(self) -> tuple[Mass, ...]:
        """Return the values that many weights share, in order, each with its share of all."""
        found: dict[float, float] = {}
        for share, (rule, n_in, n_out) in zip(self._shares(), self.parts, strict=True):
            for place, part in masses(rule, n_in, n_out):
                found[place] = found.get(place, 0.0) + share * part
        return tuple(sorted(found.items()))

    def _shares(self) -> list[float]:
        counts = [n_in * n_out for _, n_in, n_out in self.parts]
        return [count / sum(counts) for count in counts]


@np.errstate(over="ignore")  # of z^2: so far out the density is 0
def density(rule: Initializer, x: FloatArray, n_in: int, n_out: int) -> FloatArray:
    """Return the density of a weight at each x; 0 where weights have masses instead."""
    mean, sigma = rule.mean(n_in, n_out), rule.sigma(n_in, n_out)
    if sigma == 0.0:
        return np.zeros_like(x)
    if isinstance(rule, Sparse):
        return min(rule.connections, n_in) / n_in * _normal(x, 0.0, rule.std)
    if isinstance(rule, Orthogonal):
        return _on_sphere(x / rule.gain, max(n_in, n_out)) / rule.gain
    if rule.distribution == "normal":
        return _normal(x, mean, sigma)
    if rule.distribution == "truncated_normal":
        std = sigma / LEFT
        return np.where(abs(x - mean) <= CUT * std, _normal(x, mean, std) / KEPT, 0.0)
    if rule.distribution == "uniform":
        half = sqrt(3) * sigma
        return np.where(abs(x - mean) <= half, 1 / (2 * half), 0.0)
    return np.zeros_like(x)


def masses(rule: Initializer, n_in: int, n_out: int) -> tuple[Mass, ...]:
    """Return the values that many weights share, each with its share; they may add up to 1."""
    larger = max(n_in, n_out)
    if rule.uses_data or isinstance(rule, Explicit):
        return ()
    if isinstance(rule, Orthogonal) and larger == 1:
        return ((-rule.gain, 0.5), (rule.gain, 0.5))
    if rule.sigma(n_in, n_out) == 0.0:
        return ((rule.mean(n_in, n_out), 1.0),)
    if isinstance(rule, Identity):
        return ((0.0, 1 - 1 / larger), (rule.gain, 1 / larger))
    if isinstance(rule, Sparse) and rule.connections < n_in:
        return ((0.0, 1 - rule.connections / n_in),)
    return ()


def _normal(x: FloatArray, mean: float, sigma: float) -> FloatArray:
    return np.exp(-(((x - mean) / sigma) ** 2) / 2) / (sigma * sqrt(2 * pi))


def _on_sphere(x: FloatArray, n: int) -> FloatArray:
    """Return the density of a coordinate of a random point on the unit sphere, n >= 2."""
    if n == 1:
        return np.zeros_like(x)
    height = exp(lgamma(n / 2) - lgamma((n - 1) / 2)) / sqrt(pi)
    inside = np.clip(1 - x**2, 0.0, None)
    with np.errstate(divide="ignore"):
        return np.where(abs(x) < 1, height * inside ** ((n - 3) / 2), 0.0)
