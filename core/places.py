"""A place in an experiment's data: what stands there, and what may stand there.

A place is a tuple of keys and indices, `("layers", 0, "weights", "std")` for
`layers[0].weights.std`. What may stand there is read from the types of the
experiment itself, so that a new initializer explains itself.
"""

import re
from typing import cast

from msgspec.inspect import (
    LiteralType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

Place = tuple[str | int, ...]


def place_of(path: str) -> Place:
    """Return the place that a path in file notation names."""
    return tuple(int(key) if key.isdecimal() else key for key in re.findall(r"\w+", path))


def value_at(data: object, place: Place) -> object:
    """Return what stands at a place; None if the data do not reach that far.

    Arrays are lists in a file, tuples in an experiment made by code.
    """
    for key in place:
        if isinstance(data, dict):
            data = cast("dict[str | int, object]", data).get(key)
        elif isinstance(data, list | tuple) and isinstance(key, int):
            data = next(iter(cast("list[object]", data)[key:]), None)
        else:
            return None
    return data


def names_at(root: type, data: object, place: Place) -> tuple[object, ...]:
    """Return the values that the place may have, if they are a list of names; else ()."""
    parent = _kind_at(root, data, place[:-1])
    tags = [str(kind.tag) for kind in _structs(parent) if kind.tag_field == place[-1]]
    kind = _kind_at(root, data, place)
    return kind.values if isinstance(kind, LiteralType) else tuple(tags)


def fields_at(root: type, data: object, place: Place) -> tuple[str, ...]:
    """Return the fields that the object at a place may have."""
    kind = _chosen(_kind_at(root, data, place), value_at(data, place))
    if not isinstance(kind, StructType):
        return ()
    tag = () if kind.tag_field is None else (kind.tag_field,)
    return (*tag, *(field.encode_name for field in kind.fields))


def _kind_at(root: type, data: object, place: Place) -> Type | None:
    kind: Type | None = type_info(root)
    for depth, key in enumerate(place):
        kind = _chosen(kind, value_at(data, place[:depth]))
        if isinstance(kind, StructType):
            kind = next((field.type for field in kind.fields if field.encode_name == key), None)
        else:
            kind = kind.item_type if isinstance(kind, VarTupleType) else None
    return kind


def _structs(kind: Type | None) -> list[StructType]:
    members = kind.types if isinstance(kind, UnionType) else (kind,)
    return [member for member in members if isinstance(member, StructType)]


def _chosen(kind: Type | None, data: object) -> Type | None:
    """Of several kinds of object, return the one that the data's own name chooses."""
    if not isinstance(kind, UnionType):
        return kind
    return next(
        (
            member
            for member in _structs(kind)
            if member.tag_field and value_at(data, (member.tag_field,)) == member.tag
        ),
        None,
    )
