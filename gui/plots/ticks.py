"""Ticks: which numbers an axis may show, from many to few.

Each function yields lists of (position, text); the axis takes the first list
that leaves every number its room.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10

from gui import numbers

Tick = tuple[float, str]
STEPS = (1, 2, 5)
MOST = 12  # intervals of a linear axis


def linear(low: float, high: float) -> Iterator[list[Tick]]:
    """Yield ticks at multiples of 1, 2 or 5 times a power of ten."""
    finest = (high - low) / MOST
    decade = floor(log10(finest))
    for power in range(decade, decade + 4):
        for step in STEPS:
            spacing = step * 10.0**power
            if finest <= spacing <= high - low:
                yield _multiples(low, high, spacing)


def counting(low: float, high: float) -> Iterator[list[Tick]]:
    """Yield linear ticks at whole numbers only."""
    for ticks in linear(low, high):
        if all(value == round(value) for value, _ in ticks):
            yield ticks


def logarithmic(low: float, high: float) -> Iterator[list[Tick]]:
    """Yield ticks for log10 of a value: 1, 2, 5 in each decade, then decades, then fewer."""
    first, last = floor(low), ceil(high)
    for steps in (STEPS, (1,)):
        ticks = [
            (power + log10(step), text(step * 10.0**power))
            for power in range(first, last + 1)
            for step in steps
        ]
        yield _within(ticks, low, high)
    for stride in (2, 4, 10, 20, 50, 100):
        start = ceil(low / stride) * stride
        yield [(power, text(10.0**power)) for power in range(start, floor(high) + 1, stride)]


def thinned(ticks: Sequence[Tick]) -> Iterator[list[Tick]]:
    """Yield all the ticks, every second one, every fourth one..."""
    stride = 1
    while stride <= len(ticks):
        yield list(ticks[::stride])
        stride *= 2


def text(value: float) -> str:
    """Return the number of a tick: 0.05, 20, 1,000, 1e-7."""
    if abs(value) < numbers.LARGE and value == round(value):
        return numbers.whole(round(value))
    if abs(value) < numbers.SMALL:
        exponent = floor(log10(abs(value)) + 1e-9)
        return f"{numbers.exact(value / 10.0**exponent)}e{numbers.whole(exponent)}"
    return numbers.exact(value)


def _multiples(low: float, high: float, spacing: float) -> list[Tick]:
    nearly = 1e-9 * (high - low)
    first, last = ceil((low - nearly) / spacing), floor((high + nearly) / spacing)
    return [(count * spacing, text(count * spacing)) for count in range(first, last + 1)]


def _within(ticks: list[Tick], low: float, high: float) -> list[Tick]:
    return [tick for tick in ticks if low - 1e-9 <= tick[0] <= high + 1e-9]
