"""A network in little: its weights and gradients in the diagram's own colours and widths."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.snapshot import Snapshot
from gui import theme
from gui.diagram.edges import EdgesItem
from gui.diagram.layout import Column, bare_columns
from gui.diagram.neuron import NeuronsItem
from gui.diagram.values import Values

MOST_EDGES = 100  # between two layers: the strongest
LARGEST_SCALE = 0.8


class Miniature(QWidget):
    """Draws the diagram's items without their scene, scaled to the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[int, ...] = ()
        self._zoom = 0.0
        self._columns: tuple[Column, ...] = ()
        self._edges: list[EdgesItem] = []
        self._neurons: list[NeuronsItem] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run's weights and gradients at its step."""
        sizes = snapshot.experiment.sizes()
        if (sizes, theme.zoom()) != (self._sizes, self._zoom):
            self._arrange(sizes)
        values = Values(snapshot, sizes)
        for place, (edges, neurons) in enumerate(zip(self._edges, self._neurons[1:], strict=True)):
            layer = place + 1
            edges.show_numbers(values.edges("weights", layer), MOST_EDGES)
            neurons.show_fills("gradient", values.norms(layer))
            neurons.show_twins(values.twins(layer))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in which it can be read."""
        return QSize(theme.pixels(110), theme.pixels(80))

    def minimumSizeHint(self) -> QSize:
        """Return the size in which the layers can still be told apart."""
        return QSize(theme.pixels(72), theme.pixels(50))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edges, then neurons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        scale = min(self.width() / box.width(), self.height() / box.height(), LARGEST_SCALE)
        painter.translate(QPointF(self.width() / 2, self.height() / 2))
        painter.scale(scale, scale)
        painter.translate(-box.center())
        for item in (*self._edges, *self._neurons):
            item.draw(painter)

    def _arrange(self, sizes: tuple[int, ...]) -> None:
        self._sizes, self._zoom = sizes, theme.zoom()
        self._columns = bare_columns(sizes, self._zoom)
        self._edges = [EdgesItem() for _ in sizes[1:]]
        self._neurons = [NeuronsItem() for _ in sizes]
        for edges, before, after in zip(
            self._edges, self._columns, self._columns[1:], strict=False
        ):
            edges.place(before, after)
        for neurons, column in zip(self._neurons, self._columns, strict=True):
            neurons.place(column, "\N{HORIZONTAL ELLIPSIS}" if column.hidden else "")

    def _box(self) -> QRectF:
        """Return what all items together may paint on."""
        box = QRectF(0, 0, 1, 1)
        for item in self._neurons:
            box = box.united(item.boundingRect())
        return box
