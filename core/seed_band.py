"""A seed band: what most seeds of one experiment do, step by step."""

from collections.abc import Iterator
from typing import NamedTuple

from core.bands import Bands, bands
from core.ensemble import Ensemble, draws
from core.experiment import Experiment


class SeedBand(NamedTuple):
    """Which seeds, how far, and how often the losses are looked at.

    The seeds are the experiment's and the next ones.
    """

    experiment: Experiment
    runs: int
    steps: int
    every: int

    def trace(self) -> Iterator[tuple[int, Bands]]:
        """Yield the bands of the training losses at step 0, every `every`-th, and the last.

        A run that diverged counts on with the loss of its last finite state, as in
        the files of `ensemble`.
        """
        many = Ensemble(draws(self.experiment, self.runs))
        yield 0, bands(many.train_losses())
        while many.step < self.steps:
            many.advance(min(self.every, self.steps - many.step))
            yield many.step, bands(many.train_losses())
