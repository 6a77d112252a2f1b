"""Typesetting the formulas that core gives as plain expressions: `sqrt(2 / n_in)`.

In symbols, √(2 / n_in) with n_in as a symbol with its index; in numbers,
√(2 / 10). Both are HTML of Qt's kind. Long decimals are rounded to figures.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from gui import numbers

SYMBOLS = {"n_in": "<i>n</i><sub>in</sub>", "n_out": "<i>n</i><sub>out</sub>"}
SIGNS = {"sqrt": "√", "max": "max", "min": "min", "*": "·", "-": numbers.MINUS}
TOKEN = re.compile(r"[a-z_]+|\d+\.\d+|[*-]")
ROOT_OF_ONE = re.compile(r"√\(([\d.,]+)\)")  # needs no brackets
NO_BREAK = "\N{NO-BREAK SPACE}"


@cache
def in_symbols(expression: str) -> str:
    """Return the formula as in a book."""
    return _typeset(expression, lambda name: SYMBOLS.get(name, f"<i>{name}</i>"))


def in_numbers(expression: str, values: Mapping[str, float]) -> str:
    """Return the formula with the values in the places of the symbols."""
    return _typeset(expression, lambda name: _number(values[name]))


def breakable(text: str) -> str:
    """Return a formula that may go on in the next line, where one line is too narrow."""
    return text.replace(NO_BREAK, " ")


def has_symbols(expression: str) -> bool:
    """Return whether there is anything to put numbers in for."""
    return any(word.isidentifier() and word not in SIGNS for word in TOKEN.findall(expression))


def _typeset(expression: str, symbol: Callable[[str], str]) -> str:
    def token(match: re.Match[str]) -> str:
        text = match[0]
        if text in SIGNS:
            return SIGNS[text]
        return numbers.figure(float(text)) if text[0].isdigit() else symbol(text)

    text = ROOT_OF_ONE.sub(r"√\1", TOKEN.sub(token, expression))
    return text.replace(" ", NO_BREAK)


def _number(value: float) -> str:
    text = numbers.exact(value)
    return f"({text})" if value < 0 else text
