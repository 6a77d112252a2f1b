"""The answers of a network, in the form that its data allow.

Two inputs: over the plane. Values to predict: of samples, beside the true ones,
and along the input if it is one. Classes: counted, and the mistakes one by one.
"""

from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.datasets import Dataset

FloatArray = NDArray[np.float64]
Indices = NDArray[np.intp]
MOST_PRODUCTS = 20_000_000  # weights times points: what a frame has time for

AnswerKind = Literal["plane", "fit", "classes"]


class DecisionGrid(Struct, frozen=True):
    """The first output over a square grid of two inputs.

    `extent` is (x1 low, x1 high, x2 low, x2 high); `values` (rows, columns),
    row 0 at x2 low, each value the output at the middle of its cell.
    """

    extent: tuple[float, float, float, float]
    values: FloatArray

    def in_original_units(self, dataset: Dataset) -> "DecisionGrid":
        """Return the grid and its answers in the units that people know."""
        sides = dataset.input_scaling.to_original(np.array(self.extent).reshape(2, 2))
        left, right, low, high = sides.ravel().tolist()
        mean, std = _first_target(dataset)
        return DecisionGrid((left, right, low, high), self.values * std + mean)


class Answered(Struct, frozen=True):
    """The first output for samples of one set.

    Attributes
    ----------
    samples : (k,) array
        Which of the set: all, or of very many an even choice.
    values : (k,) array
        The answers, as the network gives them.
    error : float
        Root mean square of target - answer, over the whole set.
    """

    samples: Indices
    values: FloatArray
    error: float

    def in_original_units(self, dataset: Dataset) -> "Answered":
        """Return the answers in the units that people know."""
        mean, std = _first_target(dataset)
        return Answered(self.samples, self.values * std + mean, self.error * std)


class Fit(Struct, frozen=True):
    """What a network predicts of the first target.

    `curve` (2, k) holds inputs and answers along the only input; None if there are more.
    """

    train: Answered
    test: Answered
    curve: FloatArray | None

    def in_original_units(self, dataset: Dataset) -> "Fit":
        """Return the fit in the units that people know."""
        curve = self.curve
        if curve is not None:
            mean, std = _first_target(dataset)
            inputs = dataset.input_scaling.to_original(curve[:1])
            curve = np.vstack((inputs, curve[1:] * std + mean))
        train, test = (part.in_original_units(dataset) for part in (self.train, self.test))
        return Fit(train, test, curve)


class Confusion(Struct, frozen=True):
    """Which classes of the test set are taken for which.

    Attributes
    ----------
    counts : (K, K) array of int
        Test samples; the row is the true class, the column the answer.
    mistakes : (k,) array of int
        Samples of the test set whose class was not answered, the surest answers
        first; of very many, those.
    true, answered : (k,) arrays of int
        Their classes.
    shares : (k,) array
        What the output gives the class answered: a probability after sigmoid or softmax.
    """

    counts: Indices
    mistakes: Indices
    true: Indices
    answered: Indices
    shares: FloatArray


Answers = DecisionGrid | Fit | Confusion


def _first_target(dataset: Dataset) -> tuple[float, float]:
    """Return mean and std by which the first target was scaled."""
    scaling = dataset.target_scaling
    return float(scaling.mean[0, 0]), float(scaling.std[0, 0])


def affordable(weights: int) -> int:
    """Return at how many points a network of so many weights can be asked for a frame."""
    return MOST_PRODUCTS // max(1, weights)


def answer_kind(dataset: Dataset) -> AnswerKind:
    """Return in which form the answers to these data come."""
    if len(dataset.train_inputs) == 2:
        return "plane"
    return "classes" if dataset.task == "classification" else "fit"
