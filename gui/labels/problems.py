"""A problem in words: one line with the place, what is wrong and what is allowed."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from core.experiment import Experiment
from core.problem import Problem
from gui import numbers
from gui.labels.places import place_text
from gui.labels.sentences import KINDS, LIMITS, REASONS, SENTENCES

LONGEST = 240  # characters of a value that came from a file


def problem_text(problem: Problem, experiment: Experiment | None = None) -> str:
    """Return one line for a problem; an unknown code shows itself and its values.

    Of an edit of an experiment, the place is named as on the screen, else as in the file.
    """
    path = problem.path if experiment is None else place_text(problem.path, experiment)
    place = _word(problem.values.get("file") or path)
    sentence = _sentence(problem.code, problem.values)
    if not place:
        return sentence[:1].upper() + sentence[1:]
    line = QCoreApplication.translate("problems", "{place}: {sentence}")
    text = line.format(place=place, sentence=sentence)
    source = problem.values.get("source")  # the file that the place is in
    return text if source is None else line.format(place=_word(source), sentence=text)


def _sentence(code: str, values: Mapping[str, object]) -> str:
    words = {name: _word(value) for name, value in values.items()} | _phrases(values)
    key = _key(code, values)
    if key in SENTENCES:
        return QCoreApplication.translate("problems", SENTENCES[key]).format(**words)
    evidence = ", ".join(f"{name} {word}" for name, word in words.items())
    return f"{code} ({evidence})" if evidence else code


def _key(code: str, values: Mapping[str, object]) -> str:
    """Return which sentence a code takes: some have a second one for some values."""
    if values.get("guess"):
        return f"{code}_guess"
    if code == "wrong_length" and values.get("kind") == "str":
        return "wrong_length_text"
    one = f"{code}_one" in SENTENCES and values.get("needed", values.get("found")) == 1
    return f"{code}_one" if one else code


def _phrases(values: Mapping[str, object]) -> dict[str, str]:
    """Return the parts of a sentence that are words of ours, translated."""
    phrases: dict[str, str] = {}
    if "sign" in values:
        limit = QCoreApplication.translate("problems", LIMITS[str(values["sign"])])
        phrases["limit"] = limit.format(_word(values.get("bound")))
    if "reason" in values:
        reason = REASONS.get(str(values["reason"]), REASONS["other"])
        phrases["reason"] = QCoreApplication.translate("problems", reason)
    if "expected" in values and isinstance(values["expected"], tuple | list):
        either = QCoreApplication.translate("problems", " or ")
        phrases["expected"] = either.join(_kind(kind) for kind in values["expected"])
        phrases["found"] = _kind(values.get("found"))
    if "value" in values:
        phrases["found"] = _quoted(values["value"])
    return phrases


def _kind(kind: object) -> str:
    name = KINDS.get(str(kind))
    return str(kind) if name is None else QCoreApplication.translate("problems", name)


def _quoted(value: object) -> str:
    """Return a number as it is, a text in quotation marks."""
    if not isinstance(value, str):
        return _word(value)
    return QCoreApplication.translate("problems", "“{}”").format(_word(value))


def _word(value: object) -> str:
    """Return a value on one line and of bearable length."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return numbers.whole(value) if isinstance(value, int) else numbers.exact(value)
    if isinstance(value, tuple | list | frozenset | set):
        text = ", ".join(_word(part) for part in value)
    else:
        text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
