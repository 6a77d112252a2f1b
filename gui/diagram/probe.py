"""The probe: the number under the pointer, and the edge it belongs to lifted above the others.

Where the pointer reads nothing, it is the number of the neuron that has the keyboard's focus.
"""

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
    """Follows pointer and focus; its number stays live while the network trains."""

    def __init__(self, scene: "DiagramScene") -> None:
        self._scene = scene
        self._neuron: Target | None = None
        self._focus: Target | None = None
        self._edge: tuple[int, Edge] | None = None  # with the layer it leads into
        self._at = QPointF()  # of the pointer
        self._lifted, self._label = LiftedEdge(), Label()
        scene.addItem(self._lifted)
        scene.addItem(self._label)

    def touch(self, target: Target, at: QPointF) -> None:
        """Read what is under a point of the scene."""
        self._neuron = target if target.part == "neuron" else None
        self._edge, self._at = None, at
        if target.part == "empty":
            self._edge = self._scene.edge_at(at)
        self.refresh()

    def show_focus(self, target: Target | None) -> None:
        """Read the neuron that has the focus; a header has no number."""
        self._focus = target if target is not None and target.part == "neuron" else None
        self.refresh()

    def leave(self) -> None:
        """Read nothing under the pointer."""
        self._neuron = self._edge = None
        self.refresh()

    def refresh(self) -> None:
        """Show the number as it is now."""
        text, at = self._read_edge(), self._at
        neuron = self._neuron or self._focus
        if neuron is not None and not text:
            text, at = self._read_neuron(neuron), self._above(neuron)
        self._lifted.setVisible(self._edge is not None)
        self._label.setVisible(bool(text))
        if text:
            self._label.show_text(text, at, self._scene.sceneRect())

    def _read_neuron(self, neuron: Target) -> str:
        """Return a neuron's number; inputs have only those of a sample."""
        reads_inputs = self._scene.picture.filling == "activation"
        if neuron.layer == 0 and not reads_inputs:
            return ""
        return self._scene.neuron_text(neuron.layer, neuron.index)

    def _above(self, neuron: Target) -> QPointF:
        x, y = self._scene.center_of(neuron)
        return QPointF(x, y - self._scene.layout_.columns[neuron.layer].radius)

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
