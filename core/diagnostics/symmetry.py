"""Symmetry: neurons of a layer that are equal, and therefore one neuron drawn several times.

Equal incoming weights and biases make equal outputs; with equal gradients as
well they stay equal after every step (S0, S2, S4). Equality is exact: units that
begin as twins are trained as twins (`core.twins`), so that no rounding parts them.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Groups = tuple[tuple[int, ...], ...]


class Symmetry(Struct, frozen=True):
    """Which neurons of a layer are equal.

    A group holds the indices, from 0, of two or more neurons; no neuron is in
    two groups of the same kind.

    Attributes
    ----------
    units : int
    weights : groups with equal incoming weights and bias
    gradients : groups with equal gradients of these
    identical : groups with both: they stay identical
    """

    units: int
    weights: Groups
    gradients: Groups
    identical: Groups

    @property
    def effective(self) -> int:
        """How many neurons do different things, each group counting as one."""
        return self.units - doubles(self.identical)


def symmetry(parameters: FloatArray, gradients: FloatArray) -> Symmetry:
    """Find the equal neurons of a layer.

    Parameters
    ----------
    parameters, gradients : (n_l, n_{l-1} + 1) arrays
        A row a neuron: its weights and its bias, and the gradient of these.
    """
    weights = equal_rows(parameters)
    return Symmetry(
        units=len(parameters),
        weights=weights,
        gradients=equal_rows(gradients),
        identical=identical_rows(parameters, gradients) if weights else (),
    )


def doubles(groups: Groups) -> int:
    """Return how many neurons only repeat another one."""
    return sum(len(group) - 1 for group in groups)


def identical_rows(parameters: FloatArray, gradients: FloatArray) -> Groups:
    """Return the groups of rows that are equal in both arrays."""
    if not _repeats(parameters):
        return ()
    return equal_rows(np.hstack((parameters, gradients)))


def equal_rows(matrix: FloatArray) -> Groups:
    """Return the groups of two or more equal rows, in the order of their first rows."""
    if not _repeats(matrix):
        return ()
    groups: dict[bytes, list[int]] = {}
    for index, row in enumerate(matrix + 0.0):  # -0 becomes 0
        groups.setdefault(row.tobytes(), []).append(index)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _repeats(matrix: FloatArray) -> bool:
    """Say whether rows may be equal: a quick no for most matrices, by their largest elements."""
    largest = np.sort(matrix.max(axis=1))
    return bool((largest[1:] == largest[:-1]).any())
