"""Two circles, one inside the other: no straight line tells them apart.

The points of scikit-learn's `make_circles` for the same arguments, to the last
bit: the set on which S3 compares its initializations.
"""

import numpy as np

from core.datasets.base import FloatArray
from core.datasets.synthetic import SyntheticRule, shuffle_and_blur
from core.fields import Fraction


class Circles(SyntheticRule, frozen=True, tag="circles", kw_only=True):
    """Class 0 on the unit circle, class 1 on the circle of radius `factor`."""

    factor: Fraction = 0.8

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return points evenly spaced on both circles, shuffled, then blurred."""
        outer, inner = samples // 2, samples - samples // 2
        outer_angles = np.linspace(0, 2 * np.pi, outer, endpoint=False)
        inner_angles = np.linspace(0, 2 * np.pi, inner, endpoint=False)
        x1 = np.append(np.cos(outer_angles), np.cos(inner_angles) * self.factor)
        x2 = np.append(np.sin(outer_angles), np.sin(inner_angles) * self.factor)
        classes = np.repeat([0.0, 1.0], [outer, inner])
        return shuffle_and_blur(np.column_stack([x1, x2]), classes, self.noise, seed)
