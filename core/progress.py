"""Progress of long work, on stderr, for people only: silent where no terminal looks."""

import sys
from time import monotonic
from types import TracebackType

SECONDS = 0.1  # between two lines
WIDTH = 24  # of the bar


class Progress:
    """One line with a bar that counts up to `goal` and vanishes at the end."""

    def __init__(self, goal: int) -> None:
        self._goal = goal
        self._stream = sys.stderr
        self._terminal = self._stream.isatty()
        self._next = monotonic()

    def show(self, done: int) -> None:
        """Count up, if it is time again."""
        if self._terminal and monotonic() >= self._next:
            self._next = monotonic() + SECONDS
            share = done / self._goal
            bar = "#" * int(WIDTH * share)
            self._stream.write(f"\r[{bar:<{WIDTH}}] {done:,} / {self._goal:,}  {share:.0%}\x1b[K")
            self._stream.flush()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wipe the line."""
        if self._terminal:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
