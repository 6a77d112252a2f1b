"""Two round clouds of points: one straight line tells them almost apart.

Logistic regression, a network without a hidden layer, solves it from all-zero
weights (S0, S4).
"""

import numpy as np

from core.datasets.base import FloatArray
from core.datasets.synthetic import SyntheticRule
from core.streams import data_stream

SPREAD = 0.2  # std of a cloud, before noise


class Gaussians(SyntheticRule, frozen=True, tag="gaussians"):
    """Class 0 around (-0.5, -0.5), class 1 around (0.5, 0.5), in turn."""

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return points of N(centre, SPREAD^2 + noise^2)."""
        rng = data_stream(seed)
        classes = (np.arange(samples) % 2).astype(float)
        sigma = np.hypot(SPREAD, self.noise)
        points = (classes - 0.5)[:, np.newaxis] + sigma * rng.standard_normal((samples, 2))
        return points, classes
