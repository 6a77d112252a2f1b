"""A cluster: the tasks of long work on the machines of a Dask scheduler.

The workers need InitLab installed, in the same version. Dask gives the tasks
of a worker that is lost to the others. It runs what it is sent: a scheduler is
to be reached only by people who may run programs on its workers anyway.
"""

from collections.abc import Callable, Generator, Iterable
from importlib import import_module
from typing import Any, TypeVar

from core.problem import Problem

Result = TypeVar("Result")

LIBRARY, EXTRA = "distributed", "cluster"
SECONDS = 10  # to wait for the scheduler's answer


def share_out_to(
    address: str, work: Callable[[int], Result], tasks: Iterable[int]
) -> Generator[tuple[int, Result], None, None]:
    """Yield tasks with their results as they are finished, in any order.

    Parameters
    ----------
    address : str
        The scheduler's: tcp://127.0.0.1:8786.
    work : callable
        What is done with each task; it goes to the workers.

    Raises
    ------
    Problem
        At `--scheduler`: `missing_library` or `no_scheduler`; `worker_lost` if
        one task ended several workers.
    """
    distributed = _library()
    with _client(distributed, address) as client:
        futures = {client.submit(work, task, pure=False): task for task in tasks}
        try:
            done = distributed.as_completed(futures, loop=client.loop, with_results=True)
            for future, result in done:
                yield futures[future], result
        except distributed.KilledWorker as error:
            raise Problem("", "worker_lost") from error


def _library() -> Any:
    """Return Dask's library, which only this needs and which has no types."""
    try:
        return import_module(LIBRARY)
    except ImportError as error:
        raise Problem("--scheduler", "missing_library", name=LIBRARY, extra=EXTRA) from error


def _client(distributed: Any, address: str) -> Any:
    try:
        return distributed.Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:  # a timeout is an OSError
        raise Problem("--scheduler", "no_scheduler", found=address) from error
