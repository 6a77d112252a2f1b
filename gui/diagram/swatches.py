"""The samples of the legend: edges, fills and arcs, each with its numbers below."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from gui import numbers, theme
from gui.diagram.edge_pens import Scale, level_of, pen_of
from gui.diagram.fills import NOT_FINITE, ZERO, Fill, zero_colour
from gui.diagram.neuron import draw_arc, draw_neuron

GLYPH = 20.0  # height of the samples; their numbers stand below
SAMPLE, BAR, DOT = 32.0, 120.0, 16.0  # widths
GAP = 10.0
STOPS = 16  # colours that a bar is drawn with

Draw = Callable[[QPainter, QRectF], None]


class Swatch(NamedTuple):
    """A sample with its numbers, or words, spread evenly below it from end to end."""

    width: float
    draw: Draw
    numbers: tuple[str, ...] = ()


class Group(NamedTuple):
    """A title, and the samples after it."""

    title: str
    swatches: tuple[Swatch, ...]

    @property
    def width(self) -> float:
        """The room it needs."""
        gaps = len(self.swatches) * GAP * theme.zoom()
        return text_width(self.title) + gaps + sum(map(_slot, self.swatches))

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it from a point on to the right."""
        height = GLYPH * theme.zoom()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text"))
        box = QRectF(at.x(), at.y(), text_width(self.title), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.title)
        x = box.right()
        for one in self.swatches:
            slot = QRectF(x + GAP * theme.zoom(), at.y(), _slot(one), height)
            _draw_swatch(painter, one, slot)
            x = slot.right()


def text_width(text: str) -> float:
    """Return the width of a caption."""
    return QFontMetricsF(theme.font("caption")).horizontalAdvance(text) + 1


def text_height() -> float:
    """Return the height of a caption."""
    return QFontMetricsF(theme.font("caption")).height()


def signs() -> Swatch:
    """Return + above a minus: which of two lines is which."""
    return Swatch(text_width("+"), _draw_signs)


def edge(number: float, scale: Scale, shrunk: float) -> Swatch:
    """Return a positive edge above a negative one, as wide as in the diagram; 0 has no sign."""

    def draw(painter: QPainter, box: QRectF) -> None:
        signed = (number, -number) if number else (0.0,)
        for one, y in zip(signed, _lines_of(box, len(signed)), strict=True):
            pen = QPen(pen_of(level_of(one, scale)))
            pen.setWidthF(pen.widthF() * shrunk / painter.worldTransform().m11())
            painter.setPen(pen)
            painter.drawLine(QLineF(box.left(), y, box.right(), y))

    return Swatch(SAMPLE * theme.zoom(), draw, (numbers.exact(number) if number else "0",))


def bar(colours: NDArray[np.uint32], ends: tuple[str, ...]) -> Swatch:
    """Return a bar of the colours of a scale, 0xAARRGGBB, with numbers from end to end."""

    def draw(painter: QPainter, box: QRectF) -> None:
        strip = box.adjusted(0, box.height() / 5, 0, -box.height() / 5)
        gradient = QLinearGradient(strip.topLeft(), strip.topRight())
        for stop in range(STOPS):
            share = stop / (STOPS - 1)
            place = round(share * (len(colours) - 1))
            gradient.setColorAt(share, QColor.fromRgba(int(colours[place])))
        painter.setPen(theme.stroke("quiet", 1.0))
        painter.setBrush(gradient)
        painter.drawRect(strip)

    return Swatch(BAR * theme.zoom(), draw, ends)


def zero() -> Swatch:
    """Return a neuron at exactly 0."""
    return _neuron(ZERO)


def zero_in_map() -> Swatch:
    """Return the colour that an exact 0 has in a map."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(theme.stroke("quiet", 1.0))
        painter.setBrush(zero_colour())
        painter.drawRect(box.adjusted(0, box.height() / 5, 0, -box.height() / 5))

    return Swatch(DOT * theme.zoom(), draw, ("0",))


def not_finite(word: str) -> Swatch:
    """Return a neuron without a finite number."""
    return _neuron(NOT_FINITE, word)


def arc(share: float, word: str) -> Swatch:
    """Return a neuron with the arc of a share of the samples."""

    def draw(painter: QPainter, box: QRectF) -> None:
        radius = box.height() / 2
        draw_neuron(painter, box.center(), radius, None)
        draw_arc(painter, box.center(), radius, share)

    return Swatch(GLYPH * theme.zoom(), draw, (word,))


def _neuron(fill: Fill, *words: str) -> Swatch:
    def draw(painter: QPainter, box: QRectF) -> None:
        draw_neuron(painter, box.center(), box.width() / 2, fill)

    return Swatch(DOT * theme.zoom(), draw, words)


def _slot(swatch: Swatch) -> float:
    """Return the width of a sample together with its numbers, which overhang its ends."""
    if not swatch.numbers:
        return swatch.width
    ends = max(text_width(swatch.numbers[0]), text_width(swatch.numbers[-1]))
    return max(swatch.width, ends) if len(swatch.numbers) == 1 else swatch.width + ends


def _draw_swatch(painter: QPainter, swatch: Swatch, slot: QRectF) -> None:
    left = slot.center().x() - swatch.width / 2
    swatch.draw(painter, QRectF(left, slot.top(), swatch.width, slot.height()))
    painter.setPen(theme.color("quiet"))
    painter.setFont(theme.font("caption"))
    steps = len(swatch.numbers) - 1
    for place, text in enumerate(swatch.numbers):
        middle = left + swatch.width * (place / steps if steps else 0.5)
        width = text_width(text)
        box = QRectF(middle - width / 2, slot.bottom(), width, text_height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _lines_of(box: QRectF, count: int) -> list[float]:
    return [box.top() + box.height() * (2 * row + 1) / (2 * count) for row in range(count)]


def _draw_signs(painter: QPainter, box: QRectF) -> None:
    painter.setPen(theme.color("text"))
    for sign, y in zip(("+", numbers.MINUS), _lines_of(box, 2), strict=True):
        line = QRectF(box.left(), y - text_height() / 2, box.width(), text_height())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, sign)
