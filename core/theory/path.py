"""One path through a network: a partial derivative as the product of its factors (S1).

From the output back to one weight:

    dC/da_out * g'(z[L]) * W[L] * g'(z[L-1]) * W[L-1] * ... * g'(z[l]) * a_in

The input activation enters once, g' and W once per layer: they act
exponentially. A weight's gradient is the sum of this product over all paths that
lead from it to the output.
"""

from collections.abc import Sequence
from math import prod
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.experiment import Experiment
from core.losses import LOSSES
from core.network import Network
from core.parameters import Parameters
from core.workspace import Workspace

FloatArray = NDArray[np.float64]
FactorName = Literal["dC/da", "dC/dz", "g'(z)", "W", "a"]


class Factor(Struct, frozen=True):
    """One factor of the product.

    Attributes
    ----------
    name : str
        `dC/da` of the output, `g'(z)` or `W` of a layer, or `a`, what the first
        weight is fed with. `dC/dz` stands for the first two of an output without
        an own slope: softmax, or one saturated to the last bit.
    layer : int
        1..L; of `a`, 0..L-1.
    unit : int
        Which neuron of the layer, from 0.
    value : float
    """

    name: FactorName
    layer: int
    unit: int
    value: float


def path_factors(
    experiment: Experiment,
    weights: Sequence[FloatArray],
    biases: Sequence[FloatArray],
    x: FloatArray,
    y: FloatArray,
    path: Sequence[int],
) -> tuple[Factor, ...]:
    """Return the factors of one path for one sample, the output's first.

    C is the loss L of the sample, summed over the outputs.

    Parameters
    ----------
    weights, biases : sequences of (n_l, n_{l-1}) and (n_l, 1) arrays
    x, y : (n_0,) and (n_L,) arrays
    path : sequence of int
        A neuron of each of the last layers, from 0, in forward order; at least
        two. With one for every layer 0..L it begins at an input; not through a filter.
    """
    network, workspace = _pass(experiment, weights, biases, x, y)
    layers = len(weights)
    first = layers + 1 - len(path)
    places = list(zip(range(first, layers + 1), path, strict=True))
    found = _output(network, workspace, places[-1][1])
    for (layer, unit), (_, before) in zip(places[:1:-1], places[-2:0:-1], strict=True):
        W = float(weights[layer - 1][unit, before])
        found.append(Factor("W", layer, unit, W))
        found.append(
            Factor("g'(z)", layer - 1, before, _slope(network, workspace, layer - 1, before))
        )
    fed = float(workspace.A[first][path[0], 0])
    return (*found, Factor("a", first, path[0], fed))


def product(factors: Sequence[Factor]) -> float:
    """Return the product of the factors: what this path adds to the gradient of its weight."""
    return prod(factor.value for factor in factors)


@np.errstate(all="ignore")
def _pass(
    experiment: Experiment,
    weights: Sequence[FloatArray],
    biases: Sequence[FloatArray],
    x: FloatArray,
    y: FloatArray,
) -> tuple[Network, Workspace]:
    sizes = experiment.sizes()
    filter = experiment.filter()
    network = Network(sizes, [layer.activation for layer in experiment.layers], filter=filter)
    network.assign(weights, biases)
    workspace = Workspace(sizes, x[:, np.newaxis], y[:, np.newaxis], filter=filter)
    network.forward(workspace)
    network.backward(workspace, LOSSES[experiment.loss], Parameters(network.parameters.sizes))
    return network, workspace


def _output(network: Network, workspace: Workspace, unit: int) -> list[Factor]:
    layer, error = len(network.weights), float(workspace.dZ[-1][unit, 0])
    if network.activations[-1].name == "softmax":
        return [Factor("dC/dz", layer, unit, error)]
    slope = _slope(network, workspace, layer, unit)
    if slope == 0.0:
        return [Factor("dC/dz", layer, unit, error)]
    return [Factor("dC/da", layer, unit, error / slope), Factor("g'(z)", layer, unit, slope)]


def _slope(network: Network, workspace: Workspace, layer: int, unit: int) -> float:
    z = workspace.Z[layer - 1][unit]
    return float(network.activations[layer - 1].derivative(z)[0])
