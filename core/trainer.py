"""The trainer: one experiment, trained step by step.

A step is a pass over the whole training set or a mini-batch and one update.
The result depends on the experiment and the number of steps alone, bit for
bit: not on how the steps are asked for, nor on what is looked at in between.
So any step of the past can be had again, from a checkpoint and few steps.
"""

from collections.abc import Callable
from functools import cached_property

import numpy as np

from core.checkpoints import Checkpoint
from core.course import Course
from core.datasets import Dataset
from core.datasets.raw import raw_feature
from core.decision import DecisionPlane, neuron_plane, question
from core.descent import Descent
from core.diagnostics import LayerDiagnostics, diagnose, first_update, update_ratios
from core.diagnostics.spread import Spread, spread
from core.divergence import ALARM, Divergence
from core.ending import STEPS, Ending, StepSizes
from core.experiment import Experiment
from core.findings.find import find
from core.findings.state import State
from core.gradient import Gradient, neuron_norms
from core.overlay import Overlay
from core.overlay import silence as silent
from core.parameters import Parameters
from core.problem import Problem
from core.snapshot import Answers, History, Measurement, Snapshot
from core.theory.expectation import expectation
from core.theory.signal import LayerSignal
from core.trail import Trail


class Trainer:
    """Trains the network of an experiment from the weights its initializers draw.

    Parameters
    ----------
    experiment : Experiment
    dataset : Dataset, optional
        The experiment's, if it is drawn already.
    watched : bool
        Keep in the history how the numbers of every layer spread, for a window.

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
        What ended the run, while it stands there.
    ending : Ending or None
        The last steps of a run that diverged, also after a rewind.
    trail : Trail
        Its records and checkpoints.

    Raises
    ------
    Problem
        If the experiment's data can't be read, or `too_many_activations`
        (found, most): units times samples.
    """

    def __init__(
        self, experiment: Experiment, dataset: Dataset | None = None, watched: bool = False
    ) -> None:
        self.experiment: Experiment = experiment
        self.dataset = experiment.dataset.data() if dataset is None else dataset
        self._descent = Descent(experiment, self.dataset)
        self.network = self._descent.network
        self.step = self.reached = 0
        self.divergence: Divergence | None = None
        self.ending: Ending | None = None
        self._initial = self.network.parameters.frozen()
        self._evaluation = self._descent.evaluation
        self._question: Callable[[], Answers] | None = None
        self._course = Course(experiment)
        self.trail = Trail(experiment, self.dataset, self.place(), watched)

    @np.errstate(all="ignore")
    def advance(self, steps: int) -> int:
        """Train; return how many steps were really made, fewer after a divergence."""
        start = self.step
        going = self.divergence is None
        self._walk_to(start + steps)
        self.reached = max(self.reached, self.step)
        if going and self.divergence is not None:
            self.ending = self._look_back(self.divergence)
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
    def snapshot(
        self,
        run: int = 0,
        decision: bool = False,
        diagnostics: bool = False,
        initial_diagnostics: bool = False,
        findings: bool = True,
        **overlay: bool,
    ) -> Snapshot:
        """Return all there is to know at the present step; training goes on undisturbed.

        The decision, the diagnostics and the parts of the overlay come when asked for.
        """
        # First, as they leave the evaluation at step 0.
        at_start = self._initial_diagnostics if initial_diagnostics else None
        measurement = self.measure()
        norms = neuron_norms(self._evaluation.gradient)
        norms.flags.writeable = False
        present = self.network.parameters.frozen()
        found = self._diagnose(self._next_update()) if diagnostics else None
        spread = self._spread() if diagnostics and self.trail.recorder.watched else None
        history = self.trail.recorder.history(measurement, norms, found, spread)
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
            gradients=self._evaluation.gradients(),
            gradient_norms=tuple(np.split(norms, np.cumsum(self.network.sizes[1:-1]))),
            history=history,
            divergence=self.divergence,
            ending=self.ending,
            findings=find(self._state(measurement, history)) if findings else (),
            decision=self._answers() if decision else None,
            diagnostics=found,
            initial_diagnostics=at_start,
            theory=self._theory if diagnostics or initial_diagnostics else None,
            overlay=self._overlay(**overlay),
        )

    def apply_live(self, experiment: Experiment) -> None:
        """Go on with this experiment's learning rate, momentum, l2 and clip_norm.

        All else in it must be as it was: `core.changes` says whether it is. The
        run from here on is another one: later steps made before are forgotten, and
        it can go on from where the one before left the numbers.
        """
        self.experiment = experiment
        self.divergence = self.ending = None
        self._course.change(self.step, experiment)
        self.trail.forget_after(self.step)
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
        self._return_to(step)
        self.experiment = present
        if not self._course.goes_on_with(present, step):
            self.apply_live(present)
        elif self.ending is not None and step == self.ending.divergence.step:
            self.divergence = self.ending.divergence

    def fork(self) -> "Trainer":
        """Return another trainer of this run, at the same step with the same past."""
        other = Trainer(self.experiment, self.dataset, self.trail.recorder.watched)
        other._descent.go_to(self.place())
        other.step, other.reached = self.step, self.reached
        other.divergence, other.ending = self.divergence, self.ending
        other._course, other.trail = self._course.copy(), self.trail.copy()
        return other

    def place(self) -> Checkpoint:
        """Return all that the next steps depend on."""
        return self._descent.checkpoint(self.step)

    def arrive(self, place: Checkpoint) -> None:
        """Stand at a later step that was worked out, and recorded on the way, elsewhere."""
        self._descent.go_to(place)
        self.step = place.step
        self.reached = max(self.reached, self.step)
        if self.trail.checkpoints.is_due(self.step):
            self.trail.checkpoints.keep(self.place())

    def _return_to(self, step: int) -> None:
        """Make the steps from the checkpoint before again, each with the settings it had."""
        checkpoint = self.trail.checkpoints.before(step)
        if self.divergence is not None or not checkpoint.step <= self.step <= step:
            self._descent.go_to(checkpoint)
            self.step = checkpoint.step
        self.divergence = None
        for settings, end in self._course.stretches(self.step, step):
            self.experiment = settings
            self._walk_to(end)

    def _look_back(self, divergence: Divergence) -> Ending:
        """Make the last steps again, and the one that can't be taken; note their sizes."""
        end, present = self.step, self.experiment
        self._return_to(max(0, end - STEPS))
        sizes: list[StepSizes] = []
        for settings, until in self._course.stretches(self.step, end):
            while self.step < until:
                self._descent.attempt(settings)
                sizes.append(self._descent.sizes(self.step))
                self._descent.take()
                self.step += 1
        place = self._descent.checkpoint(end)
        self._descent.attempt(present)
        sizes.append(self._descent.sizes(end))
        self._descent.go_to(place)
        self.experiment, self.divergence = present, divergence
        return Ending(divergence, tuple(sizes))

    def _walk_to(self, step: int) -> None:
        """Train up to a step, keeping checkpoints on the way; a divergence ends it before."""
        while self.step < step and self.divergence is None:
            goal = min(step, self.trail.checkpoints.next_due(self.step))
            while self.step < goal and self._take_step():
                pass
            # A step that can't be taken has used up its batch: it is no place to return to.
            if self.divergence is None and self.trail.checkpoints.is_due(self.step):
                self.trail.checkpoints.keep(self.place())

    def _take_step(self) -> bool:
        """Make one step; return False, and say why in `divergence`, if it can't be made."""
        recording = self.trail.recorder.is_due(self.step)
        if recording:
            self._record()
        if not self._descent.attempt(self.experiment, passed=recording) < ALARM:
            self.divergence = self._descent.divergence(self.step)
            if self.divergence is not None:
                return False
        self._descent.take()
        self.step += 1
        return True

    def _record(self) -> None:
        self._evaluation.backpropagate()
        measurement = self._evaluation.measurement(self.step)
        self.trail.recorder.record(measurement, neuron_norms(self._evaluation.gradient))
        if self.trail.recorder.are_ratios_due(self.step):
            ratios = update_ratios(self._next_update(), self.network.parameters)
            self.trail.recorder.record_ratios(self.step, ratios)
        if self.trail.recorder.is_spread_due(self.step):
            self.trail.recorder.keep_spread(self._spread())

    def _spread(self) -> Spread:
        """Return how the numbers are spread that the evaluation holds."""
        return spread(self.step, self.network.parameters, self._evaluation.train)

    def _state(self, measurement: Measurement, history: History) -> State:
        """Return what the last pass over the training set and the run so far say."""
        return State(
            experiment=self.experiment,
            measurement=measurement,
            parameters=self.network.parameters,
            initial=self._initial,
            gradient=self._evaluation.gradient,
            workspace=self._evaluation.train,
            history=history,
            raw=raw_feature(self.dataset),
            divergence=self.divergence,
        )

    def _next_update(self) -> Parameters:
        """Return what the next step adds, from what the evaluation holds."""
        return self._descent.next_update(self.experiment)

    def _diagnose(self, update: Parameters) -> tuple[LayerDiagnostics, ...]:
        """Return the diagnostics of what the evaluation holds."""
        parameters, gradient = self.network.parameters, self._evaluation.gradient
        workspace = self._evaluation.train
        return diagnose(self.network.activations, parameters, gradient, update, workspace)

    def _overlay(self, silence: bool = False, updates: bool = False, maps: bool = False) -> Overlay:
        """Return what is to be drawn on the network, of what the evaluation holds."""
        shares = silent(self.network.activations, self._evaluation.train) if silence else None
        steps = self._next_update().frozen().weights if updates else None
        plane = self._neuron_plane if maps else None
        return Overlay(shares, steps, plane and plane.neurons())

    @cached_property
    def _neuron_plane(self) -> DecisionPlane | None:
        return neuron_plane(self.network, self.dataset)

    @cached_property
    def _initial_diagnostics(self) -> tuple[LayerDiagnostics, ...]:
        """The diagnostics at step 0, wherever the run is now."""
        flat = self.network.parameters.flat
        present = flat.copy()
        np.copyto(flat, self._initial.flat)
        self._evaluation.backpropagate()
        first = first_update(self.experiment, self._initial, self._evaluation.gradient)
        found = self._diagnose(first)
        np.copyto(flat, present)
        return found

    @cached_property
    def _theory(self) -> tuple[LayerSignal, ...] | None:
        return expectation(self.experiment, self.dataset, self._initial)

    def _answers(self) -> Answers:
        if self._question is None:
            self._question = question(self.network, self.dataset, self._evaluation)
        return self._question()
