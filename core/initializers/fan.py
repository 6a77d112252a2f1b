"""Rules that keep the variance in one direction: variance = share / fan.

fan_in, the number of inputs, keeps the size of the signal on its way forward;
fan_out, the number of outputs, that of the gradient on its way back. `share`
is what the activation asks for: 1 if it hands the variance on, 2 for ReLU.
"""

from math import sqrt
from typing import ClassVar, Literal

from core.initializers.base import NormalRule, UniformRule

Mode = Literal["fan_in", "fan_out"]
SYMBOL: dict[Mode, str] = {"fan_in": "n_in", "fan_out": "n_out"}


class FanNormal(NormalRule, frozen=True):
    """W ~ N(0, share / fan); the formula names the fan `fan`."""

    share: ClassVar[float]

    mode: Mode = "fan_in"

    @property
    def expression(self) -> str:
        """The formula with the fan that `mode` names."""
        return self.formula.replace("fan", SYMBOL[self.mode])

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return sqrt(share / fan)."""
        return sqrt(self.share / fan(self.mode, n_in, n_out))


class FanUniform(UniformRule, frozen=True):
    """W ~ U(-a, a), a = sqrt(3 share / fan): sigma as in `FanNormal`."""

    share: ClassVar[float]

    mode: Mode = "fan_in"

    @property
    def expression(self) -> str:
        """The formula with the fan that `mode` names."""
        return self.formula.replace("fan", SYMBOL[self.mode])

    def bound(self, n_in: int, n_out: int) -> float:
        """Return sqrt(3 share / fan)."""
        return sqrt(3 * self.share / fan(self.mode, n_in, n_out))


def fan(mode: Mode, n_in: int, n_out: int) -> int:
    """Return the fan that `mode` names."""
    return n_in if mode == "fan_in" else n_out
