"""Unhurried painting: what is read, and not seen at a glance, is painted ten times a second.

Nobody can read numbers that change with every frame, and drawing text takes time.
"""

from collections.abc import Callable
from itertools import cycle
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

PERIOD = 0.1  # s
LATEST_MS = 150  # more than a period: while frames come, the next of them paints

_turns = cycle((0, 1 / 3, 2 / 3))  # of a period: not all in the same frame


class Unhurried(QTimer):
    """Has something painted once in each period: at once, or when the next one begins."""

    def __init__(self, parent: QObject, paint: Callable[[], None]) -> None:
        super().__init__(parent, singleShot=True, interval=LATEST_MS)
        self._paint = paint
        self._turn = next(_turns)
        self._painted = -1.0  # the period in which it was
        self.timeout.connect(self._now)

    def ask(self) -> None:
        """Ask to have it painted."""
        if self._period() != self._painted:
            self._now()
        elif not self.isActive():
            self.start()

    def _now(self) -> None:
        self.stop()
        self._painted = self._period()
        self._paint()

    def _period(self) -> float:
        return (perf_counter() / PERIOD + self._turn) // 1
