"""The menus of the diagram: the activations, and every verb by its name and key."""

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from msgspec import UNSET
from PySide6.QtCore import QKeyCombination, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core import edits
from core.by_hand import NUDGE
from core.initializers import INITIALIZERS
from core.layer import HIDDEN, ActivationName
from gui import numbers
from gui.diagram import words
from gui.diagram.target import EMPTY, Target
from gui.diagram.verbs import can_resize
from gui.labels import (
    activation_name,
    group_name,
    initializer_name,
    layer_name,
    loss_name,
    neuron_name,
)
from gui.panels.scheme_combo import GROUPS
from gui.selection import MAX_LINES

if TYPE_CHECKING:
    from gui.diagram.view import DiagramView

SIDE = 4  # pixels of the filter that is offered: as large as the ball
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Menus(QObject):
    """Builds a menu when it is asked for; it is gone when it closes."""

    def __init__(self, view: "DiagramView") -> None:
        super().__init__(view)
        self._view, self._editor = view, view.editor

    def answer(self, event: QContextMenuEvent) -> None:
        """Offer the verbs for what is under the pointer, or has the focus."""
        view, editor = self._view, self._editor
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            target = editor.focus or EMPTY
            at = view.viewport().mapToGlobal(view.point_of(target))
        else:
            target, at = view.target_at(event.pos()), event.globalPos()
        on_layer = target.part not in ("empty", "edge", "insert")
        if on_layer and target.layer not in editor.layers():
            editor.focus_on(Target("name", target.layer))
        self.open_for(target, at)

    def open_activations(self, layer: int, at: QPoint) -> None:
        """Offer the activations; Enter on the one that `layer` has changes nothing."""
        menu = _menu(self._view, "activationMenu")
        self._add_activations(menu, layer)
        menu.popup(at)
        menu.setActiveAction(next(one for one in menu.actions() if one.isChecked()))

    def open_for(self, target: Target, at: QPoint) -> None:
        """Offer all verbs at a point of the screen."""
        menu = _menu(self._view, "diagramMenu")
        self.fill(menu, target)
        menu.popup(at)

    def fill(self, menu: QMenu, target: Target) -> None:
        """Offer all verbs; those of a layer only where one is meant."""
        editor = self._editor
        layer = 0 if target.part in ("empty", "edge", "insert") else target.layer
        if target.part == "edge":
            menu.addSection(words.symbol(target))
            self._add_number_verbs(menu, target)
        elif layer:
            menu.addSection(self._name(target))
            if target.part == "neuron":
                self._add_line(menu, target)
                self._add_number_verbs(menu, target)
                first = target._replace(part="edge", source=0)
                _add(menu, self.tr("Nudge its first weight"), None, lambda: editor.nudge(first))
                self._add_rules(menu, target)
                menu.addSeparator()
            self._add_activations(menu.addMenu(self.tr("Activation")), layer)
            if layer == 1 and self._view.experiment.dataset.picture():
                self._add_filter(menu)
            self._add_neuron_verbs(menu, layer)
            menu.addSeparator()
        adding = [*self._add_insertions(menu, layer), *self._add_clipboard_verbs(menu, layer)]
        self._disable_beyond_limit(adding)
        menu.addSeparator()
        keyboard = self._view.keyboard
        _add(menu, self.tr("Zoom in"), CTRL | Key.Key_Up, lambda: keyboard.zoom(1))
        _add(menu, self.tr("Zoom out"), CTRL | Key.Key_Down, lambda: keyboard.zoom(-1))
        _add(menu, self.tr("Fit to the window"), Key.Key_F, self._view.fit)

    def _name(self, target: Target) -> str:
        if target.part == "neuron":
            return neuron_name(target.layer, target.index, self._editor.output)
        return layer_name(target.layer, self._editor.output)

    def _add_activations(self, menu: QMenu, layer: int) -> None:
        """Offer the activations, the present one ticked; the output's must fit the loss."""
        experiment, places = self._view.experiment, self._editor.layers_with(layer)
        is_output = layer == self._editor.output
        fitting = edits.output_activations(experiment) if is_output else HIDDEN
        group = QActionGroup(menu)
        for name in get_args(ActivationName) if is_output else HIDDEN:
            action = group.addAction(menu.addAction(activation_name(name)))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == experiment.layers[layer - 1].activation)
            if name not in fitting:
                reason = self.tr("Does not fit the loss: {loss}")
                _disable(action, reason.format(loss=loss_name(experiment.loss)))
        group.triggered.connect(lambda one: self._editor.set_activation(places, one.data()))

    def _add_filter(self, menu: QMenu) -> None:
        """Offer to look at all places of a picture through the same few weights."""
        present = self._view.experiment.layers[0].filter
        side = SIDE if present is UNSET else present
        text = self.tr("Shared filter {side} × {side}").format(side=side)
        other = side if present is UNSET else None
        action = _add(menu, text, None, lambda: self._editor.set_filter(other))
        action.setCheckable(True)
        action.setChecked(present is not UNSET)

    def _add_line(self, menu: QMenu, neuron: Target) -> None:
        """Offer to choose a neuron for a line of its own, or to drop it."""
        text = self.tr("Line in the gradient plot")
        action = _add(menu, text, None, lambda: self._editor.toggle(neuron))
        action.setCheckable(True)
        action.setChecked(self._editor.has_line(neuron))
        if self._editor.is_chosen(neuron) and not action.isChecked():
            reason = self.tr("Only the {most} neurons chosen last have a line.")
            _disable(action, reason.format(most=MAX_LINES))

    def _add_number_verbs(self, menu: QMenu, target: Target) -> None:
        """Offer to type the first number of an edge or of a bias, or to change it a little."""
        amount, is_edge = numbers.exact(NUDGE), target.part == "edge"
        key = None if is_edge else Key.Key_F2
        text = self.tr("Type the weight…") if is_edge else self.tr("Type the bias…")
        _add(menu, text, key, lambda: self._view.open_number(target))
        text = self.tr("Nudge the weight by {}") if is_edge else self.tr("Nudge the bias by {}")
        _add(menu, text.format(amount), None, lambda: self._editor.nudge(target))

    def _add_rules(self, menu: QMenu, neuron: Target) -> None:
        """Offer what the weights into a neuron, and into those chosen with it, begin with."""
        count = len(self._editor.neurons_with(neuron))
        one, several = self.tr("Weights into it"), self.tr("Weights into {count} chosen neurons")
        rules = menu.addMenu(several.format(count=numbers.whole(count)) if count > 1 else one)
        for group, names in GROUPS.items():
            rules.addSection(group_name(group))
            for name in names:
                rules.addAction(initializer_name(name)).setData(name)
        rules.triggered.connect(
            lambda action: self._editor.paint(neuron, INITIALIZERS[action.data()]())
        )

    def _add_neuron_verbs(self, menu: QMenu, layer: int) -> None:
        editor = self._editor
        for text, key, slot, count in (
            (self.tr("Number of neurons"), None, lambda: self._view.open_units(layer), 0),
            (self.tr("Add a neuron"), Key.Key_Plus, lambda: editor.add_neurons(1), 1),
            (self.tr("Remove a neuron"), Key.Key_Minus, lambda: editor.add_neurons(-1), -1),
            (self.tr("Remove the layer"), Key.Key_Delete, editor.remove_layers, 0),
        ):
            action = _add(menu, text, key, slot)
            if layer == editor.output:
                _disable(action, self.tr("The data decide what the output is."))
            elif count:
                self._disable_at_limit(action, count)

    def _disable_at_limit(self, action: QAction, count: int) -> None:
        """Offer to resize the layers acted on only if each of them can be resized."""
        experiment, part = self._view.experiment, "plus" if count > 0 else "minus"
        for place in self._editor.layers():
            if not can_resize(experiment, place, count):
                tip = words.tip(experiment, Target(part, place), experiment.sizes())
                _disable(action, tip)

    def _add_insertions(self, menu: QMenu, layer: int) -> list[QAction]:
        editor = self._editor
        if 0 < layer < editor.output:
            after = layer + 1
            text = self.tr("Add a layer after")
            before = self.tr("Add a layer before")
            return [
                _add(menu, text, Key.Key_Insert, lambda: editor.add_layer(after)),
                _add(menu, before, None, lambda: editor.add_layer(layer)),
            ]
        return [_add(menu, self.tr("Add a layer"), Key.Key_Insert, editor.add_layer)]

    def _add_clipboard_verbs(self, menu: QMenu, layer: int) -> list[QAction]:
        """Add the verbs of copies; return those that add layers."""
        editor, adding = self._editor, list[QAction]()
        menu.addSeparator()
        if 0 < layer < editor.output:
            text = self.tr("Duplicate the layer")
            adding.append(_add(menu, text, CTRL | Key.Key_D, editor.duplicate_layers))
            _add(menu, self.tr("Cut"), CTRL | Key.Key_X, editor.cut_layers)
            _add(menu, self.tr("Copy"), CTRL | Key.Key_C, editor.copy_layers)
        paste = _add(menu, self.tr("Paste"), CTRL | Key.Key_V, editor.paste_layers)
        return [*adding, paste]

    def _disable_beyond_limit(self, adding: list[QAction]) -> None:
        reason = words.full(self._view.experiment)
        for action in adding if reason else ():
            _disable(action, reason)


def _menu(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setToolTipsVisible(True)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _disable(action: QAction, reason: str) -> None:
    action.setEnabled(False)
    action.setToolTip(reason)


def _add(
    menu: QMenu, text: str, key: Qt.Key | QKeyCombination | None, slot: Callable[[], None]
) -> QAction:
    """Add a verb; its key is only shown, the view answers to it."""
    if key is not None:
        text += "\t" + QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    action = menu.addAction(text)
    action.triggered.connect(lambda _checked: slot())
    return action
