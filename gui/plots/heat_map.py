"""A heat map of neurons x time, painted straight from colour indices.

Many rows are drawn as buckets of their largest value.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.snapshot import FloatArray
from gui.plots import magnitude
from gui.plots.column_image import ColumnImage
from gui.plots.pens import pen

MOST_ROWS = 512  # more than a plot has pixels for
MOST_CELLS = 1_000_000  # looked at in a frame
THINNEST_BAND = 4.0  # px: a line beside a thinner layer would hide it


class HeatMap(ColumnImage):
    """Magnitudes in the colours of `gui.plots.magnitude`."""

    def __init__(self) -> None:
        super().__init__()
        self._values = np.empty((0, 0))
        self._colours = np.empty((0, 0), dtype=np.uint32)
        self._bands: tuple[int, ...] = ()
        self._any_zero = False
        self._crossed: list[QRectF] = []

    def set_values(self, values: FloatArray, steps: FloatArray, bands: tuple[int, ...]) -> None:
        """Show values (rows, columns); `bands` are the first rows of the layers, and the end.

        The values are kept to be compared with the next ones: they must not change.
        """
        values, steps = fewer(values, steps)
        largest = _largest(values)
        self._colour(largest)
        self.set_pixels(self._colours, steps, len(values))
        self._bands = bands
        self._any_zero = not self._colours.all()  # it is clear
        self._crossed = self._places(~np.isfinite(largest))

    def _colour(self, values: FloatArray) -> None:
        """Bring the colours up to date: those of a run that has only gone on are kept.

        They are the same in each theme, but for what is painted over as crossed.
        """
        known = _alike(self._values, values)
        new = magnitude.table()[magnitude.indices(values[:, known:])]
        self._colours = np.hstack((self._colours[:, :known], new)) if known else new
        self._values = values

    def _places(self, mask: NDArray[np.bool_]) -> list[QRectF]:
        """Return the cells of a mask, each row's neighbours as one."""
        if not mask.any():
            return []
        edges, height = self.edges, self.rect.height() / len(mask)
        padded = np.pad(mask.astype(np.int8), ((0, 0), (1, 1)))
        rows, bounds = np.nonzero(np.diff(padded, axis=1))
        return [
            QRectF(float(edges[begin]), row * height, float(edges[end] - edges[begin]), height)
            for row, begin, end in zip(rows[::2], bounds[::2], bounds[1::2], strict=True)
        ]

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint hatching, image, crosses and the lines between layers."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._any_zero:
            magnitude.fill_zero(painter, self.rect)
        super().paint(painter, option, widget)
        for place in self._crossed:
            magnitude.fill_not_finite(painter, place)
        self._paint_bands(painter)

    def _paint_bands(self, painter: QPainter) -> None:
        thinnest = THINNEST_BAND / abs(painter.worldTransform().m22())
        painter.setPen(pen("plot", width=2))
        for above, row, below in zip(self._bands, self._bands[1:], self._bands[2:], strict=False):
            if min(row - above, below - row) >= thinnest:
                painter.drawLine(QPointF(self.rect.left(), row), QPointF(self.rect.right(), row))


def fewer(
    values: FloatArray, steps: FloatArray, most: int = MOST_CELLS
) -> tuple[FloatArray, FloatArray]:
    """Return even columns of values and steps, and the last, with at most so many cells."""
    stride = -(-values.size // most)
    if stride == 1:
        return values, steps
    kept = np.append(np.arange(0, len(steps) - 1, stride), len(steps) - 1)
    return values[:, kept], steps[kept]


def _alike(some: FloatArray, others: FloatArray) -> int:
    """Return how many columns two arrays begin with alike; a column with a NaN is like none."""
    if len(some) != len(others):
        return 0
    least = min(some.shape[1], others.shape[1])
    differ = (some[:, :least] != others[:, :least]).any(axis=0)
    return int(differ.argmax()) if differ.any() else least


def _largest(values: FloatArray) -> FloatArray:
    """Return the values, rows in buckets if they are too many; NaN wins over any number."""
    rows = len(values)
    if rows <= MOST_ROWS:
        return values
    starts = np.arange(MOST_ROWS) * rows // MOST_ROWS
    return np.maximum.reduceat(values, starts, axis=0)
