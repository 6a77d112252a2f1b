"""The focus ring: where the keyboard is, drawn alike by everything that paints itself."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui import theme

WIDTH = 2.0  # px, to be zoomed


def draw_focus_ring(painter: QPainter, room: QRect | QRectF, corner: float = 0.0) -> None:
    """Draw the ring along the inside of a room, perhaps with round corners."""
    width = WIDTH * theme.zoom()
    painter.setPen(QPen(theme.color("accent"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = QRectF(room).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inside, corner, corner)
