"""An axis: a value of an experiment that a sweep varies, and the values it takes.

The value is named as in the experiment file: `layers[*].weights.std` is the std
of every layer, `layers[0].weights.std` of the first, `optimizer.learning_rate`
one of the whole. Two more names are about all hidden layers: `depth` is how
many there are, `units` how many units each of them has.
"""

import re
from collections.abc import Iterator, Sequence
from typing import cast

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from core.edits import FIRST_HIDDEN
from core.experiment import Experiment, check, parse_experiment
from core.problem import Problem
from core.validation import nearest

EVERY = "*"
INDEX = re.compile(r"\[(\d+|\*)\]")
DEPTH, UNITS = "depth", "units"


class Axis(Struct, frozen=True):
    """A value of an experiment, by its path, and what it is set to, one after another."""

    path: str
    values: tuple[float, ...]


def axis(
    experiment: Experiment, path: str, low: float, high: float, points: int, linear: bool = False
) -> Axis:
    """Return an axis of `points` values from `low` to `high`, both included.

    Evenly spaced by ratio, or by difference if `linear`. Where only whole
    numbers fit they are rounded, and one that then comes twice is taken once.

    Raises
    ------
    Problem
        `unknown_name` (found, allowed, guess) if there is no such number.
    """
    values = np.linspace(low, high, points) if linear else np.geomspace(low, high, points)
    if _takes_whole_numbers(experiment, path):
        values = np.unique(np.round(values))
    return Axis(path, tuple(values.tolist()))


def vary(experiment: Experiment, path: str, value: float) -> Experiment:
    """Return the experiment with another value at a path.

    Raises
    ------
    Problem
        `unknown_name` if there is no such value; others, naming the place, if
        it is not allowed.
    """
    number = int(value) if float(value).is_integer() else value
    if path in (DEPTH, UNITS):
        return _with_hidden(experiment, path, int(value))
    data = _data(experiment)
    try:
        _set(data, _keys(path), number)
        return parse_experiment(msgspec.json.encode(data))
    except (LookupError, TypeError) as error:  # the data do not reach that far
        raise _unknown(experiment, path) from error
    except Problem as problem:
        if problem.code == "unknown_field":
            raise _unknown(experiment, path) from problem
        raise


def _with_hidden(experiment: Experiment, path: str, number: int) -> Experiment:
    *hidden, output = experiment.layers
    if path == DEPTH:
        more = [hidden[-1] if hidden else FIRST_HIDDEN] * (number - len(hidden))
        hidden = [*hidden, *more][:number]
    else:
        hidden = [replace(layer, units=number) for layer in hidden]
    changed = replace(experiment, layers=(*hidden, output))
    check(changed)
    return changed


def _takes_whole_numbers(experiment: Experiment, path: str) -> bool:
    """Say whether only whole numbers fit at a path; a Problem if no number does."""
    if path in (DEPTH, UNITS):
        return True
    try:
        vary(experiment, path, 0.5)
    except Problem as problem:
        if problem.code == "unknown_name":
            raise
        if problem.code == "wrong_type":
            if "int" not in cast("Sequence[str]", problem.values["expected"]):
                raise _unknown(experiment, path) from problem
            return True
    return False


def _data(experiment: Experiment) -> object:
    """Return dictionaries, lists, texts and numbers."""
    return msgspec.json.decode(msgspec.json.encode(experiment))


def _keys(path: str) -> list[str | int]:
    """Return the parts of a path: `layers[*].weights.std` is layers, *, weights, std."""
    parts = INDEX.sub(r".\1", path).split(".")
    return [int(part) if part.isdecimal() else part for part in parts]


def _set(data: object, keys: Sequence[str | int], value: float) -> None:
    """Set the value at a path; whether it may be there is left to the check."""
    key, *rest = keys
    if isinstance(data, list) and key == EVERY:
        for item in cast("list[object]", data):
            _set(item, rest, value)
    elif isinstance(data, dict) and isinstance(key, str) and not rest:
        cast("dict[str, object]", data)[key] = value
    elif isinstance(data, dict | list) and rest:
        _set(cast("dict[str | int, object]", data)[key], rest, value)
    else:
        raise LookupError


def _unknown(experiment: Experiment, path: str) -> Problem:
    allowed = (DEPTH, UNITS, *dict.fromkeys(_paths(_data(experiment))))
    guess = nearest(path, allowed)
    return Problem("--over", "unknown_name", found=path, allowed=allowed, guess=guess)


def _paths(data: object, place: str = "") -> Iterator[str]:
    """Yield the paths of all numbers, and of what may be one, those of a list as one."""
    if isinstance(data, dict):
        for key, value in cast("dict[str, object]", data).items():
            yield from _paths(value, f"{place}.{key}" if place else key)
    elif isinstance(data, list):
        for item in cast("list[object]", data):
            yield from _paths(item, f"{place}[{EVERY}]")
    elif not isinstance(data, str) and place != "format":
        yield place
