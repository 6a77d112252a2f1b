"""Slow: gradients are in order, but the steps are so short that the weights stay where they are.

Read off the way so far: how much the weights have changed in one step of it, on
average, beside their size. At step 0 it is the first step that tells.
"""

from core.diagnostics.update_ratio import first_update, update_ratios
from core.findings import Finding
from core.findings.state import State
from core.parameters import Parameters

LEAST = 1e-5  # of the weights in a step: two decades below what is usual
MOVED = 0.1  # of the weights in all: who has come so far was not slow
SOURCE = "Karpathy, makemore"


def slow(state: State) -> tuple[Finding, ...]:
    """Find out whether no layer moves at a pace that leads anywhere."""
    if state.learns:
        return ()
    way, steps = _way(state)
    moved = update_ratios(way, state.initial).tolist()
    most = max(moved)
    if not 0.0 < most < min(MOVED, LEAST * steps):
        return ()
    values = {"ratio": most / steps, "threshold": LEAST, "source": SOURCE}
    return (Finding("slow", moved.index(most) + 1, values),)


def _way(state: State) -> tuple[Parameters, int]:
    """Return what the steps so far, or the first one to come, change, and how many they are."""
    if state.step == 0:
        return first_update(state.experiment, state.parameters, state.gradient), 1
    change = state.parameters.flat - state.initial.flat
    return Parameters(state.initial.sizes, change), state.step
