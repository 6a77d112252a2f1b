"""The course of a run: which settings were in force at which step.

A live change takes effect between two steps. To train a stretch of the run
again, bit for bit, each change is made again where it was.
"""

from collections.abc import Iterator
from copy import copy

from core.experiment import Experiment


class Course:
    """The live changes of one run, in order."""

    def __init__(self, experiment: Experiment) -> None:
        self._changes = [(0, experiment)]  # from which step, which settings

    def copy(self) -> "Course":
        """Return another course with the same changes so far."""
        other = copy(self)
        other._changes = list(self._changes)
        return other

    def change(self, step: int, experiment: Experiment) -> None:
        """Go on with these settings from `step`; what was planned for later is forgotten."""
        self._changes = [(at, before) for at, before in self._changes if at < step]
        self._changes.append((step, experiment))

    def stretches(self, start: int, end: int) -> Iterator[tuple[Experiment, int]]:
        """Yield settings and the step up to which they hold, from `start` to `end`."""
        ends = [*(at for at, _ in self._changes[1:]), end]
        for (begin, experiment), until in zip(self._changes, ends, strict=True):
            until = min(until, end)
            if max(begin, start) < until:
                yield experiment, until

    def goes_on_with(self, experiment: Experiment, step: int) -> bool:
        """Say whether these settings were in force at `step`, and were not changed later."""
        earlier = [before for at, before in self._changes if at <= step]
        later = [after for at, after in self._changes if at > step]
        return all(settings == experiment for settings in (earlier[-1], *later))
