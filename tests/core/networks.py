"""Experiments that tests train."""

from typing import Any

from core.datasets.circles import Circles
from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.initializers.he import HeNormal
from core.layer import ActivationName, Layer

HE = HeNormal()


def circles(
    hidden: tuple[int, ...] = (10, 5),
    activation: ActivationName = "relu",
    weights: AnyInitializer = HE,
    output: ActivationName = "sigmoid",
    **fields: Any,
) -> Experiment:
    """Return a network on the circles of S3; without arguments it is S3's with He weights."""
    layers = (
        *(Layer(units, activation, weights) for units in hidden),
        Layer(1, output, weights),
    )
    given = {"seed": 3, "generator": "legacy", "dataset": Circles(), **fields}
    return Experiment(format=1, layers=layers, **given)
