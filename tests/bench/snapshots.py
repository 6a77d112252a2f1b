"""What 30 snapshots a second cost the training, without and with the diagnostics of all layers."""

import time
from collections.abc import Callable

from core.experiment import Experiment
from core.trainer import Trainer
from tests.bench.timing import FEW_TURNS, TURNS, Contender, rate

A_SECOND = 30


def costs(experiment: Experiment) -> tuple[float, float]:
    """Return the share of a second that plain snapshots take, and those with diagnostics.

    Each after a thirtieth of a second of training, when the caches hold other numbers.
    """
    trainer = Trainer(experiment, watched=True)
    trainer.advance(10_000)  # records are as rare as in most of a long run
    chunk = round(rate(Contender(trainer.advance, 100), FEW_TURNS) / A_SECOND)
    plain, full = [], []
    for _ in range(TURNS):
        for taken, diagnostics in ((plain, False), (full, True)):
            trainer.advance(chunk)
            taken.append(_seconds(lambda wish=diagnostics: trainer.snapshot(diagnostics=wish)))
    return A_SECOND * min(plain), A_SECOND * min(full)


def _seconds(act: Callable[[], object]) -> float:
    """Return what it takes of the processor: others may take their share meanwhile."""
    begin = time.thread_time()
    act()
    return time.thread_time() - begin
