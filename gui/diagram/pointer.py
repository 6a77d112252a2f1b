"""The mouse: what a press, a click, a double click and the pointer's place mean."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from gui.diagram.target import EMPTY, Target
from gui.diagram.verbs import can_resize

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView

EXTENDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Pointer:
    """Turns mouse events into verbs; a click counts where press and release agree."""

    def __init__(self, view: "DiagramView") -> None:
        self._view = view
        self._pressed = EMPTY

    def press(self, event: QMouseEvent) -> None:
        """Remember what the button went down on."""
        self._pressed = self._view.target_at(event.position().toPoint())

    def release(self, event: QMouseEvent) -> None:
        """Do what was clicked."""
        target = self._view.target_at(event.position().toPoint())
        if target == self._pressed:
            self._click(target, bool(event.modifiers() & EXTENDING))

    def double_click(self, event: QMouseEvent) -> None:
        """Fit on empty space; elsewhere a quick second click is a click."""
        self.press(event)
        if self._pressed == EMPTY:
            self._view.fit()

    def _click(self, target: Target, extend: bool) -> None:
        editor, layer = self._view.editor, target.layer
        match target.part:
            case "empty":
                editor.leave()
            case "neuron":
                editor.toggle(target)
            case "insert":
                editor.add_layer(layer)
            case "minus" | "plus":
                self._step(target)
            case "units" if layer < editor.output:
                self._view.open_units(layer)
            case "activation":
                self._view.open_activations(layer)
            case _:
                editor.focus_on(Target("name", layer), extend)

    def _step(self, target: Target) -> None:
        """Add or remove a neuron; a disabled button, like the rest of the header, selects."""
        editor, count = self._view.editor, 1 if target.part == "plus" else -1
        if can_resize(self._view.experiment, target.layer, count):
            editor.add_neurons(count, target.layer)
        else:
            editor.focus_on(Target("name", target.layer))
