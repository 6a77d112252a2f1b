"""Differences between experiments in words: the rows of their table, and what makes them unfair."""

from msgspec import Struct, structs
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.datasets.base import DatasetRule
from core.differences import OUTPUT, Difference, differences
from core.experiment import Experiment
from core.initializers.base import Initializer
from gui import numbers
from gui.labels.layers import layers_text
from gui.labels.names import (
    activation_name,
    choice_name,
    dataset_name,
    field_name,
    initializer_name,
    loss_name,
    none_name,
    optimizer_name,
)

NOTHING = "\N{EN DASH}"  # where an experiment has no such thing
PARTS = {
    "layers": QT_TRANSLATE_NOOP("differences", "Network"),
    "activation": QT_TRANSLATE_NOOP("differences", "Activation"),
    "weights": QT_TRANSLATE_NOOP("differences", "Weights"),
    "biases": QT_TRANSLATE_NOOP("differences", "Biases"),
    "dataset": QT_TRANSLATE_NOOP("differences", "Data"),
    "loss": QT_TRANSLATE_NOOP("differences", "Loss"),
    "optimizer": QT_TRANSLATE_NOOP("differences", "Optimizer"),
    "seed": QT_TRANSLATE_NOOP("differences", "Seed"),
    "generator": QT_TRANSLATE_NOOP("differences", "Random numbers"),
}
CAUTIONS = {  # by the part of the experiment that differs, the gravest first
    "dataset": QT_TRANSLATE_NOOP(
        "differences", "The runs have different data: their losses can't be compared like for like."
    ),
    "loss": QT_TRANSLATE_NOOP(
        "differences", "The runs have different losses J: their numbers can't be compared."
    ),
    "seed": QT_TRANSLATE_NOOP(
        "differences", "The runs have different seeds: what differs may be the luck of the draw."
    ),
    "generator": QT_TRANSLATE_NOOP(
        "differences", "The runs draw other random numbers: what differs may be luck."
    ),
}


def difference_name(difference: Difference) -> str:
    """Return the name of a row: Weights, Std. dev. σ; Activation, layer 1."""
    first, *rest = difference.path.split(".")
    words = [_part(first)] if first in PARTS else [field_name(first)]
    if rest:
        inner = field_name(rest[0], difference.kind)
        words = [*words, inner] if first in ("weights", "biases") else [inner]
    if difference.layers:
        words = [*words, layers_text(difference.layers, OUTPUT)]
    return ", ".join(words)


def value_text(difference: Difference, place: int) -> str:
    """Return what an experiment, by its place among those compared, has in a row."""
    value, path = difference.values[place], difference.path
    name = path.split(".")[-1]
    if value is None:
        return none_name(name) if path in ("batch_size", "clip_norm") else NOTHING
    if isinstance(value, Struct):
        return _thing(value)
    if isinstance(value, tuple):
        return (
            "-".join(map(str, value))
            if path == "layers"
            else QCoreApplication.translate("differences", "typed by hand")
        )
    if isinstance(value, str):
        return {"activation": activation_name, "loss": loss_name}.get(path, choice_name)(value)
    return numbers.exact(value) if isinstance(value, int | float) else str(value)


def caution_text(experiments: tuple[Experiment, ...]) -> str:
    """Return why their runs can't be compared like for like; nothing if they can."""
    parts = {difference.path.split(".")[0] for difference in differences(experiments)}
    return next((_translate(text) for part, text in CAUTIONS.items() if part in parts), "")


def summary_text(experiments: tuple[Experiment, ...]) -> str:
    """Return in a sentence how much differs."""
    rows = differences(experiments)
    if not rows:
        return QCoreApplication.translate(
            "differences", "Nothing differs yet: change one thing, and see what it does."
        )
    if len(rows) == 1:
        return QCoreApplication.translate("differences", "One thing differs: {name}.").format(
            name=difference_name(rows[0])
        )
    text = QCoreApplication.translate(
        "differences", "{count} things differ: it is open which of them matters."
    )
    return text.format(count=numbers.whole(len(rows)))


def _thing(thing: Struct) -> str:
    """Return the name of an initializer, a dataset or an optimizer, and its numbers."""
    kind = str(thing.__struct_config__.tag)
    if isinstance(thing, DatasetRule):
        return dataset_name(kind)
    if not isinstance(thing, Initializer):
        return optimizer_name(kind)
    fields = [(field.name, getattr(thing, field.name)) for field in structs.fields(thing)]
    values = [
        f"{field_name(name, kind)} {numbers.exact(value)}"
        for name, value in fields
        if isinstance(value, int | float)
    ]
    return ", ".join([initializer_name(kind), *values])


def _part(name: str) -> str:
    return _translate(PARTS[name])


def _translate(text: str) -> str:
    return QCoreApplication.translate("differences", text)
