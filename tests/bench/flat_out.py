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


def headless_seconds(kind: str, first: int, last: int) -> float:
    """Return how long the same steps take without a window."""
    experiments = EXPERIMENTS[kind]()
    runs = Trainer(*experiments) if len(experiments) == 1 else lockstep(experiments)
    runs.advance(first)
    begin = time.perf_counter()
    runs.advance(last - first)
    return time.perf_counter() - begin
