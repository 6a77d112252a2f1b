"""Xavier (Glorot): keep the variance in both directions.

Glorot and Bengio 2010: variance 2 / (n_in + n_out), a compromise between what
the forward and the backward pass would like. Made for activations that are
near the identity around 0: tanh, and by custom sigmoid (S2, S3).
"""

from math import sqrt
from typing import ClassVar

from core.initializers.base import NormalRule, UniformRule

MADE_FOR = ("tanh", "sigmoid", "linear")


class XavierNormal(NormalRule, frozen=True, tag="xavier_normal"):
    """W ~ N(0, 2 / (n_in + n_out))."""

    formula: ClassVar[str] = "sqrt(2 / (n_in + n_out))"
    made_for: ClassVar[tuple[str, ...]] = MADE_FOR
    source: ClassVar[str] = "Glorot and Bengio 2010; S2, S3"

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return sqrt(2 / (n_in + n_out))."""
        return sqrt(2 / (n_in + n_out))


class XavierUniform(UniformRule, frozen=True, tag="xavier_uniform"):
    """W ~ U(-a, a), a = sqrt(6 / (n_in + n_out)): sigma as in `xavier_normal`."""

    formula: ClassVar[str] = "sqrt(6 / (n_in + n_out)) / sqrt(3)"
    made_for: ClassVar[tuple[str, ...]] = MADE_FOR
    source: ClassVar[str] = "Glorot and Bengio 2010; S2, S3"

    def bound(self, n_in: int, n_out: int) -> float:
        """Return sqrt(6 / (n_in + n_out))."""
        return sqrt(6 / (n_in + n_out))
