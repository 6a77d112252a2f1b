"""A network in little: its weights and gradients in the diagram's own colours and widths."""

from math import hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.snapshot import Snapshot
from gui import theme
from gui.diagram.edges import EdgesItem
from gui.diagram.layout import Column, bare_columns
from gui.diagram.neuron import NeuronsItem
from gui.diagram.target import EMPTY, SLACK, Target
from gui.diagram.values import Values
from gui.plots.pens import pen

MOST_EDGES = 100  # between two layers: the strongest
LARGEST_SCALE = 0.8
REACH = 4.0  # px to an edge that is still hit
RING = 2.0  # px: width of what marks a neuron or an edge


class Miniature(QWidget):
    """Draws the diagram's items without their scene, scaled to the room there is.

    Signals
    -------
    pointed(Target)
        The mouse is at a neuron, at an edge, or at nothing any more.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[int, ...] = ()
        self._zoom = 0.0
        self._columns: tuple[Column, ...] = ()
        self._edges: list[EdgesItem] = []
        self._neurons: list[NeuronsItem] = []
        self._pointed = self._marked = EMPTY
        self.setMouseTracking(True)
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

    def show_mark(self, target: Target) -> None:
        """Mark a neuron or an edge, if this network has it. Never emits."""
        if target != self._marked:
            self._marked = target
            self.update()

    def place_of(self, layer: int, index: int) -> QPointF:
        """Return where a neuron stands, in px."""
        column = self._columns[layer]
        return self._to_widget().map(QPointF(column.x, column.y_of(index)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point where the mouse is."""
        self._point(self._target_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point nowhere."""
        self._point(EMPTY)

    def _point(self, target: Target) -> None:
        if target != self._pointed:
            self._pointed = target
            self.pointed.emit(target)

    def _target_at(self, place: QPointF) -> Target:
        """Return the neuron at a place, else the edge near it, else nothing."""
        transform = self._to_widget()
        point, scale = transform.inverted()[0].map(place), transform.m11()
        for layer, column in enumerate(self._columns):
            for index, y in zip(column.shown, column.ys, strict=True):
                if hypot(point.x() - column.x, point.y() - y) <= column.radius + SLACK:
                    return Target("neuron", layer, index)
        gaps = zip(self._edges, self._columns, self._columns[1:], strict=False)
        for layer, (edges, before, after) in enumerate(gaps, start=1):
            if before.x < point.x() < after.x:
                edge = edges.edge_at(point.x(), point.y(), REACH / scale)
                return EMPTY if edge is None else Target("edge", layer, edge.row, edge.column)
        return EMPTY

    def sizeHint(self) -> QSize:
        """Return the size that it has at least; more is a matter of stretch."""
        return QSize(theme.pixels(110), theme.pixels(40))

    def minimumSizeHint(self) -> QSize:
        """Return the size in which the layers can still be told apart."""
        return QSize(theme.pixels(44), theme.pixels(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edges, then neurons, then the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._to_widget(), True)
        for item in (*self._edges, *self._neurons):
            item.draw(painter)
        painter.resetTransform()
        self._paint_mark(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        _, layer, index, source = self._marked
        if not self._has(self._marked):
            return
        painter.setPen(pen("accent", width=RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._marked.part == "edge":
            painter.drawLine(self.place_of(layer - 1, source), self.place_of(layer, index))
        else:
            radius = self._to_widget().m11() * self._columns[layer].radius + RING
            painter.drawEllipse(self.place_of(layer, index), radius, radius)

    def _has(self, target: Target) -> bool:
        """Say whether this network has a neuron or an edge."""
        if target.part == "empty" or target.layer >= len(self._sizes):
            return False
        source_there = target.part == "neuron" or target.source < self._sizes[target.layer - 1]
        return target.index < self._sizes[target.layer] and source_there

    def _to_widget(self) -> QTransform:
        """Return what takes the diagram's places into the middle of the widget."""
        box = self._box()
        scale = min(self.width() / box.width(), self.height() / box.height(), LARGEST_SCALE)
        transform = QTransform.fromTranslate(self.width() / 2, self.height() / 2)
        transform.scale(scale, scale)
        return transform.translate(-box.center().x(), -box.center().y())

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
