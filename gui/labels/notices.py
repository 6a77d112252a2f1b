"""The sentences of notices: what an edit did beside what was asked for."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from core.layer import ActivationName
from core.typed import Refit
from gui import numbers
from gui.labels.names import activation_name, layer_name

translate = QCoreApplication.translate


def refit_text(refits: Sequence[Refit], output: int) -> str:
    """Say which typed matrices were fitted, and where their new numbers come from."""
    return " ".join(_refit_sentence(one, output) for one in refits)


def left_out_text(name: ActivationName, layers: Collection[int], output: int) -> str:
    """Say which layers an activation does not fit, and that they stay as they are."""
    left = ", ".join(layer_name(layer, output) for layer in sorted(layers))
    text = translate("notices", "{activation} does not fit, left as it was: {layers}")
    return text.format(activation=activation_name(name), layers=left)


def _refit_sentence(refit: Refit, output: int) -> str:
    if refit.part == "weights":
        text = translate("notices", "{layer}: the typed weights now are {rows} × {columns}")
    else:
        text = translate("notices", "{layer}: the typed biases now are {rows} × {columns}")
    if refit.drawn:
        ending = translate(
            "notices", "{sentence}; {count} new, drawn with the mean and σ of those typed."
        )
    else:
        ending = translate("notices", "{sentence}.")
    sentence = text.format(
        layer=layer_name(refit.layer, output),
        rows=numbers.whole(refit.rows),
        columns=numbers.whole(refit.columns),
    )
    return ending.format(sentence=sentence, count=numbers.whole(refit.drawn))
