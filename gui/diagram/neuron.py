"""A neuron, and the column of neurons of a layer as one item.

A neuron is filled by |gradient|, by its activation or by a map of it, on a fixed
scale; exactly 0 is hatched and says so, a value that is not finite is crossed.
Before the first snapshot it is plain. Identical neurons share a letter and a heavy outline. An
arc inside the rim is the share of the samples for which the neuron is saturated;
it closes around a dead one.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QImage, QPainter, QPen, QTransform

from gui import theme
from gui.diagram.fills import FILLS, NOT_FINITE, ZERO, Fill, brush_of
from gui.diagram.item import DiagramItem
from gui.diagram.layout import Column
from gui.diagram.pictures import Filling
from gui.diagram.twins import NO_TWINS, Twins
from gui.plots import pens

OUTLINE = 1.25
RING, RING_GAP = 2.5, 3.0
SIXTEENTHS = 16  # of a degree: Qt's unit of angles
CROSS = 0.5  # of the radius
ARC, ARC_GAP = 3.0, 4.0  # of saturation: width, distance from the rim
TWIN = 3.0  # width of the outline of identical neurons
BADGE, BADGE_AT = 7.5, 0.75  # radius of a letter's ground; its place, in radii of the neuron


def draw_neuron(painter: QPainter, center: QPointF, radius: float, fill: Fill | None) -> None:
    """Draw one neuron with a fill; None: not known."""
    if isinstance(fill, QImage):
        _draw_circle(painter, center, radius, fill)
        return
    view = painter.transform()
    ratio = painter.deviceTransform().m11() / view.m11()
    picture = _picture(fill, radius, view.m11(), ratio, theme.look())
    half = picture.width() / ratio / 2
    painter.setWorldMatrixEnabled(False)  # in px, else the picture would be made blurred
    painter.drawImage(view.map(center) - QPointF(half, half), picture)
    painter.setWorldMatrixEnabled(True)


@lru_cache(maxsize=512)
def _picture(fill: int | None, radius: float, scale: float, ratio: float, _look: object) -> QImage:
    """Return a kept picture: a frame shows many, and to draw one takes five times as long."""
    half = ceil((radius + OUTLINE * theme.zoom()) * scale) + 1
    picture = QImage(QSize(2 * half, 2 * half) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(half, half)
    painter.scale(scale, scale)
    _draw_circle(painter, QPointF(), radius, fill)
    painter.end()
    return picture


def _draw_circle(painter: QPainter, center: QPointF, radius: float, fill: Fill | None) -> None:
    painter.setPen(theme.stroke("quiet", OUTLINE))
    if fill == NOT_FINITE:
        _draw_broken(painter, center, radius)
    elif fill == ZERO:
        _draw_zero(painter, center, radius)
    else:
        painter.setBrush(_brush(fill, center, radius))
        painter.drawEllipse(center, radius, radius)


def _brush(fill: Fill | None, center: QPointF, radius: float) -> QBrush:
    if isinstance(fill, int):
        return brush_of(fill)
    if fill is None:
        return QBrush(theme.color("panel"))
    brush = QBrush(fill)
    corner = QTransform.fromTranslate(center.x() - radius, center.y() - radius)
    brush.setTransform(corner.scale(2 * radius / fill.width(), 2 * radius / fill.height()))
    return brush


def _draw_zero(painter: QPainter, center: QPointF, radius: float) -> None:
    painter.setBrush(theme.color("panel"))
    painter.drawEllipse(center, radius, radius)
    painter.setBrush(QBrush(theme.color("quiet"), Qt.BrushStyle.BDiagPattern))
    painter.drawEllipse(center, radius, radius)
    # The word stands on a clear ground: hatching behind a figure can't be read.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("panel"))
    painter.drawEllipse(center, radius * 0.55, radius * 0.55)
    painter.setPen(theme.color("text"))
    painter.setFont(theme.font("caption"))
    box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "0")


def _draw_broken(painter: QPainter, center: QPointF, radius: float) -> None:
    painter.setPen(theme.stroke("broken", 2 * OUTLINE))
    painter.setBrush(theme.color("panel"))
    painter.drawEllipse(center, radius, radius)
    arm = CROSS * radius
    for slope in (-1, 1):
        corner = QPointF(arm, slope * arm)
        painter.drawLine(center - corner, center + corner)


def _draw_ring(painter: QPainter, center: QPointF, radius: float, line: int | None) -> None:
    """Draw a ring in the colour and dashes of the neuron's line; without one, a quiet ring."""
    width = RING * theme.zoom()
    pen = QPen(theme.color("quiet") if line is None else pens.run_pen(line).color(), width)
    if line is not None and pens.DASHES[line]:
        pen.setDashPattern([length * theme.zoom() / width for length in pens.DASHES[line]])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius += RING_GAP * theme.zoom()
    painter.drawEllipse(center, radius, radius)


def draw_arc(painter: QPainter, center: QPointF, radius: float, share: float) -> None:
    """Draw a share as an arc, clockwise from the top, legible on every fill."""
    inner = radius - ARC_GAP * theme.zoom()
    box = QRectF(center.x() - inner, center.y() - inner, 2 * inner, 2 * inner)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for token, width in (("panel", ARC + 2), ("broken", ARC)):
        painter.setPen(theme.stroke(token, width))
        painter.drawArc(box, 90 * SIXTEENTHS, round(-360 * SIXTEENTHS * share))


def _draw_outline(painter: QPainter, center: QPointF, radius: float) -> None:
    """Draw the heavy outline of a neuron that is not alone of its kind."""
    painter.setPen(theme.stroke("attention", TWIN))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(center, radius, radius)


def _draw_letter(painter: QPainter, center: QPointF, radius: float, letter: str) -> None:
    """Draw a letter on a ground of its own, at the upper right of a neuron."""
    corner = center + QPointF(BADGE_AT * radius, -BADGE_AT * radius)
    size = BADGE * theme.zoom()
    painter.setPen(theme.stroke("quiet", 1.0))
    painter.setBrush(theme.color("panel"))
    painter.drawEllipse(corner, size, size)
    painter.setPen(theme.color("text"))
    painter.setFont(theme.font("caption"))
    box = QRectF(corner.x() - size, corner.y() - size, 2 * size, 2 * size)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


class NeuronsItem(DiagramItem):
    """The circles of one column, and the note on the neurons that are hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(2)
        self._column: Column | None = None
        self._fills: Sequence[Fill] | None = None
        self._chosen: dict[int, int | None] = {}
        self._twins = NO_TWINS
        self._silence: tuple[float, ...] = ()
        self._note = ""
        self._note_box = QRectF()

    def place(self, column: Column, note: str) -> None:
        """Stand at a column; `note` says how many neurons are hidden."""
        self._fills, self._silence = None, ()
        self._column, self._note = column, note
        margin = column.radius + max(RING + RING_GAP, BADGE) * theme.zoom()
        top, bottom = column.ys[0] - margin, column.ys[-1] + margin
        bounds = QRectF(column.x - margin, top, 2 * margin, bottom - top)
        self._note_box = self._box_of_note(column)
        self.set_bounds(bounds.united(self._note_box))

    def show_fills(self, filling: Filling, numbers: NDArray[np.float64] | None) -> None:
        """Fill by numbers or maps of every neuron of the layer; None: plain."""
        fills = None
        if numbers is not None and self._column is not None:
            fills = FILLS[filling](numbers[list(self._column.shown)])
        if fills != self._fills:
            self._fills = fills
            self.update()

    def show_chosen(self, chosen: dict[int, int | None]) -> None:
        """Ring chosen neurons: index to the number of its line in the plots, if it has one."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def show_twins(self, twins: Twins) -> None:
        """Mark identical neurons."""
        if twins != self._twins:
            self._twins = twins
            self.update()

    def show_silence(self, shares: tuple[float, ...]) -> None:
        """Show the saturated share of every neuron of the layer, 1 for a dead one; empty: none."""
        if shares != self._silence:
            self._silence = shares
            self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw the circles and the note."""
        column = self._column
        if column is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # of maps
        fills = self._fills or [None] * len(column.shown)
        for index, y, fill in zip(column.shown, column.ys, fills, strict=True):
            center = QPointF(column.x, y)
            draw_neuron(painter, center, column.radius, fill)
            if self._silence and self._silence[index]:
                draw_arc(painter, center, column.radius, self._silence[index])
            if index in self._twins.others:
                _draw_outline(painter, center, column.radius)
            if index in self._chosen:
                _draw_ring(painter, center, column.radius, self._chosen[index])
            if index in self._twins.letters:
                _draw_letter(painter, center, column.radius, self._twins.letters[index])
        if self._note:
            self._draw_note(painter)

    def _draw_note(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("panel"))
        radius = self._note_box.height() / 2
        painter.drawRoundedRect(self._note_box, radius, radius)
        painter.setPen(theme.color("quiet"))
        painter.setFont(theme.font("caption"))
        painter.drawText(self._note_box, Qt.AlignmentFlag.AlignCenter, self._note)

    def _box_of_note(self, column: Column) -> QRectF:
        if column.gap_y is None:
            return QRectF()
        metrics = QFontMetricsF(theme.font("caption"))
        width, height = metrics.horizontalAdvance(self._note) + theme.GRID, metrics.height()
        return QRectF(column.x - width / 2, column.gap_y - height / 2, width, height)
