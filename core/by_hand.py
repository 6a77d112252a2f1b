"""By hand: the first weights or biases of a layer with some numbers typed, or drawn anew.

The layer's rule becomes `explicit`: the matrix that the rule before drew, with
the new numbers in place of the drawn ones. Layers are counted from 1, rows
and columns from 0; the biases are a matrix of one column.
"""

from collections.abc import Collection, Mapping
from typing import Literal

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from core.experiment import Experiment, check
from core.initial import initial_parameters
from core.initializers import AnyInitializer
from core.initializers.explicit import MOST, Explicit
from core.problem import Problem

Part = Literal["weights", "biases"]
Place = tuple[int, int]
Neuron = tuple[int, int]  # layer, index
Matrix = tuple[tuple[float, ...], ...]
FloatArray = NDArray[np.float64]

NUDGE = 0.01  # enough to tell two neurons apart, too little to change what they do


def first_numbers(experiment: Experiment, layer: int, part: Part) -> FloatArray:
    """Return W (n_l, n_{l-1}) or b (n_l, 1) of a layer at step 0."""
    weights, biases = initial_parameters(experiment)
    return (weights if part == "weights" else biases)[layer - 1]


def type_numbers(
    experiment: Experiment, layer: int, part: Part, typed: Mapping[Place, float]
) -> Experiment:
    """Put typed numbers, by row and column, among the first numbers of a layer.

    Raises
    ------
    Problem
        `too_large_to_type` (rows, columns, most), or `out_of_range` at the number.
    """
    _check_size(experiment, layer, part)
    numbers = first_numbers(experiment, layer, part)
    for place, number in typed.items():
        numbers[place] = number
    return _with_matrix(experiment, layer, part, numbers)


def first_rows(experiment: Experiment, layer: int) -> FloatArray:
    """Return the first numbers of a layer, a row a neuron: its weights, then its bias."""
    weights, biases = initial_parameters(experiment)
    return np.hstack((weights[layer - 1], biases[layer - 1]))


def type_cells(experiment: Experiment, layer: int, typed: Mapping[Place, float]) -> Experiment:
    """Put typed numbers, by row and column of `first_rows`, into a layer."""
    _, inputs = experiment.shapes()[layer - 1]
    weights = {(row, column): typed[row, column] for row, column in typed if column < inputs}
    biases = {(row, 0): typed[row, column] for row, column in typed if column == inputs}
    if weights:
        experiment = type_numbers(experiment, layer, "weights", weights)
    return type_numbers(experiment, layer, "biases", biases) if biases else experiment


def type_biases(experiment: Experiment, neurons: Collection[Neuron], number: float) -> Experiment:
    """Let these neurons begin with the same bias."""
    for layer, rows in _by_layer(neurons).items():
        typed = {(row, 0): number for row in rows}
        experiment = type_numbers(experiment, layer, "biases", typed)
    return experiment


def draw_rows(
    experiment: Experiment, neurons: Collection[Neuron], rule: AnyInitializer
) -> Experiment:
    """Let the weights into these neurons begin as `rule` would draw them for their whole layer.

    The random numbers are those that the layer has anyway, so only the rule differs.
    """
    for layer, rows in _by_layer(neurons).items():
        _check_size(experiment, layer, "weights")
        drawn = first_numbers(_with_rule(experiment, layer, "weights", rule), layer, "weights")
        typed = {
            (row, column): drawn[row, column] for row in rows for column in range(len(drawn.T))
        }
        experiment = type_numbers(experiment, layer, "weights", typed)
    return experiment


def nudge(experiment: Experiment, layer: int, part: Part, place: Place) -> Experiment:
    """Add NUDGE to one number: it breaks a symmetry by hand."""
    _check_size(experiment, layer, part)
    number = first_numbers(experiment, layer, part)[place]
    return type_numbers(experiment, layer, part, {place: float(number) + NUDGE})


def _by_layer(neurons: Collection[Neuron]) -> dict[int, list[int]]:
    layers = sorted({layer for layer, _ in neurons})
    return {one: [index for layer, index in neurons if layer == one] for one in layers}


def _check_size(experiment: Experiment, layer: int, part: Part) -> None:
    rows, inputs = experiment.shapes()[layer - 1]
    columns = inputs if part == "weights" else 1
    if max(rows, columns) > MOST:
        path = f"layers[{layer - 1}].{part}"
        raise Problem(path, "too_large_to_type", rows=rows, columns=columns, most=MOST)


def _with_matrix(experiment: Experiment, layer: int, part: Part, numbers: FloatArray) -> Experiment:
    rule = Explicit(matrix=tuple(tuple(row) for row in numbers.tolist()))
    changed = _with_rule(experiment, layer, part, rule)
    check(changed)
    return changed


def _with_rule(experiment: Experiment, layer: int, part: Part, rule: AnyInitializer) -> Experiment:
    layers = list(experiment.layers)
    layers[layer - 1] = replace(layers[layer - 1], **{part: rule})
    return replace(experiment, layers=tuple(layers))
