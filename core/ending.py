"""The ending of a run that left the numbers: its last steps, for a post-mortem.

Of each step the largest sizes of what it computed, in the order in which it did:
Z of its batch, the loss, dW, and the new W. The last one could not be taken.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from core.divergence import Divergence
from core.parameters import FloatArray, Parameters
from core.workspace import Workspace

STEPS = 20  # that are kept before the one that could not be taken


class StepSizes(Struct, frozen=True):
    """What step number `step` + 1 computed.

    Attributes
    ----------
    loss : float
        Of its batch.
    Z, dW, W : tuples of float
        The largest absolute value in each layer; W is what the step makes of the
        weights.
    """

    step: int
    loss: float
    Z: tuple[float, ...]
    dW: tuple[float, ...]  # noqa: N815 - as in the formulas
    W: tuple[float, ...]


class Ending(Struct, frozen=True):
    """What went first, and the steps up to there, the earliest first."""

    divergence: Divergence
    steps: tuple[StepSizes, ...]


def step_sizes(
    step: int, workspace: Workspace, loss: float, gradient: Parameters, proposal: Parameters
) -> StepSizes:
    """Return the sizes in one step's pass and update."""
    Z, dW, W = (_largest(each) for each in (workspace.Z, gradient.weights, proposal.weights))
    return StepSizes(step, loss, Z, dW, W)


def _largest(arrays: Sequence[FloatArray]) -> tuple[float, ...]:
    return tuple(float(np.abs(array).max()) for array in arrays)
