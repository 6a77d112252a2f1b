"""The edges between two layers as one item: thousands of lines, a few pens.

Width says |weight| on one fixed log10 scale, 0.01 to 10, never adapted to the
data; sign is colour and line style, solid blue for positive, dashed orange for
negative. Exactly 0 is dotted grey. The lines are drawn bin by bin.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui import theme
from gui.diagram.item import DiagramItem
from gui.diagram.layout import Column
from gui.plots.pens import mix
from gui.theme import Theme

FloatArray = NDArray[np.float64]

LEVELS = 13
BROKEN = LEVELS + 1  # the level of what is not finite
LOW, HIGH = -2.0, 1.0  # log10 |weight| at the ends of the scale
THINNEST, WIDEST = 0.5, 4.0  # px
FAINTEST = 0.5  # share of ink in the thinnest: weak edges stand back
LIFTED = 3.0  # px, at least, of the edge under the pointer
DASH, SPACE = 7.0, 4.0  # px


def levels(weights: FloatArray) -> NDArray[np.int64]:
    """Return the signed level of each weight: 0 for exactly 0, else +-1..+-LEVELS."""
    size = np.abs(weights)
    finite = np.isfinite(size)
    exponent = np.log10(np.where((size > 0) & finite, size, 1.0))
    level = 1 + np.rint((exponent - LOW) / (HIGH - LOW) * (LEVELS - 1))
    level = np.clip(level, 1, LEVELS) * np.sign(np.where(finite, weights, 0.0))
    return np.where(finite, level, BROKEN).astype(np.int64)


def level_of(weight: float) -> int:
    """Return the level of one weight."""
    return int(levels(np.array([weight]))[0])


def width_of(level: int) -> float:
    """Return the width of a level in px, at zoom 1."""
    # Squared: usual weights, 0.1 to 1, stay thin enough for many of them to be told apart.
    return THINNEST + (WIDEST - THINNEST) * ((abs(level) - 1) / (LEVELS - 1)) ** 2


def pen_of(level: int) -> QPen:
    """Return the pen of a level in the theme and zoom in force."""
    return _pens(theme.current(), theme.zoom())[level]


@lru_cache(maxsize=2)
def _pens(look: Theme, zoom: float) -> dict[int, QPen]:
    pens = {level: _pen(look, level, zoom) for level in range(-LEVELS, BROKEN)}
    pens[0] = QPen(QColor(look.quiet), zoom, Qt.PenStyle.DotLine)
    pens[BROKEN] = QPen(QColor(look.broken), WIDEST * zoom)
    return pens


def lifted_pen(weight: float | None) -> QPen:
    """Return the pen of the one edge under the pointer: never thin, never faint."""
    if weight is None:
        return QPen(theme.color("text"), LIFTED * theme.zoom())
    level = level_of(weight)
    pen = QPen(pen_of(level))
    if level:
        pen.setColor(pen_of(LEVELS if level > 0 else -LEVELS).color())
    width = max(LIFTED, pen.widthF() / theme.zoom())
    pen.setWidthF(width * theme.zoom())
    if level < 0:
        pen.setDashPattern([DASH / width, SPACE / width])
    return pen


def _pen(look: Theme, level: int, zoom: float) -> QPen:
    ink = QColor(look.positive if level > 0 else look.negative)
    # Mixed with the ground, not transparent: blending takes three times as long.
    share = FAINTEST + (1 - FAINTEST) * abs(level) / LEVELS
    width = width_of(level)
    pen = QPen(mix(QColor(look.panel), ink, share), width * zoom)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if level < 0:
        pen.setDashPattern([DASH / width, SPACE / width])
    return pen


class Edge(NamedTuple):
    """One edge: to neuron `row` of the layer from neuron `column` of the one before."""

    row: int
    column: int
    line: QLineF


class EdgesItem(DiagramItem):
    """All edges between two columns that are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(1)
        self._rows: tuple[int, ...] = ()
        self._columns: tuple[int, ...] = ()
        self._lines: list[QLineF] = []
        self._starts = np.zeros((0, 2))
        self._ends = np.zeros((0, 2))
        self._bins: list[tuple[int, list[QLineF]]] | None = None

    def place(self, before: Column, after: Column) -> None:
        """Join two columns."""
        self._rows, self._columns = after.shown, before.shown
        self._starts = np.array([(before.x, y) for _ in after.ys for y in before.ys])
        self._ends = np.array([(after.x, y) for y in after.ys for _ in before.ys])
        self._lines = [
            QLineF(before.x, start, after.x, end) for end in after.ys for start in before.ys
        ]
        self._bins = None
        top, bottom = min(before.ys[0], after.ys[0]), max(before.ys[-1], after.ys[-1])
        margin = WIDEST * theme.zoom()
        box = QRectF(before.x, top, after.x - before.x, bottom - top)
        self.set_bounds(box.adjusted(0, -margin, 0, margin))

    def show_weights(self, weights: FloatArray | None, most: int | None = None) -> None:
        """Show these weights of the layer, only the `most` strongest; None: plain lines."""
        if weights is None:
            self._bins = None
        else:
            shown = weights[np.ix_(self._rows, self._columns)].ravel()
            self._bins = self._binned(levels(shown), _strongest(shown, most))
        self.update()

    def _binned(
        self, level: NDArray[np.int64], order: NDArray[np.intp]
    ) -> list[tuple[int, list[QLineF]]]:
        """Return the lines by level; `order` names the lines to draw, weakest first."""
        bins: dict[int, list[QLineF]] = {}
        for place, one in zip(order.tolist(), level[order].tolist(), strict=True):
            bins.setdefault(one, []).append(self._lines[place])
        return list(bins.items())

    def edge_at(self, x: float, y: float, reach: float) -> Edge | None:
        """Return the edge nearest to a point, if it is within `reach` px."""
        along = self._ends - self._starts
        share = ((x - self._starts[:, 0]) / along[:, 0]).clip(0, 1)
        gaps = self._starts + share[:, np.newaxis] * along - (x, y)
        steepness = np.abs(along[:, 0]) / np.hypot(*along.T)
        distance = np.abs(gaps[:, 1]) * steepness
        place = int(distance.argmin())
        if distance[place] > reach:
            return None
        row, column = divmod(place, len(self._columns))
        return Edge(self._rows[row], self._columns[column], self._lines[place])

    def draw(self, painter: QPainter) -> None:
        """Draw the lines, one pen after another."""
        if self._bins is None:
            painter.setPen(QPen(theme.color("line"), theme.zoom()))
            painter.drawLines(self._lines)
            return
        for level, lines in self._bins:
            painter.setPen(pen_of(level))
            painter.drawLines(lines)


def _strongest(weights: FloatArray, most: int | None) -> NDArray[np.intp]:
    """Return the places of the `most` largest |weight|, the smallest of them first."""
    order = np.argsort(np.abs(weights), kind="stable")
    return order if most is None else order[-most:]
