"""Edits: an experiment in, the changed experiment out.

Layers are counted from 1, as in the formulas: layer l has weights W[l]. The
last layer is the output; its units follow from the data. Every edit either
returns an experiment that `check` accepts or raises a Problem. Where it changes
the shape of a typed matrix, the matrix is fitted (`core.typed`).
"""

from collections.abc import Collection, Iterable

from msgspec import UNSET
from msgspec.structs import replace

from core.datasets import AnyDataset
from core.datasets.base import Task
from core.experiment import Experiment, check
from core.fields import MAX_LAYERS
from core.initializers import AnyInitializer
from core.layer import HIDDEN, ActivationName, Layer, fits
from core.losses import LOSSES, LossName
from core.problem import Problem
from core.typed import fit_typed

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
    return _fitted(_rearranged(experiment, (*hidden, output)))


def remove_layer(experiment: Experiment, place: int) -> Experiment:
    """Remove hidden layer `place`; the output layer can't be removed."""
    _check_places(experiment, {place})
    if place == len(experiment.layers):
        raise Problem(_path(place), "output_stays")
    layers = (*experiment.layers[: place - 1], *experiment.layers[place:])
    return _fitted(replace(experiment, layers=layers))


def insert_layers(experiment: Experiment, place: int, layers: Iterable[Layer]) -> Experiment:
    """Insert hidden layers as they are, so that the first of them becomes layer `place` (1..L)."""
    _check_places(experiment, {place})
    before, after = experiment.layers[: place - 1], experiment.layers[place - 1 :]
    return _fitted(_rearranged(experiment, (*before, *layers, *after)))


def move_layer(experiment: Experiment, place: int, to: int) -> Experiment:
    """Let hidden layer `place` become layer `to`, before the output, which stays the last."""
    _check_places(experiment, {place, to})
    if len(experiment.layers) in (place, to):
        raise Problem(_path(len(experiment.layers)), "output_stays_last")
    layers = list(experiment.layers)
    layers.insert(to - 1, layers.pop(place - 1))
    return _fitted(_rearranged(experiment, layers))


def set_units(experiment: Experiment, place: int, units: int) -> Experiment:
    """Give hidden layer `place` this many units."""
    if place == len(experiment.layers):
        raise Problem(_path(place), "output_follows", units=experiment.layers[-1].units)
    return _fitted(_with(experiment, {place}, units=units))


def set_activation(
    experiment: Experiment, places: Collection[int], name: ActivationName
) -> Experiment:
    """Give these layers an activation; the output's must fit the loss.

    If the output gets the one that is usual for the data, the loss follows
    (several classes: softmax, cross_entropy).
    """
    if len(experiment.layers) in places and name not in LOSSES[experiment.loss].outputs:
        usual = _usual_loss_now(experiment)
        if name in LOSSES[usual].outputs:
            experiment = replace(experiment, loss=usual)
    return _with_layers(experiment, places, activation=name)


def output_activations(experiment: Experiment) -> tuple[ActivationName, ...]:
    """Return what `set_activation` can give the output."""
    fitting = (*LOSSES[experiment.loss].outputs, *LOSSES[_usual_loss_now(experiment)].outputs)
    return tuple(dict.fromkeys(fitting))


def layers_for(
    experiment: Experiment, places: Collection[int], name: ActivationName
) -> tuple[int, ...]:
    """Return those of these layers to which `set_activation` can give an activation."""
    output = len(experiment.layers)
    return tuple(
        place
        for place in sorted(places)
        if name in (output_activations(experiment) if place == output else HIDDEN)
    )


def set_weights(
    experiment: Experiment, places: Collection[int], rule: AnyInitializer
) -> Experiment:
    """Give these layers an initializer for their weights."""
    return _with_layers(experiment, places, weights=rule)


def set_biases(experiment: Experiment, places: Collection[int], rule: AnyInitializer) -> Experiment:
    """Give these layers an initializer for their biases."""
    return _with_layers(experiment, places, biases=rule)


def set_filter(experiment: Experiment, side: int | None) -> Experiment:
    """Let layer 1 share a filter over all places of a picture; None makes it dense."""
    return _fitted(_with(experiment, {1}, filter=UNSET if side is None else side))


def set_dataset(experiment: Experiment, dataset: AnyDataset) -> Experiment:
    """Take other data; the output layer gets as many units as there are target rows.

    If the task becomes another, or the number of classes asks for another loss
    than the usual one so far, the loss and the output activation follow
    (regression: mean_squared_error, linear). A filter that these data have no room for
    is dropped: its layer becomes dense.
    """
    *hidden, output = experiment.layers
    task, targets, loss = dataset.asks_for(), dataset.shape()[1], experiment.loss
    before, after = _usual_loss_now(experiment), usual_loss(task, targets)
    other_task = task != experiment.dataset.asks_for()
    if other_task or (loss == before != after):
        loss = after
        output = replace(output, activation=LOSSES[loss].outputs[0])
    layers = (*hidden, replace(output, units=targets))
    if not fits(layers[0].filter, dataset.picture()):
        layers = (replace(layers[0], filter=UNSET), *layers[1:])
    return _fitted(replace(experiment, dataset=dataset, loss=loss, layers=layers))


def set_loss(experiment: Experiment, loss: LossName) -> Experiment:
    """Take another loss; the output activation follows if it does not fit."""
    *hidden, output = experiment.layers
    allowed = LOSSES[loss].outputs
    if output.activation not in allowed:
        output = replace(output, activation=allowed[0])
    return _checked(replace(experiment, loss=loss, layers=(*hidden, output)))


def usual_loss(task: Task, targets: int) -> LossName:
    """Return the loss that data of this task, with so many rows of targets, begin with."""
    if task == "regression":
        return "mean_squared_error"
    return "cross_entropy" if targets > 1 else "binary_cross_entropy"


def _usual_loss_now(experiment: Experiment) -> LossName:
    """Return the usual loss of the present data, which may be in a file that is gone."""
    return usual_loss(experiment.dataset.asks_for(), experiment.layers[-1].units)


def _with_layers(experiment: Experiment, places: Collection[int], **fields: object) -> Experiment:
    """Replace fields of the layers at these places."""
    return _checked(_with(experiment, places, **fields))


def _with(experiment: Experiment, places: Collection[int], **fields: object) -> Experiment:
    """Replace fields of the layers at these places, unchecked."""
    _check_places(experiment, places)
    layers = (
        replace(layer, **fields) if place in places else layer
        for place, layer in enumerate(experiment.layers, 1)
    )
    return replace(experiment, layers=tuple(layers))


def _rearranged(experiment: Experiment, layers: Iterable[Layer]) -> Experiment:
    """Take these layers; whichever comes first looks at the data as the first did, others dense."""
    first, *others = layers
    if len(others) >= MAX_LAYERS:
        raise Problem("", "too_many_layers", most=MAX_LAYERS)
    first = replace(first, filter=experiment.layers[0].filter)
    dense = (replace(layer, filter=UNSET) for layer in others)
    return replace(experiment, layers=(first, *dense))


def _check_places(experiment: Experiment, places: Collection[int]) -> None:
    most = len(experiment.layers)
    for place in places:
        if not 1 <= place <= most:
            raise Problem("layers", "no_such_layer", found=place, most=most)


def _fitted(experiment: Experiment) -> Experiment:
    """Let typed matrices follow the shapes; then check."""
    return _checked(fit_typed(experiment))


def _checked(experiment: Experiment) -> Experiment:
    check(experiment)
    return experiment


def _path(place: int) -> str:
    return f"layers[{place - 1}]"
