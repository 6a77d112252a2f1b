"""Optimizers: how a gradient becomes a step. Their settings live here too.

`sgd`: v = beta v + (1 - beta) dW; W = W - learning_rate v (S2). With beta = 0
this is plain gradient descent.
"""

from typing import ClassVar

from msgspec import Struct

from core.fields import Fraction, Positive


class Optimizer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="name"):
    """Settings of an optimizer."""

    live: ClassVar[tuple[str, ...]] = ("learning_rate",)

    learning_rate: Positive = 0.01

    @property
    def name(self) -> str:
        """The optimizer's name, as in the experiment file."""
        return str(self.__struct_config__.tag)


class Sgd(Optimizer, tag="sgd"):
    """Gradient descent, with the averaging momentum of S2."""

    momentum: Fraction = 0.0


AnyOptimizer = Sgd
OPTIMIZERS: dict[str, type[AnyOptimizer]] = {"sgd": Sgd}
