"""Divergence: a run that left the numbers, as a result and not as an error."""

from dataclasses import dataclass
from typing import Literal

Quantity = Literal["Z", "A", "loss", "dZ", "dW", "db", "W", "b"]


@dataclass(frozen=True, slots=True)
class Divergence:
    """The first number that was not finite: at which step, in which layer (1..L), which quantity.

    W and b belong to the step that they would have begun; the parameters of
    the step before are kept.
    """

    step: int
    layer: int
    quantity: Quantity
