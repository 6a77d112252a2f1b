"""Pasted: a table of numbers as spreadsheets put it on the clipboard.

A row a line; cells apart by tabs, semicolons, commas or blanks, the first of these
that there is. A decimal comma is understood where commas do not part the cells.
"""

import math
import re

from core.problem import Problem

PARTS = ("\t", ";", ",")
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
LONGEST = 1_000_000  # characters: far more than the largest matrix that can be typed
Table = tuple[tuple[float, ...], ...]


def read_table(text: str) -> Table:
    """Return the numbers of a table, all rows of one length.

    Raises
    ------
    Problem
        `paste_empty`; `paste_too_long` (most); `paste_not_a_number` (row, column,
        found); `paste_row_length` (row, found, expected). Rows and columns from 1.
    """
    if len(text) > LONGEST:
        raise Problem("", "paste_too_long", most=LONGEST)
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Problem("", "paste_empty")
    part = next((one for one in PARTS if one in text), None)
    table = tuple(_row(line, part, row) for row, line in enumerate(lines, start=1))
    for row, numbers in enumerate(table, start=1):
        if len(numbers) != len(table[0]):
            found, expected = len(numbers), len(table[0])
            raise Problem("", "paste_row_length", row=row, found=found, expected=expected)
    return table


def _row(line: str, part: str | None, row: int) -> tuple[float, ...]:
    cells = line.strip(" \r").split(part)
    return tuple(_number(cell, part, row, column) for column, cell in enumerate(cells, start=1))


def _number(cell: str, part: str | None, row: int, column: int) -> float:
    plain = cell.strip().replace("\N{MINUS SIGN}", "-")
    if part != ",":
        plain = plain.replace(",", ".")
    number = float(plain) if NUMBER.fullmatch(plain) else math.nan
    if not math.isfinite(number):
        raise Problem("", "paste_not_a_number", row=row, column=column, found=cell.strip()[:40])
    return number
