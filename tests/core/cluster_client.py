"""Sweep on a Dask cluster of two workers and end one of them after the first result.

`python -m tests.core.cluster_client ADDRESS PID OUT`, for `test_cluster`: Dask's
threads stay in a process of their own.
"""

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterable
from functools import partial
from pathlib import Path

from core.axis import axis
from core.cluster import share_out_to
from core.commands.sweep import sweep
from core.initializers.normal import Normal
from core.sweep import Row, Sweep
from tests.core.networks import circles

NORMAL = circles((10, 5), "relu", Normal(std=0.1), generator="pcg64")
SWEEP = Sweep(NORMAL, (axis(NORMAL, "layers[*].weights.std", 0.01, 1, 3),), runs=60, steps=300)


def share_out_and_kill(
    address: str, pid: int, work: Callable[[int], list[Row]], tasks: Iterable[int]
) -> Generator[tuple[int, list[Row]], None, None]:
    """Share out, and kill a worker as soon as there is something to lose."""
    for number, result in enumerate(share_out_to(address, work, tasks)):
        if number == 0:
            os.kill(pid, signal.SIGKILL)
        yield result


def main() -> None:
    """Wait for both workers, then sweep."""
    from distributed import Client

    address, pid, out = sys.argv[1:]
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
    sweep(SWEEP, Path(out), partial(share_out_and_kill, address, int(pid)))


if __name__ == "__main__":
    main()
