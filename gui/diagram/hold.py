"""A hold: while a layer is resized with the mouse, its header stays under the pointer.

The scale is kept, and the part of the scene that is seen; until the pointer
leaves the header the neurons alone make room for each other.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from gui.diagram.target import Target

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView

Policy = Qt.ScrollBarPolicy
HEADER = ("name", "minus", "units", "plus", "activation", "badge")


class Hold:
    """Of one layer at a time."""

    def __init__(self, view: "DiagramView") -> None:
        self._view = view
        self._layer: int | None = None
        self._seen = QRectF()

    @property
    def scale(self) -> float | None:
        """The scale that is kept; None: none."""
        return None if self._layer is None else self._view.layout_.scale

    def begin(self, layer: int) -> None:
        """Keep the header of a layer where it is."""
        if self._layer is None:
            view = self._view
            for bar, set_policy in (
                (view.horizontalScrollBar(), view.setHorizontalScrollBarPolicy),
                (view.verticalScrollBar(), view.setVerticalScrollBarPolicy),
            ):
                set_policy(Policy.ScrollBarAlwaysOn if bar.maximum() else Policy.ScrollBarAlwaysOff)
            self._seen = view.mapToScene(view.viewport().rect()).boundingRect()
        self._layer = layer
        self.follow()

    def follow(self) -> None:
        """Let the scene grow at its end only."""
        if self._layer is not None:
            self._view.setSceneRect(self._seen.united(self._view.scene().sceneRect()))

    def hover(self, target: Target) -> None:
        """End where the pointer has left the header."""
        if self._layer is not None and (target.layer != self._layer or target.part not in HEADER):
            self.end()
            self._view.arrange()

    def end(self) -> None:
        """Let everything take its place again at the next arrangement."""
        if self._layer is not None:
            self._layer = None
            self._view.setSceneRect(QRectF())
            self._view.setHorizontalScrollBarPolicy(Policy.ScrollBarAsNeeded)
            self._view.setVerticalScrollBarPolicy(Policy.ScrollBarAsNeeded)
