"""Where everything of the diagram stands: columns, neurons, headers.

Pure geometry in scene pixels, no Qt. Columns spread and close up with the room
there is; below a size that can still be read they no longer shrink, and the
view scrolls. Circles are 36 px, 24 px from 9 units on; from 13 on a column
shows its first five neurons, "... 54 more ..." and its last two.
"""

from functools import cached_property

from msgspec import Struct

from gui.diagram.header_layout import HEADER_HEIGHT, Box, header_boxes

Sizes = tuple[int, ...]

LARGE, SMALL = 36.0, 24.0  # diameter of a neuron
SMALL_FROM, ELIDED_FROM = 9, 13
FIRST, LAST = 5, 2  # neurons shown of an elided layer
GAP_SLOT = FIRST  # the row of "... 54 more ..."
NEURON_GAPS = {LARGE: (6.0, 30.0), SMALL: (4.0, 18.0)}  # tightest, loosest
PITCHES = (86.0, 148.0, 208.0)  # between columns: tightest, usual, widest
HEADERS = (80.0, 112.0)  # width: narrowest, widest
BESIDE_HEADER = 40.0  # a header grows as long as this is left to the next
CAPTION_GAP = 8.0
ABOVE_NEURONS = (22.0, 32.0)  # the number of a fan stands there
MARGIN = 12.0
LARGEST_SCALE = 1.5
SMALLEST_SCALE = 0.7  # smaller could not be read,
SMALLEST_TYPE = 0.8  # unless the interface is zoomed: then down to this size of type
INSERT_RADIUS = 11.0


class Column(Struct, frozen=True):
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


class Layout(Struct, frozen=True, dict=True):
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
    scale: float | None = None,
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
    scale : float, optional
        To be kept; else it follows from the room.
    """
    width, height = room[0] / unit, room[1] / unit
    outer = _Outer(sizes, (captions[0] / unit, captions[1] / unit))
    if scale is None:
        scale = _scale(outer, (width, height), unit)
        if bar and outer.width(PITCHES[0], HEADERS[0]) * scale > width:
            return arrange(sizes, (room[0], room[1] - bar), unit, captions)
    pitch, header = _across(outer, width / scale)
    looseness = _looseness(sizes, height / scale)
    bottom = _height(sizes, looseness)
    middle = (_top(looseness) + bottom - MARGIN) / 2
    left = outer.sides(header)[0]
    return Layout(
        columns=tuple(
            _column(units, left + place * pitch, middle, looseness, unit)
            for place, units in enumerate(sizes)
        ),
        unit=unit,
        header_width=header * unit,
        width=outer.width(pitch, header) * unit,
        height=bottom * unit,
        scale=scale,
    )


def bare_columns(sizes: Sizes, unit: float) -> tuple[Column, ...]:
    """Arrange the neurons alone, tightly around y = 0: no headers, no captions."""
    return tuple(
        _column(units, place * PITCHES[0], 0.0, 0.0, unit) for place, units in enumerate(sizes)
    )


# What follows reckons at zoom 1; `_column` alone multiplies.


class _Outer(Struct, frozen=True):
    """What decides the room beside the first and the last column."""

    sizes: Sizes
    captions: tuple[float, float]

    def sides(self, header: float) -> tuple[float, float]:
        """Return the room at the left and at the right, for half a header or for captions."""
        left, right = (
            MARGIN + max(header / 2, diameter(units) / 2 + CAPTION_GAP + caption)
            for units, caption in zip((self.sizes[0], self.sizes[-1]), self.captions, strict=True)
        )
        return left, right

    def width(self, pitch: float, header: float) -> float:
        """Return the width of the whole diagram."""
        return sum(self.sides(header)) + (len(self.sizes) - 1) * pitch


def _between(low: float, value: float, high: float) -> float:
    return max(low, min(value, high))


def _mix(ends: tuple[float, float], share: float) -> float:
    return ends[0] + share * (ends[1] - ends[0])


def _scale(outer: _Outer, room: tuple[float, float], unit: float) -> float:
    """Return the largest scale that shows all: at usual distances, else at the tightest."""
    usual = (outer.width(PITCHES[1], HEADERS[1]), _height(outer.sizes, 0.5))
    grown = min(room[0] / usual[0], room[1] / usual[1])
    if grown >= 1:
        return min(grown, LARGEST_SCALE)
    tightest = (outer.width(PITCHES[0], HEADERS[0]), _height(outer.sizes, 0.0))
    smallest = min(SMALLEST_SCALE, SMALLEST_TYPE / unit)
    return _between(smallest, min(room[0] / tightest[0], room[1] / tightest[1]), 1.0)


def _across(outer: _Outer, width: float) -> tuple[float, float]:
    """Return the distance of the columns and the width of the headers in this width."""
    gaps = len(outer.sizes) - 1
    loose = (width - sum(outer.sides(HEADERS[1]))) / gaps
    header = _between(HEADERS[0], loose - BESIDE_HEADER, HEADERS[1])
    pitch = (width - sum(outer.sides(header))) / gaps
    return _between(PITCHES[0], pitch, PITCHES[2]), header


def _slots(units: int) -> int:
    return units if units < ELIDED_FROM else FIRST + 1 + LAST


def _row(units: int, looseness: float) -> float:
    """Return the distance of two neurons of a layer of `units`; `looseness` is 0..1."""
    size = diameter(units)
    return size + _mix(NEURON_GAPS[size], looseness)


def _top(looseness: float) -> float:
    """Return where the neurons may begin, below the headers."""
    return MARGIN + HEADER_HEIGHT + _mix(ABOVE_NEURONS, looseness)


def _height(sizes: Sizes, looseness: float) -> float:
    tallest = max((_slots(one) - 1) * _row(one, looseness) + diameter(one) for one in sizes)
    return _top(looseness) + tallest + MARGIN


def _looseness(sizes: Sizes, height: float) -> float:
    """Return how loose the columns may be so that the tallest fits the height."""
    tight, loose = _height(sizes, 0.0), _height(sizes, 1.0)
    return _between(0.0, (height - tight) / (loose - tight), 1.0)


def _column(units: int, x: float, middle: float, looseness: float, unit: float) -> Column:
    shown = shown_neurons(units)
    row = _row(units, looseness)
    top = middle - (_slots(units) - 1) * row / 2
    elided = len(shown) < units
    slots = [slot for slot in range(_slots(units)) if not (elided and slot == GAP_SLOT)]
    return Column(
        units=units,
        x=x * unit,
        radius=diameter(units) / 2 * unit,
        shown=shown,
        ys=tuple((top + slot * row) * unit for slot in slots),
        gap_y=(top + GAP_SLOT * row) * unit if elided else None,
    )
