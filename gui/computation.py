"""A computation: long work in another process, whose results arrive as signals."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.problem import Problem

if TYPE_CHECKING:
    from core.background import Background

LOOK_MS = 33  # between two looks at what has come
MOST = 100  # results taken in at a look


class Computation(QObject):
    """One piece of work at a time; a new one takes the place of the one before.

    Signals
    -------
    arrived(list)
        The next results, in order.
    ended(bool)
        The work is over; whether it came to its end.
    refused(Problem)
        What kept it from that, if it was not cancelled.
    """

    arrived = Signal(list)
    ended = Signal(bool)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Background | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether there is work going on."""
        return self._work is not None

    def start(self, results: Callable[[], Iterable[object]]) -> None:
        """Compute all that `results` yields; see `core.background`."""
        from core.background import Background  # multiprocessing, which few starts need

        self.cancel()
        self._work = Background(results)
        self._timer.start()

    def cancel(self) -> None:
        """End the work, if there is any."""
        if self._work is not None:
            self._work.stop()
            self._end(False)

    def _look(self) -> None:
        work = self._work
        assert work is not None  # the timer runs only as long as there is work
        try:
            results = work.take(MOST)
        except Problem as problem:
            self._end(False)
            self.refused.emit(problem)
            return
        except Exception:
            self._end(False)
            raise  # a bug: it goes where every bug goes
        if results:
            self.arrived.emit(results)
        if work.done and self._work is work:
            self._end(True)

    def _end(self, complete: bool) -> None:
        self._timer.stop()
        self._work = None
        self.ended.emit(complete)
