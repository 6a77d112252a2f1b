"""Real snapshots for the plots: small experiments, trained for a few steps."""

import msgspec
import numpy as np
from msgspec.structs import replace

from core.datasets.circles import Circles
from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.initializers.constant import Zeros
from core.initializers.he import HeNormal
from core.layer import ActivationName, Layer
from core.optimizers import Sgd
from core.snapshot import Snapshot
from core.trainer import Trainer

HE, ZEROS = HeNormal(), Zeros()


def circles(
    units: tuple[int, ...] = (4, 3),
    weights: AnyInitializer = HE,
    output: ActivationName = "sigmoid",
    learning_rate: float = 0.1,
) -> Experiment:
    """Return an experiment on a few points of the circles, with hidden layers of ReLU."""
    hidden = (Layer(each, "relu", weights) for each in units)
    return Experiment(
        format=1,
        seed=3,
        dataset=Circles(samples=40, test_samples=20),
        layers=(*hidden, Layer(1, output, weights)),
        optimizer=Sgd(learning_rate=learning_rate),
    )


def trained(experiment: Experiment, steps: int, decision: bool = False) -> Snapshot:
    """Return the snapshot after this many steps."""
    trainer = Trainer(experiment)
    trainer.advance(steps)
    return trainer.snapshot(decision=decision)


def diverged() -> Snapshot:
    """Return a run that left the numbers: mean squared error, and far too large steps."""
    wild = circles(output="linear", learning_rate=50.0)
    result = trained(msgspec.structs.replace(wild, loss="mean_squared_error"), 1000)
    assert result.divergence is not None
    return result


def with_norms(snapshot: Snapshot, norms: np.ndarray) -> Snapshot:
    """Return the snapshot with other recorded gradients (neurons, records)."""
    records = norms.shape[1]
    zeros = np.zeros(records)
    history = replace(
        snapshot.history,
        steps=np.arange(float(records)),
        train_loss=zeros, test_loss=zeros, train_accuracy=zeros, test_accuracy=zeros,
        gradient_norms=norms,
    )  # fmt: skip
    return replace(snapshot, history=history, step=records - 1, reached=records - 1)
