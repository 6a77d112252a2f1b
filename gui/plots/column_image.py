"""An image of columns over steps, a pixel a cell.

A column reaches halfway to its neighbours. The columns are even except for the
last, which may come off the beat.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.snapshot import FloatArray


class ColumnImage(pg.GraphicsObject):
    """Draws pixels given as 0xAARRGGBB; what is clear shows the ground.

    Attributes
    ----------
    rect : QRectF
        Its place, in steps and in units of height.
    edges : (columns + 1,) array
        Where the columns begin, and where the last one ends.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rect = QRectF()
        self.edges = np.zeros(2)
        self._image = QImage()
        self._pixels: object = None  # the image's memory

    def set_pixels(self, pixels: NDArray[np.uint32], steps: FloatArray, height: float) -> None:
        """Show pixels (rows, columns), the columns at these steps, from 0 to a height."""
        self.edges = column_edges(steps)
        left, right = float(self.edges[0]), float(self.edges[-1])
        rect = QRectF(left, 0.0, right - left, height)
        if rect != self.rect:
            self.prepareGeometryChange()
            self.rect = rect
        self._pixels = pixels = np.ascontiguousarray(pixels)
        rows, columns = pixels.shape
        self._image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return its place."""
        return self.rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the even columns, then the last one."""
        columns, rows = self._image.width(), self._image.height()
        if not columns:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if columns > 1:
            beat = self.edges[1] - self.edges[0]
            even = QRectF(self.rect)
            even.setWidth((columns - 1) * beat)
            painter.drawImage(even, self._image, QRectF(0, 0, columns - 1, rows))
        last = QRectF(self.rect)
        last.setLeft(self.edges[-2])
        painter.drawImage(last, self._image, QRectF(columns - 1, 0, 1, rows))


def column_edges(steps: FloatArray) -> FloatArray:
    """Return where columns at these steps begin, and where the last one ends."""
    half = (steps[1] - steps[0]) / 2 if len(steps) > 1 else 0.5
    return np.concatenate(([steps[0] - half], (steps[:-1] + steps[1:]) / 2, [steps[-1] + half]))
