"""Differences: what is not the same in experiments that are compared.

Hidden layers are compared by their numbers, outputs with outputs. What differs
in the same way in several layers is one difference, not many.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct, structs

from core.experiment import Experiment

OUTPUT = -1  # among numbers of layers
NULLABLE = ("batch_size", "clip_norm")  # None means something there

Values = tuple[object, ...]
Part = tuple[str, str, Values]  # path, kind, values


class Difference(Struct, frozen=True):
    """One row of a table of what differs.

    Attributes
    ----------
    path : str
        As in the experiment file, without the layer: `weights`, `weights.std`,
        `dataset.noise`, `seed`; `layers` where the networks have other sizes.
    kind : str
        Whose field it is, if all have the same: `normal`.
    values : tuple
        One for each experiment; None where it has no such thing. Initializers,
        datasets and optimizers of different kinds as a whole, sizes with the inputs first.
    layers : tuple of int
        The numbers of the layers, `OUTPUT` last; empty where it is all of them, or none.
    """

    path: str
    kind: str
    values: Values
    layers: tuple[int, ...] = ()


@lru_cache(maxsize=16)  # asked for with every snapshot
def differences(experiments: tuple[Experiment, ...]) -> tuple[Difference, ...]:
    """Return what differs between experiments, the network first; their names do not count."""
    rows = [*_in_sizes(experiments), *_in_layers(experiments)]
    for name in _shared_fields(experiments):
        if name not in ("name", "layers"):
            parts = _in_parts(name, tuple(getattr(each, name) for each in experiments))
            rows.extend(Difference(*part) for part in parts)
    return tuple(rows)


def _in_sizes(experiments: Sequence[Experiment]) -> Iterator[Difference]:
    if _differ([[layer.units for layer in each.layers] for each in experiments]):
        yield Difference("layers", "", tuple(each.sizes() for each in experiments))


def _in_layers(experiments: Sequence[Experiment]) -> Iterator[Difference]:
    deepest = max(len(each.layers) for each in experiments)
    numbers = (*range(1, deepest), OUTPUT)
    found: dict[Part, list[int]] = {}
    for number in numbers:
        for name in ("activation", "weights", "biases"):
            values = tuple(_of_layer(each, number, name) for each in experiments)
            for part in _in_parts(name, values):
                found.setdefault(part, []).append(number)
    for part, places in found.items():
        yield Difference(*part, layers=() if len(places) == len(numbers) else tuple(places))


def _of_layer(experiment: Experiment, number: int, name: str) -> object:
    """Return what an experiment has there, if it has such a layer."""
    *hidden, output = experiment.layers
    if number == OUTPUT:
        return getattr(output, name)
    return getattr(hidden[number - 1], name) if number <= len(hidden) else None


def _in_parts(path: str, values: Values) -> Iterator[Part]:
    """Yield what differs: a value, or the kind of a thing, or what its kinds have in common."""
    present = [value for value in values if value is not None or path in NULLABLE]
    if not _differ(present):
        return
    things = [value for value in present if isinstance(value, Struct)]
    kinds = {type(thing) for thing in things}
    if len(kinds) != 1:
        yield path, "", values
    kind = str(things[0].__struct_config__.tag) if len(kinds) == 1 else ""
    for name in _shared_fields(things):
        inner = tuple(getattr(value, name, None) for value in values)
        if _differ([getattr(thing, name) for thing in things]):
            yield f"{path}.{name}", kind, inner


def _shared_fields(things: Sequence[Struct]) -> list[str]:
    """Return the fields that all of them have, in the order of the first."""
    names = [{field.name for field in structs.fields(thing)} for thing in things]
    if not names:
        return []
    first = [field.name for field in structs.fields(things[0])]
    return [name for name in first if all(name in others for others in names)]


def _differ(values: Sequence[object]) -> bool:
    return any(value != values[0] for value in values[1:])
