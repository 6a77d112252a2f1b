"""At chance: after many steps no better than guessing, and nothing changes.

Healthy networks may stay on a plateau near chance, but they move: from step 500
on the second half of their way lowers the loss by more than 0.1 % of chance.
"""

import numpy as np

from core.findings import Finding
from core.findings.state import State

ENOUGH = 500  # steps
NEAR = 0.99  # of the loss of guessing
FLAT = 0.001  # of it, in the second half of the run
SOURCE = "S3"


def at_chance(state: State) -> tuple[Finding, ...]:
    """Find out whether the network still only guesses."""
    loss, history = state.measurement.train_loss, state.history
    if not (state.step >= ENOUGH and loss >= NEAR * state.chance):
        return ()
    half = np.searchsorted(history.steps, state.step / 2)
    if not abs(float(history.train_loss[half]) - loss) <= FLAT * state.chance:
        return ()
    values = {"loss": loss, "chance": state.chance, "steps": state.step}
    return (Finding("at_chance", 0, values | {"threshold": NEAR, "source": SOURCE}),)
