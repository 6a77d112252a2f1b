"""Work in another process: its results, its errors, and that it can be ended."""

import os
from collections.abc import Callable, Iterator
from multiprocessing import active_children

import pytest

from core.background import Background, WorkFailed
from core.ensemble import Ensemble, draws
from core.problem import Problem
from core.seed_band import SeedBand
from tests.core.networks import circles


def squares() -> Iterator[int]:
    yield from (number**2 for number in range(5))


def endless() -> Iterator[int]:
    yield os.getpid()
    while True:
        pass


def refuses() -> Iterator[int]:
    yield 1
    raise Problem("dataset", "too_many_activations", found=2, most=1)


def breaks() -> Iterator[int]:
    yield 1 // 0


def dies() -> Iterator[int]:
    os._exit(3)


def collect(work: Background) -> list:
    found: list = []
    while not work.done:
        found += work.take(2)
    return found


def test_all_results_come_in_order() -> None:
    assert collect(Background(squares)) == [0, 1, 4, 9, 16]
    assert not active_children()


@pytest.mark.parametrize(
    ("work", "error", "words"),
    [
        (refuses, Problem, "too_many_activations"),
        (breaks, WorkFailed, "ZeroDivisionError"),
        (dies, Problem, "worker_lost"),
    ],
)
def test_what_goes_wrong_there_is_raised_here(
    work: Callable[[], Iterator[int]], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        collect(Background(work))
    assert not active_children()


def test_work_that_never_ends_is_ended() -> None:
    work = Background(endless)
    pid: list[int] = []
    while not pid:
        pid = work.take(1)
    work.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(pid[0], 0)


def test_a_band_says_what_the_single_runs_do() -> None:
    band = SeedBand(circles((4, 3), "tanh"), runs=3, steps=25, every=10)
    traced = list(band.trace())
    assert [step for step, _ in traced] == [0, 10, 20, 25]
    many = Ensemble(draws(band.experiment, 3))
    many.advance(25)
    assert traced[-1][1].median == sorted(many.train_losses())[1]
