"""The diagnostics of every layer, from the parameters and the last pass over the data."""

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.activations import Activation
from core.diagnostics.dead import dead_units
from core.diagnostics.distribution import Distribution, distribution
from core.diagnostics.sample_gradient import sample_gradients
from core.diagnostics.saturation import saturated_shares
from core.diagnostics.structure import Structure, structure
from core.diagnostics.symmetry import Symmetry, symmetry
from core.diagnostics.update_ratio import update_ratios
from core.gradient import neuron_norms, vector_norm
from core.parameters import Parameters
from core.workspace import Workspace

FloatArray = NDArray[np.float64]


class LayerDiagnostics(Struct, frozen=True, eq=False):
    """What the numbers of one layer say; arrays are read-only.

    Attributes
    ----------
    layer : int
        1..L.
    W, dW, Z, A, dZ : Distribution
        dW is the gradient of J; dZ = dL/dZ of the single samples. Z, A and dZ over
        all units and training samples.
    saturated : (n_l,) array or None
        Share of the samples for which each neuron is saturated; None where the
        activation has no bounds.
    dead : (n_l,) array of bool or None
        Neurons that are never above 0; None unless ReLU.
    gradient_norms : (n_l,) array
        |gradient| of every neuron.
    gradient_norm : float
        Of the whole layer: the root of the sum of their squares.
    sample_gradient : float
        Root mean square of dL/dW over the weights and the single samples.
    update_ratio : float
        std(update) / std(weights) of the next step on the whole training set.
    symmetry : Symmetry
    structure : Structure
        Of W: `zero`, `constant`, `row_equal`, `column_equal` or `random`.
    """

    layer: int
    W: Distribution
    dW: Distribution  # noqa: N815 - as in the formulas
    Z: Distribution
    A: Distribution
    dZ: Distribution  # noqa: N815
    saturated: FloatArray | None
    dead: NDArray[np.bool_] | None
    gradient_norms: FloatArray
    gradient_norm: float
    sample_gradient: float
    update_ratio: float
    symmetry: Symmetry
    structure: Structure


@np.errstate(all="ignore")
def diagnose(
    activations: Sequence[Activation],
    parameters: Parameters,
    gradient: Parameters,
    update: Parameters,
    workspace: Workspace,
) -> tuple[LayerDiagnostics, ...]:
    """Return the diagnostics of layers 1..L.

    Parameters
    ----------
    activations : sequence of Activation
        Of layers 1..L.
    parameters, gradient, update : Parameters
        W and b, dJ/dW and dJ/db, and what the next step adds.
    workspace : Workspace
        As a forward and a backward pass over the training set left it.
    """
    norms = np.split(neuron_norms(gradient), np.cumsum(parameters.sizes[1:-1]))
    reaching = sample_gradients(workspace)
    ratios = update_ratios(update, parameters)
    found: list[LayerDiagnostics] = []
    for i, activation in enumerate(activations):
        W, dW = parameters.weights[i], gradient.weights[i]
        Z, A, dZ = workspace.Z[i], workspace.A[i + 1], workspace.dZ[i]
        layer = LayerDiagnostics(
            layer=i + 1,
            W=distribution(W),
            dW=distribution(dW),
            Z=distribution(Z),
            A=distribution(A),
            dZ=distribution(dZ),
            saturated=_frozen(saturated_shares(A, activation)),
            dead=_frozen(dead_units(A, activation)),
            gradient_norms=_frozen(norms[i]),
            gradient_norm=vector_norm(norms[i]),
            sample_gradient=reaching[i],
            update_ratio=float(ratios[i]),
            symmetry=symmetry(parameters.rows[i], gradient.rows[i]),
            structure=structure(W),
        )
        found.append(layer)
    return tuple(found)


Array = TypeVar("Array", bound=NDArray[Any] | None)


def _frozen(array: Array) -> Array:
    """Return the array, now read-only."""
    if array is not None:
        array.flags.writeable = False
    return array
