"""The menus of the diagram: the activations, and every verb by its name and key."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.layer import ActivationName
from core.losses import LOSSES
from gui.diagram.editor import Editor
from gui.document import Document
from gui.labels import activation_name, layer_name, loss_name

Key = Qt.Key


class Menus(QObject):
    """Builds a menu when it is asked for; it is gone when it closes."""

    def __init__(self, document: Document, editor: Editor, fit: Callable[[], None]) -> None:
        super().__init__(editor)
        self._document, self._editor, self._fit = document, editor, fit

    def open_activations(self, parent: QWidget, layer: int, at: QPoint) -> None:
        """Offer the activations; Enter on the one that `layer` has changes nothing."""
        menu = _menu(parent, "activationMenu")
        self._add_activations(menu, layer)
        menu.popup(at)
        menu.setActiveAction(next(one for one in menu.actions() if one.isChecked()))

    def open_context(self, parent: QWidget, layer: int, at: QPoint) -> None:
        """Offer all verbs; `layer` is 0 where no layer is meant."""
        menu = _menu(parent, "diagramMenu")
        if layer:
            self._add_layer_verbs(menu, layer)
        self._add_insertions(menu, layer)
        menu.addSeparator()
        _add(menu, self.tr("Fit to the window"), Key.Key_F, self._fit)
        menu.popup(at)

    def _add_activations(self, menu: QMenu, layer: int) -> None:
        """Offer every activation, the present one ticked; the output's must fit the loss."""
        experiment = self._document.experiment
        fitting = LOSSES[experiment.loss].outputs
        group = QActionGroup(menu)
        for name in get_args(ActivationName):
            action = menu.addAction(activation_name(name))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == experiment.layers[layer - 1].activation)
            group.addAction(action)
            if layer == self._editor.output and name not in fitting:
                action.setEnabled(False)
                reason = self.tr("Does not fit the loss: {loss}")
                action.setToolTip(reason.format(loss=loss_name(experiment.loss)))
        group.triggered.connect(self._on_activation)

    def _on_activation(self, action: QAction) -> None:
        self._editor.set_activation(action.data())

    def _add_layer_verbs(self, menu: QMenu, layer: int) -> None:
        editor = self._editor
        menu.addSection(layer_name(layer, editor.output))
        self._add_activations(menu.addMenu(self.tr("Activation")), layer)
        for text, key, slot in (
            (self.tr("Add a neuron"), Key.Key_Plus, lambda: editor.add_neurons(1)),
            (self.tr("Remove a neuron"), Key.Key_Minus, lambda: editor.add_neurons(-1)),
            (self.tr("Remove the layer"), Key.Key_Delete, editor.remove_layers),
        ):
            action = _add(menu, text, key, slot)
            if layer == editor.output:
                action.setEnabled(False)
                action.setToolTip(self.tr("The data decide what the output is."))
        menu.addSeparator()

    def _add_insertions(self, menu: QMenu, layer: int) -> None:
        editor = self._editor
        if 0 < layer < editor.output:
            after = layer + 1
            text = self.tr("Add a layer after")
            _add(menu, text, Key.Key_Insert, lambda: editor.add_layer(after))
            _add(menu, self.tr("Add a layer before"), None, lambda: editor.add_layer(layer))
        else:
            _add(menu, self.tr("Add a layer"), Key.Key_Insert, editor.add_layer)


def _menu(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setToolTipsVisible(True)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add(menu: QMenu, text: str, key: Qt.Key | None, slot: Callable[[], None]) -> QAction:
    """Add a verb; its key is only shown, the view answers to it."""
    if key is not None:
        text += "\t" + QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    action = menu.addAction(text)
    action.triggered.connect(lambda _checked: slot())
    return action
