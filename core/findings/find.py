"""Which findings there are, in which order: the cause before its symptoms.

Inputs that are too large come before all. A dead or identical layer makes
gradients 0, saturation makes them small, and all of these keep the loss at
chance: so those come first, and what is left for the end are the runs whose
layers are in order.
"""

from collections.abc import Callable
from itertools import chain

import numpy as np

from core.findings import Finding
from core.findings.at_chance import at_chance
from core.findings.dead import dead_layers, dying_layers
from core.findings.gradient_size import exploding, healthy, vanishing
from core.findings.overfitting import overfitting
from core.findings.raw_inputs import raw_inputs
from core.findings.saturated import saturated
from core.findings.slow import slow
from core.findings.state import State
from core.findings.symmetric import symmetric
from core.findings.zero_gradient import zero_gradient, zero_on_the_whole

RULES: tuple[Callable[[State], tuple[Finding, ...]], ...] = (
    raw_inputs,
    dead_layers,
    zero_gradient,
    symmetric,
    saturated,
    exploding,
    vanishing,
    zero_on_the_whole,
    dying_layers,
    slow,
    at_chance,
    overfitting,
)


@np.errstate(all="ignore")
def find(state: State) -> tuple[Finding, ...]:
    """Diagnose a network: at least one finding, the most fundamental first.

    After a divergence there is nothing else to say.
    """
    end = state.divergence or state.overflow
    if end is not None:
        return (Finding("diverged", end.layer, {"step": end.step, "quantity": end.quantity}),)
    found = tuple(chain.from_iterable(rule(state) for rule in RULES))
    return found or (healthy(state) if state.step else Finding("not_started", 0, {}),)
