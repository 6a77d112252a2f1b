"""The state of a network: all that findings are decided from."""

from functools import cached_property
from math import isfinite

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.activations import ACTIVATIONS, Activation
from core.datasets.raw import RawFeature
from core.diagnostics.chance import chance
from core.diagnostics.sample_gradient import sample_gradients
from core.divergence import Divergence, first_not_finite
from core.experiment import Experiment
from core.losses import LOSSES
from core.parameters import Parameters
from core.snapshot import History, Measurement
from core.workspace import Workspace

FloatArray = NDArray[np.float64]

LEARNT = 0.5  # of the loss of guessing: below, the network learns, however its layers look


class State(Struct, frozen=True, eq=False, dict=True):
    """One network at one step.

    Attributes
    ----------
    measurement : Measurement
    parameters, initial, gradient : Parameters
        At this step and at step 0; the gradient of J over the whole training set.
    workspace : Workspace
        As the passes over the whole training set left it.
    history : History
        Of the run, this step included.
    raw : RawFeature or None
        The largest input, if it is too large.
    divergence : Divergence or None
        Where the run ended, if it did.
    """

    experiment: Experiment
    measurement: Measurement
    parameters: Parameters
    initial: Parameters
    gradient: Parameters
    workspace: Workspace
    history: History
    raw: RawFeature | None = None
    divergence: Divergence | None = None

    @property
    def step(self) -> int:
        """Updates made."""
        return self.measurement.step

    @cached_property
    def activations(self) -> tuple[Activation, ...]:
        """Those of layers 1..L."""
        return tuple(ACTIVATIONS[layer.activation] for layer in self.experiment.layers)

    @property
    def overflow(self) -> Divergence | None:
        """What is not finite already: the next step, not tried yet, can't be taken."""
        loss = self.measurement.train_loss
        if isfinite(loss):
            return None
        return first_not_finite(self.step, self.workspace, loss, self.gradient, self.parameters)

    @cached_property
    def chance(self) -> float:
        """The loss of guessing; where targets don't differ, the loss at step 0."""
        guessing = chance(LOSSES[self.experiment.loss], self.workspace.Y)
        return guessing or float(self.history.train_loss[0])

    @cached_property
    def learns(self) -> bool:
        """Whether the loss has fallen well below that of guessing."""
        return self.measurement.train_loss < LEARNT * self.chance

    @cached_property
    def sample_gradients(self) -> list[float]:
        """The gradient of one sample for one weight, root mean square, by layer."""
        return sample_gradients(self.workspace)
