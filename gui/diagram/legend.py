"""The legend: what width, style and fill mean, with numbers; both scales are fixed."""

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui import numbers, theme
from gui.diagram.edge_pens import level_of, pen_of
from gui.diagram.neuron import brushes, draw_neuron
from gui.diagram.pictures import PICTURES
from gui.panel import Panel
from gui.panels.editors import Combo
from gui.plots import magnitude

TICKS = (theme.MAGNITUDE_LOW, -5.0, theme.MAGNITUDE_HIGH)  # log10, from end to end
GLYPH = 20.0  # height of the samples; their numbers stand below
SAMPLE, BAR, DOT = 32.0, 120.0, 16.0  # widths
GAP = 10.0
SMALLEST = 0.7  # size of type, in that of the unzoomed interface, that can still be read


class Swatch(NamedTuple):
    """A sample with its numbers, spread evenly below it from end to end."""

    width: float
    draw: Callable[[QPainter, QRectF], None]
    numbers: tuple[str, ...]


class Legend(Panel):
    """A strip below the diagram: the edges at the left, the neurons at the right.

    Where the edges would have their title is the choice of what they say.

    Signals
    -------
    picture_chosen(str)
        The name of one of the PICTURES.
    """

    picture_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diagramLegend")
        self._edge_scale = 1.0
        self._picture = PICTURES["weights"]
        self._combo = Combo(self, "pictureCombo")
        self._combo.currentIndexChanged.connect(self._on_chosen)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._combo.fill({"weights": self.tr("Weight"), "gradients": self.tr("Gradient")})
        self._combo.show_value(self._picture.name)
        self._combo.setAccessibleName(self.tr("What the edges say"))
        self._combo.setToolTip(self.tr("What the edges say"))
        self._gradient = self.tr("|gradient|")
        self._broken = self.tr("not finite")
        self.setAccessibleName(self.tr("Legend of the network diagram"))
        self.update()

    def restyle(self) -> None:
        """Draw in the look in force."""
        self._combo.setFont(theme.font("caption"))
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw the sample edges as wide as the diagram shows them."""
        if scale != self._edge_scale:
            self._edge_scale = scale
            self.update()

    def height_for(self, width: float) -> int:
        """Return the height needed: one row, or two where one would be too small to read."""
        rows, scale = self._arrangement(width)
        return max(ceil(rows * scale * self._row_height()), self._combo.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choice beside its samples."""
        super().resizeEvent(event)
        hint = self._combo.sizeHint()
        row = self.height() / self._arrangement(self.width())[0]
        top = max(0, round(row - hint.height()) // 2)
        self._combo.setGeometry(theme.GRID // 2, top, hint.width(), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both groups, side by side or one below the other."""
        rows, scale = self._arrangement(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.scale(scale, scale)
        painter.setFont(theme.font("caption"))
        margin = theme.pixels(theme.GRID)
        x, y = margin, self._row_height()
        if rows == 1:
            x, y = self.width() / scale - margin - self._widths()[1], 0.0
        self._draw_group(painter, "", self._edges(), self._choice_width() / scale, 0.0)
        self._draw_group(painter, self._gradient, self._neurons(), x, y)

    # Measures

    def _arrangement(self, width: float) -> tuple[int, float]:
        """Return the number of rows, and the scale at which they fit."""
        margin = theme.pixels(theme.GRID)
        edges, neurons = self._widths()
        beside = width - self._choice_width()  # the choice keeps its size
        scale = beside / (edges + neurons + 5 * margin)
        if scale * theme.zoom() >= SMALLEST:
            return 1, min(scale, 1.0)
        return 2, min(beside / (edges + margin), width / (neurons + 2 * margin), 1.0)

    def _choice_width(self) -> float:
        return theme.GRID // 2 + self._combo.sizeHint().width()

    def _row_height(self) -> float:
        return GLYPH * theme.zoom() + _text_height() + theme.pixels(theme.GRID) / 2

    def _widths(self) -> tuple[float, float]:
        return (
            self._width("", self._edges()),
            self._width(self._gradient, self._neurons()),
        )

    def _width(self, title: str, swatches: list[Swatch]) -> float:
        return _text_width(title) + sum(GAP * theme.zoom() + _slot(one) for one in swatches)

    # Samples

    def _edges(self) -> list[Swatch]:
        zoom = theme.zoom()
        return [
            Swatch(_text_width("+"), _draw_signs, ()),
            *(
                Swatch(SAMPLE * zoom, self._sample_of(one), (numbers.exact(one),))
                for one in self._picture.scale.samples
            ),
            Swatch(SAMPLE * zoom, self._sample_of(0.0), ("0",)),
        ]

    def _neurons(self) -> list[Swatch]:
        zoom = theme.zoom()
        ticks = tuple(numbers.exact(10**tick) for tick in TICKS)
        return [
            Swatch(BAR * zoom, _draw_bar, ticks),
            Swatch(DOT * zoom, _neuron_of(magnitude.ZERO), ()),
            Swatch(DOT * zoom, _neuron_of(magnitude.NOT_FINITE), (self._broken,)),
        ]

    def _sample_of(self, weight: float) -> Callable[[QPainter, QRectF], None]:
        """Return what draws a positive edge above a negative one; exact zeros have no sign."""

        def draw(painter: QPainter, box: QRectF) -> None:
            scale = self._edge_scale / painter.worldTransform().m11()
            weights = (weight, -weight) if weight else (0.0,)
            for one, y in zip(weights, _lines_of(box, len(weights)), strict=True):
                pen = QPen(pen_of(level_of(one, self._picture.scale)))
                pen.setWidthF(pen.widthF() * scale)
                painter.setPen(pen)
                painter.drawLine(QLineF(box.left(), y, box.right(), y))

        return draw

    def _on_chosen(self, index: int) -> None:
        name = self._combo.itemData(index)
        self._picture = PICTURES[name]
        self.update()
        self.picture_chosen.emit(name)

    def _draw_group(
        self, painter: QPainter, title: str, swatches: list[Swatch], x: float, y: float
    ) -> None:
        height = GLYPH * theme.zoom()
        painter.setPen(theme.color("text"))
        box = QRectF(x, y, _text_width(title), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
        x = box.right()
        for one in swatches:
            slot = QRectF(x + GAP * theme.zoom(), y, _slot(one), height)
            _draw_swatch(painter, one, slot)
            x = slot.right()


def _text_width(text: str) -> float:
    return QFontMetricsF(theme.font("caption")).horizontalAdvance(text) + 1


def _text_height() -> float:
    return QFontMetricsF(theme.font("caption")).height()


def _slot(swatch: Swatch) -> float:
    """Return the width of a sample together with its numbers, which overhang its ends."""
    if not swatch.numbers:
        return swatch.width
    ends = max(_text_width(swatch.numbers[0]), _text_width(swatch.numbers[-1]))
    return max(swatch.width, ends) if len(swatch.numbers) == 1 else swatch.width + ends


def _draw_swatch(painter: QPainter, swatch: Swatch, slot: QRectF) -> None:
    left = slot.center().x() - swatch.width / 2
    swatch.draw(painter, QRectF(left, slot.top(), swatch.width, slot.height()))
    painter.setPen(theme.color("quiet"))
    painter.setFont(theme.font("caption"))
    steps = len(swatch.numbers) - 1
    for place, text in enumerate(swatch.numbers):
        middle = left + swatch.width * (place / steps if steps else 0.5)
        width = _text_width(text)
        box = QRectF(middle - width / 2, slot.bottom(), width, _text_height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _lines_of(box: QRectF, count: int) -> list[float]:
    return [box.top() + box.height() * (2 * row + 1) / (2 * count) for row in range(count)]


def _draw_signs(painter: QPainter, box: QRectF) -> None:
    painter.setPen(theme.color("text"))
    for sign, y in zip(("+", numbers.MINUS), _lines_of(box, 2), strict=True):
        line = QRectF(box.left(), y - _text_height() / 2, box.width(), _text_height())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, sign)


def _neuron_of(step: int) -> Callable[[QPainter, QRectF], None]:
    def draw(painter: QPainter, box: QRectF) -> None:
        draw_neuron(painter, box.center(), box.width() / 2, step)

    return draw


def _draw_bar(painter: QPainter, box: QRectF) -> None:
    bar = box.adjusted(0, box.height() / 5, 0, -box.height() / 5)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for stop in range(0, magnitude.STEPS, 15):
        gradient.setColorAt(stop / (magnitude.STEPS - 1), brushes()[stop].color())
    painter.setPen(QPen(theme.color("quiet"), theme.zoom()))
    painter.setBrush(gradient)
    painter.drawRect(bar)
