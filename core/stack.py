"""A stack: R runs that differ in their draws alone, trained by the same operations.

What NumPy takes to begin an operation is shared by R runs. Each run is the one
that a `Trainer` of its experiment makes, batches of its own seed included, and
when it diverges it stays at its last finite state while the others go on.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.datasets import Dataset
from core.descent import Descent
from core.divergence import ALARM, Divergence
from core.experiment import Experiment
from core.gradient import neuron_norms
from core.parameters import FloatArray, Parameters
from core.snapshot import Measurement

# NumPy copies arrays of many short pieces, as ours with a leading axis are, through a
# buffer if it is larger than a piece. That takes longer than what is then computed.
BUFFER = 512


class Stack:
    """R runs of one shape, on the same data, with the same settings.

    Parameters
    ----------
    experiments : sequence of Experiment
        Equal but for seed, generator and initializers.
    dataset : Dataset
        Theirs, drawn.

    Attributes
    ----------
    steps : list of int
        Updates that each run has made.
    divergences : list of Divergence or None
        What ended each run.
    """

    def __init__(self, experiments: Sequence[Experiment], dataset: Dataset) -> None:
        runs = len(experiments)
        self.steps = [0] * runs
        self.divergences: list[Divergence | None] = [None] * runs
        self._settings = experiments[0]
        self._descent = Descent(experiments, dataset)
        self._going = np.ones(runs, dtype=bool)
        self._all_going = True
        self._step = 0

    @np.errstate(all="ignore")
    def advance(self, steps: int) -> None:
        """Train every run that has not diverged."""
        np.setbufsize(BUFFER)  # as long as errstate holds
        goal = self._step + steps
        while self._step < goal and self._going.any():
            self._take_step()
        for run in np.flatnonzero(self._going):
            self.steps[run] = self._step

    @np.errstate(all="ignore")
    def train_losses(self) -> FloatArray:
        """Return J of every run on the training set, (R,)."""
        evaluation = self._descent.evaluation
        evaluation.forward()
        return evaluation.train_losses()

    @np.errstate(all="ignore")
    def measure(self) -> tuple[Measurement, ...]:
        """Return losses and accuracies of every run."""
        evaluation = self._descent.evaluation
        evaluation.forward()
        return evaluation.measurements(self.steps)

    @np.errstate(all="ignore")
    def gradient_norms(self) -> FloatArray:
        """Return |gradient| of every neuron over the whole training set, (R, neurons)."""
        evaluation = self._descent.evaluation
        evaluation.backpropagate()
        return neuron_norms(evaluation.gradient)

    def parameters(self) -> tuple[Parameters, ...]:
        """Return read-only copies of each run's; of a diverged one, the last finite ones."""
        copy = self._descent.network.parameters.frozen()
        return tuple(Parameters(copy.sizes, flat) for flat in copy.flat)

    def _take_step(self) -> None:
        small = np.less(self._descent.attempt(self._settings), ALARM)
        if not small.all():
            self._stop_diverged(self._going & ~small)
        if self._all_going:
            self._descent.take()
        else:
            self._descent.take_some(self._going)
        self._step += 1

    def _stop_diverged(self, alarmed: NDArray[np.bool_]) -> None:
        for run in np.flatnonzero(alarmed):
            divergence = self._descent.divergence(self._step, int(run))
            if divergence is not None:
                self.divergences[run] = divergence
                self.steps[run] = self._step
                self._going[run] = self._all_going = False
