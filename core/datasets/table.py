"""A table of named columns, made from a sheet that somebody else may have written.

A decimal comma is understood where the comma does not separate. The first row
holds names if none of its cells is a number, or if one of its texts stands above
a number, unless the user knows better. Every problem names its row and column.
"""

import math
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.datasets.sheet import PLACE, Row, Sheet, read_sheet
from core.fields import MAX_SAMPLES, MAX_UNITS
from core.problem import Problem

Header = Literal["auto", "yes", "no"]

MIN_ROWS = 2  # one to train with, one to test with
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


class Table(Struct, frozen=True, dict=True):
    """A sheet of which the first row may hold the names of the columns."""

    sheet: Sheet
    header: Header = "auto"

    @property
    def file(self) -> str:
        """The file's name."""
        return self.sheet.file

    @cached_property
    def decimal_comma(self) -> bool:
        """Whether 0,5 may be a number."""
        return self.sheet.delimiter != ","

    @cached_property
    def width(self) -> int:
        """How many columns there are: as many as the first row has cells."""
        return len(self.sheet.rows[0][1]) if self.sheet.rows else 0

    @cached_property
    def has_header(self) -> bool:
        """Whether the first row holds names."""
        rows = [row for row in self.sheet.rows[:2] if len(row[1]) == self.width]
        found = bool(rows) and _is_header(rows, self.decimal_comma)
        return found if self.header == "auto" else self.header == "yes"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the columns; a missing one is filled in."""
        cells = self.sheet.rows[0][1] if self.has_header and self.sheet.rows else self.width * [""]
        return tuple(
            " ".join(cell.split()) or f"x{column + 1}" for column, cell in enumerate(cells)
        )

    @cached_property
    def rows(self) -> list[Row]:
        """The rows below the names that are as long as they should be."""
        rows = self.sheet.rows[self.has_header :]
        return [row for row in rows if len(row[1]) == self.width]

    def problems(self) -> Iterator[Problem]:
        """Yield all that keeps the sheet from being a table to learn from."""
        if self.width > MAX_UNITS:
            yield self._problem("csv_many_columns", found=self.width, most=MAX_UNITS)
        for row, cells in self.sheet.rows:
            if len(cells) != self.width:
                yield self._problem(
                    "csv_row_length", row=row, found=len(cells), expected=self.width
                )
        if self.sheet.malformed is not None:
            yield self._problem("csv_malformed", row=self.sheet.malformed)
        for column, name in enumerate(self.names):
            if name in self.names[:column]:
                yield self._problem("csv_repeated_name", column=name)
        yield from self._size_problems()

    def _size_problems(self) -> Iterator[Problem]:
        found = len(self.rows)
        if found == 0:
            yield self._problem("csv_no_rows")
        elif found < MIN_ROWS:
            yield self._problem("csv_too_few_rows", found=found, least=MIN_ROWS)
        elif self.width == 1:
            yield self._problem("csv_one_column")
        if found > MAX_SAMPLES:
            yield self._problem("csv_too_many_rows", most=MAX_SAMPLES)

    def column_problems(self, column: int, numeric: bool) -> Iterator[Problem]:
        """Yield the cells of a column that are empty, or no numbers where they must be."""
        name = self.names[column]
        for row, cells in self.rows:
            text = cells[column]
            if not text:
                yield self._problem("csv_empty_cell", row=row, column=name)
            elif numeric and number(text, self.decimal_comma) is None:
                yield self._problem("csv_not_a_number", row=row, column=name, found=text)

    def texts(self, column: int) -> list[str]:
        """Return the cells of a column; an empty one is a Problem."""
        texts = [cells[column] for _, cells in self.rows]
        if not all(texts):
            raise next(self.column_problems(column, numeric=False))
        return texts

    def numbers(self, column: int) -> NDArray[np.float64]:
        """Return a column as numbers; a cell that is none is a Problem."""
        values = [number(cells[column], self.decimal_comma) for _, cells in self.rows]
        if None in values:
            raise next(self.column_problems(column, numeric=True))
        return np.array(values, dtype=np.float64)

    def _problem(self, code: str, **values: object) -> Problem:
        return Problem(PLACE, code, file=self.file, **values)


def number(text: str, decimal_comma: bool) -> float | None:
    """Return the finite number that a cell holds, or None."""
    text = text.replace(",", ".") if decimal_comma else text
    value = float(text) if NUMBER.fullmatch(text) else math.nan
    return value if math.isfinite(value) else None


def read_table(path: Path, header: Header = "auto") -> Table:
    """Read a CSV file.

    Raises
    ------
    Problem
        At `dataset.path`: the file can't be read, or is no table.
    """
    table = Table(read_sheet(path), header)
    for problem in table.problems():
        raise problem
    return table


def _is_header(rows: list[Row], decimal_comma: bool) -> bool:
    first, *below = ([number(cell, decimal_comma) for cell in cells] for _, cells in rows)
    if all(value is None for value in first):
        return True
    return any(
        above is None and value is not None
        for value_row in below
        for above, value in zip(first, value_row, strict=True)
    )
