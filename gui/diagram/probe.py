"""The probe: the number under the pointer, and the edge it belongs to lifted above the others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from gui.diagram import words
from gui.diagram.edge_pens import lifted_pen
from gui.diagram.edges import Edge
from gui.diagram.marks import Label, LiftedEdge
from gui.diagram.target import Target

if TYPE_CHECKING:
    from gui.diagram.scene import DiagramScene


class Probe:
    """Follows the pointer; its number stays live while the network trains."""

    def __init__(self, scene: "DiagramScene") -> None:
        self._scene = scene
        self._neuron: Target | None = None
        self._edge: tuple[int, Edge] | None = None  # with the layer it leads into
        self._at = QPointF()
        self._lifted, self._label = LiftedEdge(), Label()
        scene.addItem(self._lifted)
        scene.addItem(self._label)

    def touch(self, target: Target, at: QPointF) -> None:
        """Read what is under a point of the scene; inputs have only those of a sample."""
        self._neuron = self._edge = None
        reads_inputs = self._scene.picture.filling == "activation"
        if target.part == "neuron" and (target.layer > 0 or reads_inputs):
            x, y = self._scene.center_of(target)
            above = self._scene.layout_.columns[target.layer].radius
            self._neuron, self._at = target, QPointF(x, y - above)
        elif target.part == "empty":
            self._edge, self._at = self._scene.edge_at(at), at
        self.refresh()

    def leave(self) -> None:
        """Read nothing."""
        self._neuron = self._edge = None
        self.refresh()

    def refresh(self) -> None:
        """Show the number as it is now."""
        text = self._read_neuron() or self._read_edge()
        self._lifted.setVisible(self._edge is not None)
        self._label.setVisible(bool(text))
        if text:
            self._label.show_text(text, self._at, self._scene.sceneRect())

    def _read_neuron(self) -> str:
        if self._neuron is None:
            return ""
        return self._scene.neuron_text(self._neuron.layer, self._neuron.index)

    def _read_edge(self) -> str:
        if self._edge is None:
            return ""
        place, (row, column, line) = self._edge
        picture = self._scene.picture
        number = self._scene.values.edge(picture.name, place, row, column)
        filter = self._scene.experiment.filter()
        self._lifted.lift(line, lifted_pen(number, picture.scale))
        if filter is not None and place == 1:
            return words.shared(filter)
        return words.edge(f"{picture.symbol}{place}", row, column, number)
