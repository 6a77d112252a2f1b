"""A convoy: runs of one shape whose steps are worked out together, and recorded each for itself.

What NumPy takes to begin an operation is shared by R runs, as in a stack. Where a
number may have left the numbers, the convoy parts before that step: whoever stands
there finds out alone.
"""

from collections.abc import Sequence

import numpy as np

from core.checkpoints import joined, parted
from core.descent import Descent
from core.diagnostics import update_ratios
from core.diagnostics.spread import spread
from core.divergence import ALARM
from core.gradient import neuron_norms
from core.history import Recorder
from core.stack import BUFFER
from core.stackable import stackable
from core.trainer import Trainer

# Measured: two are no faster together than one after the other, nor are more numbers,
# activations and weights, than these.
LEAST, MOST_NUMBERS = 3, 120_000


class Convoy:
    """Runs at one step, to be trained by nobody else meanwhile.

    Parameters
    ----------
    runs : sequence of Trainer
        That differ in their draws alone, on the same data.
    """

    def __init__(self, runs: Sequence[Trainer]) -> None:
        self._runs = runs
        self._settings = runs[0].experiment
        self._descent = Descent([run.experiment for run in runs], runs[0].dataset)
        self._step = runs[0].step
        self._descent.go_to(joined([run.place() for run in runs]))

    @np.errstate(all="ignore")
    def advance(self, goal: int) -> bool:
        """Train all up to a step; return False if the convoy had to part on the way."""
        np.setbufsize(BUFFER)  # as long as errstate holds
        while self._step < goal:
            dues = (run.trail.checkpoints.next_due(self._step) for run in self._runs)
            if not self._walk_to(min(goal, *dues)):
                return False
            places = parted(self._descent.checkpoint(self._step))
            for run, place in zip(self._runs, places, strict=True):
                run.arrive(place)
        return True

    def _walk_to(self, step: int) -> bool:
        while self._step < step:
            recorded = self._record()
            if not np.less(self._descent.attempt(self._settings, passed=recorded), ALARM).all():
                return False
            self._descent.take()
            self._step += 1
        return True

    def _record(self) -> bool:
        """Record this step for those runs that have no record of it yet, if it is due."""
        recorders = enumerate(run.trail.recorder for run in self._runs)
        due = [(run, recorder) for run, recorder in recorders if recorder.is_due(self._step)]
        if not due:
            return False
        evaluation = self._descent.evaluation
        evaluation.backpropagate()
        measurements = evaluation.measurements([self._step] * len(self._runs))
        norms = neuron_norms(evaluation.gradient)
        for run, recorder in due:
            recorder.record(measurements[run], norms[run])
        self._record_ratios([each for each in due if each[1].are_ratios_due(self._step)])
        for run, recorder in due:
            if recorder.is_spread_due(self._step):
                parameters = self._descent.network.parameters
                recorder.keep_spread(spread(self._step, parameters, evaluation.train, run))
        return True

    def _record_ratios(self, due: Sequence[tuple[int, Recorder]]) -> None:
        if due:
            update = self._descent.next_update(self._settings)
            ratios = update_ratios(update, self._descent.network.parameters)
            for run, recorder in due:
                recorder.record_ratios(self._step, ratios[run])


def convoys(runs: Sequence[Trainer]) -> list[Convoy]:
    """Return convoys of those runs, all at one step, that are faster together."""
    groups = stackable([(run.experiment, run.dataset) for run in runs], MOST_NUMBERS)
    return [Convoy([runs[place] for place in places]) for places in groups if len(places) >= LEAST]
