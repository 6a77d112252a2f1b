"""A surface: values over a plane as a smooth image, with one contour."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class Surface(pg.GraphicsObject):
    """An image that fills a rectangle of the plane; its first row is at the bottom."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self._image = QImage()
        self._pixels: object = None  # the image's memory

    def set_colours(self, colours: NDArray[np.uint32], rect: QRectF) -> None:
        """Show colours (rows, columns), 0xAARRGGBB."""
        if rect != self._rect:
            self.prepareGeometryChange()
        self._rect, self._pixels = rect, np.ascontiguousarray(colours)
        rows, columns = colours.shape
        self._image = QImage(
            self._pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32
        )
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the rectangle."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the image, smoothed between its cells."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._rect, self._image)
