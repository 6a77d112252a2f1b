"""The names beside the outer columns: features left of the inputs, targets right of the outputs."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from gui import theme
from gui.diagram.item import DiagramItem
from gui.diagram.layout import CAPTION_GAP, Column
from gui.plots.kept import keep_picture

WIDEST = 96.0  # px; a longer name is cut, and whole in the tooltip


def width_of(names: tuple[str, ...]) -> float:
    """Return the width that the names need."""
    metrics = QFontMetricsF(theme.font())
    widest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
    return min(widest + 1, WIDEST * theme.zoom())


class CaptionsItem(DiagramItem):
    """One name beside each neuron that is drawn; `side` is -1 for left, 1 for right."""

    def __init__(self, side: int) -> None:
        super().__init__()
        keep_picture(self)
        self._side = side
        self._lines: list[tuple[QRectF, str]] = []

    def place(self, column: Column, names: tuple[str, ...]) -> None:
        """Stand beside a column."""
        width = width_of(names)
        metrics = QFontMetricsF(theme.font())
        near = column.radius + CAPTION_GAP * theme.zoom()
        left = column.x + near if self._side > 0 else column.x - near - width
        self._lines = [
            (
                QRectF(left, y - metrics.height() / 2, width, metrics.height()),
                metrics.elidedText(names[index], Qt.TextElideMode.ElideRight, width),
            )
            for index, y in zip(column.shown, column.ys, strict=True)
        ]
        self.set_bounds(self._lines[0][0].united(self._lines[-1][0]))

    def draw(self, painter: QPainter) -> None:
        """Draw the names."""
        side = Qt.AlignmentFlag.AlignLeft if self._side > 0 else Qt.AlignmentFlag.AlignRight
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font())
        for box, name in self._lines:
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, name)
