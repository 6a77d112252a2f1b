"""Confusion: which class is taken for which, and the mistakes, the surest first."""

import numpy as np

from core.answers import Confusion, FloatArray, Indices
from core.measure import classes

MOST_MISTAKES = 200


def confusion(A: FloatArray, Y: FloatArray, kinds: int) -> Confusion:
    """Compare answers A (n_L, m) with targets Y (n_L, m) of so many classes."""
    true, answered = classes(Y).astype(np.intp), classes(A).astype(np.intp)
    counts = np.zeros((kinds, kinds), dtype=np.intp)
    np.add.at(counts, (true, answered), 1)
    shares = _of_class_1(A[0], answered) if len(A) == 1 else A.max(axis=0)
    wrong = np.flatnonzero(true != answered)
    worst = wrong[np.argsort(-shares[wrong], kind="stable")][:MOST_MISTAKES]
    found = Confusion(counts, worst, true[worst], answered[worst], shares[worst])
    for part in (counts, worst, found.true, found.answered, found.shares):
        part.flags.writeable = False
    return found


def _of_class_1(output: FloatArray, answered: Indices) -> FloatArray:
    """Return what one output gives the class answered, 0 or 1."""
    return np.where(answered == 1, output, 1.0 - output)
