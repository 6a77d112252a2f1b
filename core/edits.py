"""Edits: an experiment in, the changed experiment out.

Layers are counted from 1, as in the formulas: layer l has weights W[l]. The
last layer is the output; its units follow from the data. Every edit either
returns an experiment that `check` accepts or raises a Problem.
"""

from collections.abc import Collection

from msgspec.structs import replace

from core.datasets import AnyDataset
from core.experiment import Experiment, check
from core.initializers import AnyInitializer
from core.layer import ActivationName, Layer
from core.losses import LOSSES, LossName
from core.problem import Problem

USUAL_LOSS: dict[str, LossName] = {
    "classification": "binary_cross_entropy",
    "regression": "mean_squared_error",
}
FIRST_HIDDEN = Layer(units=4)  # added to a network that has none to take after


def add_layer(experiment: Experiment, place: int) -> Experiment:
    """Insert a hidden layer so that it becomes layer `place` (1..L).

    It takes units, activation and initializers from the layer it pushes back,
    or, before the output, from the hidden layer before it.
    """
    _check_places(experiment, {place})
    *hidden, output = experiment.layers
    model = hidden[min(place, len(hidden)) - 1] if hidden else FIRST_HIDDEN
    hidden.insert(place - 1, model)
    return _checked(replace(experiment, layers=(*hidden, output)))


def remove_layer(experiment: Experiment, place: int) -> Experiment:
    """Remove hidden layer `place`; the output layer can't be removed."""
    _check_places(experiment, {place})
    if place == len(experiment.layers):
        raise Problem(_path(place), "output_stays")
    layers = (*experiment.layers[: place - 1], *experiment.layers[place:])
    return _checked(replace(experiment, layers=layers))


def set_units(experiment: Experiment, place: int, units: int) -> Experiment:
    """Give hidden layer `place` this many units."""
    if place == len(experiment.layers):
        raise Problem(_path(place), "output_follows", units=experiment.layers[-1].units)
    return _with_layers(experiment, {place}, units=units)


def set_activation(
    experiment: Experiment, places: Collection[int], name: ActivationName
) -> Experiment:
    """Give these layers an activation; the output's must fit the loss."""
    return _with_layers(experiment, places, activation=name)


def set_weights(
    experiment: Experiment, places: Collection[int], rule: AnyInitializer
) -> Experiment:
    """Give these layers an initializer for their weights."""
    return _with_layers(experiment, places, weights=rule)


def set_biases(experiment: Experiment, places: Collection[int], rule: AnyInitializer) -> Experiment:
    """Give these layers an initializer for their biases."""
    return _with_layers(experiment, places, biases=rule)


def set_dataset(experiment: Experiment, dataset: AnyDataset) -> Experiment:
    """Take other data; the output layer gets as many units as there are target rows.

    If the task becomes another, the loss and the output activation follow
    (regression: mean_squared_error, linear).
    """
    *hidden, output = experiment.layers
    task, loss = dataset.asks_for(), experiment.loss
    if task != experiment.dataset.asks_for():
        loss = USUAL_LOSS[task]
        output = replace(output, activation=LOSSES[loss].outputs[0])
    output = replace(output, units=dataset.shape()[1])
    return _checked(replace(experiment, dataset=dataset, loss=loss, layers=(*hidden, output)))


def set_loss(experiment: Experiment, loss: LossName) -> Experiment:
    """Take another loss; the output activation follows if it does not fit."""
    *hidden, output = experiment.layers
    allowed = LOSSES[loss].outputs
    if output.activation not in allowed:
        output = replace(output, activation=allowed[0])
    return _checked(replace(experiment, loss=loss, layers=(*hidden, output)))


def _with_layers(experiment: Experiment, places: Collection[int], **fields: object) -> Experiment:
    """Replace fields of the layers at these places."""
    _check_places(experiment, places)
    layers = (
        replace(layer, **fields) if place in places else layer
        for place, layer in enumerate(experiment.layers, 1)
    )
    return _checked(replace(experiment, layers=tuple(layers)))


def _check_places(experiment: Experiment, places: Collection[int]) -> None:
    most = len(experiment.layers)
    for place in places:
        if not 1 <= place <= most:
            raise Problem("layers", "no_such_layer", found=place, most=most)


def _checked(experiment: Experiment) -> Experiment:
    check(experiment)
    return experiment


def _path(place: int) -> str:
    return f"layers[{place - 1}]"
