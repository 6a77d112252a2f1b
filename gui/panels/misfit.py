"""Whether a rule for weights was made for the activation behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.experiment import Experiment
from gui import labels


def misfit_text(experiment: Experiment, places: Sequence[int]) -> str:
    """Say where rule and activation do not fit; empty if they do everywhere.

    The output layer is left out: its activation belongs to the loss.
    """
    hidden = [place for place in places if place < len(experiment.layers)]
    misfits = [place for place in hidden if not _fits(experiment, place)]
    if not misfits:
        return ""
    layer = experiment.layers[misfits[0] - 1]
    text = QCoreApplication.translate(
        "Misfit", "{rule} was made for {made_for}; {layer} uses {activation}."
    ).format(
        rule=labels.initializer_name(layer.weights.name),
        made_for=", ".join(map(labels.activation_name, layer.weights.made_for)),
        layer=labels.layer_name(misfits[0], len(experiment.layers)),
        activation=labels.activation_name(layer.activation),
    )
    if len(misfits) == 1:
        return text
    others = labels.layers_text(misfits[1:], len(experiment.layers))
    more = QCoreApplication.translate("Misfit", "{text} Also mismatched: {layers}.")
    return more.format(text=text, layers=others)


def _fits(experiment: Experiment, place: int) -> bool:
    layer = experiment.layers[place - 1]
    return not layer.weights.made_for or layer.activation in layer.weights.made_for
