"""msgspec's refusals as Problems: what, where, what is allowed.

msgspec checks every value against its field and says in one English line what
is wrong. `refusal` reads that line, looks up in the data what stands at the
place and in the types what may stand there, and returns it as data.

Codes of the core's input, each with its values; `path` is the place in file
notation (`layers[0].weights.std`), empty for the whole file.

================== ======================================================================
code               values
================== ======================================================================
**experiment**
not_text           -- (not UTF-8; of a CSV file: file)
not_json           line, column
too_deep           --
repeated_key       key
unknown_field      field, allowed: names, guess: the nearest of them or ""
missing_field      field
wrong_type         expected: kinds, found: kind (int float bool str object array null),
                   value: what was found, of a number or text
not_finite         found: nan or an infinity
out_of_range       found, sign: ">=" ">" "<=" "<", bound
wrong_length       found, sign: "=" ">=" "<=", bound, kind: str or array (number of its items)
bad_character      -- (a text holds a control character, or half of one)
unknown_name       found, allowed: names, guess: the nearest of them or ""
unknown_format     found, allowed: numbers (a file of another version)
low_above_high     --
matrix_rows        found, needed (of a typed matrix: a row for each unit)
matrix_columns     found, needed (at its row: a number for each input; biases: one)
too_many_weights   found, most
not_a_plane        -- (points on a plane need two inputs and classes)
too_many_samples   found (for training and testing together), most (there are)
loss_needs_classes -- (at `loss`: the data are values, the loss is for classes)
loss_needs_rows    found, least (at `loss`: rows of the targets, one for each class)
output_units       found, needed
output_activation  found, allowed (by the loss)
hidden_activation  found, allowed (in a hidden layer)
invalid            detail: msgspec's words, should it ever say something new
**files**
unreadable_file    file, reason: missing directory forbidden other
unwritable_file    file, reason: missing directory file forbidden full other
too_large_file     file, found, most (bytes)
**csv** at `dataset.path` or `dataset.target`; row 1 is the first line of the file
csv_malformed      file, row
csv_no_rows        file
csv_too_few_rows   file, found, least
csv_too_many_rows  file, most
csv_one_column     file
csv_many_columns   file, found, most
csv_row_length     file, row, found, expected
csv_repeated_name  file, column
csv_empty_cell     file, row, column
csv_not_a_number   file, row, column, found
csv_one_class      file, column, found
csv_many_classes   file, column, found, most
**edits** at `layers[l-1]`, `layers` or the whole
no_such_layer      found, most
too_many_layers    most
output_stays       -- (the output layer can't be removed)
output_stays_last  -- (the output layer can't be moved)
too_large_to_type  rows, columns, most (of the numbers of a layer, at .weights or .biases)
output_follows     units (the output layer's units follow from the data)
**commands** at the option
incomplete_axis    option (that is missing, or stands before the --over it belongs to)
other_sweep        file (the journal of another sweep)
worker_lost        -- (a process that shared the work was ended from outside)
missing_library    name, extra (of the package's, that installs it)
no_scheduler       found (the address at which no Dask scheduler answers)
**paste** from the clipboard
paste_empty        --
paste_too_long     most (characters)
paste_not_a_number row, column, found
paste_row_length   row, found, expected
paste_shape        found_rows, found_columns, rows, columns (that there is room for)
paste_no_layers    -- (the clipboard holds something else)
================== ======================================================================

An unknown column is an `unknown_name` at `dataset.target` or `dataset.features`; a column
that is used twice is a `repeated_key` there.
"""

import math
import re
from collections.abc import Callable
from typing import cast

from msgspec import Struct

from core.json_text import REPEATED
from core.places import fields_at, names_at, place_of, value_at
from core.problem import Problem

KINDS = {
    "NoneType": "null",
    "bool": "bool",
    "int": "int",
    "float": "float",
    "str": "str",
    "dict": "object",
    "list": "array",
}
LINE = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<path>[\w.\[\]]*)`)?", re.DOTALL)


def refusal(message: str, root: type, data: object) -> Problem:
    """Turn msgspec's message into a Problem with the place and what is allowed.

    Parameters
    ----------
    message : str
        What msgspec said of `data`.
    root : type
        The type that the data should have had.
    data : object
        Dictionaries, lists, texts and numbers.
    """
    line = LINE.fullmatch(message)
    what, path = (message, "") if line is None else (line["what"], line["path"] or "")
    found = value_at(data, place_of(path))
    if found is REPEATED:
        return Problem(path, "repeated_key", key=str(place_of(path)[-1]))
    if isinstance(found, float) and not math.isfinite(found):
        return Problem(path, "not_finite", found=found)
    return _worded(_Refused(path, found, root, data), what)


def nearest(found: object, allowed: tuple[object, ...]) -> str:
    """Return the allowed name that was probably meant, or an empty text."""
    names = [name for name in allowed if isinstance(name, str)]
    wanted = str(found)[:200].lower()
    begins = [name for name in names if wanted and name.startswith(wanted)]
    from difflib import get_close_matches  # seldom needed

    return next(iter(get_close_matches(wanted, names, n=1) + begins), "")


class _Refused(Struct, frozen=True):
    """What msgspec refused: the place, what stands there, and all around it."""

    path: str
    found: object
    root: type
    data: object


def _worded(refused: _Refused, what: str) -> Problem:
    for pattern, problem in REFUSALS:
        match = pattern.fullmatch(what)
        if match is not None:
            return problem(refused, match)
    return Problem(refused.path, "invalid", detail=what)


def _unknown_field(refused: _Refused, match: re.Match[str]) -> Problem:
    field = match["field"]
    allowed = fields_at(refused.root, refused.data, place_of(refused.path))
    guess = nearest(field, allowed)
    return Problem(
        _inside(refused.path, field), "unknown_field", field=field, allowed=allowed, guess=guess
    )


def _missing_field(refused: _Refused, match: re.Match[str]) -> Problem:
    field = match["field"]
    return Problem(_inside(refused.path, field), "missing_field", field=field)


def _unknown_name(refused: _Refused, match: re.Match[str]) -> Problem:
    found, allowed = refused.found, names_at(refused.root, refused.data, place_of(refused.path))
    if refused.path == "format":
        return Problem("format", "unknown_format", found=found, allowed=allowed)
    guess = nearest(found, allowed)
    return Problem(refused.path, "unknown_name", found=found, allowed=allowed, guess=guess)


def _wrong_length(refused: _Refused, match: re.Match[str]) -> Problem:
    found = len(cast("str | list[object]", refused.found))
    sign, bound, kind = match["sign"] or "=", int(match["bound"]), match["kind"]
    return Problem(refused.path, "wrong_length", found=found, sign=sign, bound=bound, kind=kind)


def _out_of_range(refused: _Refused, match: re.Match[str]) -> Problem:
    found, sign = refused.found, match["sign"]
    bound = int(match["bound"]) if match["kind"] == "int" else float(match["bound"])
    return Problem(refused.path, "out_of_range", found=found, sign=sign, bound=bound)


def _wrong_type(refused: _Refused, match: re.Match[str]) -> Problem:
    expected = tuple(match["expected"].split(" | "))
    found = KINDS.get(type(refused.found).__name__, "object")
    value = {"value": refused.found} if found in ("int", "float", "str") else {}
    return Problem(refused.path, "wrong_type", expected=expected, found=found, **value)


def _bad_character(refused: _Refused, match: re.Match[str]) -> Problem:
    return Problem(refused.path, "bad_character")


def _own_code(refused: _Refused, match: re.Match[str]) -> Problem:
    return Problem(refused.path, match[0])


def _inside(path: str, field: str) -> str:
    return f"{path}.{field}" if path else field


# msgspec's sentences, and the codes that structs raise in `__post_init__`.
REFUSALS: tuple[tuple[re.Pattern[str], Callable[[_Refused, re.Match[str]], Problem]], ...] = (
    (re.compile(r"Object contains unknown field `(?P<field>.*)`", re.DOTALL), _unknown_field),
    (re.compile(r"Object missing required field `(?P<field>\w+)`"), _missing_field),
    (re.compile(r"Invalid (?:enum )?value .*", re.DOTALL), _unknown_name),
    (
        re.compile(
            r"Expected `(?P<kind>\w+)` of length (?P<sign>[<>]=|) ?(?P<bound>\d+)(?:, got \d+)?"
        ),
        _wrong_length,
    ),
    (re.compile(r"Expected `(?P<kind>\w+)` (?P<sign>[<>]=?) (?P<bound>\S+)"), _out_of_range),
    (re.compile(r"Expected `str` matching regex .*"), _bad_character),
    (re.compile(r"Expected `(?P<expected>[^`]+)`(?:, got `.*`)?"), _wrong_type),
    (re.compile(r"low_above_high"), _own_code),
)
