"""A stream: new random samples at every step, the same target for all.

The set of S4: one new sample a step, all targets 1. Nothing is to be learnt
about the inputs, so what the weights become shows how they began.
"""

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from core.datasets.base import Dataset, DatasetRule, FloatArray, Task, WideSamples
from core.fields import Seed, Units
from core.streams import data_stream

if TYPE_CHECKING:
    from numpy.random import Generator  # takes long to import: the window need not wait


class Stream(DatasetRule, frozen=True, tag="stream", kw_only=True):
    """Inputs uniform in [0, 1), targets 1; `batch_size` new samples a step, one without it.

    `samples` and `test_samples` are fixed and held out: losses and gradients are
    measured on them, and no step is trained with them.
    """

    endless: ClassVar[bool] = True

    samples: WideSamples = 100
    test_samples: WideSamples = 100
    inputs: Units = 5
    outputs: Units = 2
    seed: Seed = 1
    test_seed: Seed = 2

    def fill(self, rng: "Generator", X: FloatArray, Y: FloatArray) -> None:
        """Write new samples."""
        X[:] = rng.random(X.shape[::-1]).T
        Y.fill(1.0)

    def asks_for(self) -> Task:
        """Return regression."""
        return "regression"

    def shape(self) -> tuple[int, int]:
        """Return (inputs, outputs)."""
        return self.inputs, self.outputs

    def draw(self) -> Dataset:
        """Draw the samples to measure with."""
        return Dataset(
            train_inputs=self._held_out(self.samples, self.seed),
            train_targets=np.ones((self.outputs, self.samples)),
            test_inputs=self._held_out(self.test_samples, self.test_seed),
            test_targets=np.ones((self.outputs, self.test_samples)),
            feature_names=tuple(f"x{i + 1}" for i in range(self.inputs)),
            target_names=tuple(f"y{i + 1}" for i in range(self.outputs)),
            class_names=(),
        )

    def _held_out(self, samples: int, seed: int) -> FloatArray:
        return data_stream(seed).random((self.inputs, samples))
