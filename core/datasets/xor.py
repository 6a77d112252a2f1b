"""Exclusive or: class 1 where the two inputs differ in sign.

The smallest problem that a network without a hidden layer cannot solve.
"""

import numpy as np

from core.datasets.base import FloatArray
from core.datasets.synthetic import SyntheticRule
from core.streams import data_stream

GAP = 0.1  # of the points from the axes, before noise


class Xor(SyntheticRule, frozen=True, tag="xor"):
    """Four squares in [-1, 1] x [-1, 1], taken in turn; opposite ones share a class."""

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return points uniform in the squares, blurred with std `noise`."""
        rng = data_stream(seed)
        corners = np.array([[1.0, 1.0], [-1.0, 1.0], [-1.0, -1.0], [1.0, -1.0]])
        turn = np.arange(samples) % 4
        points = corners[turn] * rng.uniform(GAP, 1.0, (samples, 2))
        return points + self.noise * rng.standard_normal((samples, 2)), (turn % 2).astype(float)
