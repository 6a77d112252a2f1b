"""Two arms of a spiral wound into each other: needs width, depth and good weights."""

import numpy as np

from core.datasets.base import FloatArray
from core.datasets.synthetic import SyntheticRule
from core.streams import data_stream

TURNS = 1.5  # of each arm
CENTRE = 0.05  # radius at which the arms begin


class Spiral(SyntheticRule, frozen=True, tag="spiral"):
    """Radius grows with the angle up to 1; class 1 is class 0 turned by half a turn."""

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return points evenly spaced along the arms, in turn, blurred with std `noise`."""
        rng = data_stream(seed)
        classes = (np.arange(samples) % 2).astype(float)
        radius = np.linspace(CENTRE, 1.0, samples)
        angle = 2 * np.pi * TURNS * radius + np.pi * classes
        points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
        return points + self.noise * rng.standard_normal((samples, 2)), classes
