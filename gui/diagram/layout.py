"""Where everything of the diagram stands: columns, neurons, headers.

Pure geometry in scene pixels, no Qt. Columns spread and close up with the room
there is; below a size that can still be read they no longer shrink, and the
view scrolls. Circles are 36 px, 24 px from 9 units on; from 13 on a column
shows its first five neurons, "... 54 more ..." and its last two.
"""

from dataclasses import dataclass
from functools import cached_property

from gui.diagram.header_layout import HEADER_HEIGHT, Box, header_boxes

Sizes = tuple[int, ...]

LARGE, SMALL = 36.0, 24.0  # diameter of a neuron
SMALL_FROM, ELIDED_FROM = 9, 13
FIRST, LAST = 5, 2  # neurons shown of an elided layer
GAP_SLOT = FIRST  # the row of "... 54 more ..."
NEURON_GAPS = {LARGE: (6.0, 30.0), SMALL: (4.0, 18.0)}  # tightest, loosest
PITCHES = (92.0, 148.0, 208.0)  # between columns: tightest, usual, widest
HEADER_WIDTHS = (84.0, 112.0)
ABOVE_NEURONS = (14.0, 32.0)
MARGIN = 12.0
LARGEST_SCALE = 1.5
SMALLEST_SCALE = 0.7  # smaller could not be read,
SMALLEST_TYPE = 0.8  # unless the interface is zoomed: then down to this size of type
INSERT_RADIUS = 11.0


@dataclass(frozen=True)
class Column:
    """One layer: its neurons as circles around (x, ys[k]), drawn for the indices `shown`."""

    units: int
    x: float
    radius: float
    shown: tuple[int, ...]
    ys: tuple[float, ...]
    gap_y: float | None

    @property
    def hidden(self) -> int:
        """The number of neurons that are not drawn."""
        return self.units - len(self.shown)

    def y_of(self, index: int) -> float:
        """Return where neuron `index` stands; a hidden one stands in the gap."""
        if index in self.shown:
            return self.ys[self.shown.index(index)]
        return self.ys[0] if self.gap_y is None else self.gap_y


@dataclass(frozen=True)
class Layout:
    """The diagram of one network in one room; column 0 is the input."""

    columns: tuple[Column, ...]
    unit: float
    header_width: float
    width: float
    height: float
    scale: float

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """The parts of a layer's header, around x = 0."""
        return header_boxes(self.header_width, self.unit)

    @property
    def header_y(self) -> float:
        """The top of all headers."""
        return MARGIN * self.unit

    @property
    def insert_radius(self) -> float:
        """The radius of the "+" between two layers."""
        return INSERT_RADIUS * self.unit

    def insert_point(self, place: int) -> tuple[float, float]:
        """Return the middle of the "+" that inserts a layer at `place`, 1..L."""
        x = (self.columns[place - 1].x + self.columns[place].x) / 2
        return x, self.header_y + self.boxes["name"].center[1]


def shown_neurons(units: int) -> tuple[int, ...]:
    """Return the indices of the neurons that are drawn of a layer of `units`."""
    if units < ELIDED_FROM:
        return tuple(range(units))
    return (*range(FIRST), *range(units - LAST, units))


def diameter(units: int) -> float:
    """Return the size of the neurons of a layer of `units`."""
    return LARGE if units < SMALL_FROM else SMALL


def arrange(
    sizes: Sizes,
    room: tuple[float, float],
    unit: float,
    captions: tuple[float, float],
    bar: float = 0.0,
) -> Layout:
    """Arrange a network of layer `sizes` (the inputs first) in a room of (width, height).

    Parameters
    ----------
    unit : float
        The zoom of the interface: the length of a "pixel" of the constants above.
    captions : tuple of float
        Width of the texts left of the inputs and right of the outputs.
    bar : float
        Height that a horizontal scroll bar takes, should one be needed.
    """
    sides = (_side(sizes[0], captions[0], unit), _side(sizes[-1], captions[1], unit))
    gaps = len(sizes) - 1
    widths = [sum(sides) + gaps * pitch * unit for pitch in PITCHES]
    heights = [_height(sizes, looseness, unit) for looseness in (0.0, 0.5)]
    scale = _scale(room, (widths[0], heights[0]), (widths[1], heights[1]), unit)
    if bar and widths[0] * scale > room[0]:
        return arrange(sizes, (room[0], room[1] - bar), unit, captions)
    width = _between(widths[0], room[0] / scale, widths[2])
    looseness = _looseness(sizes, room[1] / scale, unit)
    return _layout(sizes, (sides[0], sides[1], width), looseness, unit, scale)


def _layout(
    sizes: Sizes, spread: tuple[float, float, float], looseness: float, unit: float, scale: float
) -> Layout:
    """Return the layout; `spread` is the room at the left, at the right, and the whole width."""
    left, right, width = spread
    pitch = (width - left - right) / (len(sizes) - 1)
    height = _height(sizes, looseness, unit)
    middle = (_top(looseness, unit) + height - MARGIN * unit) / 2
    return Layout(
        columns=tuple(
            _column(units, left + place * pitch, middle, looseness, unit)
            for place, units in enumerate(sizes)
        ),
        unit=unit,
        header_width=_between(HEADER_WIDTHS[0] * unit, pitch - 40 * unit, HEADER_WIDTHS[1] * unit),
        width=width,
        height=height,
        scale=scale,
    )


def _between(low: float, value: float, high: float) -> float:
    return max(low, min(value, high))


def _side(units: int, caption: float, unit: float) -> float:
    """Return the room beside an outer column: for half a header, or for its captions."""
    beside_neurons = diameter(units) / 2 * unit + 8 * unit + caption
    return MARGIN * unit + max(HEADER_WIDTHS[1] / 2 * unit, beside_neurons)


def _scale(
    room: tuple[float, float],
    tightest: tuple[float, float],
    usual: tuple[float, float],
    unit: float,
) -> float:
    """Return the largest scale that shows all: at usual distances, else at the tightest."""
    grown = min(room[0] / usual[0], room[1] / usual[1])
    if grown >= 1:
        return min(grown, LARGEST_SCALE)
    smallest = min(SMALLEST_SCALE, SMALLEST_TYPE / unit)
    return _between(smallest, min(room[0] / tightest[0], room[1] / tightest[1]), 1.0)


def _slots(units: int) -> int:
    return units if units < ELIDED_FROM else FIRST + 1 + LAST


def _top(looseness: float, unit: float) -> float:
    """Return where the neurons may begin, below the headers."""
    return (MARGIN + HEADER_HEIGHT + _mix(ABOVE_NEURONS, looseness)) * unit


def _mix(ends: tuple[float, float], share: float) -> float:
    return ends[0] + share * (ends[1] - ends[0])


def _row(units: int, looseness: float, unit: float) -> float:
    """Return the distance of two neurons of a layer of `units`; `looseness` is 0..1."""
    size = diameter(units)
    return unit * (size + _mix(NEURON_GAPS[size], looseness))


def _height(sizes: Sizes, looseness: float, unit: float) -> float:
    tallest = max(
        (_slots(units) - 1) * _row(units, looseness, unit) + diameter(units) * unit
        for units in sizes
    )
    return _top(looseness, unit) + tallest + MARGIN * unit


def _looseness(sizes: Sizes, height: float, unit: float) -> float:
    """Return how loose the columns may be so that the tallest fits the height."""
    tight, loose = (_height(sizes, looseness, unit) for looseness in (0.0, 1.0))
    return _between(0.0, (height - tight) / (loose - tight), 1.0)


def _column(units: int, x: float, middle: float, looseness: float, unit: float) -> Column:
    shown = shown_neurons(units)
    row = _row(units, looseness, unit)
    top = middle - (_slots(units) - 1) * row / 2
    elided = len(shown) < units
    slots = [slot for slot in range(_slots(units)) if not (elided and slot == GAP_SLOT)]
    return Column(
        units=units,
        x=x,
        radius=diameter(units) / 2 * unit,
        shown=shown,
        ys=tuple(top + slot * row for slot in slots),
        gap_y=top + GAP_SLOT * row if elided else None,
    )
