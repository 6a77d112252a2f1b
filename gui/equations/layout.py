"""Laying an equation out: symbols, their shapes beneath, and beneath those their numbers.

Every part is a column, so that each matrix stands under its name. The largest
type in which all fits is taken; what is too wide even so goes on in a new line.
"""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPainter

from core.equations import Factor, Part, Scale, Term
from gui import numbers, theme
from gui.equations.boxes import Box, Text
from gui.equations.excerpt import matrix
from gui.equations.typeset import Type, type_of
from gui.equations.words import is_entry, shape_text

# Sizes of symbols and of numbers, and the most rows and columns of a matrix, best first.
CHOICES: list[tuple[theme.Role, theme.Role, int]] = [
    ("number", "title", 7),
    ("number", "title", 4),
    ("number", "body", 7),
    ("number", "body", 4),
    ("title", "body", 7),
    ("title", "body", 4),
    ("title", "caption", 4),
    ("body", "caption", 4),
    ("body", "caption", 3),
]
SMALLEST = 0.85  # the last of them may be scaled down to this, in that of the unzoomed interface
ENTRY: list[theme.Role] = ["body", "caption"]  # of a single entry, written out


class Column(Struct, frozen=True):
    """A part of the equation: its symbol, its shape, its numbers."""

    symbol: Box
    caption: Box
    values: Box

    @property
    def width(self) -> float:
        """The room for the widest of the three."""
        return max(self.symbol.width, self.caption.width, self.values.width)


class Line:
    """Columns side by side: three baselines below one another."""

    def __init__(self, columns: list[Column]) -> None:
        self.columns = columns
        self.width = sum(column.width for column in columns)
        gap = theme.GRID / 2
        rows = ([column.symbol for column in columns], [column.caption for column in columns],
                [column.values for column in columns])  # fmt: skip
        self._baselines, y = [], 0.0
        for row in rows:
            self._baselines.append(y + max(box.ascent for box in row))
            y = self._baselines[-1] + max(box.descent for box in row) + gap
        self.height = y

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw each column with its three boxes in the middle."""
        for column in self.columns:
            boxes = (column.symbol, column.caption, column.values)
            for box, baseline in zip(boxes, self._baselines, strict=True):
                box.draw(painter, x + (column.width - box.width) / 2, y + baseline)
            x += column.width


class Laid(Struct, frozen=True):
    """An equation, laid out as the `choice` of `CHOICES` says, and scaled."""

    lines: list[Line]
    choice: int = 0
    scale: float = 1.0

    @property
    def size(self) -> QSizeF:
        """The room it takes."""
        width = max((line.width for line in self.lines), default=0.0)
        return QSizeF(width, sum(line.height for line in self.lines)) * self.scale

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the lines below one another."""
        painter.save()
        painter.translate(x, y)
        painter.scale(self.scale, self.scale)
        top = 0.0
        for line in self.lines:
            line.draw(painter, 0.0, top)
            top += line.height
        painter.restore()

    def fits(self, room: QSizeF) -> bool:
        """Return whether it needs no more than this room."""
        return self.size.width() <= room.width() and self.size.height() <= room.height()


def lay_out(
    term: Term, neuron: int | None, room: QSizeF, scroll_bar: float = 0.0, first: int = 0
) -> Laid:
    """Return the equation in the largest type that fits, at worst on several lines.

    Several lines leave room for a scroll bar. `first` is the first choice to try.
    """
    last = len(CHOICES) - 1
    groups: list[list[Column]] = []
    for choice in range(first, last + 1):
        groups = _groups(term, neuron, *CHOICES[choice])
        scalars = is_entry(term.result)  # which read as well on several lines
        laid = Laid(list(_lines(groups, room.width())) if scalars else [_line(groups)], choice)
        if laid.fits(room):
            return laid
    line = _line(groups)
    scale = min(room.width() / line.width, room.height() / line.height)
    if scale * theme.zoom() >= SMALLEST:
        return Laid([line], last, scale)
    return Laid(list(_lines(groups, room.width() - scroll_bar)), last)


def lay_out_entry(term: Term, room: QSizeF) -> Laid:
    """Return a single entry, written out; nothing where there is no room for it."""
    for role in ENTRY:
        laid = Laid(list(_lines(_groups(term, None, role, role, 0), room.width())))
        if laid.fits(room):
            return laid
    return Laid([])


def _groups(
    term: Term, neuron: int | None, symbols: theme.Role, values: theme.Role, most: int
) -> list[list[Column]]:
    """Return the columns; each group, a factor with its signs, stays on one line."""
    large, small = type_of(symbols), type_of(values)
    groups: list[list[Column]] = [[]]
    parts: tuple[Part | str, ...] = (term.result, "=", *term.parts)
    for before, part in zip((None, *parts), parts, strict=False):
        if isinstance(before, Factor) and part != ")":
            groups.append([])
        box = _values(part, small, most, neuron, inner=before in ("*", "+", "-"))
        groups[-1].append(Column(large.part(part), _caption(part), box))
    return groups


def _line(groups: list[list[Column]]) -> Line:
    return Line([column for group in groups for column in group])


def _lines(groups: list[list[Column]], width: float) -> Iterator[Line]:
    """Yield lines no wider than this, unless a single group is."""
    line: list[Column] = []
    for group in groups:
        if line and sum(column.width for column in (*line, *group)) > width:
            yield Line(line)
            line = []
        line += group
    yield Line(line)


def _caption(part: Part | str) -> Box:
    text = ""
    if isinstance(part, Factor):
        text = shape_text(part)
    elif part == "sum":
        text = QCoreApplication.translate("equations", "row sums")
    return Text(f" {text} ", type_of("caption").face, theme.color("quiet")) if text else Box()


def _values(part: Part | str, kind: Type, most: int, neuron: int | None, inner: bool) -> Box:
    """Return the numbers of a part; an `inner` negative one stands in brackets."""
    if isinstance(part, Factor):
        if not is_entry(part):
            return matrix(part, kind, most, neuron)
        value = float(part.values[0, 0])
        text = numbers.figure(value)
        return kind.text(f" ({text}) " if inner and value < 0 else f" {text} ")
    if isinstance(part, Scale):
        return kind.text(f"1/{numbers.whole(part.outputs * part.samples)} ")
    return kind.part(part)
