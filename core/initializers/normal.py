"""Normal weights with a sigma chosen by hand.

`normal` names the standard deviation itself; `scaled_normal` writes it as the
course texts do, a factor times randn: 0.01 (S0) or 10 (S3).
"""

from typing import ClassVar

from msgspec import field

from core.fields import NonNegative, Number
from core.initializers.base import FloatArray, NormalRule, Shape, Stream


class Normal(NormalRule, frozen=True, tag="normal"):
    """W ~ N(mean, std^2) (S2: std 0.1)."""

    formula: ClassVar[str] = "std"
    source: ClassVar[str] = "S2"
    scale: ClassVar[str | None] = "std"

    std: NonNegative = 0.1
    centre: Number = field(default=0.0, name="mean")

    def mean(self, n_in: int, n_out: int) -> float:
        """Return the chosen mean."""
        return self.centre

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return the chosen standard deviation."""
        return self.std

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return standard-normal draws, scaled by `std` and moved to the mean."""
        return super().draw(rng, shape, n_in, n_out) + self.centre


class ScaledNormal(NormalRule, frozen=True, tag="scaled_normal"):
    """W = factor * randn (S0: 0.01, S3: 10)."""

    formula: ClassVar[str] = "factor"
    source: ClassVar[str] = "S3"
    scale: ClassVar[str | None] = "factor"

    factor: NonNegative = 0.01

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return the factor: randn has standard deviation 1."""
        return self.factor
