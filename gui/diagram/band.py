"""The rubber band: drawn over headers it selects layers, over neurons alone it chooses them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtWidgets import QRubberBand

from gui.diagram.layout import Layout
from gui.diagram.target import Target

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView


class Band:
    """One drag over the diagram, begun where nothing is."""

    def __init__(self, view: "DiagramView", start: QPoint, extend: bool) -> None:
        self._view, self._start, self._extend = view, start, extend
        self._frame = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())

    def move(self, at: QPoint) -> None:
        """Stretch to the pointer."""
        self._frame.setGeometry(QRect(self._start, at).normalized())
        self._frame.show()

    def finish(self) -> None:
        """Select what the band touches."""
        box = self._view.mapToScene(self._frame.geometry()).boundingRect()
        self._frame.hide()
        self._frame.deleteLater()
        self._view.editor.select(_touched(self._view.layout_, box), self._extend)


def _touched(layout: Layout, box: QRectF) -> list[Target]:
    targets: list[Target] = []
    for layer, column in enumerate(layout.columns):
        if box.intersects(_header(layout, layer)):
            targets.append(Target("name", layer))
        targets += [
            Target("neuron", layer, index)
            for index, y in zip(column.shown, column.ys, strict=True)
            if box.contains(column.x, y)
        ]
    return targets


def _header(layout: Layout, layer: int) -> QRectF:
    name, badge = layout.boxes["name"], layout.boxes["badge"]
    left = layout.columns[layer].x + name.x
    return QRectF(left, layout.header_y, name.width, badge.y + badge.height)
