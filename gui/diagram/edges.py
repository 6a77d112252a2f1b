"""The edges between two layers as one item: many lines, a few pens, drawn pen by pen."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from gui import theme
from gui.diagram.edge_pens import WEIGHTS, WIDEST, Scale, levels, pen_of
from gui.diagram.item import DiagramItem
from gui.diagram.layout import Column
from gui.plots.kept import keep_picture

FloatArray = NDArray[np.float64]


class Edge(NamedTuple):
    """One edge: to neuron `row` of the layer from neuron `column` of the one before."""

    row: int
    column: int
    line: QLineF


class EdgesItem(DiagramItem):
    """All edges between two columns that are drawn."""

    def __init__(self) -> None:
        super().__init__()
        keep_picture(self)
        self.setZValue(1)
        self._rows: tuple[int, ...] = ()
        self._columns: tuple[int, ...] = ()
        self._lines: list[QLineF] = []
        self._ends_x = (0.0, 1.0)
        self._starts = self._ends = self._flatness = np.zeros(0)
        self._bins: list[tuple[int, list[QLineF]]] | None = None
        self._levels = np.zeros(0, dtype=np.int64)

    def place(self, before: Column, after: Column) -> None:
        """Join two columns."""
        self._rows, self._columns = after.shown, before.shown
        self._ends_x = before.x, after.x
        self._starts = np.tile(before.ys, len(after.ys))
        self._ends = np.repeat(after.ys, len(before.ys))
        run = after.x - before.x
        self._flatness = run / np.hypot(run, self._ends - self._starts)
        self._lines = [
            QLineF(before.x, start, after.x, end) for end in after.ys for start in before.ys
        ]
        self._bins = None
        top, bottom = min(before.ys[0], after.ys[0]), max(before.ys[-1], after.ys[-1])
        margin = WIDEST * theme.zoom()
        box = QRectF(before.x, top, after.x - before.x, bottom - top)
        self.set_bounds(box.adjusted(0, -margin, 0, margin))

    def show_numbers(
        self, numbers: FloatArray | None, most: int | None = None, scale: Scale = WEIGHTS
    ) -> None:
        """Show a number for each weight of the layer, the `most` largest; None: plain lines."""
        if numbers is None:
            self._bins = None
        else:
            shown = numbers[np.ix_(self._rows, self._columns)].ravel()
            level = levels(shown, scale)
            if most is not None and most >= shown.size:
                most = None  # all are drawn
            if self._bins and most is None and np.array_equal(level, self._levels):
                return  # nothing that can be seen has changed
            self._bins = self._binned(level, _strongest(shown, most))
            self._levels = level if most is None else self._levels[:0]
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
        """Return the edge nearest to a point between the columns, if within `reach` px."""
        share = (x - self._ends_x[0]) / (self._ends_x[1] - self._ends_x[0])
        above = self._starts + share * (self._ends - self._starts) - y
        distance = np.abs(above) * self._flatness
        place = int(distance.argmin())
        if distance[place] > reach:
            return None
        row, column = divmod(place, len(self._columns))
        return Edge(self._rows[row], self._columns[column], self._lines[place])

    def draw(self, painter: QPainter) -> None:
        """Draw the lines, one pen after another."""
        if self._bins is None:
            painter.setPen(theme.stroke("line", 1.0))
            painter.drawLines(self._lines)
            return
        for level, lines in self._bins:
            painter.setPen(pen_of(level))
            painter.drawLines(lines)


def _strongest(numbers: FloatArray, most: int | None) -> NDArray[np.intp]:
    """Return the places of the `most` largest sizes, the smallest of them first."""
    order = np.argsort(np.abs(numbers), kind="stable")
    return order if most is None else order[-most:]
