"""Laying an equation out: symbols, their shapes beneath, and beneath those their numbers.

Every part is a column, so that each matrix stands under its name. The largest
type in which all fits is taken; what is too wide even so goes on in a new line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtGui import QPainter

from core.equations import Factor, Part, Scale, Slope, Symbol, Term
from gui import numbers, theme
from gui.equations.boxes import Box, Text
from gui.equations.excerpt import matrix
from gui.equations.typeset import Type
from gui.equations.words import shape_text

# Sizes of symbols and of numbers, and the most rows and columns of a matrix, best first.
CHOICES: list[tuple[theme.Role, theme.Role, int]] = [
    ("number", "title", 8),
    ("number", "title", 5),
    ("number", "body", 8),
    ("number", "body", 5),
    ("title", "body", 8),
    ("title", "body", 5),
    ("title", "body", 4),
    ("title", "caption", 4),
    ("body", "caption", 4),
    ("body", "caption", 3),
]


@dataclass(frozen=True)
class Column:
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


@dataclass(frozen=True)
class Laid:
    """An equation, laid out as the `choice` of `CHOICES` says."""

    lines: list[Line]
    choice: int

    @property
    def size(self) -> QSizeF:
        """The room it takes."""
        width = max(line.width for line in self.lines)
        return QSizeF(width, sum(line.height for line in self.lines))

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the lines below one another."""
        for line in self.lines:
            line.draw(painter, x, y)
            y += line.height


def lay_out(
    term: Term, neuron: int | None, room: QSizeF, scroll_bar: float = 0.0, first: int = 0
) -> Laid:
    """Return the equation in the largest type that fits, at worst on several lines.

    Several lines leave room for a scroll bar. `first` is the first choice to try.
    """
    groups: list[list[Column]] = []
    for choice in range(first, len(CHOICES)):
        groups = _groups(term, neuron, *CHOICES[choice])
        laid = Laid([Line([column for group in groups for column in group])], choice)
        if laid.size.width() <= room.width() and laid.size.height() <= room.height():
            return laid
    return Laid(list(_lines(groups, room.width() - scroll_bar)), len(CHOICES) - 1)


def _groups(
    term: Term, neuron: int | None, symbols: theme.Role, values: theme.Role, most: int
) -> list[list[Column]]:
    """Return the columns; each group, a factor with its signs, stays on one line."""
    large, small = (Type(theme.font(role).pointSizeF()) for role in (symbols, values))
    groups: list[list[Column]] = [[]]
    parts: tuple[Part | str, ...] = (term.result, "=", *term.parts)
    for before, part in zip((None, *parts), parts, strict=False):
        if isinstance(before, Factor) and part != ")":
            groups.append([])
        column = Column(large.part(part), _caption(part), _values(part, small, most, neuron))
        groups[-1].append(column)
    return groups


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
    return Text(f" {text} ", theme.font("caption"), theme.color("quiet")) if text else Box()


def _values(part: Part | str, kind: Type, most: int, neuron: int | None) -> Box:
    match part:
        case (
            Factor(expression=Symbol(index=(_, *_)))
            | Factor(expression=Slope(of=Symbol(index=(_, *_))))
        ):
            return kind.text(f" {numbers.figure(float(part.values[0, 0]))} ")
        case Factor():
            return matrix(part, kind, most, neuron)
        case Scale(outputs=outputs, samples=samples):
            return kind.text(f"1/{numbers.whole(outputs * samples)} ")
        case _:
            return kind.part(part)
