"""The overlay: what can be drawn on each neuron and each weight of a network.

Every part takes time of its own, so each comes only when it is asked for.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.activations import Activation
from core.diagnostics.dead import dead_units
from core.diagnostics.saturation import saturated_shares
from core.workspace import Workspace

FloatArray = NDArray[np.float64]


class Overlay(Struct, frozen=True, eq=False):
    """Arrays are read-only.

    Attributes
    ----------
    silence : tuple of (n_l,) arrays or None, l = 1..L
        Of each neuron the share of the samples for which it is saturated; of a ReLU
        1 if it is dead, else 0. None for a layer whose activation can be neither.
    updates : tuple of (n_l, n_{l-1}) arrays, l = 1..L
        What the next step on the whole training set adds to each weight: learning
        rate, optimizer, penalty and clipping included.
    maps : tuple of (n_l, k, k) arrays, l = 0..L
        Each neuron's activation over the plane of two inputs; rows and columns as
        in a `DecisionGrid`.
    """

    silence: tuple[FloatArray | None, ...] | None = None
    updates: tuple[FloatArray, ...] | None = None
    maps: tuple[FloatArray, ...] | None = None


def silence(
    activations: Sequence[Activation], workspace: Workspace
) -> tuple[FloatArray | None, ...]:
    """Return how silent each neuron was in the last pass, by layer."""
    return tuple(map(_silence, workspace.A[1:], activations))


def _silence(A: FloatArray, activation: Activation) -> FloatArray | None:
    dead = dead_units(A, activation)
    shares = saturated_shares(A, activation) if dead is None else dead.astype(np.float64)
    if shares is not None:
        shares.flags.writeable = False
    return shares
