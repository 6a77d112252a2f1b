"""A place in an experiment, as the window calls it: Layer 3, units; Output, weights, row 2."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.experiment import Experiment
from core.places import Place, place_of
from gui import numbers
from gui.labels.names import field_name, layer_name

PARTS = {  # of an experiment and of its layers, as in the file
    "name": QT_TRANSLATE_NOOP("places", "name"),
    "seed": QT_TRANSLATE_NOOP("places", "seed"),
    "dataset": QT_TRANSLATE_NOOP("places", "dataset"),
    "layers": QT_TRANSLATE_NOOP("places", "network"),
    "loss": QT_TRANSLATE_NOOP("places", "loss"),
    "optimizer": QT_TRANSLATE_NOOP("places", "optimizer"),
    "units": QT_TRANSLATE_NOOP("places", "units"),
    "activation": QT_TRANSLATE_NOOP("places", "activation"),
    "weights": QT_TRANSLATE_NOOP("places", "weights"),
    "biases": QT_TRANSLATE_NOOP("places", "biases"),
}


def place_text(path: str, experiment: Experiment) -> str:
    """Return the words for a path in file notation; what is none stays as it is."""
    first, *rest = place_of(path) or ("",)
    if first not in Experiment.__struct_fields__:
        return path
    if first == "layers" and rest and isinstance(rest[0], int):
        words = [layer_name(rest[0] + 1, len(experiment.layers)), *_words(tuple(rest[1:]))]
    elif first in ("dataset", "optimizer") and rest:
        words = _words(tuple(rest))  # the labels of their fields say enough
    else:
        words = _words((first,))
    text = ", ".join(words)
    return text[:1].upper() + text[1:]


def _words(place: Place) -> list[str]:
    names = [_word(key) for key in place if isinstance(key, str) and key != "matrix"]
    counts = [numbers.whole(key + 1) for key in place if isinstance(key, int)]
    titles = (
        QCoreApplication.translate("places", "row {number}"),
        QCoreApplication.translate("places", "column {number}"),
    )
    if "matrix" not in place:
        return [*names, *counts]
    return [*names, *(title.format(number=count) for title, count in zip(titles, counts))]  # noqa: B905 - a row alone


def _word(key: str) -> str:
    return QCoreApplication.translate("places", PARTS[key]) if key in PARTS else field_name(key)
