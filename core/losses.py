"""Losses: how wrong the outputs are; J is the mean of L.

`binary_cross_entropy`: L = -y log(a) - (1 - y) log(1 - a) for a sigmoid output,
computed from z as max(z, 0) - y z + log(1 + e^-|z|), which is finite where the
textbook formula takes log(0). `mean_squared_error`: L = (a - y)^2. Both have an
L for every sample and output.

`cross_entropy`: L = -sum_k y_k log(a_k), one for every sample, for a softmax
output and targets that are 1 in the row of the class and 0 elsewhere. With c
that class, it is log(1 + sum_k e^(z_k - z_c)) over the other classes k.
"""

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.datasets.base import Task
from core.layer import HIDDEN, ActivationName, Layer
from core.problem import Problem

FloatArray = NDArray[np.float64]
LARGEST = np.finfo(np.float64).max
LossName = Literal["binary_cross_entropy", "cross_entropy", "mean_squared_error"]


class Loss(Struct, frozen=True):
    """A loss; Z, A and Y (targets) are (n_L, m) arrays of the output layer.

    Of R networks they are (R, n_L, m); Y may be one for all.

    Attributes
    ----------
    name : str
        As in the experiment file.
    outputs : tuple of str
        The output activations that the loss is made for, the usual one first.
    per : str
        Whether there is an L for every "sample", or for every "output" of every sample.
    each : (Z, A, Y) -> (n_L, m) or (1, m) array
        L, finite for saturated outputs too.
    textbook_each : (A, Y) -> array
        L as the textbook formula gives it: inf where it takes log(0).
    differentiate : (A, Y, out) -> None
        Write dL/dZ for every sample and output if `gives` is "dZ", where the
        activation's derivative cancels; dL/dA if it is "dA".
    for_classes : bool
        Whether the targets must be classes, not values.
    """

    name: LossName
    outputs: tuple[ActivationName, ...]
    per: Literal["output", "sample"]
    each: Callable[[FloatArray, FloatArray, FloatArray], FloatArray]
    textbook_each: Callable[[FloatArray, FloatArray], FloatArray]
    differentiate: Callable[[FloatArray, FloatArray, FloatArray], None]
    gives: Literal["dZ", "dA"]
    for_classes: bool

    def value(self, Z: FloatArray, A: FloatArray, Y: FloatArray) -> float:
        """Return J of one network."""
        return float(self.each(Z, A, Y).mean())

    def textbook(self, A: FloatArray, Y: FloatArray) -> float:
        """Return J as the textbook formula gives it."""
        return float(self.textbook_each(A, Y).mean())

    def count(self, Y: FloatArray) -> int:
        """Return over how many L the J of one network is the mean."""
        rows, samples = Y.shape[-2:]
        return samples if self.per == "sample" else rows * samples


def check_loss(name: LossName, task: Task, targets: int) -> None:
    """Refuse a loss that does not fit data of this task with so many rows of targets.

    Raises
    ------
    Problem
        `loss_needs_classes`, or `loss_needs_rows` (found, least).
    """
    loss = LOSSES[name]
    if loss.for_classes and task == "regression":
        raise Problem("loss", "loss_needs_classes")
    if loss.per == "sample" and targets < 2:
        raise Problem("loss", "loss_needs_rows", found=targets, least=2)


def check_output(layers: Sequence[Layer], name: LossName, targets: int) -> None:
    """Refuse layers whose last one does not fit the loss or the rows of the targets.

    Raises
    ------
    Problem
        `output_units` (found, needed) or `output_activation` (found, allowed).
    """
    output, place = layers[-1], f"layers[{len(layers) - 1}]"
    if output.units != targets:
        raise Problem(f"{place}.units", "output_units", found=output.units, needed=targets)
    allowed = LOSSES[name].outputs
    if output.activation not in allowed:
        found = output.activation
        raise Problem(f"{place}.activation", "output_activation", found=found, allowed=allowed)


def _binary_cross_entropy(Z: FloatArray, A: FloatArray, Y: FloatArray) -> FloatArray:
    return np.maximum(Z, 0.0) - Y * Z + np.log1p(np.exp(-np.abs(Z)))


@np.errstate(divide="ignore", invalid="ignore")
def _textbook_binary_cross_entropy(A: FloatArray, Y: FloatArray) -> FloatArray:
    """Count 0 log(0) as 0: a class that is certainly absent costs nothing."""
    ones = np.where(Y > 0, -Y * np.log(A), 0.0)
    zeros = np.where(Y < 1, (Y - 1) * np.log(1 - A), 0.0)
    return ones + zeros


def _cross_entropy(Z: FloatArray, A: FloatArray, Y: FloatArray) -> FloatArray:
    own = (Y * Z).sum(axis=-2, keepdims=True)
    others = np.where(Y > 0, -np.inf, Z - own)
    # The largest exponent is taken out, 0 among them; np.logaddexp takes five times as long.
    top = np.clip(others.max(axis=-2, keepdims=True), 0.0, LARGEST)
    return top + np.log1p(np.exp(others - top).sum(axis=-2, keepdims=True) + np.expm1(-top))


@np.errstate(divide="ignore", invalid="ignore")
def _textbook_cross_entropy(A: FloatArray, Y: FloatArray) -> FloatArray:
    return np.where(Y > 0, -Y * np.log(A), 0.0).sum(axis=-2, keepdims=True)


def _difference(A: FloatArray, Y: FloatArray, out: FloatArray) -> None:
    """Write dL/dZ = A - Y: the derivative of sigmoid, and of softmax, cancels."""
    np.subtract(A, Y, out=out)


def _squared_error(Z: FloatArray, A: FloatArray, Y: FloatArray) -> FloatArray:
    return _square(A, Y)


def _square(A: FloatArray, Y: FloatArray) -> FloatArray:
    return (A - Y) ** 2


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
                per="output",
                each=_binary_cross_entropy,
                textbook_each=_textbook_binary_cross_entropy,
                differentiate=_difference,
                gives="dZ",
                for_classes=True,
            ),
            Loss(
                name="cross_entropy",
                outputs=("softmax",),
                per="sample",
                each=_cross_entropy,
                textbook_each=_textbook_cross_entropy,
                differentiate=_difference,
                gives="dZ",
                for_classes=True,
            ),
            Loss(
                name="mean_squared_error",
                outputs=HIDDEN,
                per="output",
                each=_squared_error,
                textbook_each=_square,
                differentiate=_squared_error_gradient,
                gives="dA",
                for_classes=False,
            ),
        )
    }
)
