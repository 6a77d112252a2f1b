"""Twins: hidden units that begin identical, and therefore stay identical for ever.

Two units of a layer with the same incoming weights, bias and outgoing weights
have the same gradient (S0, S2: symmetry). In exact arithmetic, that is: the
rounding of a matrix product depends on the row, and its 1e-16 grows until,
after minutes of training, twins part and the loss falls for no reason that is
in the mathematics. So twins share one gradient here, and S0's "for ever" holds.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.parameters import FloatArray, Parameters

Indices = NDArray[np.intp]


class Twins(Struct, frozen=True, eq=False):
    """Which units of hidden layer `layer` (1..L-1) are twins.

    `first[j]` is the first unit that is identical with unit j: j itself if
    there is no other. Of R networks, `first` is (R, n_l).
    """

    layer: int
    first: Indices

    def unite(self, gradient: Parameters) -> None:
        """Give all twins the gradient of the first of them."""
        incoming = gradient.rows[self.layer - 1]
        outgoing = gradient.weights[self.layer].swapaxes(-2, -1)
        for rows in (incoming, outgoing):
            rows[:] = rows[self._rows]

    @property
    def _rows(self) -> tuple[Indices, ...]:
        if self.first.ndim == 1:
            return (self.first,)
        return np.arange(len(self.first))[:, np.newaxis], self.first


def find_twins(parameters: Parameters) -> tuple[Twins, ...]:
    """Return the twins of every hidden layer that has any."""
    hidden = (
        Twins(layer, _first_equals(parameters, layer))
        for layer in range(1, len(parameters.weights))
    )
    return tuple(twins for twins in hidden if _any(twins.first))


def _any(first: Indices) -> bool:
    units: int = first.shape[-1]
    return bool(np.any(first != np.arange(units)))


def _first_equals(parameters: Parameters, layer: int) -> Indices:
    outgoing = parameters.weights[layer].swapaxes(-2, -1)
    units = np.concatenate((parameters.rows[layer - 1], outgoing), axis=-1)
    if units.ndim == 2:
        return _first_equal_rows(units)
    return np.stack([_first_equal_rows(run) for run in units])


def _first_equal_rows(units: FloatArray) -> Indices:
    _, first, group = np.unique(units, axis=0, return_index=True, return_inverse=True)
    return first[group.reshape(-1)]
