"""A problem in words: one line with the place, what is wrong and what is allowed."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.problem import Problem
from gui import numbers

LONGEST = 120  # characters of a value that came from a file
SENTENCES = {
    "too_many_weights": QT_TRANSLATE_NOOP(
        "problems", "{found} weights are too many; at most {most} are allowed."
    ),
    "invalid": QT_TRANSLATE_NOOP("problems", "not allowed here: {detail}"),
}


def problem_text(problem: Problem) -> str:
    """Return one line for a problem; an unknown code shows itself and its values."""
    words = {name: _word(value) for name, value in problem.values.items()}
    if problem.code in SENTENCES:
        sentence = QCoreApplication.translate("problems", SENTENCES[problem.code]).format(**words)
    else:
        evidence = ", ".join(f"{name} {word}" for name, word in words.items())
        sentence = f"{problem.code} ({evidence})" if evidence else problem.code
    if not problem.path:
        return sentence
    line = QCoreApplication.translate("problems", "{place}: {sentence}")
    return line.format(place=_word(problem.path), sentence=sentence)


def _word(value: object) -> str:
    """Return a value on one line and of bearable length."""
    if isinstance(value, bool) or not isinstance(value, int | float | tuple | list):
        text = " ".join(str(value).split())
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
    if isinstance(value, tuple | list):
        return ", ".join(_word(part) for part in value)
    return numbers.whole(value) if isinstance(value, int) else numbers.exact(value)
