"""Handwritten digits: 1,797 real pictures of 8x8 pixels.

The test part of UCI's "Optical Recognition of Handwritten Digits" (Alpaydin and
Kaynak 1998), as scikit-learn ships it; `resources/datasets/LICENSE` has the terms.
"""

from functools import lru_cache
from typing import ClassVar

import numpy as np

from core.datasets.base import Dataset, FloatArray, pixel_names
from core.datasets.real import Indices, RealRule
from core.fields import Samples
from core.resources import resource
from core.streams import data_stream

SIDE = 8
CLASSES = 10
BRIGHTEST = 16  # of the pixels in the file


class Digits(RealRule, frozen=True, tag="digits", kw_only=True):
    """Pixels from 0 to 1, the file's divided by 16; a target row for each digit.

    Any number of samples taken in order holds every digit about equally often.
    """

    available: ClassVar[int] = 1797

    samples: Samples = 1500
    test_samples: Samples = 297

    def picture(self) -> tuple[int, int]:
        """Return (8, 8)."""
        return SIDE, SIDE

    def shape(self) -> tuple[int, int]:
        """Return (64, 10)."""
        self.check_available()
        return SIDE**2, CLASSES

    def draw(self) -> Dataset:
        """Return the chosen pictures."""
        pixels, digits = _read()
        train, test = self.parts(_in_turn(digits, self.seed))
        one_hot = np.eye(CLASSES)[:, digits]
        names = tuple(str(digit) for digit in range(CLASSES))
        return Dataset(
            train_inputs=pixels.take(train, axis=1),
            train_targets=one_hot.take(train, axis=1),
            test_inputs=pixels.take(test, axis=1),
            test_targets=one_hot.take(test, axis=1),
            feature_names=pixel_names(SIDE, SIDE),
            target_names=names,
            class_names=names,
            image_shape=(SIDE, SIDE),
        )


@lru_cache(maxsize=1)
def _read() -> tuple[FloatArray, Indices]:
    """Return pixels (64, 1797) from 0 to 1, and the digits (1797,)."""
    path = resource("datasets", "digits.csv")
    table = np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.intp)
    return np.ascontiguousarray(table[:, :-1].T / BRIGHTEST), table[:, -1]


def _in_turn(classes: Indices, seed: int) -> Indices:
    """Return a random order of the samples in which the classes take turns."""
    order = data_stream(seed).permutation(classes.size)
    turn = np.empty_like(order)  # how many of its class come before each
    for label in range(CLASSES):
        own = classes[order] == label
        turn[own] = np.arange(np.count_nonzero(own))
    return order[np.argsort(turn, kind="stable")]
