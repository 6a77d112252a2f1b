"""Boxes: what formulas are laid out from, each with a width, and a height around a baseline.

A box is placed by the left end of its baseline, so that rows of boxes align as
letters do. Fractions and matrices lie around the axis, the height of a minus.
"""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

SCRIPT = 0.7  # size of an index, in that of what it belongs to


class Box:
    """Nothing, as wide and high as told."""

    def __init__(self, width: float = 0.0, ascent: float = 0.0, descent: float = 0.0) -> None:
        self.width, self.ascent, self.descent = width, ascent, descent

    @property
    def height(self) -> float:
        """Height in px."""
        return self.ascent + self.descent

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw from x on, on a baseline at y."""


class Face:
    """A font with its measures; the widths of the last texts are remembered."""

    def __init__(self, font: QFont) -> None:
        self.font, metrics = font, QFontMetricsF(font)
        self.ascent, self.descent = metrics.ascent(), metrics.descent()
        self.axis = metrics.strikeOutPos()  # how far above the baseline a minus stands
        self.letter = metrics.averageCharWidth()
        self.width = lru_cache(maxsize=512)(metrics.horizontalAdvance)


class Text(Box):
    """Letters of one face and colour."""

    def __init__(self, text: str, face: Face, colour: QColor) -> None:
        super().__init__(face.width(text), face.ascent, face.descent)
        self._text, self._font, self._colour = text, face.font, colour

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the letters."""
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(QPointF(x, y), self._text)


class Row(Box):
    """Boxes side by side on one baseline."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        super().__init__(
            sum(box.width for box in boxes),
            max((box.ascent for box in boxes), default=0.0),
            max((box.descent for box in boxes), default=0.0),
        )
        self._boxes = boxes

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw every box after the one before."""
        for box in self._boxes:
            box.draw(painter, x, y)
            x += box.width


class Scripts(Box):
    """A base with what stands raised and lowered at its right."""

    def __init__(self, base: Box, above: Box, below: Box) -> None:
        self._up, self._down = 0.42 * base.ascent, 0.24 * base.ascent
        super().__init__(
            base.width + max(above.width, below.width),
            max(base.ascent, self._up + above.ascent),
            max(base.descent, self._down + below.descent),
        )
        self._base, self._above, self._below = base, above, below

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the base, then both scripts one above the other."""
        self._base.draw(painter, x, y)
        self._above.draw(painter, x + self._base.width, y - self._up)
        self._below.draw(painter, x + self._base.width, y + self._down)


class Fraction(Box):
    """One box above another, and a line between."""

    def __init__(self, above: Box, below: Box, face: Face, colour: QColor) -> None:
        self._axis, self._gap = face.axis, 2.0
        self._above, self._below, self._colour = above, below, colour
        super().__init__(
            max(above.width, below.width) + face.letter,
            self._axis + self._gap + above.height,
            below.height + self._gap - self._axis,
        )

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw both in the middle of the line."""
        line = y - self._axis
        for box, baseline in (
            (self._above, line - self._gap - self._above.descent),
            (self._below, line + self._gap + self._below.ascent),
        ):
            box.draw(painter, x + (self.width - box.width) / 2, baseline)
        painter.setPen(QPen(self._colour, 1.0))
        painter.drawLine(QLineF(x, line, x + self.width, line))


class Matrix(Box):
    """Cells in brackets, each column aligned at the right; `lit` rows are framed."""

    def __init__(
        self,
        cells: Sequence[Sequence[Box]],
        lit: Sequence[bool],
        face: Face,
        colours: tuple[QColor, QColor],
    ) -> None:
        self._cells, self._lit = cells, lit
        self._colour, self._accent = colours
        self._line, self._rise = face.ascent + face.descent, face.ascent
        self._gap, self._edge = face.letter, 0.6 * face.letter
        self._widths = [max(cell.width for cell in column) for column in zip(*cells, strict=True)]
        half = self._line * len(cells) / 2 + 1.0
        inner = sum(self._widths) + self._gap * (len(self._widths) - 1)
        super().__init__(inner + 6 * self._edge, half + face.axis, half - face.axis)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the frames of lit rows, the brackets, and the cells."""
        top = y - self.ascent
        self._draw_frames(painter, x, top + 1.0)
        self._draw_brackets(painter, x, top)
        baseline = top + 1.0 + self._rise
        for row in self._cells:
            right = x + 3 * self._edge
            for cell, width in zip(row, self._widths, strict=True):
                right += width
                cell.draw(painter, right - cell.width, baseline)
                right += self._gap
            baseline += self._line

    def _draw_frames(self, painter: QPainter, x: float, top: float) -> None:
        if not any(self._lit):
            return
        first, count = self._lit.index(True), sum(self._lit)
        ground = QColor(self._accent)
        ground.setAlphaF(0.16)
        painter.setPen(QPen(self._accent, 1.0))
        painter.setBrush(ground)
        place = QRectF(x, top + first * self._line, self.width, count * self._line)
        painter.drawRoundedRect(place.adjusted(2 * self._edge, 0.5, -2 * self._edge, -0.5), 3, 3)

    def _draw_brackets(self, painter: QPainter, x: float, top: float) -> None:
        painter.setPen(QPen(self._colour, 1.2))
        left, right = x + self._edge, x + self.width - self._edge
        for side, inward in ((left, self._edge), (right, -self._edge)):
            corners = [
                QPointF(side + inward, top), QPointF(side, top),
                QPointF(side, top + self.height), QPointF(side + inward, top + self.height),
            ]  # fmt: skip
            painter.drawPolyline(corners)
