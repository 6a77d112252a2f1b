"""A remedy in words: what trying it would do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui import numbers
from gui.labels.layers import layers_text
from gui.labels.names import activation_name, initializer_name

if TYPE_CHECKING:
    from core.remedies import Act, Remedy

ACTS = {
    "weights": QT_TRANSLATE_NOOP("remedies", "set {layers} to {value}"),
    "biases": QT_TRANSLATE_NOOP("remedies", "set the biases of {layers} to {value}"),
    "activation": QT_TRANSLATE_NOOP("remedies", "set {layers} to {value}"),
    "learning_rate": QT_TRANSLATE_NOOP("remedies", "set the learning rate to {value}"),
    "add_layer": QT_TRANSLATE_NOOP("remedies", "add a hidden layer of {value} neurons"),
    "standardize": QT_TRANSLATE_NOOP("remedies", "standardize the inputs"),
    "samples": QT_TRANSLATE_NOOP("remedies", "take {value} training samples"),
}


def remedy_text(remedy: "Remedy") -> str:
    """Return what a remedy does, as a command: Set layers 1–3 to He normal."""
    output = len(remedy.experiment.layers)
    text = ", ".join(_act_text(act, output) for act in remedy.acts)
    return text[:1].upper() + text[1:]


def _act_text(act: "Act", output: int) -> str:
    text = QCoreApplication.translate("remedies", ACTS[act.code])
    return text.format(layers=layers_text(act.layers, output), value=_value(act))


def _value(act: "Act") -> str:
    if isinstance(act.value, str):
        is_activation = act.code == "activation"
        return activation_name(act.value) if is_activation else initializer_name(act.value)
    return numbers.whole(act.value) if isinstance(act.value, int) else numbers.exact(act.value)
