"""Fresh batches: new samples for every step, from a dataset that never ends.

They follow from the dataset's seed and the step alone, so R runs on one
dataset are trained with the same samples.
"""

from collections.abc import Sequence

import numpy as np

from core.datasets import AnyDataset
from core.shuffle import Place
from core.streams import fresh_stream
from core.workspace import Workspace


class FreshBatches:
    """Batches of an endless dataset, all in one workspace.

    Parameters
    ----------
    rule : AnyDataset
        The endless one, with the seed of its samples.
    sizes : sequence of int
        (n_0, ..., n_L) of the network.
    batch_size : int
    runs : int, optional
        R, for R networks.
    """

    def __init__(
        self, rule: AnyDataset, sizes: Sequence[int], batch_size: int, runs: int | None = None
    ) -> None:
        self._rule = rule
        self._stream = fresh_stream(rule.seed)
        self._workspace = Workspace(sizes, np.empty((sizes[0], batch_size)), runs=runs)

    def next(self) -> Workspace:
        """Return a workspace that holds the next batch."""
        self._rule.fill(self._stream, self._workspace.A[0], self._workspace.Y)
        return self._workspace

    def places(self) -> tuple[Place, ...]:
        """Say where the stream of samples is."""
        return (Place(self._stream.bit_generator.state, 0),)

    def go_to(self, places: Sequence[Place]) -> None:
        """Go on from where `places` said."""
        self._stream.bit_generator.state = places[0].stream
