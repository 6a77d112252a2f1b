"""Background: long work in a process of its own, whose results come one by one.

A process shares no interpreter with the window: however hard it computes, no
frame is late. It steps back behind whoever else needs the processor, and it can
be ended at any moment.
"""

import os
import traceback
from collections.abc import Callable, Iterable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar, cast

from core.problem import Problem

Result = TypeVar("Result")

NICENESS = 5  # of 19: how far it steps back, where the system knows such a thing


class WorkFailed(Exception):
    """A bug in the work: its traceback, as text."""


class Background(Generic[Result]):
    """Computes all that `results` yields, in another process, beginning at once.

    Parameters
    ----------
    results : callable
        Returns the results one after another; it goes to the process, so it is
        a function of a module or a method of a value.
    """

    def __init__(self, results: Callable[[], Iterable[Result]]) -> None:
        context = get_context("spawn")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_compute, args=(results, sender), daemon=True)
        self._process.start()
        sender.close()
        self.done = False

    def take(self, most: int) -> list[Result]:
        """Return what has come since the last time, at most so much; never waits.

        Raises
        ------
        Problem
            What the work raised, or `worker_lost` if the process was ended from outside.
        WorkFailed
            If there is a bug in the work.
        """
        taken: list[Result] = []
        while not self.done and len(taken) < most and self._receiver.poll():
            taken.extend(self._receive())
        return taken

    def stop(self) -> None:
        """End the process, whatever it is at, and wait for that."""
        self.done = True
        self._process.terminate()
        self._process.join()
        self._receiver.close()

    def _receive(self) -> list[Result]:
        """Return what one message brought: a result, or nothing, if it was the last."""
        try:
            message = self._receiver.recv()
        except (EOFError, OSError) as error:
            self.stop()
            raise Problem("", "worker_lost") from error
        if isinstance(message, tuple):
            return list(cast("tuple[Result]", message))
        self.stop()
        if message is not None:
            raise message
        return []


def _compute(results: Callable[[], Iterable[object]], sender: Connection) -> None:
    """Send every result, then None, or what kept it from going on."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    try:
        for result in results():
            sender.send((result,))
        sender.send(None)
    except BrokenPipeError:  # nobody listens any more
        pass
    except Problem as problem:
        sender.send(problem)
    except Exception:  # noqa: BLE001 - whatever it is, it must be seen
        sender.send(WorkFailed(traceback.format_exc()))
