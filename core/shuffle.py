"""A shuffle: the order in which a run passes over its samples, new in every epoch.

It follows from the seed alone, so a place in it is told by few numbers: the
state of the random stream before the epoch, and how far the epoch has come.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.streams import shuffle_stream

Indices = NDArray[np.intp]


class Place(NamedTuple):
    """A place in a shuffle."""

    stream: Mapping[str, Any]
    passed: int


class Shuffle:
    """The indices of `samples` samples, each once an epoch."""

    def __init__(self, samples: int, seed: int) -> None:
        self._samples = samples
        self._stream = shuffle_stream(seed)
        self._begin_epoch()

    def next(self, most: int) -> Indices:
        """Return the next `most` indices, or those that are left of the epoch."""
        if self._passed >= self._samples:
            self._begin_epoch()
        chosen = self._order[self._passed : self._passed + most]
        self._passed += chosen.size
        return chosen

    def place(self) -> Place:
        """Say where the shuffle is."""
        return Place(self._before, self._passed)

    def go_to(self, place: Place) -> None:
        """Go on from a place where this shuffle, or one like it, has been."""
        if place.stream is not self._before:
            self._stream.bit_generator.state = place.stream
            self._begin_epoch()
            self._before = place.stream
        self._passed = place.passed

    def _begin_epoch(self) -> None:
        self._before = self._stream.bit_generator.state
        self._order = self._stream.permutation(self._samples)
        self._passed = 0
