"""Spreads: those of some steps of a run (`core.records` says which).

They are immutable: histories, snapshots and runs that part from one another
share them, and none is ever copied.
"""

from copy import copy

from core.diagnostics import Spread
from core.diagnostics.spread import BINS, QUANTITIES
from core.records import Records

MOST_BYTES = 1 << 23  # in a history: of a very deep network it has fewer
LAYER_BYTES = 2 * BINS * len(QUANTITIES)


class Spreads:
    """The spreads of one run.

    Parameters
    ----------
    layers : int
    spacing : int
        Steps between the first of them, a power of two.
    most : int
        In a history, at most, a power of two.
    """

    def __init__(self, layers: int, spacing: int, most: int) -> None:
        while most > 2 and layers * LAYER_BYTES * most > MOST_BYTES:
            most //= 2
        self._steps = Records(1, most, spacing)
        self._kept: dict[int, Spread] = {}

    def is_due(self, step: int) -> bool:
        """Say whether `step` is the next one to be kept."""
        return self._steps.is_due(step)

    def keep(self, spread: Spread) -> None:
        """Keep the spread of the step that is due."""
        self._steps.new()[0] = spread.step
        self._kept[spread.step] = spread

    def before(self, step: int) -> tuple[Spread, ...]:
        """Return those before a step, evenly spaced."""
        return tuple(self._kept[int(at)] for at in self._steps.before(step)[0])

    def copy(self) -> "Spreads":
        """Return the same spreads, which go on by themselves."""
        other = copy(self)
        other._steps, other._kept = self._steps.copy(), dict(self._kept)
        return other

    def forget_from(self, step: int) -> None:
        """Forget those of `step` and of all later steps."""
        self._steps.forget_from(step)
        self._kept = {at: kept for at, kept in self._kept.items() if at < step}
