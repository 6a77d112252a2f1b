"""What an edit means for the network that is training.

live: applied to the running network. redraw: new weights, back to step 0.
structural: another network or other data, a new run. none: nothing changes.
"""

from typing import Literal

from core.experiment import Experiment

Change = Literal["none", "live", "redraw", "structural"]


def change(before: Experiment, after: Experiment) -> Change:
    """Say what going from `before` to `after` asks of the trainer."""
    raise NotImplementedError
