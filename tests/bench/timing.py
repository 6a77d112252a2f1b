"""How rates are measured: in turns, so that a disturbance hits everybody, and the best turn counts.

Disturbances only slow down; what is left of them in the best turn is the same for all.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

TURNS, FEW_TURNS = 40, 10
SECONDS = 0.1  # of a turn: short enough to fall between disturbances


class Contender(NamedTuple):
    """Something that trains: `advance` makes steps, `chunk` at a time, of `runs` runs."""

    advance: Callable[[int], object]
    chunk: int
    runs: int = 1


def race(*contenders: Contender, turns: int = TURNS) -> tuple[float, ...]:
    """Return the steps a second of each, those of all its runs together."""
    for each in contenders:
        each.advance(each.chunk)
    best = [0.0] * len(contenders)
    for _ in range(turns):
        for index, each in enumerate(contenders):
            best[index] = max(best[index], _turn(each))
    return tuple(best)


def rate(contender: Contender, turns: int = TURNS) -> float:
    """Return the steps a second of one that runs alone."""
    return race(contender, turns=turns)[0]


def _turn(contender: Contender) -> float:
    begin, steps = time.perf_counter(), 0
    while time.perf_counter() - begin < SECONDS:
        contender.advance(contender.chunk)
        steps += contender.chunk
    return contender.runs * steps / (time.perf_counter() - begin)


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process, and the threads that libraries begin meanwhile, on one core."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
