"""Optimizers: how a gradient becomes a step. Their settings live here too.

`sgd`: v = beta v + (1 - beta) dW; W = W - learning_rate v (S2). With beta = 0
this is plain gradient descent.
"""

from typing import ClassVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.fields import Fraction, Positive

FloatArray = NDArray[np.float64]


class Optimizer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="name"):
    """Settings of an optimizer, and its rule.

    Class attributes
    ----------------
    live : tuple of str
        Settings that a running network can take over.
    states : int
        How many vectors like the parameters the rule remembers between steps.
    """

    live: ClassVar[tuple[str, ...]] = ("learning_rate",)
    states: ClassVar[int] = 0

    learning_rate: Positive = 0.01

    @property
    def name(self) -> str:
        """The optimizer's name, as in the experiment file."""
        return str(self.__struct_config__.tag)

    def displace(self, gradient: FloatArray, state: FloatArray, out: FloatArray) -> None:
        """Write into `out` what this step takes from the parameters.

        Parameters
        ----------
        gradient, out : (p,) arrays
        state : (states, p) array
            What the rule remembers; 0 before the first step, updated here.
        """
        raise NotImplementedError


class Sgd(Optimizer, frozen=True, kw_only=True, tag="sgd"):
    """Gradient descent, with the averaging momentum of S2."""

    live: ClassVar[tuple[str, ...]] = ("learning_rate", "momentum")
    states: ClassVar[int] = 1

    momentum: Fraction = 0.0

    def displace(self, gradient: FloatArray, state: FloatArray, out: FloatArray) -> None:
        """Write learning_rate v; v is the state."""
        v = state[0]
        if self.momentum == 0.0:
            np.copyto(v, gradient)  # remembered, should momentum be turned on in mid-run
        else:
            np.multiply(v, self.momentum, out=v)
            np.multiply(gradient, 1.0 - self.momentum, out=out)
            np.add(v, out, out=v)
        np.multiply(v, self.learning_rate, out=out)


AnyOptimizer = Sgd
OPTIMIZERS: dict[str, type[AnyOptimizer]] = {"sgd": Sgd}
