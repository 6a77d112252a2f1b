"""Unhurried painting: what is read, and not seen at a glance, is painted ten times a second.

Nobody can read numbers that change with every frame, and drawing text takes time.
"""

from collections.abc import Callable
from math import inf
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

PERIOD = 0.1  # s
LATEST_MS = 150  # more than a period: while frames come, the next of them paints


class Unhurried(QTimer):
    """Has something painted at once after a rest, else when the rest is over."""

    def __init__(self, parent: QObject, paint: Callable[[], None]) -> None:
        super().__init__(parent, singleShot=True, interval=LATEST_MS)
        self._paint = paint
        self._painted = -inf
        self.timeout.connect(self._now)

    def ask(self) -> None:
        """Ask to have it painted."""
        if perf_counter() - self._painted >= PERIOD:
            self._now()
        elif not self.isActive():
            self.start()

    def _now(self) -> None:
        self.stop()
        self._painted = perf_counter()
        self._paint()
