"""Real samples: there are so many and no more."""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from core.datasets.base import DatasetRule
from core.fields import Samples, Seed
from core.problem import Problem

Indices = NDArray[np.intp]


class RealRule(DatasetRule, frozen=True, kw_only=True):
    """Samples of a collection, put in order by `seed`.

    The first are for testing, the next for training: the number of training
    samples never changes the test set.

    Class attributes
    ----------------
    available : int
        How many samples the collection holds.
    """

    available: ClassVar[int]

    samples: Samples
    test_samples: Samples
    seed: Seed = 1

    def check_available(self) -> None:
        """Raise a Problem if more samples are wanted than there are."""
        found = self.samples + self.test_samples
        if found > self.available:
            raise Problem("dataset", "too_many_samples", found=found, most=self.available)

    def parts(self, order: Indices) -> tuple[Indices, Indices]:
        """Return which samples are for training and which for testing."""
        self.check_available()
        return order[self.test_samples :][: self.samples], order[: self.test_samples]
