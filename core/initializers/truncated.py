"""Normal weights without the tails: none is further than two std from the mean.

`std` is that of the normal distribution *before* the cut, as in Keras and
PyTorch. What is left is narrower: with the density phi and the distribution
function Phi of N(0, 1), and c = 2, sigma^2 / std^2 =
1 - 2 c phi(c) / (2 Phi(c) - 1) = 0.774, so sigma = 0.880 std.
"""

from math import erf, exp, pi, sqrt
from typing import ClassVar

import numpy as np
from msgspec import field
from msgspec.structs import replace

from core.fields import NonNegative, Number
from core.initializers.base import FloatArray, Initializer, Shape, Stream

CUT = 2.0
DENSITY = exp(-(CUT**2) / 2) / sqrt(2 * pi)  # phi(c)
KEPT = erf(CUT / sqrt(2))  # 2 Phi(c) - 1, the share of the draws that the cut leaves
LEFT = sqrt(1 - 2 * CUT * DENSITY / KEPT)


class TruncatedNormal(Initializer, frozen=True, tag="truncated_normal"):
    """W ~ N(mean, std^2), what lies beyond mean +- 2 std drawn again."""

    formula: ClassVar[str] = f"{LEFT:.15f} * std"
    distribution: ClassVar[str] = "truncated_normal"
    source: ClassVar[str] = "Keras TruncatedNormal"
    scale: ClassVar[str | None] = "sigma"

    std: NonNegative = 0.1
    centre: Number = field(default=0.0, name="mean")

    def mean(self, n_in: int, n_out: int) -> float:
        """Return the chosen mean: both tails are cut alike."""
        return self.centre

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return the standard deviation after the cut."""
        return LEFT * self.std

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return standard-normal draws, those beyond the cut drawn again, scaled and moved."""
        draws = rng.standard_normal(shape)
        while (beyond := np.abs(draws) > CUT).any():
            draws[beyond] = rng.standard_normal((int(beyond.sum()),))
        return draws * self.std + self.centre

    def scale_value(self, n_in: int, n_out: int) -> float:
        """Return sigma: the slider moves what is left, not `std`."""
        return self.sigma(n_in, n_out)

    def with_scale(self, value: float) -> "TruncatedNormal":
        """Return the same mean with standard deviation `value` after the cut."""
        return replace(self, std=value / LEFT)
