"""A problem of a CSV file in four cells: row, column, what was found, what is allowed."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.problem import Problem
from gui import numbers
from gui.labels.problems import problem_text

FOUND = {
    "csv_empty_cell": QT_TRANSLATE_NOOP("csv", "nothing"),
    "csv_not_a_number": QT_TRANSLATE_NOOP("csv", "“{found}”"),
    "csv_row_length": QT_TRANSLATE_NOOP("csv", "{found} cells"),
    "csv_row_length_one": QT_TRANSLATE_NOOP("csv", "1 cell"),
    "csv_malformed": QT_TRANSLATE_NOOP("csv", "a quotation mark without its twin"),
}
ALLOWED = {
    "csv_empty_cell": QT_TRANSLATE_NOOP("csv", "a value in every row"),
    "csv_not_a_number": QT_TRANSLATE_NOOP("csv", "a number, such as 1.5 or −2e3"),
    "csv_row_length": QT_TRANSLATE_NOOP("csv", "{expected} cells, as in the first row"),
    "csv_malformed": QT_TRANSLATE_NOOP("csv", "quotation marks in pairs, within one row"),
}
LONGEST = 40  # characters of what was found


def csv_texts(problem: Problem) -> tuple[str, str, str, str]:
    """Return the cells; what concerns the whole file is a sentence in the last."""
    values = problem.values
    row, column = values.get("row"), values.get("column")
    cells = numbers.whole(row) if isinstance(row, int) else "", str(column or "")
    if problem.code not in FOUND:
        return (*cells, "", problem_text(Problem("", problem.code, **_without_file(problem))))
    words = {name: _word(value) for name, value in values.items()}
    one = f"{problem.code}_one"
    key = one if one in FOUND and values.get("found") == 1 else problem.code
    found = QCoreApplication.translate("csv", FOUND[key]).format(**words)
    allowed = QCoreApplication.translate("csv", ALLOWED[problem.code]).format(**words)
    return (*cells, found, allowed)


def _without_file(problem: Problem) -> dict[str, object]:
    return {name: value for name, value in problem.values.items() if name != "file"}


def _word(value: object) -> str:
    if isinstance(value, int):
        return numbers.whole(value)
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
