"""A layer's number of neurons dragged up or down: one edit, however long the way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from core.fields import MAX_UNITS
from gui import theme

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView

STEP = 10  # px a neuron


class UnitsDrag:
    """One drag of the number of hidden layer `layer`, from where the button went down."""

    def __init__(self, view: "DiagramView", layer: int, start: QPoint) -> None:
        self._layer, self._start = layer, start
        self._units = view.experiment.layers[layer - 1].units
        self._resize = view.editor.resizing(layer)
        view.hold.begin(layer)

    def move(self, at: QPoint) -> None:
        """Give the layer as many neurons as the pointer is above where it began."""
        more = round((self._start.y() - at.y()) / theme.pixels(STEP))
        self._resize(max(1, min(self._units + more, MAX_UNITS)))

    def finish(self) -> None:
        """Stay at the number that is shown."""
