"""The sweep in words: names of the marked rules, what was found, how far the guess was."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.initializers.he import HeNormal
from core.initializers.lecun import LecunNormal
from core.initializers.xavier import XavierNormal
from core.outcomes import Outcome, ratio
from core.sigma_sweep import Mark
from gui import numbers
from gui.plots.sweep.places import Place


def place_of(mark: Mark) -> Place:
    """Return where a mark stands, its name and its numbers."""
    name, token = _name(mark), "quiet" if mark.rule else "text"
    sigma = numbers.figure(mark.sigma)
    if len({numbers.figure(each) for each in mark.sigmas}) == 1:
        text = QCoreApplication.translate("sweep", "{name}: σ = {sigma}").format(
            name=name, sigma=sigma
        )
    else:
        text = QCoreApplication.translate(
            "sweep", "{name}: σ = {sigmas} in the layers; the line is at their middle, {sigma}"
        )
        sigmas = ", ".join(numbers.figure(each) for each in mark.sigmas)
        text = text.format(name=name, sigma=sigma, sigmas=sigmas)
    return Place(mark.sigma, name, text, token)


def diverged_text(outcome: Outcome) -> str:
    """Return how many runs diverged."""
    runs, diverged = numbers.whole(outcome.runs), numbers.whole(outcome.diverged)
    return QCoreApplication.translate("sweep", "{diverged} of {runs} diverged").format(
        diverged=diverged, runs=runs
    )


def verdict(best: Outcome | None, guess: float | None, sigmas: Sequence[float]) -> str:
    """Return where the best of these sigmas was found, and how far from there the guess is."""
    if best is None:
        return QCoreApplication.translate("sweep", "At every σ most runs diverged.")
    depth, sigma = best.point[0], best.point[-1]  # the same where only sigma is swept
    if len(best.point) > 1:
        where = QCoreApplication.translate(
            "sweep", "Lowest loss {loss} at σ = {sigma}, depth {depth}."
        )
    else:
        where = QCoreApplication.translate("sweep", "Lowest loss {loss} at σ = {sigma}.")
    where = where.format(
        loss=numbers.figure(best.train.median),
        sigma=numbers.figure(sigma),
        depth=numbers.whole(int(depth)),
    )
    return where if guess is None else f"{where} {_distance(guess, sigma, sigmas)}"


def _distance(guess: float, sigma: float, sigmas: Sequence[float]) -> str:
    times = ratio(guess, sigma)
    if times <= min(ratio(guess, other) for other in sigmas):  # no point is nearer
        return QCoreApplication.translate("sweep", "Your guess {guess} was right.").format(
            guess=numbers.figure(guess)
        )
    if guess < sigma:
        text = QCoreApplication.translate(
            "sweep", "Your guess {guess} was {times} times too small."
        )
    else:
        text = QCoreApplication.translate(
            "sweep", "Your guess {guess} was {times} times too large."
        )
    return text.format(guess=numbers.figure(guess), times=numbers.figure(times))


def _name(mark: Mark) -> str:
    if mark.rule is None:
        return QCoreApplication.translate("sweep", "now")
    names = {HeNormal: "He", LecunNormal: "LeCun", XavierNormal: "Xavier"}
    return names.get(type(mark.rule)) or numbers.exact(mark.sigmas[0])
