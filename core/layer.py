"""A layer, as described in an experiment: how many units, and how they begin.

A layer is dense unless it has a `filter`: its units then share few weights over
all places of a picture (`core.filter`).
"""

from collections.abc import Sequence
from typing import Annotated, Literal, get_args

from msgspec import UNSET, Meta, Struct, UnsetType

from core.fields import Units
from core.filter import Filter
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
MAX_SIDE = 16  # pixels of a filter, each way
HIDDEN: tuple[ActivationName, ...] = get_args(HiddenName)


class Layer(Struct, frozen=True, forbid_unknown_fields=True):
    """One layer of `units` neurons; W is (units, units of the layer before).

    With a `filter`, the side of a square of pixels, W is (units, filter^2). It is
    not written to a file where there is none.
    """

    units: Units
    activation: ActivationName = "relu"
    weights: AnyInitializer = HeNormal()
    biases: AnyInitializer = Zeros()
    filter: Annotated[int, Meta(ge=1, le=MAX_SIDE)] | UnsetType = UNSET


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


def fits(side: int | UnsetType, picture: tuple[int, int] | None) -> bool:
    """Return whether a layer before pictures of (rows, columns) may have this filter, or none."""
    return side is UNSET or (picture is not None and side <= min(picture))


def filter_of(layers: Sequence[Layer], picture: tuple[int, int] | None) -> Filter | None:
    """Return the filter of the first layer, for pictures of (rows, columns), if it has one.

    Raises
    ------
    Problem
        `filter_not_first`; `filter_without_picture`; `filter_too_large` (found, most).
    """
    for index, layer in enumerate(layers[1:], start=1):
        if layer.filter is not UNSET:
            raise Problem(f"layers[{index}].filter", "filter_not_first")
    side = layers[0].filter
    if side is UNSET:
        return None
    if picture is None:
        raise Problem("layers[0].filter", "filter_without_picture")
    if side > min(picture):
        raise Problem("layers[0].filter", "filter_too_large", found=side, most=min(picture))
    return Filter(*picture, side)
