"""Mini-batches: every epoch passes once over all samples, in a new random order.

The last batch of an epoch is smaller where the batch size does not divide the
number of samples. The batch of a step follows from the seed and the step alone.
"""

from collections.abc import Sequence

import numpy as np

from core.datasets import Dataset
from core.experiment import Experiment
from core.filter import Filter
from core.fresh import FreshBatches
from core.shuffle import Place, Shuffle
from core.workspace import Workspace


def batch_size(experiment: Experiment, dataset: Dataset) -> int:
    """Return how many samples a step sees.

    Without `batch_size` all for training; of an endless dataset one.
    """
    if experiment.dataset.endless:
        return experiment.batch_size or 1
    samples = dataset.train_inputs.shape[1]
    return min(experiment.batch_size or samples, samples)


def batches_of(
    experiment: Experiment, dataset: Dataset, seeds: int | Sequence[int]
) -> "Batches | FreshBatches | None":
    """Return what gives every step its batch; None where that is the whole training set.

    Of R `seeds`, the batches are for R networks.
    """
    sizes, size = experiment.sizes(), batch_size(experiment, dataset)
    if experiment.dataset.endless:
        runs = None if isinstance(seeds, int) else len(seeds)
        return FreshBatches(experiment.dataset, sizes, size, runs)
    if size < dataset.train_inputs.shape[1]:
        return Batches(dataset, sizes, size, seeds, experiment.filter())
    return None


class Batches:
    """The mini-batches of a training set, each in a workspace of its size.

    Parameters
    ----------
    dataset : Dataset
    sizes : sequence of int
        (n_0, ..., n_L) of the network.
    batch_size : int
        At most the number of samples.
    seeds : int or sequence of int
        Of R seeds, the workspaces are those of R networks, each with the
        batches of its own seed.
    filter : Filter, optional
        Of layer 1.
    """

    def __init__(
        self,
        dataset: Dataset,
        sizes: Sequence[int],
        batch_size: int,
        seeds: int | Sequence[int],
        filter: Filter | None = None,
    ) -> None:
        self._X, self._Y = dataset.train_inputs, dataset.train_targets
        self._batch_size = batch_size
        samples = self._X.shape[1]
        runs = None if isinstance(seeds, int) else len(seeds)
        each = [seeds] if isinstance(seeds, int) else seeds
        self._shuffles = [Shuffle(samples, seed) for seed in each]
        self._rooms = {
            size: _Room(sizes, size, runs, filter)
            for size in {batch_size, samples % batch_size or batch_size}
        }

    def next(self) -> Workspace:
        """Return a workspace that holds the next batch."""
        chosen = [shuffle.next(self._batch_size) for shuffle in self._shuffles]
        room = self._rooms[chosen[0].size]
        for indices, X, Y in zip(chosen, room.inputs, room.targets, strict=True):
            np.take(self._X, indices, axis=1, out=X, mode="clip")
            np.take(self._Y, indices, axis=1, out=Y, mode="clip")
        if room.workspace.windows is not None:
            room.workspace.windows.fill()
        return room.workspace

    def places(self) -> tuple[Place, ...]:
        """Say where each run is in its shuffle."""
        return tuple(shuffle.place() for shuffle in self._shuffles)

    def go_to(self, places: Sequence[Place]) -> None:
        """Go on from places that `places` named."""
        for shuffle, place in zip(self._shuffles, places, strict=True):
            shuffle.go_to(place)


class _Room:
    """A workspace of one size, and the parts of it that each run's batch goes to."""

    def __init__(
        self, sizes: Sequence[int], samples: int, runs: int | None, filter: Filter | None
    ) -> None:
        lead = () if runs is None else (runs,)
        room = np.empty((*lead, sizes[0], samples))
        self.workspace = Workspace(sizes, room, runs=runs, filter=filter)
        X, Y = self.workspace.A[0], self.workspace.Y
        self.inputs, self.targets = ([X], [Y]) if runs is None else (list(X), list(Y))
