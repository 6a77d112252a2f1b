"""A canvas for sizes of any order: log10 upwards, and a place for what has no log10.

An exact zero stands in a hatched strip under all decades, what is not finite in
a crossed one above them. A strip is there only when something stands in it.
"""

from collections.abc import Callable, Iterator

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.snapshot import FloatArray
from gui.plots import magnitude, ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas
from gui.plots.ranges import SteppedDecades
from gui.plots.ticks import Tick

SMALLEST, LARGEST = 1e-300, 1e300  # what floating point can still multiply by ten
STRIP = 0.1  # height, as a part of the decades'
WIDEST = "1e\N{MINUS SIGN}12"


class Strip(pg.GraphicsObject):
    """A place beside the decades, with a tick."""

    def __init__(self, name: str, fill: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__()
        self.name, self._fill = name, fill
        self._rect = QRectF()
        self.hide()

    def stand(self, rect: QRectF) -> None:
        """Take this place."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect

    @property
    def tick(self) -> Tick:
        """The middle and the name."""
        return self._rect.center().y(), self.name

    def boundingRect(self) -> QRectF:
        """Return the place."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Fill the place."""
        self._fill(painter, self._rect)


class Decades(Canvas):
    """A canvas whose y axis is log10 of sizes.

    Parameters
    ----------
    least, most : float
        What the axis shows at least: in such a frame, equal sizes look equal.
    """

    def __init__(self, x: Axis, least: float, most: float) -> None:
        super().__init__(x, Axis("left", self._ticks, WIDEST))
        self.y.room = 1.2
        self._least, self._most = least, most
        self._reach = SteppedDecades()
        self.zero = Strip("0", magnitude.fill_zero)
        self.not_finite = Strip("NaN", magnitude.fill_not_finite)
        self.add(self.zero, self.not_finite)
        self.y.setGrid(255)

    def fit(self, left: float, right: float, sizes: FloatArray) -> None:
        """Show these sizes, between the ends of the x axis."""
        finite = sizes[np.isfinite(sizes)]
        some = np.clip(finite[finite > 0], SMALLEST, LARGEST)
        low, high = self._reach.follow(
            float(some.min(initial=self._least)), float(some.max(initial=self._most))
        )
        height = STRIP * (high - low)
        self.zero.stand(QRectF(left, low - height, right - left, height))
        self.not_finite.stand(QRectF(left, high, right - left, height))
        self.zero.setVisible(len(some) < len(finite))
        self.not_finite.setVisible(len(finite) < len(sizes))
        self.not_finite.name = "\N{INFINITY}" if np.isinf(sizes).any() else "NaN"
        bottom = low - height * self.zero.isVisible()
        self.set_range((left, right), (bottom, high + height * self.not_finite.isVisible()))

    def heights(self, sizes: FloatArray) -> FloatArray:
        """Return where sizes stand."""
        finite = np.isfinite(sizes)
        heights = np.log10(np.clip(np.where(finite, sizes, 1.0), SMALLEST, LARGEST))
        heights[sizes == 0] = self.zero.tick[0]
        heights[~finite] = self.not_finite.tick[0]
        return heights

    def _ticks(self, low: float, high: float) -> Iterator[list[Tick]]:
        ends = [strip.tick for strip in (self.zero, self.not_finite) if strip.isVisible()]
        low += STRIP * (high - low) * self.zero.isVisible()
        for decades in ticks.logarithmic(low, high):
            gap = decades[1][0] - decades[0][0] if len(decades) > 1 else 0.0
            free = [tick for tick in decades if all(abs(tick[0] - end[0]) >= gap for end in ends)]
            yield sorted(free + ends)
