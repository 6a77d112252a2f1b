"""A map of shares: how many of the numbers stand in each row, column after column.

The colours mean one share each, on a scale of log10 that never changes. Exact
zeros, and numbers that are not finite, fill strips of their own: as high a part
of the strip as they are of the numbers.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.diagnostics.spread import NOT_FINITE, ZERO
from core.snapshot import FloatArray
from gui.plots import magnitude
from gui.plots.column_image import ColumnImage
from gui.plots.spread_rows import Rows

LOW, HIGH = -1.0, 2.0  # log10 of percent
SLIVER = 0.08  # of a strip: what a share that is not 0 fills at least

Fill = Callable[[QPainter, QRectF], None]


class SpreadMap(ColumnImage):
    """Shares in rows of `gui.plots.spread_rows`."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: list[tuple[QPainterPath, Fill]] = []

    def set_shares(self, shares: FloatArray, steps: FloatArray, rows: Rows) -> None:
        """Show shares (BINS, columns) at these steps."""
        pixels = colours(rows.sums(shares))
        pixels[rows.zero] = 0
        pixels = np.repeat(pixels, rows.heights, axis=0)
        above = np.zeros((round(rows.top) - len(pixels), len(steps)), dtype=np.uint32)
        self.set_pixels(np.concatenate((pixels, above)), steps, rows.top)
        foot, head = rows.edges[rows.zero : rows.zero + 2]
        self._strips = [
            (self._bars(shares[ZERO], foot, head), magnitude.fill_zero),
            (self._bars(shares[NOT_FINITE], rows.edges[-1], rows.top), magnitude.fill_not_finite),
        ]

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the shares, then what has no size."""
        super().paint(painter, option, widget)
        for path, fill in self._strips:
            if not path.isEmpty():
                painter.save()
                painter.setClipPath(path)
                fill(painter, path.boundingRect())
                painter.restore()

    def _bars(self, shares: FloatArray, foot: float, head: float) -> QPainterPath:
        """Return a bar for each column, as high a part of a strip as its share."""
        path = QPainterPath()
        parts = np.where(shares > 0, np.maximum(shares, SLIVER), 0.0) * (head - foot)
        for left, right, height in zip(self.edges, self.edges[1:], parts, strict=False):
            if height:
                path.addRect(QRectF(left, foot, right - left, height))
        return path


def colours(shares: FloatArray) -> NDArray[np.uint32]:
    """Return the colours of shares as 0xAARRGGBB; none at all is clear."""
    with np.errstate(divide="ignore"):
        places = (np.log10(100 * shares) - LOW) / (HIGH - LOW)
    indices = (np.clip(places, 0.0, 1.0) * (magnitude.STEPS - 1) + 0.5).astype(np.intp)
    return np.where(shares > 0, magnitude.scale()[indices], np.uint32(0))
