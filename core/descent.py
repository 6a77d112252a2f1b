"""Descent: a step downhill, from the batch to the proposed parameters.

Batch, forward pass, backward pass, penalty, clipping, optimizer, and a look at
the size of what came out; whether to take the step is left to the caller. The
same lines serve one run and R runs of one shape: those have a leading axis
(R,) in all arrays and are computed by the same operations.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.batches import batches_of
from core.checkpoints import Checkpoint
from core.datasets import Dataset
from core.divergence import Divergence, Run, first_not_finite
from core.ending import StepSizes, step_sizes
from core.experiment import Experiment
from core.initial import initial_parameters
from core.losses import LOSSES
from core.measure import Evaluation
from core.network import Network
from core.parameters import FloatArray, Parameters
from core.update import Update
from core.workspace import Workspace, activations, check_room


class Descent:
    """All that the steps of one run, or of R, are computed with.

    Parameters
    ----------
    experiment : Experiment or sequence of Experiment
        One for one run. Of R, equal but for seed, generator and initializers,
        R runs, each with the draws and batches of its own experiment.
    dataset : Dataset
        Theirs, drawn.

    Attributes
    ----------
    network : Network
        Holds the parameters.
    evaluation : Evaluation
        The network before all the data; its gradient is the step's, too.

    Raises
    ------
    Problem
        `too_many_activations` (found, most).
    """

    def __init__(self, experiment: Experiment | Sequence[Experiment], dataset: Dataset) -> None:
        alone = isinstance(experiment, Experiment)
        each = [experiment] if alone else experiment
        first, seeds = each[0], [one.seed for one in each]
        sizes, filter = first.sizes(), first.filter()
        check_room(len(each) * activations(sizes, dataset, filter))
        runs = None if alone else len(each)
        self.network = Network(sizes, [layer.activation for layer in first.layers], runs, filter)
        self._draw(each, dataset)
        self._loss = LOSSES[first.loss]
        self.evaluation = Evaluation(self.network, self._loss, dataset)
        self._update = Update(first, self.network.parameters)
        self._squares = _square if alone else _squares
        self._batches = batches_of(first, dataset, seeds[0] if alone else seeds)

    def attempt(self, settings: Experiment, passed: bool = False) -> FloatArray | float:
        """Work a step out; return the sum of the squares of its gradient and new parameters.

        Of R runs, (R,) sums. If the evaluation has just `passed` over the
        training set, this serves a step with all of it as batch.
        """
        self._workspace = self._pass(passed)
        gradient = self.evaluation.gradient
        size = self._squares(gradient.flat)
        self._proposal = self._update.propose(settings, gradient)
        return size + self._squares(self._proposal.flat)

    def take(self) -> None:
        """Take the step that was worked out."""
        np.copyto(self.network.parameters.flat, self._proposal.flat)

    def next_update(self, settings: Experiment) -> Parameters:
        """Return by how much a step on the whole training set would change each parameter.

        The evaluation has just passed over it, back and forth. Nothing is changed by
        looking; the result is overwritten by the next one.
        """
        gradient, memory = self.evaluation.gradient.flat, self._update.memory()
        before = gradient.copy()
        proposal = self._update.propose(settings, self.evaluation.gradient)
        np.subtract(proposal.flat, self.network.parameters.flat, out=self._change.flat)
        self._update.restore(memory)
        np.copyto(gradient, before)
        return self._change

    @cached_property
    def _change(self) -> Parameters:
        """Room for the next update."""
        parameters = self.network.parameters
        return Parameters(parameters.sizes, np.zeros_like(parameters.flat))

    def take_some(self, chosen: NDArray[np.bool_]) -> None:
        """Take the step in those of R runs that are `chosen`, (R,)."""
        flat = self.network.parameters.flat
        np.copyto(flat, self._proposal.flat, where=chosen[:, np.newaxis])

    def divergence(self, step: int, run: Run = ()) -> Divergence | None:
        """Say what went first in the step that was worked out, if anything is not finite."""
        gradient, loss = self.evaluation.gradient, self._batch_loss(run)
        return first_not_finite(step, self._workspace, loss, gradient, self._proposal, run)

    def sizes(self, step: int) -> StepSizes:
        """Return how large everything was in the step that was worked out, of one run."""
        gradient, loss = self.evaluation.gradient, self._batch_loss()
        return step_sizes(step, self._workspace, loss, gradient, self._proposal)

    def checkpoint(self, step: int) -> Checkpoint:
        """Return a copy of all that the next steps depend on."""
        places = () if self._batches is None else self._batches.places()
        parameters = self.network.parameters.flat.copy()
        return Checkpoint(step, parameters, self._update.memory(), places)

    def go_to(self, checkpoint: Checkpoint) -> None:
        """Be again as at a checkpoint."""
        np.copyto(self.network.parameters.flat, checkpoint.parameters)
        self._update.restore(checkpoint.memory)
        if self._batches is not None:
            self._batches.go_to(checkpoint.places)

    def _draw(self, experiments: Sequence[Experiment], dataset: Dataset) -> None:
        draws = [initial_parameters(each, dataset.train_inputs) for each in experiments]
        layers = (zip(*parts, strict=True) for parts in zip(*draws, strict=True))
        weights, biases = ([np.stack(layer) for layer in part] for part in layers)
        self.network.assign(weights, biases)

    def _batch_loss(self, run: Run = ()) -> float:
        workspace = self._workspace
        Y = workspace.Y if workspace.Y.ndim == 2 else workspace.Y[run]
        return self._loss.value(workspace.Z[-1][run], workspace.A[-1][run], Y)

    def _pass(self, passed: bool) -> Workspace:
        """Fill the gradient from this step's batch; return the workspace of the pass."""
        if self._batches is None:
            if not passed:
                self.evaluation.backpropagate()
            return self.evaluation.train
        workspace = self._batches.next()
        self.network.forward(workspace)
        self.network.backward(workspace, self._loss, self.evaluation.gradient)
        return workspace


def _square(vector: FloatArray) -> float:
    return vector.dot(vector)


def _squares(vectors: FloatArray) -> FloatArray:
    return np.einsum("rp,rp->r", vectors, vectors)
