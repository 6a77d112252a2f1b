"""The trainer: one experiment, trained step by step.

A step is a pass over the whole training set or a mini-batch and one update.
The result depends on the experiment and the number of steps alone, bit for
bit: not on how the steps are asked for, nor on what is looked at in between.
So any step of the past can be had again, from a checkpoint and few steps.
"""

import numpy as np

from core.batches import Batches
from core.checkpoints import Checkpoint, Checkpoints
from core.course import Course
from core.datasets import Dataset
from core.decision import DecisionPlane
from core.divergence import Divergence, first_not_finite
from core.experiment import Experiment
from core.findings import find
from core.gradient import Gradient, neuron_norms
from core.history import Recorder
from core.initial import initial_parameters
from core.losses import LOSSES
from core.measure import Evaluation
from core.network import Network
from core.problem import Problem
from core.snapshot import DecisionGrid, Measurement, Snapshot
from core.update import Update
from core.workspace import Workspace

# The sum of the squares of the gradient and of the new parameters is the one number
# looked at every step. Beyond this bound, long before the overflow, every number is:
# the cause is found where it is.
ALARM = 1e200

# A pass keeps Z, A and dZ of every unit and sample: at most 1 GB of them.
MOST_ACTIVATIONS = 40_000_000

# A record in mini-batch mode is a pass of its own. Over up to this many numbers
# (about 1 ms) every step is recorded from the start, else about one step an epoch.
QUICK_PASS = 1_000_000


class Trainer:
    """Trains the network of an experiment from the weights its initializers draw.

    Attributes
    ----------
    experiment : Experiment
        With the live changes made so far.
    dataset : Dataset
    network : Network
        Holds the weights; the last finite ones after a divergence.
    step : int
        Updates made.
    reached : int
        The last step that `rewind` can go to: the most updates made so far.
    divergence : Divergence or None
        What ended the run; only a rewind goes back before it.

    Raises
    ------
    Problem
        If the experiment's data can't be read, or `too_many_activations`
        (found, most): units times samples.
    """

    def __init__(self, experiment: Experiment) -> None:
        self.experiment: Experiment = experiment
        self.dataset = experiment.dataset.draw()
        _check_room(experiment.sizes(), self.dataset)
        self.network = Network(
            experiment.sizes(), [layer.activation for layer in experiment.layers]
        )
        self.step = self.reached = 0
        self.divergence: Divergence | None = None
        self.network.assign(*initial_parameters(experiment, self.dataset.train_inputs))
        parameters = self.network.parameters
        self._initial = parameters.frozen()
        self._loss = LOSSES[experiment.loss]
        self._evaluation = Evaluation(self.network, self._loss, self.dataset)
        self._batches = self._mini_batches()
        self._update = Update(experiment, parameters)
        self._recorder = Recorder(parameters.row_starts.size, self._record_spacing())
        self._decision: DecisionPlane | None = None
        self._course = Course(experiment)
        self._checkpoints = Checkpoints(self._checkpoint(), self._step_work())

    @np.errstate(all="ignore")
    def advance(self, steps: int) -> int:
        """Train; return how many steps were really made, fewer after a divergence."""
        start = self.step
        self._walk_to(start + steps)
        self.reached = max(self.reached, self.step)
        return self.step - start

    @np.errstate(all="ignore")
    def gradients(self) -> tuple[Gradient, ...]:
        """Return the gradient of J over the whole training set, without penalty, by layer."""
        self._evaluation.backpropagate()
        return self._evaluation.gradients()

    @np.errstate(all="ignore")
    def measure(self) -> Measurement:
        """Return losses and accuracies at the present weights."""
        self._evaluation.backpropagate()
        return self._evaluation.measurement(self.step)

    @np.errstate(all="ignore")
    def snapshot(self, run: int = 0, decision: bool = False) -> Snapshot:
        """Return all there is to know at the present step; training goes on undisturbed."""
        measurement = self.measure()
        gradients = self._evaluation.gradients()
        norms = neuron_norms(self._evaluation.gradient)
        norms.flags.writeable = False
        present = self.network.parameters.frozen()
        return Snapshot(
            run=run,
            experiment=self.experiment,
            dataset=self.dataset,
            step=self.step,
            reached=self.reached,
            measurement=measurement,
            weights=present.weights,
            biases=present.biases,
            initial_weights=self._initial.weights,
            initial_biases=self._initial.biases,
            gradients=gradients,
            gradient_norms=tuple(np.split(norms, np.cumsum(self.network.sizes[1:-1]))),
            history=self._recorder.history(measurement, norms),
            divergence=self.divergence,
            findings=find(self.step, present.weights, present.biases, gradients, self.divergence),
            decision=self._decision_grid() if decision else None,
        )

    def apply_live(self, experiment: Experiment) -> None:
        """Go on with this experiment's learning rate, momentum, l2 and clip_norm.

        All else in it must be as it was: `core.changes` says whether it is. The
        run from here on is another one: later steps made before are forgotten.
        """
        self.experiment = experiment
        self._course.change(self.step, experiment)
        self._checkpoints.forget_after(self.step)
        self._recorder.forget_from(self.step)
        self.reached = self.step

    @np.errstate(all="ignore")
    def rewind(self, step: int = 0) -> None:
        """Go to a step of this run that was made before, bit for bit.

        A checkpoint is near; the steps from there are made again, each live
        change where it was. The present settings hold from then on. If they
        are those that this part of the run had, later steps can still be gone
        to, up to `reached`.

        Raises
        ------
        Problem
            `out_of_range` if the step is not among those made.
        """
        if step < 0:
            raise Problem("step", "out_of_range", found=step, sign=">=", bound=0)
        if step > self.reached:
            raise Problem("step", "out_of_range", found=step, sign="<=", bound=self.reached)
        present = self.experiment
        checkpoint = self._checkpoints.before(step)
        if not checkpoint.step <= self.step <= step:
            self._go_to(checkpoint)
        self.divergence = None
        for settings, end in self._course.stretches(self.step, step):
            self.experiment = settings
            self._walk_to(end)
        self.experiment = present
        if not self._course.goes_on_with(present, step):
            self.apply_live(present)

    def _walk_to(self, step: int) -> None:
        """Train up to a step, keeping checkpoints on the way; a divergence ends it before."""
        while self.step < step and self.divergence is None:
            goal = min(step, self._checkpoints.next_due(self.step))
            while self.step < goal and self._take_step():
                pass
            if self._checkpoints.is_due(self.step):
                self._checkpoints.keep(self._checkpoint())

    def _checkpoint(self) -> Checkpoint:
        parameters, memory = self.network.parameters.flat.copy(), self._update.memory()
        places = () if self._batches is None else self._batches.places()
        return Checkpoint(self.step, parameters, memory, places)

    def _go_to(self, checkpoint: Checkpoint) -> None:
        np.copyto(self.network.parameters.flat, checkpoint.parameters)
        self._update.restore(checkpoint.memory)
        if self._batches is not None:
            self._batches.go_to(checkpoint.places)
        self.step = checkpoint.step

    def _mini_batches(self) -> Batches | None:
        """Return None where one batch is the whole training set."""
        size = self._batch_size()
        if size == self.dataset.train_inputs.shape[1]:
            return None
        return Batches(self.dataset, self.network.sizes, size, self.experiment.seed)

    def _record_spacing(self) -> int:
        """Return how many steps lie between the first records, a power of two."""
        samples = self.dataset.train_inputs.shape[1]
        if self.network.parameters.flat.size * samples <= QUICK_PASS:
            return 1
        steps_an_epoch = -(-samples // self._batch_size())
        return 1 << (steps_an_epoch - 1).bit_length()

    def _step_work(self) -> int:
        """Return about how many multiplications a pass over a batch takes, one way."""
        return self.network.parameters.flat.size * self._batch_size()

    def _batch_size(self) -> int:
        samples = self.dataset.train_inputs.shape[1]
        return min(self.experiment.batch_size or samples, samples)

    def _take_step(self) -> bool:
        """Make one step; return False, and say why in `divergence`, if it can't be made."""
        recorded = self._recorder.is_due(self.step)
        if recorded:
            self._record()
        workspace = self._pass(fresh=not recorded)
        gradient = self._evaluation.gradient
        size = gradient.flat.dot(gradient.flat)
        proposal = self._update.propose(self.experiment, gradient)
        if not size + proposal.flat.dot(proposal.flat) < ALARM:
            loss = self._loss.value(workspace.Z[-1], workspace.A[-1], workspace.Y)
            self.divergence = first_not_finite(self.step, workspace, loss, gradient, proposal)
            if self.divergence is not None:
                return False
        np.copyto(self.network.parameters.flat, proposal.flat)
        self.step += 1
        return True

    def _pass(self, fresh: bool) -> Workspace:
        """Fill the gradient from this step's batch; return the workspace of the pass.

        Where the whole training set is the batch, a pass for the record serves
        the step too: then none is needed afresh.
        """
        if self._batches is None:
            if fresh:
                self._evaluation.backpropagate()
            return self._evaluation.train
        workspace = self._batches.next()
        self.network.forward(workspace)
        self.network.backward(workspace, self._loss, self._evaluation.gradient)
        return workspace

    def _record(self) -> None:
        self._evaluation.backpropagate()
        measurement = self._evaluation.measurement(self.step)
        self._recorder.record(measurement, neuron_norms(self._evaluation.gradient))

    def _decision_grid(self) -> DecisionGrid | None:
        if len(self.dataset.train_inputs) != 2:
            return None
        if self._decision is None:
            self._decision = DecisionPlane(self.network, self.dataset)
        return self._decision.grid()


def _check_room(sizes: tuple[int, ...], dataset: Dataset) -> None:
    samples = dataset.train_inputs.shape[1] + dataset.test_inputs.shape[1]
    found = sum(sizes[1:]) * samples
    if found > MOST_ACTIVATIONS:
        raise Problem("dataset", "too_many_activations", found=found, most=MOST_ACTIVATIONS)
