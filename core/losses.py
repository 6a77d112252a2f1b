"""Losses: how wrong the outputs are; J is the mean of L over samples and outputs.

`binary_cross_entropy`: L = -y log(a) - (1 - y) log(1 - a) for a sigmoid output,
computed from z as max(z, 0) - y z + log(1 + e^-|z|), which is finite where the
textbook formula takes log(0). `mean_squared_error`: L = (a - y)^2.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from core.layer import ActivationName, Layer
from core.problem import Problem

FloatArray = NDArray[np.float64]
LossName = Literal["binary_cross_entropy", "mean_squared_error"]


@dataclass(frozen=True)
class Loss:
    """A loss; Z, A and Y (targets) are (n_L, m) arrays of the output layer.

    Attributes
    ----------
    name : str
        As in the experiment file.
    outputs : tuple of str
        The output activations that the loss is made for.
    value : (Z, A, Y) -> float
        J, finite for saturated outputs too.
    textbook : (A, Y) -> float
        J as the textbook formula gives it: inf where it takes log(0).
    differentiate : (A, Y, out) -> None
        Write dL/dZ for every sample and output if `gives` is "dZ", where the
        activation's derivative cancels; dL/dA if it is "dA".
    """

    name: LossName
    outputs: tuple[ActivationName, ...]
    value: Callable[[FloatArray, FloatArray, FloatArray], float]
    textbook: Callable[[FloatArray, FloatArray], float]
    differentiate: Callable[[FloatArray, FloatArray, FloatArray], None]
    gives: Literal["dZ", "dA"]


def check_loss(loss: LossName, output: Layer, targets: int) -> None:
    """Refuse an output layer that does not fit the loss or the rows of the targets.

    Raises
    ------
    Problem
        `output_units` (found, needed) or `output_activation` (found, allowed).
    """
    if output.units != targets:
        place = "layers[-1].units"
        raise Problem(place, "output_units", found=output.units, needed=targets)
    allowed = LOSSES[loss].outputs
    if output.activation not in allowed:
        place = "layers[-1].activation"
        raise Problem(place, "output_activation", found=output.activation, allowed=allowed)


def _cross_entropy(Z: FloatArray, A: FloatArray, Y: FloatArray) -> float:
    L = np.maximum(Z, 0.0) - Y * Z + np.log1p(np.exp(-np.abs(Z)))
    return float(L.mean())


@np.errstate(divide="ignore", invalid="ignore")
def _textbook_cross_entropy(A: FloatArray, Y: FloatArray) -> float:
    """Count 0 log(0) as 0: a class that is certainly absent costs nothing."""
    ones = np.where(Y > 0, -Y * np.log(A), 0.0)
    zeros = np.where(Y < 1, (Y - 1) * np.log(1 - A), 0.0)
    return float((ones + zeros).mean())


def _cross_entropy_gradient(A: FloatArray, Y: FloatArray, out: FloatArray) -> None:
    """Write dL/dZ = A - Y: the sigmoid's a (1 - a) cancels."""
    np.subtract(A, Y, out=out)


def _squared_error(Z: FloatArray, A: FloatArray, Y: FloatArray) -> float:
    return _mean_square(A, Y)


def _mean_square(A: FloatArray, Y: FloatArray) -> float:
    return float(((A - Y) ** 2).mean())


def _squared_error_gradient(A: FloatArray, Y: FloatArray, out: FloatArray) -> None:
    """Write dL/dA = 2 (A - Y)."""
    np.subtract(A, Y, out=out)
    np.multiply(out, 2.0, out=out)


LOSSES = MappingProxyType(
    {
        loss.name: loss
        for loss in (
            Loss(
                name="binary_cross_entropy",
                outputs=("sigmoid",),
                value=_cross_entropy,
                textbook=_textbook_cross_entropy,
                differentiate=_cross_entropy_gradient,
                gives="dZ",
            ),
            Loss(
                name="mean_squared_error",
                outputs=get_args(ActivationName),
                value=_squared_error,
                textbook=_mean_square,
                differentiate=_squared_error_gradient,
                gives="dA",
            ),
        )
    }
)
