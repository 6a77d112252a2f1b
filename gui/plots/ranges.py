"""Ranges that move in steps: an axis that crawls can't be read.

An end of an axis goes to the next round number when the data need it, and back
only when the data have left most of the range empty.
"""

from math import floor, log10

STEPS = (1, 2, 3, 4, 5, 6, 8, 10)
FINE_STEPS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
LOG_STEPS = (1, 2, 5, 10)
SHRINK = 0.4  # of the range: what the data must fall below before it shrinks
LOG_SHRINK = 4.0  # the same on a log axis, as a factor


def round_up(value: float, steps: tuple[float, ...] = STEPS) -> float:
    """Return the smallest round number that is not below a positive value."""
    decade = 10.0 ** floor(log10(value))
    return next((step * decade for step in steps if step * decade >= value), 10 * decade)


def round_down(value: float) -> float:
    """Return the largest of 1, 2 and 5 times a power of ten that is not above a positive value."""
    decade = 10.0 ** floor(log10(value))
    fitting = (step * decade for step in reversed(LOG_STEPS) if step * decade <= value)
    return next(fitting, decade / 2)  # log10 has rounded up to the next decade


class SteppedTop:
    """The upper end of an axis that starts at zero; never below `least`."""

    def __init__(self, least: float, steps: tuple[float, ...] = STEPS) -> None:
        self._least, self._steps = least, steps
        self.value = least

    def follow(self, wanted: float) -> float:
        """Return the end for data that reach up to `wanted`."""
        if wanted > self.value or wanted < SHRINK * self.value:
            self.value = (
                max(self._least, round_up(wanted, self._steps)) if wanted > 0 else self._least
            )
        return self.value


class SteppedDecades:
    """Both ends of a log axis, as log10."""

    def __init__(self) -> None:
        self._low, self._high = 1.0, 1.0

    def follow(self, low: float, high: float) -> tuple[float, float]:
        """Return the ends for data between two positive values."""
        if not self._low <= low <= LOG_SHRINK * self._low:
            self._low = round_down(low)
        if not self._high / LOG_SHRINK <= high <= self._high:
            self._high = round_up(high, LOG_STEPS)
        if self._high < 2 * self._low:
            self._high = 10 * self._low
        return log10(self._low), log10(self._high)
