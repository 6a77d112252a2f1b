"""Pairs: where the samples of a fit stand, and where they would if it were perfect.

With one input: (input, target), and at the same input the answer. With more:
(target, answer), and on the diagonal (target, target). So a point and its foot
are always above one another, and their distance is the residual.
"""

import numpy as np
from msgspec import Struct

from core.answers import Answered, Fit
from core.datasets import Dataset
from core.snapshot import FloatArray


class Pairs(Struct, frozen=True):
    """Samples of one set, (k,) arrays: places, feet, and what is true and answered there."""

    x: FloatArray
    y: FloatArray
    foot: FloatArray
    true: FloatArray
    answer: FloatArray


def pairs(dataset: Dataset, fit: Fit) -> tuple[Pairs, Pairs]:
    """Return the pairs of the training and of the test set."""
    along = fit.curve is not None
    return (
        _pairs(dataset.train_inputs, dataset.train_targets, fit.train, along),
        _pairs(dataset.test_inputs, dataset.test_targets, fit.test, along),
    )


def extent(values: FloatArray, margin: float) -> tuple[float, float]:
    """Return the ends of an axis for these values, what is not finite left out."""
    finite = values[np.isfinite(values)]
    low, high = float(finite.min(initial=np.inf)), float(finite.max(initial=-np.inf))
    if low >= high:
        return (low - 1.0, low + 1.0) if low == high else (-1.0, 1.0)
    return low - margin * (high - low), high + margin * (high - low)


def _pairs(inputs: FloatArray, targets: FloatArray, given: Answered, along: bool) -> Pairs:
    true = targets[0, given.samples]
    if along:
        return Pairs(inputs[0, given.samples], true, given.values, true, given.values)
    return Pairs(true, given.values, true, true, given.values)
