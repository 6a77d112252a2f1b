"""Workers: processes of this machine that share out the tasks of long work.

Each computes with one thread of the mathematics library: one process a core is
faster than many threads on small matrices.
"""

import os
import signal
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

from core.problem import Problem

Result = TypeVar("Result")

MOST_WORKERS = 60  # more than Windows can wait for
ONE_THREAD: dict[str, str] = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
}


def share_out(
    work: Callable[[int], Result], tasks: Iterable[int], workers: int | None = None
) -> Generator[tuple[int, Result], None, None]:
    """Yield tasks with their results as they are finished, in any order.

    Parameters
    ----------
    work : callable
        What is done with each task; it goes to other processes.
    workers : int, optional
        How many; without it, one for each core.

    Raises
    ------
    Problem
        `worker_lost` if a process was ended from outside.
    """
    count = min(workers or os.cpu_count() or 1, MOST_WORKERS)
    others = set(active_children())
    with _one_thread_each(), ProcessPoolExecutor(count, get_context("spawn"), _begin) as pool:
        futures = {pool.submit(work, task): task for task in tasks}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BrokenProcessPool as error:
            raise Problem("", "worker_lost") from error
        except BaseException:  # an interruption does not wait for what is being computed
            for child in set(active_children()) - others:
                child.terminate()
            raise


def _begin() -> None:
    """Leave it to the parent to be interrupted from the keyboard, and end when it has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the parent to be gone: if it was killed, nobody else ends this process."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _one_thread_each() -> Generator[None, None, None]:
    """Let processes started now compute with one thread."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
