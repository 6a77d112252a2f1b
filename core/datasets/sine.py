"""One period of a sine: y = sin(pi x) + noise, a curve that no straight line fits."""

import numpy as np

from core.datasets.base import FloatArray, Task
from core.datasets.synthetic import SyntheticRule
from core.streams import data_stream


class Sine(SyntheticRule, frozen=True, tag="sine"):
    """x uniform in [-1, 1]; `noise` is the std of what is added to y."""

    def asks_for(self) -> Task:
        """Return regression."""
        return "regression"

    def shape(self) -> tuple[int, int]:
        """Return (1, 1)."""
        return 1, 1

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return x, a column, and y."""
        rng = data_stream(seed)
        x = rng.uniform(-1.0, 1.0, (samples, 1))
        return x, np.sin(np.pi * x[:, 0]) + self.noise * rng.standard_normal(samples)
