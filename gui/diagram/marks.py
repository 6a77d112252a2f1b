"""The marks over the diagram: the focus ring, the edge and the number under the pointer."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui import theme
from gui.diagram.item import DiagramItem
from gui.focus_ring import WIDTH, draw_focus_ring

RING_GAP = 7.0  # around a neuron: outside the ring of a chosen one
CORNER = 8.0
HALO = 6.0  # clear ground around a lifted edge


class FocusRing(DiagramItem):
    """A 2 px ring in the accent colour around a header or a neuron."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(4)
        self._round = False
        self.setVisible(False)

    def around_header(self, box: QRectF) -> None:
        """Ring a header."""
        self._round = False
        self.set_bounds(box.adjusted(-WIDTH, -WIDTH, WIDTH, WIDTH))

    def around_neuron(self, center: tuple[float, float], radius: float) -> None:
        """Ring a neuron."""
        self._round = True
        extent = radius + (RING_GAP + WIDTH) * theme.zoom()
        x, y = center
        self.set_bounds(QRectF(x - extent, y - extent, 2 * extent, 2 * extent))

    def draw(self, painter: QPainter) -> None:
        """Draw the ring inside the bounds."""
        box = self.boundingRect()
        draw_focus_ring(painter, box, box.width() / 2 if self._round else CORNER * theme.zoom())


class LiftedEdge(DiagramItem):
    """The edge under the pointer, above all others, with a clear ground around it."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(1.5)
        self._line = QLineF()
        self._pen = QPen()
        self.setVisible(False)

    def lift(self, line: QLineF, pen: QPen) -> None:
        """Draw this edge with this pen."""
        self._line, self._pen = line, pen
        halo = self._halo()
        ends = QRectF(line.p1(), line.p2()).normalized()
        self.set_bounds(ends.adjusted(-halo, -halo, halo, halo))

    def _halo(self) -> float:
        return self._pen.widthF() + HALO * theme.zoom()

    def draw(self, painter: QPainter) -> None:
        """Draw ground, then edge."""
        painter.setPen(QPen(theme.color("panel"), self._halo()))
        painter.drawLine(self._line)
        painter.setPen(self._pen)
        painter.drawLine(self._line)


class Label(DiagramItem):
    """A small label with the number under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(5)
        self._text = ""
        self.setVisible(False)

    def show_text(self, text: str, at: QPointF, within: QRectF) -> None:
        """Show a text above a point, inside of `within`."""
        metrics = QFontMetricsF(theme.font())
        grid = theme.GRID * theme.zoom()
        width, height = metrics.horizontalAdvance(text) + 2 * grid, metrics.height() + grid
        left = max(within.left(), min(at.x() - width / 2, within.right() - width))
        top = at.y() - height - 2 * grid
        if top < within.top():
            top = at.y() + 2 * grid
        self._text = text
        self.set_bounds(QRectF(left, top, width, height))

    def draw(self, painter: QPainter) -> None:
        """Draw the box and the text."""
        painter.setPen(theme.stroke("quiet", 1.0))
        painter.setBrush(theme.color("panel"))
        inner = theme.zoom() / 2
        box = self.boundingRect().adjusted(inner, inner, -inner, -inner)
        painter.drawRoundedRect(box, CORNER / 2, CORNER / 2)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
