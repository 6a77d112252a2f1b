"""The sweep in words: names of the marked rules, what was found, how far the guess was."""

from PySide6.QtCore import QCoreApplication

from core.initializers.he import HeNormal
from core.initializers.lecun import LecunNormal
from core.initializers.xavier import XavierNormal
from core.outcomes import Outcome, ratio
from core.sigma_sweep import Mark
from gui import numbers
from gui.plots.sweep.places import Place

NEAR = 1.1  # times: a guess so near is as good as the best point


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


def verdict(best: Outcome | None, guess: float | None) -> str:
    """Return where the best sigma was found, and how far from there the guess is."""
    if best is None:
        return QCoreApplication.translate("sweep", "At every σ most runs diverged.")
    sigma, loss = numbers.figure(best.point[-1]), numbers.figure(best.train.median)
    if len(best.point) > 1:
        where = QCoreApplication.translate(
            "sweep", "Lowest loss {loss} at σ = {sigma}, depth {depth}."
        )
    else:
        where = QCoreApplication.translate("sweep", "Lowest loss {loss} at σ = {sigma}.")
    where = where.format(sigma=sigma, loss=loss, depth=numbers.whole(int(best.point[0])))
    return where if guess is None else f"{where} {_distance(guess, best.point[-1])}"


def _distance(guess: float, sigma: float) -> str:
    times = ratio(guess, sigma)
    if times < NEAR:
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
