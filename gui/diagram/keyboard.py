"""The keyboard: arrows move the focus, with Shift they select, the other keys are verbs.

The verbs' keys are those of the outline, too.

Space, letters of the run bar and the keys of a presenter's remote are left to
the window.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.diagram.hand import ZOOM_STEP

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView

Key = Qt.Key
MOVES = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End)
OPENS = (Key.Key_Return, Key.Key_Enter, Key.Key_F2)
ZOOMS = {Key.Key_Up: 1, Key.Key_Down: -1}  # with Ctrl, as the wheel
KEYPAD, SHIFT = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Turns key events into verbs."""

    def __init__(self, view: "DiagramView") -> None:
        self._view = view
        editor = view.editor
        self._verbs = {
            Key.Key_Insert: editor.add_layer,
            Key.Key_Delete: editor.remove_layers,
            Key.Key_Backspace: editor.remove_layers,
            Key.Key_Plus: lambda: editor.add_neurons(1),
            Key.Key_Equal: lambda: editor.add_neurons(1),
            Key.Key_Minus: lambda: editor.add_neurons(-1),
            Key.Key_A: self._open_activations,
            Key.Key_F: view.fit,
        }
        self._with_ctrl = {
            Key.Key_A: editor.select_all,
            Key.Key_C: editor.copy_layers,
            Key.Key_X: editor.cut_layers,
            Key.Key_V: editor.paste_layers,
            Key.Key_D: editor.duplicate_layers,
            Key.Key_Left: lambda: editor.shift_layer(-1),
            Key.Key_Right: lambda: editor.shift_layer(1),
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; return whether it means something here."""
        if self.act(event):
            return True
        key, modifiers = Key(event.key()), event.modifiers() & ~KEYPAD
        if modifiers == CTRL and key in ZOOMS:
            self.zoom(ZOOMS[key])
            return True
        if modifiers & ~SHIFT:
            return False
        if key in MOVES:
            self._view.editor.move(self._view.layout_, key, extend=bool(modifiers & SHIFT))
        elif key in OPENS:
            self._open(key)
        else:
            return self._type(event.text())
        return True

    def zoom(self, notches: int) -> None:
        """Zoom as so many notches of the wheel do, around what has the focus."""
        view, focus = self._view, self._view.editor.focus
        at = view.point_of(focus) if focus is not None else view.viewport().rect().center()
        view.zoom(ZOOM_STEP**notches, at)

    def act(self, event: QKeyEvent) -> bool:
        """Do the verb of a key on what has the focus; return whether it is one."""
        key, modifiers = Key(event.key()), event.modifiers() & ~KEYPAD
        if modifiers == CTRL:
            verb = self._with_ctrl.get(key)
        else:  # with Ctrl, + and - are the zoom of the window
            verb = None if modifiers & ~SHIFT else self._verbs.get(key)
        if verb is not None:
            verb()
        return verb is not None

    def _open(self, key: Qt.Key) -> None:
        """Choose a neuron, type its bias; of a layer type the number or open its activations."""
        focus = self._view.editor.focus
        if focus is None or focus.layer == 0:
            return
        if key == Key.Key_F2:
            if focus.part == "neuron":
                self._view.open_number(focus)
            elif focus.layer < self._view.editor.output:
                self._view.open_units(focus.layer)
        elif focus.part == "neuron":
            self._view.editor.toggle(focus)
        else:
            self._open_activations()

    def _open_activations(self) -> None:
        focus = self._view.editor.focus
        if focus is not None and focus.layer:
            self._view.open_activations(focus.layer)

    def _type(self, text: str) -> bool:
        """Let a digit begin the number of neurons."""
        focus = self._view.editor.focus
        if focus is None or not (text.isascii() and text.isdigit()):
            return False
        if 0 < focus.layer < self._view.editor.output:
            self._view.open_units(focus.layer, text)
        return True
