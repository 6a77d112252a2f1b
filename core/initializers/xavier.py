"""Xavier (Glorot): keep the variance in both directions.

Glorot and Bengio 2010: variance 2 / (n_in + n_out), a compromise between what
the forward and the backward pass would like. Made for activations that are
near the identity around 0: tanh, and by custom sigmoid (S2, S3).
"""

from math import sqrt
from typing import ClassVar

from core.initializers.base import FloatArray, Initializer, Stream


class XavierNormal(Initializer, frozen=True, tag="xavier_normal"):
    """W ~ N(0, 2 / (n_in + n_out))."""

    formula: ClassVar[str] = "sqrt(2 / (n_in + n_out))"
    distribution: ClassVar[str] = "normal"
    made_for: ClassVar[tuple[str, ...]] = ("tanh", "sigmoid", "linear")
    source: ClassVar[str] = "Glorot and Bengio 2010; S2, S3"

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return sqrt(2 / (n_in + n_out))."""
        return sqrt(2 / (n_in + n_out))

    def draw(self, rng: Stream, shape: tuple[int, int], n_in: int, n_out: int) -> FloatArray:
        """Return standard-normal draws times sigma."""
        return rng.standard_normal(shape) * self.sigma(n_in, n_out)


class XavierUniform(Initializer, frozen=True, tag="xavier_uniform"):
    """W ~ U(-a, a), a = sqrt(6 / (n_in + n_out)): sigma as in `xavier_normal`."""

    formula: ClassVar[str] = "sqrt(6 / (n_in + n_out)) / sqrt(3)"
    distribution: ClassVar[str] = "uniform"
    made_for: ClassVar[tuple[str, ...]] = ("tanh", "sigmoid", "linear")
    source: ClassVar[str] = "Glorot and Bengio 2010; S2, S3"

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return sqrt(2 / (n_in + n_out)), the bound divided by sqrt(3)."""
        return sqrt(2 / (n_in + n_out))

    def draw(self, rng: Stream, shape: tuple[int, int], n_in: int, n_out: int) -> FloatArray:
        """Return draws of U[0, 1), stretched to the bounds."""
        bound = sqrt(6 / (n_in + n_out))
        return bound * (2 * rng.random(shape) - 1)
