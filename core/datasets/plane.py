"""A plane: y = a1 x1 + a2 x2 + noise, the simplest regression.

One linear neuron without a hidden layer finds it, its weights a1 and a2; of
several linear layers only the product shows (S2).
"""

from core.datasets.base import FloatArray, Task
from core.datasets.synthetic import SyntheticRule
from core.fields import Number
from core.streams import data_stream


class Plane(SyntheticRule, frozen=True, tag="plane", kw_only=True):
    """Points uniform in [-1, 1] x [-1, 1]; `noise` is the std of what is added to y."""

    a1: Number = 0.8
    a2: Number = -0.5

    def asks_for(self) -> Task:
        """Return regression."""
        return "regression"

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return points and their values."""
        rng = data_stream(seed)
        points = rng.uniform(-1.0, 1.0, (samples, 2))
        values = self.a1 * points[:, 0] + self.a2 * points[:, 1]
        return points, values + self.noise * rng.standard_normal(samples)
