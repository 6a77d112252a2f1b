"""Gains: how much larger than 1 / sqrt(n_in) sigma must be for an activation.

What an activation takes from the size of a signal, the gain gives back: sigma =
gain / sqrt(n_in), or the gain of an orthogonal matrix. The table is PyTorch's
(`torch.nn.init.calculate_gain`); it has none for the other activations.
"""

from math import sqrt
from types import MappingProxyType

from msgspec import Struct

from core.activations import LEAK

PYTORCH = "PyTorch calculate_gain"


class Gain(Struct, frozen=True):
    """A gain, as a number and as an expression, and where it comes from."""

    value: float
    expression: str
    source: str = PYTORCH


GAINS = MappingProxyType(
    {
        "linear": Gain(1.0, "1"),
        "sigmoid": Gain(1.0, "1"),
        "tanh": Gain(5 / 3, "5 / 3"),
        "relu": Gain(sqrt(2), "sqrt(2)", f"He et al. 2015; {PYTORCH}"),
        "leaky_relu": Gain(
            sqrt(2 / (1 + LEAK**2)), f"sqrt(2 / (1 + {LEAK}**2))", f"He et al. 2015; {PYTORCH}"
        ),
        "selu": Gain(3 / 4, "3 / 4"),
    }
)
