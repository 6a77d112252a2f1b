"""A table of text cells, read from a CSV file that somebody else may have written.

UTF-8, UTF-16 with its byte order mark, or else GB 18030 (GBK), as spreadsheets in
China write; comma, semicolon or tab between cells; a decimal comma is understood
where the comma does not separate. The first row holds names if none of its
cells is a number, or if one of its texts stands above a number. Problems name
the row as a spreadsheet counts it: the first line is row 1.
"""

import codecs
import csv
import io
import math
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.fields import MAX_SAMPLES, MAX_UNITS
from core.files import read_whole
from core.problem import Problem

PLACE = "dataset.path"
MAX_BYTES = 5_000_000
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)

Row = tuple[int, list[str]]


@dataclass(frozen=True)
class Table:
    """Named columns of text; `rows` holds (row number, cells), all of one length."""

    file: str
    names: tuple[str, ...]
    rows: list[Row]
    decimal_comma: bool

    def texts(self, column: int) -> list[str]:
        """Return the cells of a column; an empty one is a Problem."""
        for row, cells in self.rows:
            if not cells[column]:
                raise self._problem("csv_empty_cell", row=row, column=self.names[column])
        return [cells[column] for _, cells in self.rows]

    def numbers(self, column: int) -> NDArray[np.float64]:
        """Return a column as numbers; a cell that is none is a Problem."""
        values = np.empty(len(self.rows))
        for index, text in enumerate(self.texts(column)):
            value = number(text, self.decimal_comma)
            if value is None:
                row, name = self.rows[index][0], self.names[column]
                raise self._problem("csv_not_a_number", row=row, column=name, found=text)
            values[index] = value
        return values

    def _problem(self, code: str, **values: object) -> Problem:
        return Problem(PLACE, code, file=self.file, **values)


def number(text: str, decimal_comma: bool) -> float | None:
    """Return the finite number that a cell holds, or None."""
    text = text.replace(",", ".") if decimal_comma else text
    value = float(text) if NUMBER.fullmatch(text) else math.nan
    return value if math.isfinite(value) else None


def read_table(path: Path) -> Table:
    """Read a CSV file.

    Raises
    ------
    Problem
        At `dataset.path`: the file can't be read, or is no table.
    """
    content = read_whole(path, MAX_BYTES, PLACE)
    text = _text(content, path.name)
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, path.name)
    decimal_comma = delimiter != ","
    if rows and _is_header(rows, decimal_comma):
        names = _names(rows.pop(0)[1], path.name)
    else:
        names = tuple(f"x{column + 1}" for column in range(len(rows[0][1]) if rows else 0))
    if not rows:
        raise Problem(PLACE, "csv_no_rows", file=path.name)
    if len(rows) > MAX_SAMPLES:
        raise Problem(PLACE, "csv_too_many_rows", file=path.name, most=MAX_SAMPLES)
    return Table(path.name, names, rows, decimal_comma)


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


def _rows(text: str, delimiter: str, file: str) -> list[Row]:
    """Return the rows that hold anything, their cells stripped of white space."""
    rows: list[Row] = []
    number_of_row = 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for number_of_row, raw in enumerate(reader, 1):
            cells = [cell.strip() for cell in raw]
            if any(cells):
                rows.append((number_of_row, cells))
                _check_width(rows, file)
    except csv.Error as error:
        raise Problem(PLACE, "csv_malformed", file=file, row=number_of_row + 1) from error
    return rows


def _check_width(rows: list[Row], file: str) -> None:
    """Raise a Problem if the last row is not as long as the first, or both are too long."""
    (_, first), (row, last) = rows[0], rows[-1]
    if len(first) > MAX_UNITS:
        raise Problem(PLACE, "csv_many_columns", file=file, found=len(first), most=MAX_UNITS)
    if len(first) != len(last):
        raise Problem(
            PLACE, "csv_row_length", file=file, row=row, found=len(last), expected=len(first)
        )


def _is_header(rows: list[Row], decimal_comma: bool) -> bool:
    first, *below = ([number(cell, decimal_comma) for cell in cells] for _, cells in rows[:2])
    if all(value is None for value in first):
        return True
    return any(
        above is None and value is not None
        for value_row in below
        for above, value in zip(first, value_row, strict=True)
    )


def _names(cells: list[str], file: str) -> tuple[str, ...]:
    """Return the names of the columns; a missing one is filled in."""
    names = [" ".join(cell.split()) or f"x{column + 1}" for column, cell in enumerate(cells)]
    for column, name in enumerate(names):
        if name in names[:column]:
            raise Problem(PLACE, "csv_repeated_name", file=file, column=name)
    return tuple(names)
