"""A band: where most runs of an ensemble are, with the median as a line."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.bands import Bands
from core.snapshot import FloatArray
from gui import theme
from gui.plots.curve import Curve
from gui.plots.pens import mix, pen, run_pen

INK, STALE_INK = 0.25, 0.12  # how much of its colour the band keeps
MEDIAN_WIDTH = 1.5  # times a data line's


class Traced(NamedTuple):
    """The bands of `runs` seeds at steps, ascending; stale if the experiment has changed since."""

    runs: int
    steps: tuple[int, ...]
    bands: tuple[Bands, ...]
    stale: bool = False

    def at(self, step: float) -> tuple[int, Bands]:
        """Return the nearest step and the bands there."""
        place = int(np.abs(np.array(self.steps) - step).argmin())
        return self.steps[place], self.bands[place]


class Band(pg.GraphicsObject):
    """The place between the 10th and the 90th percentile, filled, and the median in it.

    Parameters
    ----------
    number : int, optional
        Of the run pen that gives the colour; without it the band is quiet.
    """

    def __init__(self, number: int | None = None) -> None:
        super().__init__()
        self._number = number
        self.median = Curve()
        self._outline = QPolygonF()
        self._colour = QColor()

    def boundingRect(self) -> QRectF:
        """Return the place."""
        return self._outline.boundingRect()

    def show_bands(
        self,
        x: Sequence[float] | FloatArray,
        bands: Sequence[Bands] | FloatArray,
        heights: Callable[[FloatArray], FloatArray],
        stale: bool = False,
    ) -> None:
        """Draw bands at x, ascending; `heights` says where their values stand on the axis."""
        for part in (self, self.median):
            part.setVisible(len(bands) > 0)
        if not len(bands):
            return
        table = np.array(bands, dtype=float).reshape(-1, 3)
        low, middle, high = (heights(values) for values in table.T)
        places = np.array(x, dtype=float)
        self.prepareGeometryChange()
        there = zip(places.tolist(), high.tolist(), strict=True)
        back = zip(places[::-1].tolist(), low[::-1].tolist(), strict=True)
        self._outline = QPolygonF([QPointF(*point) for point in (*there, *back)])
        line = median_pen(stale) if self._number is None else run_pen(self._number)
        self._colour = mix(theme.color("plot"), line.color(), STALE_INK if stale else INK)
        self.median.set_pen(line)
        self.median.set_points(places, middle)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Fill the place."""
        painter.setPen(QPen(self._colour, 0))
        painter.setBrush(self._colour)
        painter.drawPolygon(self._outline)


def median_pen(stale: bool = False) -> QPen:
    """Return the pen of the median."""
    dash = (4, 4) if stale else ()
    return pen("quiet", dash, MEDIAN_WIDTH * theme.current().data_width)
