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
LARGE = 1e5  # from here on a number is written with an exponent: 2e7
AMOUNT = 1e7  # the same for amounts
PARTS = (48, 32, 24, 16, 12, 8, 6, 4, 3, 2, 1)  # of an axis of names


def linear(low: float, high: float, large: float = LARGE) -> Iterator[list[Tick]]:
    """Yield ticks at multiples of 1, 2 or 5 times a power of ten; at last, both ends."""
    for spacing in _spacings(low, high):
        ticks = _multiples(low, high, spacing, large)
        if len(ticks) > 1:
            yield ticks
    yield [(low, _end(low)), (high, _end(high))]


def amounts(low: float, high: float) -> Iterator[list[Tick]]:
    """Yield linear ticks of what people count in full: 150,000."""
    return linear(low, high, AMOUNT)


def counting(low: float, high: float) -> Iterator[list[Tick]]:
    """Yield ticks at whole numbers only."""
    for spacing in _spacings(low, high):
        if spacing >= 1:
            ticks = _multiples(low, high, spacing)
            yield [(place, numbers.whole(round(place))) for place, _ in ticks]


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


def thinned(ticks: Sequence[Tick], span: float) -> Iterator[list[Tick]]:
    """Yield the ticks, then those that are a part of the span away from the one before."""
    yield list(ticks)
    for parts in PARTS:
        kept: list[Tick] = []
        for tick in ticks:
            if not kept or tick[0] - kept[-1][0] >= span / parts:
                kept.append(tick)
        yield kept


def text(value: float, large: float = LARGE) -> str:
    """Return the number of a tick: 0.05, 20, 1,000, 2e7, 1e-7."""
    if value and not numbers.SMALL <= abs(value) < large:
        exponent = floor(log10(abs(value)) + 1e-9)
        return f"{numbers.exact(value / 10.0**exponent)}e{numbers.whole(exponent)}"
    return numbers.whole(round(value)) if value == round(value) else numbers.exact(value)


def _end(value: float) -> str:
    """Return the number at an end, which is not round."""
    return text(float(f"{value:.3g}")) if abs(value) >= LARGE else numbers.figure(value)


def _spacings(low: float, high: float) -> Iterator[float]:
    finest = (high - low) / MOST
    decade = floor(log10(finest))
    for power in range(decade, decade + 3):
        for step in STEPS:
            spacing = step * 10.0**power
            if spacing >= finest:
                yield spacing


def _multiples(low: float, high: float, spacing: float, large: float = LARGE) -> list[Tick]:
    nearly = 1e-9 * (high - low)
    first, last = ceil((low - nearly) / spacing), floor((high + nearly) / spacing)
    return [(count * spacing, text(count * spacing, large)) for count in range(first, last + 1)]


def _within(ticks: list[Tick], low: float, high: float) -> list[Tick]:
    return [tick for tick in ticks if low - 1e-9 <= tick[0] <= high + 1e-9]
