"""Two half moons, each reaching into the other's opening.

The points of scikit-learn's `make_moons` for the same arguments, to the last
bit.
"""

import numpy as np

from core.datasets.base import FloatArray
from core.datasets.synthetic import SyntheticRule, shuffle_and_blur


class Moons(SyntheticRule, frozen=True, tag="moons"):
    """Class 0 on the upper half circle, class 1 on the lower one, moved to (1, 0.5)."""

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return points evenly spaced on both moons, shuffled, then blurred."""
        upper, lower = samples // 2, samples - samples // 2
        upper_angles, lower_angles = np.linspace(0, np.pi, upper), np.linspace(0, np.pi, lower)
        x1 = np.append(np.cos(upper_angles), 1 - np.cos(lower_angles))
        x2 = np.append(np.sin(upper_angles), 1 - np.sin(lower_angles) - 0.5)
        classes = np.repeat([0.0, 1.0], [upper, lower])
        return shuffle_and_blur(np.column_stack([x1, x2]), classes, self.noise, seed)
