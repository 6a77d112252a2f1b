"""The probe: the number under the pointer, and the edge it belongs to lifted above the others."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF

from gui.diagram import words
from gui.diagram.edges import Edge, lifted_pen
from gui.diagram.marks import Label, LiftedEdge
from gui.diagram.target import Target

if TYPE_CHECKING:
    from gui.diagram.scene import DiagramScene

EDGE_REACH = 5.0  # px from the pointer


class _Touched(NamedTuple):
    """What the probe is on: a neuron, or else an edge into layer `place`."""

    place: int
    neuron: int | None
    edge: Edge | None
    at: QPointF


class Probe:
    """Follows the pointer; its number stays live while the network trains."""

    def __init__(self, scene: "DiagramScene") -> None:
        self._scene = scene
        self._touched: _Touched | None = None
        self._lifted, self._label = LiftedEdge(), Label()
        scene.addItem(self._lifted)
        scene.addItem(self._label)

    def touch(self, target: Target, at: QPointF) -> None:
        """Read what is under a point of the scene."""
        self._touched = None
        if target.part == "neuron" and target.layer > 0:
            x, y = self._scene.center_of(target)
            radius = self._scene.layout_.columns[target.layer].radius
            above = QPointF(x, y - radius)
            self._touched = _Touched(target.layer, target.index, None, above)
        elif target.part == "empty":
            self._touch_edge(at)
        self.refresh()

    def _touch_edge(self, at: QPointF) -> None:
        place = self._scene.place_right_of(at.x())
        if place is None:
            return
        reach = EDGE_REACH / self._scene.layout_.scale
        edge = self._scene.edges(place).edge_at(at.x(), at.y(), reach)
        if edge is not None:
            self._touched = _Touched(place, None, edge, at)

    def leave(self) -> None:
        """Read nothing."""
        self._touched = None
        self.refresh()

    def refresh(self) -> None:
        """Show the number as it is now."""
        touched = self._touched
        self._label.setVisible(touched is not None)
        self._lifted.setVisible(touched is not None and touched.edge is not None)
        if touched is None:
            return
        if touched.edge is not None:
            row, column, line = touched.edge
            weight = self._scene.weight_of(touched.place, row, column)
            text = words.edge(touched.place, row, column, weight)
            self._lifted.lift(line, lifted_pen(weight))
        else:
            index = touched.neuron or 0
            text = words.neuron(touched.place, index, self._scene.norm_of(touched.place, index))
        self._label.show_text(text, touched.at, self._scene.sceneRect())
