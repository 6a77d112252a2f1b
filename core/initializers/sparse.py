"""Sparse: every unit listens to a few inputs only, however many there are.

Martens 2010: 15 connections a unit, drawn from N(0, 1), the others 0. The size
of Z then does not grow with n_in, and the units differ more than dense ones.
"""

from math import sqrt
from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from core.fields import MAX_UNITS, NonNegative
from core.initializers.base import FloatArray, Initializer, Shape, Stream
from core.initializers.constant import Zeros


class Sparse(Initializer, frozen=True, tag="sparse"):
    """Each row of W has `connections` entries of N(0, std^2), the others are 0.

    A weight is a connection with probability connections / n_in; that is where
    the root comes from. A unit with fewer inputs listens to all of them.
    """

    formula: ClassVar[str] = "std * sqrt(min(connections, n_in) / n_in)"
    distribution: ClassVar[str] = "sparse"
    made_for: ClassVar[tuple[str, ...]] = ("sigmoid", "tanh")
    source: ClassVar[str] = "Martens 2010"
    scale: ClassVar[str | None] = "std"
    scale_is_sigma: ClassVar[bool] = False

    connections: Annotated[int, Meta(ge=1, le=MAX_UNITS)] = 15
    std: NonNegative = 1.0

    @property
    def for_biases(self) -> Zeros:
        """Zeros, as in the paper."""
        return Zeros()

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return std sqrt(connections / n_in), the zeros counted in."""
        return self.std * sqrt(min(self.connections, n_in) / n_in)

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return standard-normal draws times `std`; each row keeps some, drawn by lot."""
        weights = rng.standard_normal(shape) * self.std
        lots = np.argsort(rng.random(shape), axis=1)
        np.put_along_axis(weights, lots[:, self.connections :], 0.0, axis=1)
        return weights
