"""The mouse: what a press, a click, a drag and a double click mean."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.diagram.band import Band
from gui.diagram.header_drag import HeaderDrag
from gui.diagram.target import EMPTY, Target
from gui.diagram.units_drag import UnitsDrag
from gui.diagram.verbs import can_resize

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView

Shape = Qt.CursorShape
Modifier = Qt.KeyboardModifier
Drag = Band | HeaderDrag | UnitsDrag
EXTENDING = Modifier.ControlModifier | Modifier.ShiftModifier


class Pointer:
    """Turns mouse events into verbs; a click counts where press and release agree."""

    def __init__(self, view: "DiagramView") -> None:
        self._view = view
        self._pressed = EMPTY
        self._start = QPoint()
        self._drag: Drag | None = None

    def hover(self, target: Target) -> None:
        """Say that the number of a hidden layer can be dragged up and down."""
        shape = Shape.SizeVerCursor if self._is_resizable(target) else Shape.ArrowCursor
        viewport = self._view.viewport()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)

    def press(self, event: QMouseEvent) -> None:
        """Remember what the button went down on."""
        self._start = event.position().toPoint()
        self._pressed = self._view.target_at(self._start)

    def move(self, event: QMouseEvent) -> None:
        """Drag, once the pointer is far enough from where the button went down."""
        at = event.position().toPoint()
        if self._drag is None:
            if (at - self._start).manhattanLength() < QApplication.startDragDistance():
                return
            self._drag = self._begin(event.modifiers())
        if self._drag is not None:
            self._drag.move(at)

    def release(self, event: QMouseEvent) -> None:
        """Do what was clicked, or end the drag."""
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.finish()
            return
        target = self._view.target_at(event.position().toPoint())
        if target == self._pressed:
            self._click(target, event.modifiers())

    def double_click(self, event: QMouseEvent) -> None:
        """Fit on empty space, type a neuron's bias; elsewhere it is a quick second click."""
        self.press(event)
        if self._pressed == EMPTY:
            self._view.fit()
        elif self._pressed.part == "neuron" and self._pressed.layer:
            self._view.editor.toggle(self._pressed)  # the first click is taken back
            self._view.open_number(self._pressed)
            self._pressed = EMPTY

    def _begin(self, modifiers: Qt.KeyboardModifier) -> Drag | None:
        """Return what a drag from where the button went down does."""
        part, layer = self._pressed.part, self._pressed.layer
        if part in ("empty", "edge"):
            return Band(self._view, self._start, bool(modifiers & EXTENDING))
        if part in ("name", "badge") and 0 < layer < self._view.editor.output:
            return HeaderDrag(self._view, layer)
        if self._is_resizable(self._pressed):
            return UnitsDrag(self._view, layer, self._start)
        return None

    def _is_resizable(self, target: Target) -> bool:
        return target.part == "units" and 0 < target.layer < self._view.editor.output

    def _click(self, target: Target, modifiers: Qt.KeyboardModifier) -> None:
        editor, layer = self._view.editor, target.layer
        match target.part:
            case "empty":
                editor.leave()
            case "neuron":
                self._choose(target, modifiers)
            case "edge":
                self._view.open_number(target)
            case "insert":
                editor.add_layer(layer)
            case "minus" | "plus":
                self._step(target)
            case "units" if self._is_resizable(target):
                self._view.open_units(layer)
            case "activation":
                self._view.open_activations(layer)
            case _:
                self._select(layer, modifiers)

    def _choose(self, neuron: Target, modifiers: Qt.KeyboardModifier) -> None:
        """Choose a neuron or let it go; with Shift choose all as far as it."""
        if modifiers & Modifier.ShiftModifier:
            self._view.editor.extend_to(neuron)
        else:
            self._view.editor.toggle(neuron)

    def _select(self, layer: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select a layer: with Ctrl it alone comes or goes, with Shift all as far as it come."""
        header = Target("name", layer)
        if modifiers & Modifier.ShiftModifier:
            self._view.editor.extend_to(header)
        else:
            self._view.editor.focus_on(header, bool(modifiers & Modifier.ControlModifier))

    def _step(self, target: Target) -> None:
        """Add or remove a neuron; a disabled button, like the rest of the header, selects."""
        editor, count = self._view.editor, 1 if target.part == "plus" else -1
        if can_resize(self._view.experiment, target.layer, count):
            self._view.hold.begin(target.layer)
            editor.add_neurons(count, target.layer)
        else:
            editor.focus_on(Target("name", target.layer))
