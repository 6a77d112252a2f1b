"""What 30 snapshots a second cost the training, without and with the diagnostics of all layers."""

from core.experiment import Experiment
from core.trainer import Trainer
from tests.bench.timing import FEW_TURNS, Contender, race, rate

A_SECOND = 30


def costs(experiment: Experiment) -> tuple[float, float]:
    """Return which share of the steps plain snapshots cost, and those with diagnostics."""
    trainer = Trainer(experiment, watched=True)
    trainer.advance(10_000)  # records are as rare as in most of a long run
    chunk = round(rate(Contender(trainer.advance, 100), FEW_TURNS) / A_SECOND)

    def looked_at(steps: int) -> None:
        trainer.advance(steps)
        trainer.snapshot()

    def diagnosed(steps: int) -> None:
        trainer.advance(steps)
        trainer.snapshot(diagnostics=True)

    contenders = (Contender(each, chunk) for each in (trainer.advance, looked_at, diagnosed))
    alone, plain, full = race(*contenders)
    return 1 - plain / alone, 1 - full / alone
