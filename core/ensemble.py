"""An ensemble: many runs, each the one that a `Trainer` of its experiment makes.

The runs may differ in anything: seeds (how much is luck?), initializers with
the same draws (twins), a value (a sweep). Those that differ in their draws
alone are stacked and computed together, as many as the processor's cache
holds, which takes about half the time of one after another.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np
from msgspec.structs import replace

from core.divergence import Divergence
from core.experiment import Experiment
from core.parameters import FloatArray, Parameters
from core.snapshot import Measurement
from core.stack import Stack
from core.stackable import room, stackable
from core.workspace import check_room

Each = TypeVar("Each")

SEEDS = 2**32


def draws(experiment: Experiment, runs: int) -> tuple[Experiment, ...]:
    """Return the experiment with its own seed and the next ones, one for each run."""
    return tuple(replace(experiment, seed=(experiment.seed + run) % SEEDS) for run in range(runs))


class Ensemble:
    """Runs of these experiments, in this order.

    Attributes
    ----------
    experiments : tuple of Experiment
    step : int
        Updates made by the runs that have not diverged.

    Raises
    ------
    Problem
        If data can't be read, or `too_many_activations` (found, most).
    """

    def __init__(self, experiments: Sequence[Experiment]) -> None:
        self.experiments = tuple(experiments)
        self.step = 0
        self._places: list[list[int]] = []  # of the runs of each stack, in `experiments`
        self._stacks: list[Stack] = []
        data = {rule: rule.draw() for rule in {each.dataset for each in self.experiments}}
        check_room(sum(room(each, data[each.dataset]) for each in self.experiments))
        for places in stackable([(each, data[each.dataset]) for each in self.experiments]):
            stacked = [self.experiments[place] for place in places]
            self._places.append(places)
            self._stacks.append(Stack(stacked, data[stacked[0].dataset]))

    def advance(self, steps: int) -> None:
        """Train every run that has not diverged; the others stay as they are."""
        for stack in self._stacks:
            stack.advance(steps)
        self.step += steps

    @property
    def steps(self) -> tuple[int, ...]:
        """Updates that each run has made."""
        return self._of_each(lambda stack: stack.steps)

    @property
    def divergences(self) -> tuple[Divergence | None, ...]:
        """What ended each run, if it is over."""
        return self._of_each(lambda stack: stack.divergences)

    def train_losses(self) -> FloatArray:
        """Return J of every run on its training set, (R,)."""
        return np.array(self._of_each(Stack.train_losses))

    def measure(self) -> tuple[Measurement, ...]:
        """Return losses and accuracies of every run."""
        return self._of_each(Stack.measure)

    def gradient_norms(self) -> tuple[FloatArray, ...]:
        """Return |gradient| of every neuron of every run, first layer first."""
        return self._of_each(Stack.gradient_norms)

    def parameters(self) -> tuple[Parameters, ...]:
        """Return read-only copies of the parameters; of a diverged run, the last finite ones."""
        return self._of_each(Stack.parameters)

    def _of_each(self, values: Callable[[Stack], Iterable[Each]]) -> tuple[Each, ...]:
        """Put what the stacks tell of their runs into the order of the experiments."""
        found = {
            place: value
            for places, stack in zip(self._places, self._stacks, strict=True)
            for place, value in zip(places, values(stack), strict=True)
        }
        return tuple(found[place] for place in range(len(self.experiments)))
