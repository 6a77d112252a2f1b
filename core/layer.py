"""A layer, as described in an experiment: how many units, and how they begin."""

from typing import Literal

from msgspec import Struct

from core.fields import Units
from core.initializers import AnyInitializer
from core.initializers.constant import Zeros
from core.initializers.he import HeNormal

ActivationName = Literal["linear", "sigmoid", "tanh", "relu", "leaky_relu"]


class Layer(Struct, frozen=True, forbid_unknown_fields=True):
    """One layer of `units` neurons; W is (units, units of the layer before)."""

    units: Units
    activation: ActivationName = "relu"
    weights: AnyInitializer = HeNormal()
    biases: AnyInitializer = Zeros()
