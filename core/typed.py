"""Typed matrices that fit: what was typed by hand follows a change of its layer's shape.

The numbers that still have a place stay. New ones are drawn from the normal
distribution with the mean and sigma of those that were typed: equal numbers
stay equal, so that a symmetry typed on purpose is kept, and different ones get
different neighbours, where zeros would silently make neurons the same.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from core.experiment import Experiment
from core.initializers.explicit import MOST, Explicit
from core.problem import Problem
from core.streams import bias_stream, weight_stream

if TYPE_CHECKING:
    from numpy.random import Generator  # takes long to import: the window need not wait

FloatArray = NDArray[np.float64]
Shape = tuple[int, int]
Part = Literal["weights", "biases"]

STREAMS = {"weights": weight_stream, "biases": bias_stream}


class Refit(NamedTuple):
    """A typed matrix of layer 1..L that an edit has fitted; `drawn` of its numbers are new."""

    layer: int
    part: Part
    rows: int
    columns: int
    drawn: int


def fit_typed(experiment: Experiment) -> Experiment:
    """Give every typed matrix the shape that its layer needs.

    Raises
    ------
    Problem
        `too_large_to_type` (rows, columns, most).
    """
    layers = list(experiment.layers)
    for place, part, rule, shape in _typed(experiment):
        if np.shape(rule.matrix) != shape:
            _check_size(place, part, shape)
            rng = STREAMS[part](experiment.seed, place)
            layers[place - 1] = replace(layers[place - 1], **{part: _fitted(rule, rng, shape)})
    return replace(experiment, layers=tuple(layers))


def refits(before: Experiment, after: Experiment) -> tuple[Refit, ...]:
    """Return which typed matrices of an edited experiment were fitted from those before."""
    old = [(part, np.array(rule.matrix)) for _, part, rule, _ in _typed(before)]
    found: list[Refit] = []
    for place, part, rule, shape in _typed(after):
        now = np.array(rule.matrix)
        same = [matrix for kind, matrix in old if kind == part and _agree(matrix, now)]
        if same and all(matrix.shape != shape for matrix in same):
            kept = max(_overlap(matrix.shape, shape) for matrix in same)
            found.append(Refit(place, part, *shape, drawn=now.size - kept))
    return tuple(found)


def _typed(experiment: Experiment) -> Iterator[tuple[int, Part, Explicit, Shape]]:
    """Yield the typed matrices, with the shapes that they need."""
    for place, (rows, columns) in enumerate(experiment.shapes(), 1):
        layer = experiment.layers[place - 1]
        if isinstance(layer.weights, Explicit):
            yield place, "weights", layer.weights, (rows, columns)
        if isinstance(layer.biases, Explicit):
            yield place, "biases", layer.biases, (rows, 1)


def _check_size(place: int, part: Part, shape: Shape) -> None:
    if max(shape) > MOST:
        path, (rows, columns) = f"layers[{place - 1}].{part}", shape
        raise Problem(path, "too_large_to_type", rows=rows, columns=columns, most=MOST)


def _fitted(rule: Explicit, rng: "Generator", shape: Shape) -> Explicit:
    rows, columns = shape
    matrix = rule.mean(1, 1) + rule.sigma(1, 1) * rng.standard_normal(shape)
    typed = np.array(rule.matrix)[:rows, :columns]
    matrix[: typed.shape[0], : typed.shape[1]] = typed
    return Explicit(matrix=tuple(tuple(row) for row in matrix.tolist()))


def _agree(one: FloatArray, other: FloatArray) -> bool:
    """Say whether two matrices hold the same numbers where both have some."""
    rows, columns = np.minimum(one.shape, other.shape)
    return np.array_equal(one[:rows, :columns], other[:rows, :columns])


def _overlap(one: Sequence[int], other: Sequence[int]) -> int:
    return min(one[0], other[0]) * min(one[1], other[1])
