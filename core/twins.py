"""Twins: hidden units that begin identical, and therefore stay identical for ever.

Two units of a layer with the same incoming weights, bias and outgoing weights
have the same gradient (S0, S2: symmetry). In exact arithmetic, that is: the
rounding of a matrix product depends on the row, and its 1e-16 grows until,
after minutes of training, twins part and the loss falls for no reason that is
in the mathematics. So twins share one gradient here, and S0's "for ever" holds.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.parameters import Parameters


class Twins(NamedTuple):
    """Which units of hidden layer `layer` (1..L-1) are twins.

    `first[j]` is the first unit that is identical with unit j: j itself if there is no other.
    """

    layer: int
    first: NDArray[np.intp]


def find_twins(parameters: Parameters) -> tuple[Twins, ...]:
    """Return the twins of every hidden layer that has any."""
    hidden = (
        Twins(layer, _first_equals(parameters, layer))
        for layer in range(1, len(parameters.weights))
    )
    return tuple(twins for twins in hidden if np.any(twins.first != np.arange(twins.first.size)))


def unite(gradient: Parameters, twins: Twins) -> None:
    """Give all twins the gradient of the first of them."""
    layer, first = twins
    for array in (gradient.weights[layer - 1], gradient.biases[layer - 1]):
        array[:] = array[first]
    outgoing = gradient.weights[layer]
    outgoing[:] = outgoing[:, first]


def _first_equals(parameters: Parameters, layer: int) -> NDArray[np.intp]:
    W, b = parameters.weights[layer - 1], parameters.biases[layer - 1]
    units = np.hstack((W, b, parameters.weights[layer].T))
    _, first, group = np.unique(units, axis=0, return_index=True, return_inverse=True)
    return first[group.reshape(-1)]
