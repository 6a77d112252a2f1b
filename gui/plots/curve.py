"""A line of data, dashed or not, quick to draw at every width.

Qt takes ten times as long for a dashed line wider than 1 px, and longer the
more it zigzags. Such a line is cut into its dashes here, along x.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from core.snapshot import FloatArray
from gui import theme


class Curve(pg.PlotCurveItem):
    """A line through points; it has gaps where they are not finite."""

    def __init__(self) -> None:
        super().__init__(connect="finite")
        self._dashes: FloatArray | None = None  # ends of on, off, on, off... in px

    def set_pen(self, pen: QPen) -> None:
        """Draw with this pen from the next points on."""
        wide = pen.widthF() > 1
        self._dashes = None
        if wide and pen.style() == Qt.PenStyle.CustomDashLine:
            self._dashes = np.cumsum(pen.dashPattern()) * pen.widthF() / theme.cosmetic(1.0)
            pen = QPen(pen)
            pen.setStyle(Qt.PenStyle.SolidLine)
        self.setSegmentedLineMode("on" if wide else "off")
        self.setPen(pen)

    def set_points(self, x: FloatArray, y: FloatArray) -> None:
        """Draw these points, x ascending."""
        if self._dashes is None:
            self.setData(x, y, connect="finite")
        else:
            x, y, connected = dashed(x, y, self._dashes * self._pixel_width())
            self.setData(x, y, connect=connected)

    def boundingRect(self) -> QRectF:
        """Return what the axes show: to look through all points for their range takes long."""
        view = self.getViewBox()
        if view is None:
            return super().boundingRect()
        if self._boundingRect is None:
            self._boundingRect = view.viewRect()
        return self._boundingRect

    def _pixel_width(self) -> float:
        """Return how much of the x axis one px shows."""
        view = self.getViewBox()
        return float(view.viewRect().width() / max(1.0, view.width()))


def dashed(
    x: FloatArray, y: FloatArray, ends: FloatArray
) -> tuple[FloatArray, FloatArray, NDArray[np.bool_]]:
    """Cut a line into dashes along x.

    Parameters
    ----------
    x, y : (n,) arrays
        x ascending.
    ends : array
        Where on, off, on, off... of the pattern end, from 0.

    Returns
    -------
    x, y, connected : arrays
        The points with those at the ends of dashes between them, and whether
        each is connected with the next.
    """
    periods = np.arange(x[0] // ends[-1], x[-1] // ends[-1] + 1) * ends[-1]
    cuts = (periods[:, np.newaxis] + ends).ravel()
    all_x = np.union1d(x, cuts[(cuts > x[0]) & (cuts < x[-1])])
    middles = (all_x[:-1] + all_x[1:]) / 2 % ends[-1]
    on = np.searchsorted(ends, middles, side="right") % 2 == 0
    return all_x, np.interp(all_x, x, y), np.append(on, False)
