"""Numbers as people read them: few digits, always the same few.

Three significant digits; below 1e-3 the style 1.2e-7; a proper minus sign;
thousands separated, and the decimal mark set, as the language does.
"""

import re
from decimal import Decimal
from math import floor, inf, isinf, isnan, log10

from PySide6.QtCore import QLocale

MINUS = "\N{MINUS SIGN}"
DIGITS = 3
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SMALL, LARGE = 1e-3, 1e6  # outside of these a number is written with an exponent
MOST_COUNTED = 2**63 - 1  # by Qt; a file may hold any number of digits


def figure(value: float) -> str:
    """Return a measured number: 0.447, 12.3, 1,240, 1.2e-7, 0."""
    if isnan(value):
        return "NaN"
    if isinf(value):
        return _sign(value) + "\N{INFINITY}"
    if value == 0:
        return "0"
    if abs(value) < SMALL:
        return _exponential(value, 1)
    text = QLocale().toString(abs(float(value)), "f", _decimals(value))
    return _exponential(value, 2) if abs(value) >= LARGE else _sign(value) + text


def whole(value: int) -> str:
    """Return a count: 1,240."""
    count = int(value)
    if abs(count) > MOST_COUNTED:
        return _exponential(Decimal(count), 2)
    return _sign(count) + QLocale().toString(abs(count))


def percent(share: float) -> str:
    """Return a share in whole percents; only none is 0 %, only all is 100 %."""
    rounded = round(100 * share)
    return f"{whole(min(max(rounded, 1), 99) if 0 < share < 1 else rounded)} %"


def exact(value: float) -> str:
    """Return a chosen number with all its digits, as a field shows it: 0.01, 300, 1e-5."""
    text = f"{value:.10g}".replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")
    return text.replace(".", QLocale().decimalPoint()).replace("-", MINUS)


def raised(text: str) -> str:
    """Return a text with its powers as a book sets them: 0.25⁵ for 0.25^5."""
    return re.sub(r"\^(\d+)", lambda power: power[1].translate(RAISED), text)


def parse(text: str) -> float | None:
    """Read a number typed by hand, with a decimal comma or point; None if it is none.

    Only what `float` reads as a finite number counts: 1_000 and 1,000.5 do not.
    """
    plain = text.strip().replace(MINUS, "-").replace(",", ".")
    if "_" in plain:
        return None
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if -inf < value < inf else None


def parse_whole(text: str) -> int | None:
    """Read a whole number typed by hand: 300, 1,000, 1 000; None if it is none."""
    plain = text.strip().replace(MINUS, "-")
    if re.fullmatch(r"-?\d{1,3}([.,\s]\d{3})+", plain):
        plain = re.sub(r"[.,\s]", "", plain)
    return int(plain) if re.fullmatch(r"-?\d{1,20}", plain, re.ASCII) else None


def ladder(value: float, steps: int) -> float:
    """Return the value so many rungs up (or down) the ladder 0.1, 0.2, 0.5, 1, 2, 5, ..."""
    rungs = (1.0, 2.0, 5.0)
    decade = floor(log10(value) + 1e-9)
    mantissa = value / 10.0**decade
    if steps > 0:
        rung = sum(rung <= mantissa * (1 + 1e-9) for rung in rungs) - 1 + steps
    else:
        rung = sum(rung < mantissa * (1 - 1e-9) for rung in rungs) + steps
    return float(f"{rungs[rung % 3]}e{decade + rung // 3}")


def _sign(value: float | Decimal) -> str:
    return MINUS if value < 0 else ""


def _decimals(value: float) -> int:
    """Return how many decimals make three significant digits, after rounding to three."""
    rounded = float(f"{abs(value):.{DIGITS - 1}e}")
    return max(0, DIGITS - 1 - floor(log10(rounded)))


def _exponential(value: float | Decimal, decimals: int) -> str:
    mantissa, exponent = f"{abs(value):.{decimals}e}".split("e")
    mantissa = mantissa.replace(".", QLocale().decimalPoint())
    return f"{_sign(value)}{mantissa}e{int(exponent)}".replace("-", MINUS)
