"""He (Kaiming): what ReLU throws away, the factor 2 gives back.

He et al. 2015: variance 2 / n_in keeps the size of the signal on its way
forward; 2 / n_out (mode fan_out) keeps the size of the gradient on its way
back. Made for ReLU (S3).
"""

from math import sqrt
from typing import ClassVar, Literal

from core.initializers.base import FloatArray, Initializer, Stream

Mode = Literal["fan_in", "fan_out"]
FAN_SYMBOL: dict[Mode, str] = {"fan_in": "n_in", "fan_out": "n_out"}


def fan(mode: Mode, n_in: int, n_out: int) -> int:
    """Return the fan that `mode` names."""
    return n_in if mode == "fan_in" else n_out


class HeNormal(Initializer, frozen=True, tag="he_normal"):
    """W ~ N(0, 2 / n_in)."""

    formula: ClassVar[str] = "sqrt(2 / fan)"
    distribution: ClassVar[str] = "normal"
    made_for: ClassVar[tuple[str, ...]] = ("relu", "leaky_relu")
    source: ClassVar[str] = "He et al. 2015; S3"

    mode: Mode = "fan_in"

    @property
    def expression(self) -> str:
        """The formula with the fan that `mode` names."""
        return self.formula.replace("fan", FAN_SYMBOL[self.mode])

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return sqrt(2 / fan)."""
        return sqrt(2 / fan(self.mode, n_in, n_out))

    def draw(self, rng: Stream, shape: tuple[int, int], n_in: int, n_out: int) -> FloatArray:
        """Return standard-normal draws times sigma."""
        return rng.standard_normal(shape) * self.sigma(n_in, n_out)


class HeUniform(Initializer, frozen=True, tag="he_uniform"):
    """W ~ U(-a, a), a = sqrt(6 / n_in): sigma as in `he_normal`."""

    formula: ClassVar[str] = "sqrt(6 / fan) / sqrt(3)"
    distribution: ClassVar[str] = "uniform"
    made_for: ClassVar[tuple[str, ...]] = ("relu", "leaky_relu")
    source: ClassVar[str] = "He et al. 2015; S3"

    mode: Mode = "fan_in"

    @property
    def expression(self) -> str:
        """The formula with the fan that `mode` names."""
        return self.formula.replace("fan", FAN_SYMBOL[self.mode])

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return sqrt(2 / fan), the bound divided by sqrt(3)."""
        return sqrt(2 / fan(self.mode, n_in, n_out))

    def draw(self, rng: Stream, shape: tuple[int, int], n_in: int, n_out: int) -> FloatArray:
        """Return draws of U[0, 1), stretched to the bounds."""
        bound = sqrt(6 / fan(self.mode, n_in, n_out))
        return bound * (2 * rng.random(shape) - 1)
