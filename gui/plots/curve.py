"""A line of data, dashed or not, quick to draw at every width.

Qt takes ten times as long for a dashed line wider than 1 px, and longer the
more it zigzags. Such a line is cut into its dashes here: along its way, where it
goes up or down, and along x, where it only trembles.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from core.snapshot import FloatArray
from gui import theme

TREMBLE = 8.0  # px


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
            width, height, tall = self._pixel()
            along = way(x / width, y / height, most=2 * tall)
            x, y, connected = dashed(x, y, along, self._dashes)
            self.setData(x, y, connect=connected)

    def boundingRect(self) -> QRectF:
        """Return what the axes show: to look through all points for their range takes long."""
        view = self.getViewBox()
        if view is None:
            return super().boundingRect()
        if self._boundingRect is None:
            self._boundingRect = view.viewRect()
        return self._boundingRect

    def _pixel(self) -> tuple[float, float, float]:
        """Return how much of each axis one px shows, and how many px high the axes are."""
        view = self.getViewBox()
        shown, wide, tall = view.viewRect(), max(1.0, view.width()), max(1.0, view.height())
        return shown.width() / wide, shown.height() / tall, tall


def way(x: FloatArray, y: FloatArray, most: float) -> FloatArray:
    """Return how far along a line its points are: as far as across, and up or down.

    What goes to and fro within `TREMBLE` px does not count, else the dashes of a noisy
    line would be dust; nor what is more than `most` px of up and down in all.
    """
    steps = np.nan_to_num(np.diff(y), posinf=0.0, neginf=0.0)
    starts = np.flatnonzero(np.diff(x[:-1] // TREMBLE, prepend=-np.inf))
    rises = np.zeros(len(x))
    if len(steps):
        climbed = np.add.reduceat(np.abs(steps), starts)
        gained = np.abs(np.add.reduceat(steps, starts))
        share = np.divide(gained, climbed, out=np.zeros_like(climbed), where=climbed > 0)
        rises[1:] = np.abs(steps) * np.repeat(share, np.diff(starts, append=len(steps)))
    return x + np.minimum(np.cumsum(rises), most)


def dashed(
    x: FloatArray, y: FloatArray, along: FloatArray, ends: FloatArray
) -> tuple[FloatArray, FloatArray, NDArray[np.bool_]]:
    """Cut a line into dashes.

    Parameters
    ----------
    x, y, along : (n,) arrays
        The points, and how far along the line each is; x and along ascend.
    ends : array
        Where on, off, on, off... of the pattern end, from 0.

    Returns
    -------
    x, y, connected : arrays
        The points with those at the ends of dashes between them, and whether
        each is connected with the next.
    """
    first, last = along[0], along[-1]
    periods = np.arange(first // ends[-1], last // ends[-1] + 1) * ends[-1]
    cuts = (periods[:, np.newaxis] + ends).ravel()
    places = np.union1d(along, cuts[(cuts > first) & (cuts < last)])
    middles = (places[:-1] + places[1:]) / 2 % ends[-1]
    on = np.searchsorted(ends, middles, side="right") % 2 == 0
    return np.interp(places, along, x), np.interp(places, along, y), np.append(on, False)
