"""The signal of an experiment at step 0, layer by layer, as mean-field theory predicts it.

With q = the mean of a^2 over the units of a layer, for one sample:

forward   v = n_in Var(W) q + Var(b),  Z ~ N(E(b), v),  next q = E[g(Z)^2];
backward  mean of dZ[l]^2 = n_{l+1} Var(W[l+1]) (mean of dZ[l+1]^2) E[g'(Z[l])^2].

He's factor 2 makes the first a constant for ReLU. The second begins with the
errors that there are: dZ of the output layer.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.activations import ACTIVATIONS
from core.experiment import Experiment
from core.initializers import Initializer
from core.layer import Layer
from core.theory.moments import Moments, moments

FloatArray = NDArray[np.float64]

TINY = float(np.finfo(float).tiny)
NOT_DRAWN = ("identity", "explicit")  # distributions: their matrices are not left to chance


class LayerSignal(Struct, frozen=True):
    """What is expected of a layer, over all units and samples.

    Attributes
    ----------
    Z, A, dZ : float
        Standard deviations. A is NaN for softmax, which is not one unit's own; dZ of
        the output layer is that of the given errors. NaN, too, where squares are too
        small for a number.
    sample_gradient : float
        Root mean square of dL/dW of single samples.
    """

    Z: float
    A: float
    dZ: float  # noqa: N815 - as in the formulas
    sample_gradient: float


class _Step(Struct, frozen=True, eq=False):
    """One layer of the recursion; arrays have a number a sample, (m,)."""

    layer: Layer
    variance: float  # of a weight
    fed: FloatArray  # mean square of A[l-1]
    spread: FloatArray  # variance of Z
    after: Moments  # of g(Z); NaN for softmax, which is not one unit's own


def predict(
    experiment: Experiment, X: FloatArray, dZ: FloatArray
) -> tuple[LayerSignal, ...] | None:
    """Return what to expect of layers 1..L before the first step.

    Parameters
    ----------
    X : (n_0, m) array
        Inputs.
    dZ : (n_L, m) array
        Errors of the output layer.

    Returns
    -------
    tuple of LayerSignal or None
        None if the weights of a layer are not drawn around 0: then units have
        something in common, and theory does not apply. Nor does it to the best of
        many places, which a filter takes.
    """
    if experiment.filter() is not None:
        return None
    if not all(_is_random(layer.weights) for layer in experiment.layers):
        return None
    steps = tuple(_forward(experiment, np.mean(X * X, axis=0)))
    errors = _backward(steps, np.mean(dZ * dZ, axis=0))
    deviations = [*(_root(error) for error in errors[:-1]), float(dZ.std())]
    return tuple(
        LayerSignal(
            Z=_root(step.spread),
            A=_output_deviation(step),
            dZ=deviation,
            sample_gradient=_root(_product(1.0, error, step.fed)),
        )
        for step, error, deviation in zip(steps, errors, deviations, strict=True)
    )


def _is_random(rule: Initializer) -> bool:
    return rule.mean(1, 1) == 0.0 and rule.distribution not in NOT_DRAWN


def _forward(experiment: Experiment, fed: FloatArray) -> Iterator[_Step]:
    for layer, (n_in, n_out) in zip(experiment.layers, experiment.fans(), strict=True):
        biases = layer.biases.for_biases
        variance = layer.weights.variance(n_in, n_out)
        if layer.weights.uses_data and fed.any():
            variance = 1.0 / (n_in * float(fed.mean()))  # lsuv makes the variance of W A 1
        of_biases = biases.variance(n_in, n_out)
        spread = n_in * variance * fed + of_biases if of_biases else _product(n_in * variance, fed)
        after = _after(layer, biases.mean(n_in, n_out), spread)
        yield _Step(layer, variance, fed, spread, after)
        fed = after.square


def _after(layer: Layer, mean: float, spread: FloatArray) -> Moments:
    if layer.activation == "softmax":
        return Moments(*3 * [np.full(spread.shape, np.nan)])
    return moments(ACTIVATIONS[layer.activation], mean, spread)


def _backward(steps: Sequence[_Step], error: FloatArray) -> list[FloatArray]:
    """Return the mean square of dZ over the units of layers 1..L, for every sample."""
    errors = [error]
    for step, before in pairwise(reversed(steps)):
        errors.append(_product(step.layer.units * step.variance, errors[-1], before.after.slope))
    return errors[::-1]


def _product(number: float, *arrays: FloatArray) -> FloatArray:
    """Return the product; NaN, no prediction, where it is too small for a number and not 0."""
    product = np.multiply.reduce(arrays) * number
    some = number * np.logical_and.reduce([array != 0.0 for array in arrays])
    return np.where((product < TINY) & (some != 0.0), np.nan, product)


def _output_deviation(step: _Step) -> float:
    mean = float(step.after.output.mean())
    return float(np.sqrt(np.maximum(0.0, float(step.after.square.mean()) - mean * mean)))


def _root(squares: FloatArray) -> float:
    return float(np.sqrt(squares.mean()))
