"""Cells: the counts of a confusion, written into squares."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui import numbers, theme
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas
from gui.plots.pens import mix
from gui.plots.row_axis import RowAxis
from gui.plots.ticks import Tick
from gui.plots.unhurried import Unhurried

INK = 0.55  # of the colour of a full cell: the number on it stands out
LONGEST = 8  # characters of a class's name on an axis


class ColumnAxis(Axis):
    """Names the columns, as many as there is room for."""

    gap = 0.4

    def __init__(self) -> None:
        super().__init__("bottom", lambda low, high: ticks.thinned(self._names, high - low))
        self._names: list[Tick] = []

    def set_names(self, names: list[str]) -> None:
        """Name the columns."""
        self._names = [(column + 0.5, name) for column, name in enumerate(names)]
        self.set_candidates(self.candidates)


class Cells(pg.GraphicsObject):
    """A square a pair of classes: right answers in the one colour, mistakes in the other.

    The fuller a cell, the larger the part of its row that stands in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._counts: NDArray[np.intp] = np.zeros((1, 1), dtype=np.intp)
        self._painting = Unhurried(self, self.update)

    def show_counts(self, counts: NDArray[np.intp]) -> None:
        """Show these counts; the row is the true class."""
        if counts.shape != self._counts.shape:
            self.prepareGeometryChange()
        self._counts = counts
        self._painting.ask()

    def boundingRect(self) -> QRectF:
        """Return the place of all cells."""
        return QRectF(0, 0, len(self._counts), len(self._counts))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Fill the cells that hold something, and write their counts in px."""
        shares = self._counts / np.maximum(1, self._counts.sum(axis=1, keepdims=True))
        to_pixels = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setFont(theme.font("caption"))
        metrics = QFontMetricsF(theme.font("caption"))
        for row, column in np.argwhere(self._counts > 0).tolist():
            place = to_pixels.mapRect(QRectF(column, row, 1, 1))
            ink = theme.color("positive" if row == column else "negative")
            share = 0.15 + 0.85 * float(shares[row, column])
            painter.fillRect(place, mix(theme.color("plot"), ink, INK * share))
            text = numbers.whole(self._counts[row, column])
            if metrics.horizontalAdvance(text) < place.width() and place.height() > 0.8 * (
                metrics.height()
            ):
                painter.setPen(theme.color("text"))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class CellCanvas(Canvas):
    """Cells between two axes of class names; the arrow keys go from cell to cell."""

    def __init__(self) -> None:
        self.columns, self.row_names = ColumnAxis(), RowAxis("0" * 2)
        super().__init__(self.columns, self.row_names, rows=True)
        self.cells = Cells()
        self.add(self.cells)
        self._names: tuple[str, ...] = ()

    def show_counts(self, counts: NDArray[np.intp], names: tuple[str, ...]) -> None:
        """Show the counts of classes of these names."""
        self.cells.show_counts(counts)
        if names != self._names:
            self._names = names
            short = [_short(name) for name in names]
            self.row_names.sample = max(short, key=len)
            self.row_names.set_names(short, [])
            self.columns.set_names(short)
            self.restyle()
        self.set_range((0, len(names)), (0, len(names)))

    @property
    def cell(self) -> tuple[int, int] | None:
        """The row and the column at the pointer."""
        pointer, last = self.pointer, len(self._names) - 1
        if pointer is None or last < 0:
            return None
        row, column = int(pointer.y()), int(pointer.x())
        return max(0, min(row, last)), max(0, min(column, last))

    def _step(self, right: int, up: int) -> None:
        row, column = self.cell or (0, 0)
        if self.cell is not None:
            last = len(self._names) - 1
            row, column = max(0, min(row - up, last)), max(0, min(column + right, last))
        self.point(QPointF(column + 0.5, row + 0.5))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
