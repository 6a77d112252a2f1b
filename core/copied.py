"""Copied: layers as text for the clipboard, in the words of the experiment's file."""

from collections.abc import Sequence
from typing import cast

import msgspec
from msgspec import Struct

from core.json_text import parse_json
from core.layer import Layer
from core.problem import Problem
from core.validation import refusal

LONGEST = 5_000_000  # characters: as much as a file may have


class _Layers(Struct, frozen=True, forbid_unknown_fields=True):
    layers: tuple[Layer, ...]


def write_layers(layers: Sequence[Layer]) -> str:
    """Return layers as JSON text."""
    return msgspec.json.format(msgspec.json.encode(_Layers(tuple(layers)))).decode()


def read_layers(text: str) -> tuple[Layer, ...]:
    """Return the layers of a text.

    Raises
    ------
    Problem
        `paste_no_layers` where the text is something else; otherwise, what is
        wrong with the layers in it.
    """
    try:
        data = parse_json(text.encode()) if len(text) <= LONGEST else None
    except (Problem, UnicodeEncodeError) as error:
        raise Problem("", "paste_no_layers") from error
    if not isinstance(data, dict) or "layers" not in data:
        raise Problem("", "paste_no_layers")
    try:
        return msgspec.convert(data, _Layers).layers
    except msgspec.ValidationError as error:
        raise refusal(str(error), _Layers, cast("object", data)) from error
