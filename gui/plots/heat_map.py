"""A heat map of neurons x time, painted straight from colour indices.

A column reaches halfway to its neighbours. The columns are even except for the
last, which may come off the beat. Many rows are drawn as buckets of their
largest value.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.snapshot import FloatArray
from gui import theme
from gui.plots import magnitude

MOST_ROWS = 512  # more than a plot has pixels for
MOST_CELLS = 1_000_000  # looked at in a frame
THINNEST_BAND = 4.0  # px: a line beside a thinner layer would hide it


class HeatMap(pg.GraphicsObject):
    """Magnitudes in the colours of `gui.plots.magnitude`."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self._image = QImage()
        self._pixels: object = None  # the image's memory
        self._edges = np.zeros(2)
        self._bands: tuple[int, ...] = ()
        self._any_zero = False
        self._crossed: list[QRectF] = []

    def set_values(self, values: FloatArray, steps: FloatArray, bands: tuple[int, ...]) -> None:
        """Show values (rows, columns); `bands` are the first rows of the layers, and the end."""
        values, steps = fewer(values, steps)
        edges = column_edges(steps)
        left, right = float(edges[0]), float(edges[-1])
        rect = QRectF(left, 0.0, right - left, len(values))
        if rect != self._rect:
            self.prepareGeometryChange()
        self._rect, self._edges, self._bands = rect, edges, bands
        indices = magnitude.indices(_largest(values))
        self._any_zero = bool((indices == magnitude.ZERO).any())
        self._crossed = self._places(indices == magnitude.NOT_FINITE)
        self._pixels = pixels = np.ascontiguousarray(magnitude.table()[indices])
        height, width = pixels.shape
        self._image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
        self.update()

    def _places(self, mask: NDArray[np.bool_]) -> list[QRectF]:
        """Return the cells of a mask, each row's neighbours as one."""
        if not mask.any():
            return []
        edges, height = self._edges, self._rect.height() / len(mask)
        padded = np.pad(mask.astype(np.int8), ((0, 0), (1, 1)))
        rows, bounds = np.nonzero(np.diff(padded, axis=1))
        return [
            QRectF(float(edges[begin]), row * height, float(edges[end] - edges[begin]), height)
            for row, begin, end in zip(rows[::2], bounds[::2], bounds[1::2], strict=True)
        ]

    def boundingRect(self) -> QRectF:
        """Return the whole of it, in steps and rows."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint hatching, image, crosses and the lines between layers."""
        if self._image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._any_zero:
            magnitude.fill_zero(painter, self._rect)
        self._paint_columns(painter)
        for place in self._crossed:
            magnitude.fill_not_finite(painter, place)
        self._paint_bands(painter)

    def _paint_columns(self, painter: QPainter) -> None:
        columns, height = self._image.width(), self._image.height()
        if columns > 1:
            beat = self._edges[1] - self._edges[0]
            even = QRectF(self._rect)
            even.setWidth((columns - 1) * beat)
            painter.drawImage(even, self._image, QRectF(0, 0, columns - 1, height))
        last = QRectF(self._rect)
        last.setLeft(self._edges[-2])
        painter.drawImage(last, self._image, QRectF(columns - 1, 0, 1, height))

    def _paint_bands(self, painter: QPainter) -> None:
        thinnest = THINNEST_BAND / abs(painter.worldTransform().m22())
        pen = QPen(QColor(theme.current().plot), 2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for above, row, below in zip(self._bands, self._bands[1:], self._bands[2:], strict=False):
            if min(row - above, below - row) >= thinnest:
                painter.drawLine(QPointF(self._rect.left(), row), QPointF(self._rect.right(), row))


def column_edges(steps: FloatArray) -> FloatArray:
    """Return where columns at these steps begin, and where the last one ends."""
    half = (steps[1] - steps[0]) / 2 if len(steps) > 1 else 0.5
    return np.concatenate(([steps[0] - half], (steps[:-1] + steps[1:]) / 2, [steps[-1] + half]))


def fewer(
    values: FloatArray, steps: FloatArray, most: int = MOST_CELLS
) -> tuple[FloatArray, FloatArray]:
    """Return even columns of values and steps, and the last, with at most so many cells."""
    stride = -(-values.size // most)
    if stride == 1:
        return values, steps
    kept = np.append(np.arange(0, len(steps) - 1, stride), len(steps) - 1)
    return values[:, kept], steps[kept]


def _largest(values: FloatArray) -> FloatArray:
    """Return the values, rows in buckets if they are too many; NaN wins over any number."""
    rows = len(values)
    if rows <= MOST_ROWS:
        return values
    starts = np.arange(MOST_ROWS) * rows // MOST_ROWS
    return np.maximum.reduceat(values, starts, axis=0)
