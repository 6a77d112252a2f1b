"""JSON text as data, for files that somebody may have written by hand.

Stricter than the standard library: a key that comes twice is marked, so that
the check of the values refuses it with its place. NaN and infinities, which
the standard library reads, are left to that check for the same reason.
"""

import json
import re
from typing import Final

import msgspec

from core.problem import Problem

LONGEST_INTEGER = 20  # digits; every field's bound is far below


# A list of numbers that the formatter has spread over lines; no text holds a line's end.
NUMBERS = re.compile(rb"\[\n([-+.\deE,\s]+)\n\s*\]")


class Repeated:
    """Stands in the data where one key came twice; no field accepts it."""


REPEATED: Final = Repeated()


def parse_json(text: bytes) -> object:
    """Return the data of UTF-8 text, with or without a byte order mark.

    Raises
    ------
    Problem
        `not_text`, `not_json` or `too_deep`.
    """
    try:
        return json.loads(text.decode("utf-8-sig"), object_pairs_hook=_object, parse_int=_integer)
    except UnicodeDecodeError as error:
        raise Problem("", "not_text") from error
    except json.JSONDecodeError as error:
        raise Problem("", "not_json", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise Problem("", "too_deep") from error


def format_json(data: object) -> bytes:
    """Return data as text that people can read: indented, but numbers of a list on one line."""
    text = msgspec.json.format(msgspec.json.encode(data), indent=2)
    return NUMBERS.sub(lambda found: b"[" + b" ".join(found[1].split()) + b"]", text) + b"\n"


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data: dict[str, object] = {}
    for key, value in pairs:
        data[key] = REPEATED if key in data else value
    return data


def _integer(digits: str) -> int:
    """Return an integer; of a monstrous one only as much as shows that it is too large."""
    return int(digits[:LONGEST_INTEGER])
