"""Deep experiments for the plots by layer: what each first weight does to six layers."""

from core.datasets.circles import Circles
from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.layer import ActivationName, Layer
from core.snapshot import Snapshot
from core.trainer import Trainer


def deep(
    weights: AnyInitializer, activation: ActivationName = "relu", layers: int = 6
) -> Experiment:
    """Return an experiment with hidden layers of ten units, all drawn alike."""
    hidden = (Layer(10, activation, weights) for _ in range(layers))
    return Experiment(
        format=1,
        seed=3,
        dataset=Circles(samples=100, test_samples=20),
        layers=(*hidden, Layer(1, "sigmoid", weights)),
    )


def diagnosed(experiment: Experiment, steps: int = 0) -> Snapshot:
    """Return the snapshot after this many steps, with its diagnostics."""
    trainer = Trainer(experiment)
    trainer.advance(steps)
    return trainer.snapshot(diagnostics=True)
