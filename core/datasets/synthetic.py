"""Samples that a formula and a random stream make: as many as wanted."""

import numpy as np

from core.datasets.base import Dataset, DatasetRule, FloatArray
from core.fields import NonNegative, Samples, Seed


class SyntheticRule(DatasetRule, frozen=True, kw_only=True):
    """Training and test set, each drawn from a seed of its own; one target row.

    Two classes of points on a plane, unless a rule says otherwise.
    """

    samples: Samples = 300
    test_samples: Samples = 100
    noise: NonNegative = 0.05
    seed: Seed = 1
    test_seed: Seed = 2

    def shape(self) -> tuple[int, int]:
        """Return (2, 1)."""
        return 2, 1

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return inputs (samples, n_0) and targets (samples,): classes as 0.0 and 1.0, or values.

        The same seed gives the same samples at any noise, only blurred.
        """
        raise NotImplementedError

    def draw(self) -> Dataset:
        """Draw the training and the test set from their own seeds."""
        train_points, train_targets = self.points(self.samples, self.seed)
        test_points, test_targets = self.points(self.test_samples, self.test_seed)
        n_0 = self.shape()[0]
        return Dataset(
            train_inputs=np.ascontiguousarray(train_points.T),
            train_targets=train_targets[np.newaxis, :].astype(np.float64),
            test_inputs=np.ascontiguousarray(test_points.T),
            test_targets=test_targets[np.newaxis, :].astype(np.float64),
            feature_names=tuple(f"x{i + 1}" for i in range(n_0)) if n_0 > 1 else ("x",),
            target_names=("y",),
            class_names=("0", "1") if self.asks_for() == "classification" else (),
        )


def shuffle_and_blur(
    points: FloatArray, classes: FloatArray, noise: float, seed: int
) -> tuple[FloatArray, FloatArray]:
    """Shuffle the samples, then add normal noise, drawing in scikit-learn's order.

    Legacy NumPy stream; noise is drawn, and added, even if it is 0.
    """
    rng = np.random.RandomState(seed)
    order = np.arange(len(points))
    rng.shuffle(order)
    return points[order] + rng.normal(scale=noise, size=points.shape), classes[order]
