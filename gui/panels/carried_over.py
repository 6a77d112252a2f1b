"""What a user chose and another kind of the same thing takes over."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct, structs

from core.datasets import DatasetRule
from core.problem import Problem

S = TypeVar("S", bound=Struct)


def carried_over(present: Struct, kind: type[S], leave: Sequence[str] = ()) -> S:
    """Return the defaults of a kind with what was chosen in `present`, as far as it fits.

    A value fits if the kind has a field of that name that takes it; of 5,000
    samples, `digits` takes none. The fields in `leave` stay at their defaults.
    """
    result = kind()
    fields = {field.name: field.type for field in structs.fields(kind) if field.name not in leave}
    for field in structs.fields(present):
        value = getattr(present, field.name)
        if value != field.default and field.name in fields:
            result = _with(result, field.name, value, fields[field.name])
    return result


def _with(result: S, name: str, value: object, kind: object) -> S:
    """Return the struct with another value, or as it was if it does not take it."""
    try:
        changed = structs.replace(result, **{name: msgspec.convert(value, kind)})
        if isinstance(changed, DatasetRule):
            changed.shape()
    except (msgspec.ValidationError, Problem):
        return result
    return changed
