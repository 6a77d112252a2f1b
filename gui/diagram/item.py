"""The base of the diagram's items."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget


class DiagramItem(QGraphicsItem):
    """An item that draws itself; a bug in drawing is raised once, not on every repaint."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()
        self._broken = False

    def set_bounds(self, bounds: QRectF) -> None:
        """Take another place in the scene."""
        self.prepareGeometryChange()
        self._bounds = bounds
        self.update()

    def boundingRect(self) -> QRectF:
        """Return what the item may paint on."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw, unless drawing has failed before."""
        if self._broken:
            return
        try:
            self.draw(painter)
        except Exception:
            self._broken = True
            raise

    def draw(self, painter: QPainter) -> None:
        """Draw the item."""
        raise NotImplementedError
