"""What a dataset is: points drawn from a rule, or read from a file.

A `DatasetRule` is the part of the experiment that says how to draw; a
`Dataset` holds the drawn arrays. Columns are samples, as everywhere.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.fields import NonNegative, Samples, Seed

FloatArray = NDArray[np.float64]
Task = Literal["classification", "regression"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Drawn data; all arrays are read-only.

    Attributes
    ----------
    train_inputs, test_inputs : (n_0, m) arrays
    train_targets, test_targets : (n_L, m) arrays
        0 and 1 for two classes, one row a class for more, values otherwise.
    feature_names, target_names : tuple of str
        Names of the input rows and of the target rows.
    class_names : tuple of str
        Names of the classes, in the order of their numbers; empty for regression.
    """

    train_inputs: FloatArray
    train_targets: FloatArray
    test_inputs: FloatArray
    test_targets: FloatArray
    feature_names: tuple[str, ...]
    target_names: tuple[str, ...]
    class_names: tuple[str, ...]

    @property
    def task(self) -> Task:
        """Whether the targets are classes or values."""
        return "classification" if self.class_names else "regression"

    def __post_init__(self) -> None:
        """Make the arrays read-only: threads share them."""
        for array in (self.train_inputs, self.train_targets, self.test_inputs, self.test_targets):
            array.flags.writeable = False


class DatasetRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="name"):
    """How to draw, or where to read, a dataset."""

    synthetic: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """The rule's name, as in the experiment file."""
        return str(self.__struct_config__.tag)

    def draw(self) -> Dataset:
        """Draw or read the data.

        Raises
        ------
        Problem
            If a file can't be read as data.
        """
        raise NotImplementedError

    def asks_for(self) -> Task:
        """Return what the network is to predict: classes or values."""
        return "classification"

    def shape(self) -> tuple[int, int]:
        """Return (n_0, n_L): rows of the inputs and of the targets."""
        return 2, 1


class PlaneRule(DatasetRule, frozen=True, kw_only=True):
    """Two classes of points on a plane."""

    samples: Samples = 300
    test_samples: Samples = 100
    noise: NonNegative = 0.05
    seed: Seed = 1
    test_seed: Seed = 2

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return points (samples, 2) and their classes (samples,) as 0.0 and 1.0."""
        raise NotImplementedError

    def draw(self) -> Dataset:
        """Draw the training and the test set from their own seeds."""
        train_points, train_classes = self.points(self.samples, self.seed)
        test_points, test_classes = self.points(self.test_samples, self.test_seed)
        return Dataset(
            train_inputs=np.ascontiguousarray(train_points.T),
            train_targets=train_classes[np.newaxis, :].astype(np.float64),
            test_inputs=np.ascontiguousarray(test_points.T),
            test_targets=test_classes[np.newaxis, :].astype(np.float64),
            feature_names=("x1", "x2"),
            target_names=("y",),
            class_names=("0", "1"),
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
