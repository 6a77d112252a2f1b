"""A layer dragged by its header: a mark shows where it would stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QRubberBand

from gui import theme
from gui.diagram.layout import Layout

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView

WIDTH = 6  # px of the mark


class HeaderDrag:
    """One drag of hidden layer `layer`."""

    def __init__(self, view: "DiagramView", layer: int) -> None:
        self._view, self._layer = view, layer
        self._to = layer
        self._mark = QRubberBand(QRubberBand.Shape.Line, view.viewport())

    def move(self, at: QPoint) -> None:
        """Mark the gap that is nearest; none where the layer would stay."""
        layout = self._view.layout_
        self._to = _place_at(layout, self._layer, self._view.mapToScene(at).x())
        self._mark.setVisible(self._to != self._layer)
        gap = self._to if self._to < self._layer else self._to + 1
        x = self._view.mapFromScene(layout.insert_point(gap)[0], 0).x()
        width = theme.pixels(WIDTH)
        self._mark.setGeometry(QRect(x - width // 2, 0, width, self._view.viewport().height()))

    def finish(self) -> None:
        """Put the layer where the mark is."""
        self._mark.hide()
        self._mark.deleteLater()
        self._view.editor.move_layer(self._layer, self._to)


def _place_at(layout: Layout, layer: int, x: float) -> int:
    """Return the place that a layer dropped at `x` takes among the hidden layers."""
    hidden = range(1, len(layout.columns) - 1)
    return 1 + sum(layout.columns[other].x < x for other in hidden if other != layer)
