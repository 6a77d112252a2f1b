"""Every weight the same: zeros and other constants.

All units of a layer then compute the same and receive the same gradient: the
symmetry of S0, S1, S3 and S4 that no training breaks. sigma = 0.
"""

from typing import ClassVar

import numpy as np

from core.fields import Number
from core.initializers.base import FloatArray, Initializer, Shape, Stream


class Zeros(Initializer, frozen=True, tag="zeros"):
    """W = 0 (S3)."""

    formula: ClassVar[str] = "0"
    distribution: ClassVar[str] = "constant"
    source: ClassVar[str] = "S3"
    scale_is_sigma: ClassVar[bool] = False

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return 0: all weights are equal."""
        return 0.0

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return zeros of `shape`; `rng` is not used."""
        return np.zeros(shape)


class Constant(Initializer, frozen=True, tag="constant"):
    """W = value everywhere (S2, S3, S4)."""

    formula: ClassVar[str] = "0"
    distribution: ClassVar[str] = "constant"
    source: ClassVar[str] = "S4"
    scale: ClassVar[str | None] = "value"
    scale_is_sigma: ClassVar[bool] = False

    value: Number = 0.5

    def mean(self, n_in: int, n_out: int) -> float:
        """Return the constant."""
        return self.value

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return 0: all weights are equal."""
        return 0.0

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return `value` in every place of `shape`; `rng` is not used."""
        return np.full(shape, self.value)
