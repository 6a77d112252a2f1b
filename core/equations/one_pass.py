"""One pass, forward and backward, by the formulas as the texts write them.

Training has its own, faster way (`core.network`); here every array is kept, so
that it can be looked at. Both give the same numbers.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.activations import ACTIVATIONS, Activation
from core.experiment import Experiment
from core.filter import best_sums
from core.losses import LOSSES, Loss

FloatArray = NDArray[np.float64]


class Pass(Struct, frozen=True, eq=False):
    """All arrays of a pass of m samples; those of layers 1..L begin with layer 1.

    Attributes
    ----------
    loss : Loss
    activations : tuple of Activation
        g of layers 1..L.
    weights, biases : tuples of (n_l, n_{l-1}) and (n_l, 1) arrays
    A : tuple of (n_l, m) arrays, l = 0..L
    Z, slopes, dZ : tuples of (n_l, m) arrays
        Z[l], g'(Z[l]) and dL/dZ[l] of layers 1..L.
    Y : (n_L, m) array
    """

    loss: Loss
    activations: tuple[Activation, ...]
    weights: tuple[FloatArray, ...]
    biases: tuple[FloatArray, ...]
    A: tuple[FloatArray, ...]
    Z: tuple[FloatArray, ...]
    slopes: tuple[FloatArray, ...]
    dZ: tuple[FloatArray, ...]  # noqa: N815 - as in the formulas
    Y: FloatArray


@np.errstate(all="ignore")
def one_pass(
    experiment: Experiment,
    weights: Sequence[FloatArray],
    biases: Sequence[FloatArray],
    X: FloatArray,
    Y: FloatArray,
) -> Pass:
    """Pass samples X (n_0, m) with targets Y (n_L, m) through a network, and back."""
    loss = LOSSES[experiment.loss]
    activations = tuple(ACTIVATIONS[layer.activation] for layer in experiment.layers)
    A, Z = _forward(experiment, weights, biases, X)
    slopes = tuple(g.derivative(z) for g, z in zip(activations, Z, strict=True))
    dZ = _backward(loss, weights, slopes, A[-1], Y)
    return Pass(loss, activations, tuple(weights), tuple(biases), tuple(A), tuple(Z), slopes, dZ, Y)


@np.errstate(all="ignore")
def activations_of(
    experiment: Experiment,
    weights: Sequence[FloatArray],
    biases: Sequence[FloatArray],
    X: FloatArray,
) -> tuple[FloatArray, ...]:
    """Return A[0], ..., A[L], (n_l, m), of samples X (n_0, m): the way forward alone."""
    return tuple(_forward(experiment, weights, biases, X)[0])


def _forward(
    experiment: Experiment,
    weights: Sequence[FloatArray],
    biases: Sequence[FloatArray],
    X: FloatArray,
) -> tuple[list[FloatArray], list[FloatArray]]:
    """Return A of layers 0..L and Z of layers 1..L."""
    A, Z = [X], list[FloatArray]()
    filter = experiment.filter()
    for W, b, layer in zip(weights, biases, experiment.layers, strict=True):
        Z.append((W @ A[-1] if filter is None or Z else best_sums(filter, W, X)) + b)
        A.append(ACTIVATIONS[layer.activation].function(Z[-1]))
    return A, Z


def _backward(
    loss: Loss,
    weights: Sequence[FloatArray],
    slopes: Sequence[FloatArray],
    A: FloatArray,
    Y: FloatArray,
) -> tuple[FloatArray, ...]:
    """Return dZ of layers 1..L."""
    last = np.empty_like(A)
    loss.differentiate(A, Y, last)
    dZ = [last if loss.gives == "dZ" else last * slopes[-1]]
    for W, slope in zip(reversed(weights[1:]), reversed(slopes[:-1]), strict=True):
        dZ.append((W.T @ dZ[-1]) * slope)
    return tuple(reversed(dZ))
