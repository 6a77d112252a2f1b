"""What an edit means for the network that is training.

live: applied to the running network. redraw: new weights, back to step 0.
structural: another network or other data, a new run. none: nothing changes.
"""

from typing import Literal

from msgspec.structs import replace

from core.experiment import Experiment

Change = Literal["none", "live", "redraw", "structural"]


def change(before: Experiment, after: Experiment) -> Change:
    """Say what going from `before` to `after` asks of the trainer."""
    same = replace(after, name=before.name)
    if same == before:
        return "none"
    same = _with_settings(same, before)
    if same == before:
        return "live"
    same = _with_draws(same, before)
    return "redraw" if same == before else "structural"


def _with_settings(experiment: Experiment, before: Experiment) -> Experiment:
    """Take over what a running network can follow; another optimizer it cannot."""
    experiment = replace(experiment, l2=before.l2, clip_norm=before.clip_norm)
    if type(experiment.optimizer) is type(before.optimizer):
        experiment = replace(experiment, optimizer=before.optimizer)
    return experiment


def _with_draws(experiment: Experiment, before: Experiment) -> Experiment:
    """Take over all that only decides which first parameters are drawn."""
    layers = list(experiment.layers)
    for index, old in enumerate(before.layers[: len(layers)]):
        layers[index] = replace(layers[index], weights=old.weights, biases=old.biases)
    return replace(experiment, seed=before.seed, generator=before.generator, layers=tuple(layers))
