"""Twins: identical neurons share a letter and an outline, so that symmetry is seen.

"a a a b" says: three neurons have the same weights and bias, and do the work of
one. A layer whose neurons all differ has no letters.
"""

from collections import Counter

import numpy as np
from msgspec import Struct

from core.likeness import first_alike
from core.snapshot import FloatArray

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


class Twins(Struct, frozen=True):
    """The letters of a layer by neuron, and which neurons are not alone with theirs."""

    letters: dict[int, str] = {}
    others: dict[int, int] = {}


NO_TWINS = Twins()


def twins_in(weights: FloatArray, biases: FloatArray) -> Twins:
    """Find the neurons with exactly the same weights and bias."""
    leaders = first_alike(np.hstack((weights, biases)))
    count = Counter(leaders)
    if len(count) == len(leaders):
        return NO_TWINS
    # In the order of the neurons; a neuron whose kind comes after z has no letter.
    letters = dict(zip(count, ALPHABET, strict=False))
    return Twins(
        letters={index: letters[one] for index, one in enumerate(leaders) if one in letters},
        others={index: count[one] - 1 for index, one in enumerate(leaders) if count[one] > 1},
    )
