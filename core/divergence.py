"""Divergence: a run that left the numbers, as a result and not as an error.

The quantities are looked through in the order in which a step computes them:
forward Z and A of every layer, the loss, backward dZ, dW and db, then the new
W and b. The first that holds a NaN or an infinity is the cause.
"""

from collections.abc import Iterator
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike

from core.parameters import Parameters
from core.workspace import Workspace

Quantity = Literal["Z", "A", "loss", "dZ", "dW", "db", "W", "b"]
Run = int | tuple[()]  # the index of one network of R; () of the only one

# The sum of the squares of a step's gradient and of the new parameters is the one
# number looked at every step. Beyond this bound, long before the overflow, every
# number is: the cause is found where it is.
ALARM = 1e200


class Divergence(Struct, frozen=True):
    """The first number that was not finite: at which step, in which layer (1..L), which quantity.

    The step is the one that could not be taken: 31 if the network has made 31
    steps and the numbers of the next one, W and b included, overflow.
    """

    step: int
    layer: int
    quantity: Quantity


def first_not_finite(
    step: int,
    workspace: Workspace,
    loss: float,
    gradient: Parameters,
    proposal: Parameters,
    run: Run = (),
) -> Divergence | None:
    """Return what went first in a step's pass and update, or None if all is finite.

    Of R networks, `run` says which is looked at; the loss is its own.
    """
    for quantity, layer, values in _in_order(workspace, loss, gradient, proposal, run):
        if not np.isfinite(values).all():
            return Divergence(step, layer, quantity)
    return None


def _in_order(
    workspace: Workspace, loss: float, gradient: Parameters, proposal: Parameters, run: Run
) -> Iterator[tuple[Quantity, int, ArrayLike]]:
    layers = range(1, len(workspace.Z) + 1)
    for layer in layers:
        yield "Z", layer, workspace.Z[layer - 1][run]
        yield "A", layer, workspace.A[layer][run]
    yield "loss", layers[-1], loss
    for layer in reversed(layers):
        yield "dZ", layer, workspace.dZ[layer - 1][run]
        yield "dW", layer, gradient.weights[layer - 1][run]
        yield "db", layer, gradient.biases[layer - 1][run]
    for layer in layers:
        yield "W", layer, proposal.weights[layer - 1][run]
        yield "b", layer, proposal.biases[layer - 1][run]
