"""The "+" between two layers: inserts a layer where it stands, if there is room for one."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gui import theme
from gui.diagram.item import DiagramItem

ARM = 0.5  # of the radius


class InsertItem(DiagramItem):
    """A round button, seen when the pointer or the focus is near."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(3)
        self._center = QPointF()
        self._radius = 0.0
        self._enabled = True
        self._hovered = False
        self.setVisible(False)

    def place(self, center: tuple[float, float], radius: float, enabled: bool) -> None:
        """Stand between two columns."""
        self._center, self._radius, self._enabled = QPointF(*center), radius, enabled
        extent = radius + 2 * theme.zoom()
        corner = self._center - QPointF(extent, extent)
        self.set_bounds(QRectF(corner.x(), corner.y(), 2 * extent, 2 * extent))

    def show_hovered(self, hovered: bool) -> None:
        """Fill the button while the pointer is on it."""
        if (hovered and self._enabled) != self._hovered:
            self._hovered = hovered and self._enabled
            self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw a circle with a cross."""
        width = 1.5 * theme.zoom()
        ink = "accent" if self._enabled else "line"
        painter.setPen(QPen(theme.color(ink), width))
        painter.setBrush(theme.color("accent" if self._hovered else "panel"))
        painter.drawEllipse(self._center, self._radius, self._radius)
        painter.setPen(QPen(theme.color("panel" if self._hovered else ink), width))
        arm = ARM * self._radius
        for step in (QPointF(arm, 0), QPointF(0, arm)):
            painter.drawLine(self._center - step, self._center + step)
