"""A survey: what a user's file holds, and all that keeps it from being data.

Reading for training stops at the first problem. Somebody who imports a file
wants to see them all, each with its row and column, and the first rows beside.
"""

from collections.abc import Iterator
from itertools import chain, islice

from msgspec import Struct
from msgspec.structs import replace

from core.datasets.csv import MAX_CLASSES, Csv
from core.datasets.raw import RawFeature, raw_feature
from core.datasets.sheet import Row
from core.datasets.table import Header, Table, number
from core.problem import Problem

MOST_PROBLEMS = 100
FIRST_ROWS = 12
JUDGED_ROWS = 50  # from which a column is taken for numbers


class Survey(Struct, frozen=True):
    """A file as a rule reads it.

    Attributes
    ----------
    first : tuple of Row
        The first rows below the names, just as they stand.
    rows : int
        How many rows of full length there are below the names.
    problems : tuple of Problem
        The first of them; there are none if the rule can be drawn.
    classes : int
        Different values in the target column; 0 if there is no such column.
    raw : RawFeature or None
        The largest input, if it is too large to learn from; None while there are problems.
    """

    delimiter: str
    has_header: bool
    names: tuple[str, ...]
    first: tuple[Row, ...]
    rows: int
    problems: tuple[Problem, ...]
    classes: int
    raw: RawFeature | None


def survey(rule: Csv) -> Survey:
    """Look a file through; afterwards the rule is drawn without reading it again.

    Raises
    ------
    Problem
        If the file can't be read at all.
    """
    table = rule.table()
    problems = tuple(_problems(rule, table))
    return Survey(
        delimiter=table.sheet.delimiter,
        has_header=table.has_header,
        names=table.names,
        first=tuple(table.sheet.rows[table.has_header :][:FIRST_ROWS]),
        rows=len(table.rows),
        problems=problems,
        classes=_classes(rule, table),
        raw=None if problems else raw_feature(rule.draw_newest()),
    )


def suggested(path: str, header: Header = "auto") -> Csv:
    """Return how a file is probably meant: its columns of numbers, standardized.

    The last column is the target: classes, unless it holds more values than
    there may be classes.

    Raises
    ------
    Problem
        If the file can't be read at all.
    """
    rule = Csv(path=path, header=header, standardize=True)
    table = rule.table()
    names = table.names[:-1]
    numeric = tuple(name for column, name in enumerate(names) if _is_numeric(table, column))
    if numeric and numeric != names:
        rule = replace(rule, features=numeric)
    if _classes(rule, table) > MAX_CLASSES and _is_numeric(table, table.width - 1):
        rule = replace(rule, task="regression")
    return rule


def _problems(rule: Csv, table: Table) -> list[Problem]:
    """Return the problems of the table and of the chosen columns, by row."""
    found = chain(table.problems(), _column_problems(rule, table))
    return sorted(islice(found, MOST_PROBLEMS), key=_row)


def _column_problems(rule: Csv, table: Table) -> Iterator[Problem]:
    if table.width == 0:
        return
    try:
        features, target = rule.columns(table)
    except Problem as problem:
        yield problem
        return
    cells = [table.column_problems(column, numeric=True) for column in features]
    cells.append(table.column_problems(target, numeric=rule.task == "regression"))
    found = list(islice(chain.from_iterable(cells), MOST_PROBLEMS))
    yield from found
    if not found and next(table.problems(), None) is None:
        try:
            rule.look()
        except Problem as problem:
            yield problem


def _row(problem: Problem) -> int:
    """Return where a problem is listed: what concerns the whole file comes first."""
    row = problem.values.get("row")
    return row if isinstance(row, int) else 0


def _is_numeric(table: Table, column: int) -> bool:
    """Say whether most of the first cells of a column are numbers."""
    cells = [cells[column] for _, cells in table.rows[:JUDGED_ROWS] if cells[column]]
    numbers = sum(number(cell, table.decimal_comma) is not None for cell in cells)
    return 2 * numbers > len(cells)


def _classes(rule: Csv, table: Table) -> int:
    if table.width == 0:
        return 0
    try:
        _, target = rule.columns(table)
    except Problem:
        return 0
    return len({cells[target] for _, cells in table.rows})
