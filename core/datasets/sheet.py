"""A sheet: the text cells of a file, as they stand, before anything is asked of them.

UTF-8, UTF-16 with its byte order mark, or else GB 18030 (GBK), as spreadsheets in
China write; comma, semicolon or tab between cells. Rows are counted as a
spreadsheet counts them: the first line is row 1.
"""

import codecs
import csv
import io
import re
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from core.files import read_whole
from core.problem import Problem

PLACE = "dataset.path"
MAX_BYTES = 5_000_000

Row = tuple[int, list[str]]


class Sheet(Struct, frozen=True):
    """The rows that hold anything: (row number, cells), as many cells as the file has there.

    `malformed` is the row from which on the file can't be split into cells, if any.
    """

    file: str
    delimiter: str
    rows: list[Row]
    malformed: int | None


def read_sheet(path: Path) -> Sheet:
    """Read a CSV file.

    Raises
    ------
    Problem
        At `dataset.path`: the file can't be read, or is no text.
    """
    text = _text(read_whole(path, MAX_BYTES, PLACE), path.name)
    delimiter = _delimiter(text)
    rows: list[Row] = []
    row = 0
    try:
        for row, raw in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1
        ):
            cells = [cell.strip() for cell in raw]
            if any(cells):
                rows.append((row, cells))
    except csv.Error:
        return Sheet(path.name, delimiter, rows, row + 1)
    return Sheet(path.name, delimiter, rows, None)


def _text(content: bytes, file: str) -> str:
    """Decode by the byte order mark, else as UTF-8, else as Chinese text."""
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            if "\0" not in text:  # which no text holds, but much else does
                return text
    raise Problem(PLACE, "not_text", file=file)


def _delimiter(text: str) -> str:
    """Return tab or semicolon if the first line has one outside quotes, else comma."""
    first = re.sub(r'"[^"]*"', "", text.lstrip().partition("\n")[0])
    return next((mark for mark in "\t;" if mark in first), ",")
