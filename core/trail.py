"""The trail of a run: what it leaves behind on its way.

Records, to be drawn, and checkpoints, to return to. At which steps follows from
the work that a step takes.
"""

from copy import copy

from core.batches import batch_size
from core.checkpoints import Checkpoint, Checkpoints
from core.datasets import Dataset
from core.experiment import Experiment, products
from core.history import Recorder

# A record in mini-batch mode is a pass of its own. Over up to this many numbers
# (about 1 ms) every step is recorded from the start, else about one step an epoch.
QUICK_PASS = 1_000_000


class Trail:
    """The records and checkpoints of one run.

    Parameters
    ----------
    experiment : Experiment
    dataset : Dataset
        Its own, drawn.
    start : Checkpoint
        Of step 0.
    watched : bool
        Whether the records tell how the numbers of every layer spread.
    """

    def __init__(
        self, experiment: Experiment, dataset: Dataset, start: Checkpoint, watched: bool
    ) -> None:
        neurons, layers = sum(experiment.sizes()[1:]), len(experiment.layers)
        spacing = _record_spacing(experiment, dataset)
        self.recorder = Recorder(neurons, spacing, layers, watched)
        work = products(experiment) * batch_size(experiment, dataset)  # of a pass, one way
        self.checkpoints = Checkpoints(start, work)

    def copy(self) -> "Trail":
        """Return the same trail, which goes on by itself."""
        other = copy(self)
        other.recorder, other.checkpoints = self.recorder.copy(), self.checkpoints.copy()
        return other

    def forget_after(self, step: int) -> None:
        """Forget what lies beyond `step`: it belongs to another run now."""
        self.checkpoints.forget_after(step)
        self.recorder.forget_from(step)


def _record_spacing(experiment: Experiment, dataset: Dataset) -> int:
    """Return how many steps lie between the first records, a power of two."""
    samples = dataset.train_inputs.shape[1]
    if products(experiment) * samples <= QUICK_PASS:
        return 1
    steps_an_epoch = -(-samples // batch_size(experiment, dataset))
    return 1 << (steps_an_epoch - 1).bit_length()
