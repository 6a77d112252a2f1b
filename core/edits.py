"""Edits: an experiment in, the changed experiment out.

Layers are counted from 1, as in the formulas: layer l has weights W[l]. The
last layer is the output; its units follow from the data. Every edit either
returns an experiment that `check` accepts or raises a Problem.
"""

from collections.abc import Collection

from core.datasets import AnyDataset
from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.layer import ActivationName, Layer
from core.losses import LossName


def add_layer(experiment: Experiment, place: int) -> Experiment:
    """Insert a hidden layer so that it becomes layer `place` (1..L).

    It takes units, activation and initializers from the layer it pushes back,
    or, before the output, from the hidden layer before it.
    """
    raise NotImplementedError


def remove_layer(experiment: Experiment, place: int) -> Experiment:
    """Remove hidden layer `place`; the output layer can't be removed."""
    raise NotImplementedError


def set_units(experiment: Experiment, place: int, units: int) -> Experiment:
    """Give hidden layer `place` this many units."""
    raise NotImplementedError


def set_activation(experiment: Experiment, places: Collection[int], name: ActivationName) -> Experiment:
    """Give these layers an activation; the output's must fit the loss."""
    raise NotImplementedError


def set_weights(experiment: Experiment, places: Collection[int], rule: AnyInitializer) -> Experiment:
    """Give these layers an initializer for their weights."""
    raise NotImplementedError


def set_biases(experiment: Experiment, places: Collection[int], rule: AnyInitializer) -> Experiment:
    """Give these layers an initializer for their biases."""
    raise NotImplementedError


def set_dataset(experiment: Experiment, dataset: AnyDataset) -> Experiment:
    """Take other data; the output layer gets as many units as there are target rows.

    If the loss does not suit the data's task, the loss and the output
    activation follow too (regression: mean_squared_error, linear).
    """
    raise NotImplementedError


def set_loss(experiment: Experiment, loss: LossName) -> Experiment:
    """Take another loss; the output activation follows if it does not fit."""
    raise NotImplementedError
