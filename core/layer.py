"""A layer, as described in an experiment: how many units, and how they begin."""

from collections.abc import Sequence
from typing import Literal, get_args

from msgspec import Struct

from core.fields import Units
from core.initializers import AnyInitializer
from core.initializers.constant import Zeros
from core.initializers.he import HeNormal
from core.problem import Problem

HiddenName = Literal[
    "linear",
    "sigmoid",
    "tanh",
    "relu",
    "leaky_relu",
    "elu",
    "selu",
    "gelu",
    "silu",
    "softplus",
]
ActivationName = Literal[HiddenName, "softmax"]  # softmax is for outputs only
HIDDEN: tuple[ActivationName, ...] = get_args(HiddenName)


class Layer(Struct, frozen=True, forbid_unknown_fields=True):
    """One layer of `units` neurons; W is (units, units of the layer before)."""

    units: Units
    activation: ActivationName = "relu"
    weights: AnyInitializer = HeNormal()
    biases: AnyInitializer = Zeros()


def check_hidden(layers: Sequence[Layer]) -> None:
    """Refuse hidden layers, the first one first, with an activation that only outputs may have.

    Raises
    ------
    Problem
        `hidden_activation` (found, allowed).
    """
    for index, layer in enumerate(layers):
        if layer.activation not in HIDDEN:
            place = f"layers[{index}].activation"
            raise Problem(place, "hidden_activation", found=layer.activation, allowed=HIDDEN)
