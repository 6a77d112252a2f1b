"""Runs that tests look at."""

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from core import edits
from core.datasets.plane import Plane
from core.experiment import Experiment
from core.layer import Layer
from core.optimizers import Sgd
from core.snapshot import History
from core.trainer import Trainer
from tests.core.networks import circles

FULL = circles((4, 3), "tanh", optimizer=Sgd(learning_rate=0.5, momentum=0.9))
BATCHES = replace(FULL, batch_size=64)  # 300 samples: 4 batches of 64 and one of 44
BLOWS_UP = circles(
    (4,), "linear", output="linear", loss="mean_squared_error", optimizer=Sgd(learning_rate=100.0)
)
LOSS_FIRST = replace(  # so geometric a growth that errors are finite when their squares are not
    edits.set_dataset(BLOWS_UP, Plane()),
    layers=(Layer(1, "linear"),),
    optimizer=Sgd(learning_rate=10.0),
)
both_modes = pytest.mark.parametrize("experiment", [FULL, BATCHES], ids=["full", "batches"])


def parameters(trainer: Trainer) -> bytes:
    """Return every bit of the parameters."""
    network = trainer.network
    return b"".join(array.tobytes() for array in (*network.weights, *network.biases))


def advanced(experiment: Experiment, steps: int) -> Trainer:
    trainer = Trainer(experiment, watched=True)
    assert trainer.advance(steps) == steps
    return trainer


def arrays_of(history: History) -> list[NDArray[np.generic]]:
    """Return every array of a history."""
    *names, spreads = history.__struct_fields__
    counts = (spread.counts for spread in getattr(history, spreads))
    return [*(getattr(history, name) for name in names), *counts]
