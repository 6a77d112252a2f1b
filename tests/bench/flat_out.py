"""What is trained flat out in the window, and the same steps of it without one."""

import time
from collections.abc import Callable, Sequence

from core.experiment import Experiment
from core.trainer import Trainer
from tests.bench import digits
from tests.bench.experiments import circles
from tests.bench.many import compared, lockstep

EXPERIMENTS: dict[str, Callable[[], Sequence[Experiment]]] = {
    "circles": lambda: (circles(),),
    "digits": lambda: (digits.experiment(),),
    "six runs": compared,
}


class Headless:
    """The same runs without a window."""

    def __init__(self, kind: str) -> None:
        experiments = EXPERIMENTS[kind]()
        self._runs = Trainer(*experiments) if len(experiments) == 1 else lockstep(experiments)
        self._step = 0

    def seconds(self, first: int, last: int) -> float:
        """Return how long these steps take; steps of an earlier call can't be had again."""
        self._runs.advance(first - self._step)
        begin = time.perf_counter()
        self._runs.advance(last - first)
        self._step = last
        return time.perf_counter() - begin
