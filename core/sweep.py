"""A sweep: an ensemble along one value, or over a grid of two.

Every combination of the axes' values is a point, and every point is trained
with `runs` seeds, the experiment's and the next ones. The runs are cut into
tasks, small enough that many processes share them evenly and that little is
lost when one of them ends; a task needs nothing but the sweep and its number.
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import product

import msgspec
import numpy as np
from msgspec import Struct

from core.axis import Axis, vary
from core.ensemble import Ensemble, draws
from core.experiment import Experiment
from core.gradient import vector_norm

RUNS_A_TASK = 10

Row = tuple[float | int | None, ...]


class Sweep(Struct, frozen=True):
    """What is swept.

    Attributes
    ----------
    axes : tuple of Axis
        The values of the last one change fastest.
    runs : int
        At each point.
    steps : int
        Of each run.
    """

    experiment: Experiment
    axes: tuple[Axis, ...]
    runs: int
    steps: int

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the numbers of a row.

        The axes' values; the run, counted from 1; losses at the end; the L2
        norm of the first layer's whole gradient, over the training set, at
        step 0 and at the end; the step that could not be taken, if a run
        diverged. Then the end is the last finite state.
        """
        ends = ("train_loss", "test_loss", "first_gradient_start", "first_gradient_end")
        return (*(axis.path for axis in self.axes), "run", *ends, "diverged")

    def points(self) -> list[tuple[float, ...]]:
        """Return every combination of values."""
        return list(product(*(axis.values for axis in self.axes)))

    def check(self) -> None:
        """Raise a Problem if there is a point that can't be trained."""
        for point in self.points():
            self._at(point)

    def size(self) -> int:
        """Return how many runs there are in all."""
        return len(self.points()) * self.runs

    def tasks(self) -> range:
        """Return the numbers of the tasks."""
        return range(-(-self.size() // RUNS_A_TASK))

    def work(self, task: int) -> list[Row]:
        """Train the runs of a task; return a row for each."""
        points = self.points()
        first = task * RUNS_A_TASK
        places = [divmod(i, self.runs) for i in range(first, min(first + RUNS_A_TASK, self.size()))]
        seeds = {point: draws(self._at(points[point]), self.runs) for point, _ in places}
        many = Ensemble([seeds[point][run] for point, run in places])
        before = self._first_gradients(many)
        many.advance(self.steps)
        columns = (
            [points[point] for point, _ in places],
            [run + 1 for _, run in places],
            many.measure(),
            before,
            self._first_gradients(many),
            many.divergences,
        )
        return [
            (*point, run, end.train_loss, end.test_loss, *gradients, divergence and divergence.step)
            for point, run, end, *gradients, divergence in zip(*columns, strict=True)
        ]

    def results(self) -> Iterator[list[Row]]:
        """Train task after task; yield the rows of each. A Problem as from `check`."""
        self.check()
        for task in self.tasks():
            yield self.work(task)

    def fingerprint(self) -> str:
        """Return what tells this sweep from any other, its data included."""
        digest = sha256(msgspec.json.encode(self))
        data = self.experiment.dataset.draw()
        for array in (data.train_inputs, data.train_targets, data.test_inputs, data.test_targets):
            digest.update(np.ascontiguousarray(array).tobytes())
        return digest.hexdigest()

    def _at(self, point: tuple[float, ...]) -> Experiment:
        experiment = self.experiment
        for axis, value in zip(self.axes, point, strict=True):
            experiment = vary(experiment, axis.path, value)
        return experiment

    @staticmethod
    def _first_gradients(many: Ensemble) -> list[float]:
        units = [experiment.layers[0].units for experiment in many.experiments]
        return [
            vector_norm(norms[:first])
            for norms, first in zip(many.gradient_norms(), units, strict=True)
        ]
