"""Mini-batches: every epoch passes once over all samples, in a new random order.

The last batch of an epoch is smaller where the batch size does not divide the
number of samples. The batch of a step follows from the seed and the step alone.
"""

from collections.abc import Sequence

import numpy as np

from core.datasets import Dataset
from core.streams import shuffle_stream
from core.workspace import Workspace


class Batches:
    """The mini-batches of a training set, each in a workspace of its size."""

    def __init__(self, dataset: Dataset, sizes: Sequence[int], batch_size: int, seed: int) -> None:
        self._X, self._Y = dataset.train_inputs, dataset.train_targets
        self._samples = self._X.shape[1]
        self._batch_size = batch_size
        self._seed = seed
        self._workspaces = {
            size: Workspace(sizes, np.empty((sizes[0], size)))
            for size in {batch_size, self._samples % batch_size or batch_size}
        }
        self.reset()

    def reset(self) -> None:
        """Return to the first batch."""
        self._stream = shuffle_stream(self._seed)
        self._order = self._stream.permutation(self._samples)
        self._start = 0

    def next(self) -> Workspace:
        """Return a workspace that holds the next batch."""
        if self._start >= self._samples:
            self._order = self._stream.permutation(self._samples)
            self._start = 0
        chosen = self._order[self._start : self._start + self._batch_size]
        self._start += self._batch_size
        workspace = self._workspaces[chosen.size]
        np.take(self._X, chosen, axis=1, out=workspace.A[0], mode="clip")
        np.take(self._Y, chosen, axis=1, out=workspace.Y, mode="clip")
        return workspace
