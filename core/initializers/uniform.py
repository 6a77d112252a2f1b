"""Uniform weights between two bounds chosen by hand.

U(low, high) has mean (low + high) / 2 and sigma (high - low) / sqrt(12).
"""

from math import sqrt
from typing import ClassVar

from core.fields import Number
from core.initializers.base import FloatArray, Initializer, Shape, Stream


class Uniform(Initializer, frozen=True, tag="uniform"):
    """W ~ U(low, high)."""

    formula: ClassVar[str] = "(high - low) / sqrt(12)"
    distribution: ClassVar[str] = "uniform"
    source: ClassVar[str] = "S1"
    scale: ClassVar[str | None] = "sigma"

    low: Number = -0.5
    high: Number = 0.5

    def __post_init__(self) -> None:
        """Refuse bounds in the wrong order."""
        if self.low > self.high:
            raise ValueError("low_above_high")

    def mean(self, n_in: int, n_out: int) -> float:
        """Return the middle of the bounds."""
        return (self.low + self.high) / 2

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return the width divided by the square root of 12."""
        return (self.high - self.low) / sqrt(12)

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return draws of U[0, 1), stretched to the bounds."""
        return self.low + (self.high - self.low) * rng.random(shape)

    def scale_value(self, n_in: int, n_out: int) -> float:
        """Return sigma: the slider widens both bounds alike."""
        return self.sigma(n_in, n_out)

    def with_scale(self, value: float) -> "Uniform":
        """Return bounds around the same mean whose sigma is `value`."""
        middle, half = self.mean(1, 1), sqrt(3) * value
        return Uniform(low=middle - half, high=middle + half)
