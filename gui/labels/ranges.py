"""A range in words: what a field would take."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui import numbers
from gui.labels.sentences import KINDS, LIMITS


def limit_text(sign: str, bound: float) -> str:
    """Return one limit in words: at most 1,024."""
    number = numbers.whole(int(bound)) if bound == int(bound) else numbers.exact(bound)
    return QCoreApplication.translate("problems", LIMITS[sign]).format(number)


def refusal_text(text: str, limits: Sequence[tuple[str, float]], whole: bool) -> str:
    """Return that what was typed is not allowed, and what is."""
    message = QCoreApplication.translate(
        "problems", "“{text}” is not allowed here: enter {allowed}."
    )
    return message.format(text=text, allowed=range_text(limits, whole))


def range_text(limits: Sequence[tuple[str, float]], whole: bool) -> str:
    """Return what a field takes: a number, more than 0 and at most 1,000,000."""
    kind = QCoreApplication.translate("problems", KINDS["int" if whole else "float"])
    both = QCoreApplication.translate("problems", " and ")
    allowed = both.join(limit_text(sign, bound) for sign, bound in limits)
    return QCoreApplication.translate("problems", "{kind}, {allowed}").format(
        kind=kind, allowed=allowed
    )
