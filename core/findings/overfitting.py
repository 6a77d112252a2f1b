"""Overfitting: the network gets better on what it has seen and worse on the rest (S2).

Two things must be: the test loss is well above the lowest that it was, while the
training loss fell (the generalization loss of Prechelt 1998, "Early stopping -
but when?"); and what people look at, the accuracy, is well below that of the
training set. For values the share of the variance explained takes its place.
"""

from math import isnan

import numpy as np

from core.findings import Finding
from core.findings.state import State

MOST = 0.2  # generalization loss; Prechelt stops at 0.05 and below
GAP = 0.1  # in accuracy; S2's example has 0.96 against 0.64
SOURCE = "Prechelt 1998; S2"


def overfitting(state: State) -> tuple[Finding, ...]:
    """Find out whether the test loss has risen while the training loss fell."""
    history, now = state.history, state.measurement
    at = int(np.argmin(history.test_loss))
    best = float(history.test_loss[at])
    has_parted = now.test_loss > (1 + MOST) * best and now.train_loss < history.train_loss[at]
    if not (has_parted and _gap(state) >= GAP):
        return ()
    values = {
        "train_loss": now.train_loss,
        "test_loss": now.test_loss,
        "best": best,
        "step": int(history.steps[at]),
    }
    return (Finding("overfitting", 0, values | {"threshold": MOST, "source": SOURCE}),)


def _gap(state: State) -> float:
    """Return by how much the network does better in training than in testing."""
    now = state.measurement
    if isnan(now.train_accuracy):
        return (now.test_loss - now.train_loss) / state.chance
    return now.train_accuracy - now.test_accuracy
