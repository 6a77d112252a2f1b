"""A numbered bar: which colour stands for which number."""

from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.plots.axis import Candidates

BAR, TICK, GAP = 14, 4, 3  # px
ROOM = 1.2  # lines of text that a number keeps for itself


class Swatch(Struct, frozen=True):
    """A colour beside the map, and what it stands for."""

    text: str
    fill: Callable[[QPainter, QRectF], None]


class ScaleBar(QWidget):
    """A map from its low end to its high, with numbers, its label above, swatches below.

    Parameters
    ----------
    table : function
        Returns the colours as 0xAARRGGBB, low end first.
    candidates : function of (low, high)
        Yields lists of ticks from many to few (`gui.plots.ticks`).
    """

    def __init__(
        self,
        table: Callable[[], NDArray[np.uint32]],
        candidates: Candidates,
        swatches: Sequence[Swatch] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table, self._candidates, self._swatches = table, candidates, swatches
        self._low, self._high = 0.0, 1.0
        self._label = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_scale(self, low: float, high: float) -> None:
        """Say which numbers the ends stand for."""
        if (low, high) != (self._low, self._high):
            self._low, self._high = low, high
            self.restyle()

    def set_label(self, label: str) -> None:
        """Name the quantity and its unit."""
        self._label = label
        self.setAccessibleName(label)
        self.restyle()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of bar, numbers and label."""
        metrics = QFontMetricsF(theme.font("caption"))
        texts = [text for _, text in next(self._candidates(self._low, self._high))]
        numbers = max(metrics.horizontalAdvance(text) for text in texts)
        bar = theme.pixels(BAR) + TICK + 1 + numbers
        width = theme.GRID + max(bar, metrics.horizontalAdvance(self._label))
        return QSize(round(width) + 1, round(10 * metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same width; numbers thin out where it is low."""
        lines = 4 + len(self._swatches)
        return QSize(self.sizeHint().width(), round(lines * QFontMetricsF(self.font()).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from the top: label, bar with numbers, swatches."""
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        line = painter.fontMetrics().height()
        painter.setPen(theme.color("quiet"))
        painter.drawText(QPointF(theme.GRID, painter.fontMetrics().ascent()), self._label)
        top, below = 1.9 * line, 0.6 * line + len(self._swatches) * (line + GAP)
        bar = QRectF(theme.GRID, top, theme.pixels(BAR), self.height() - top - below)
        painter.drawImage(bar, self._image())
        self._paint_numbers(painter, bar)
        swatch = QRectF(bar.left(), bar.bottom() + 0.6 * line + GAP, bar.width(), line)
        for each in self._swatches:
            each.fill(painter, swatch)
            self._paint_text(painter, swatch, each.text)
            swatch.translate(0, line + GAP)

    def _image(self) -> QImage:
        colours = np.ascontiguousarray(self._table()[::-1, np.newaxis])
        size = len(colours)
        return QImage(colours.data, 1, size, 4, QImage.Format.Format_ARGB32).copy()

    def _paint_numbers(self, painter: QPainter, bar: QRectF) -> None:
        scale = bar.height() / (self._high - self._low)
        room = ROOM * painter.fontMetrics().height()
        for ticks in self._candidates(self._low, self._high):
            if len(ticks) < 2 or (ticks[1][0] - ticks[0][0]) * scale >= room:
                break
        for value, text in ticks:
            place = QRectF(bar.left(), bar.bottom() - (value - self._low) * scale, bar.width(), 0)
            painter.setPen(theme.color("quiet"))
            end = place.topRight() + QPointF(TICK - 1, 0)
            painter.drawLine(place.topRight(), end)
            self._paint_text(painter, place.adjusted(0, -room, 0, room), text)

    def _paint_text(self, painter: QPainter, beside: QRectF, text: str) -> None:
        painter.setPen(theme.color("text"))
        place = QRectF(beside.right() + TICK + 1, beside.top(), self.width(), beside.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
