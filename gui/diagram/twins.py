"""Twins: identical neurons share a letter and an outline, so that symmetry is seen.

"a a a b" says: three neurons have the same weights and bias, and do the work of
one. A layer whose neurons all differ has no letters.
"""

import numpy as np
from msgspec import Struct

from core.diagnostics.symmetry import Groups, equal_rows
from core.snapshot import FloatArray

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


class Twins(Struct, frozen=True):
    """The letters of a layer by neuron, and which neurons are not alone with theirs."""

    letters: dict[int, str] = {}
    others: dict[int, int] = {}


NO_TWINS = Twins()


def twins_in(weights: FloatArray, biases: FloatArray) -> Twins:
    """Find the neurons with exactly the same weights and bias."""
    groups = equal_rows(weights) and equal_rows(np.hstack((weights, biases)))
    return _named(groups, len(weights)) if groups else NO_TWINS


def _named(groups: Groups, units: int) -> Twins:
    """Give letters in the order of the neurons; neurons without a twin come after z unnamed."""
    leader = {index: group[0] for group in groups for index in group}
    leaders = [leader.get(index, index) for index in range(units)]
    letters = dict(zip(dict.fromkeys(leaders), ALPHABET, strict=False))
    return Twins(
        letters={index: letters[one] for index, one in enumerate(leaders) if one in letters},
        others={index: len(group) - 1 for group in groups for index in group},
    )
