"""Remedies: for a finding, the edit of the experiment that takes its cause away.

Each is what the texts recommend against that cause, no more: weights of the
right size (S0, S2, S3), tanh in place of sigmoid and shorter steps (S1), a
hidden layer that bends (S2), more samples against overfitting. A finding
without an honest remedy has none.
"""

from collections.abc import Callable, Collection
from itertools import groupby
from math import floor, hypot, log10
from operator import itemgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from core import edits
from core.datasets import Csv
from core.datasets.synthetic import SyntheticRule
from core.experiment import Experiment
from core.findings import Finding, FindingCode
from core.fitting import fitting_rule
from core.initializers.constant import Zeros
from core.initializers.explicit import Explicit
from core.layer import Layer
from core.problem import Problem

ActCode = Literal[
    "weights", "biases", "activation", "learning_rate", "add_layer", "samples", "standardize"
]

OFF = 2.0  # weights this many times too large or too small are worth another rule
SHORTER = 10.0  # times shorter steps after a divergence,
LONGEST = 0.1  # and no rate above this one
LONG = 1.0  # a rate above it can push a unit out of the data in one step
USUAL = 1e-3  # of the weights in a step (Karpathy, makemore)
FIRST_UNITS = 8  # of a hidden layer where there was none
MORE, MANY = 10, 1000  # times as many samples, and at least so many


class Act(Struct, frozen=True):
    """One thing that a remedy does.

    `code` says what is set, in which `layers` (1..L; empty: the whole network), to
    which `value`: the name of a rule or an activation, a rate, a number of units
    or of samples.
    """

    code: ActCode
    layers: tuple[int, ...]
    value: str | float | int


class Remedy(Struct, frozen=True):
    """An edited experiment, and what was done to get it."""

    experiment: Experiment
    acts: tuple[Act, ...]


Rule = Callable[[Experiment, Finding], Remedy | None]


def remedy(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Return the remedy for a finding; None if there is none, or the experiment can't take it."""
    try:
        found = (rule(experiment, finding) for rule in RULES.get(finding.code, ()))
        return next((each for each in found if each is not None), None)
    except Problem:
        return None


def _draw_alike(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Draw the weights that are the same for all units of a layer."""
    return _fit(experiment, [at for at in _places(experiment) if _alike(experiment, at)])


def _draw_layer(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Draw the weights of the layer that was found."""
    return _fit(experiment, [finding.layer])


def _shrink(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Draw weights that are too large in the right size."""
    return _fit(experiment, [at for at in _places(experiment) if _excess(experiment, at) > OFF])


def _enlarge(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Draw weights that are too small in the right size."""
    return _fit(experiment, [at for at in _places(experiment) if _excess(experiment, at) < 1 / OFF])


def _replace_sigmoid(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Give hidden sigmoid layers tanh, whose slope reaches 1 and not 0.25, and its rule."""
    places = [at for at in _hidden(experiment) if _layer(experiment, at).activation == "sigmoid"]
    return _bend(experiment, places)


def _bend_linear(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Give linear layers tanh: many of them are one (S2)."""
    places = _hidden(experiment)
    if any(_layer(experiment, place).activation != "linear" for place in places):
        return None
    return _bend(experiment, places)


def _add_hidden(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Add a hidden layer to a network that has none."""
    if _hidden(experiment):
        return None
    edited = edits.set_units(edits.add_layer(experiment, 1), 1, FIRST_UNITS)
    return Remedy(edited, (Act("add_layer", (1,), FIRST_UNITS),))


def _clear_biases(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Begin with biases of 0."""
    places = [at for at in _hidden(experiment) if _layer(experiment, at).biases != Zeros()]
    if not places:
        return None
    edited = edits.set_biases(experiment, places, Zeros())
    return Remedy(edited, (Act("biases", tuple(places), Zeros().name),))


def _leak(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Let gradients through below 0, too."""
    places = [at for at in _hidden(experiment) if _layer(experiment, at).activation == "relu"]
    edited = edits.set_activation(experiment, places, "leaky_relu")
    return Remedy(edited, (Act("activation", tuple(places), "leaky_relu"),))


def _tame(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Take shorter steps if they were so long that one of them can kill a unit."""
    long = experiment.optimizer.learning_rate > LONG
    return _shorten_steps(experiment, finding) if long else None


def _turn_back(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Take shorter steps if those taken led uphill."""
    return _shorten_steps(experiment, finding) if finding.values["rising"] else None


def _shorten_steps(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Take shorter steps."""
    return _with_rate(experiment, min(experiment.optimizer.learning_rate / SHORTER, LONGEST))


def _lengthen_steps(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Take steps of the usual length."""
    ratio = finding.values["ratio"]
    assert isinstance(ratio, float)
    return _with_rate(experiment, experiment.optimizer.learning_rate * USUAL / ratio)


def _take_samples(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Take more samples to learn from, where a formula makes them."""
    dataset = experiment.dataset
    if not isinstance(dataset, SyntheticRule):
        return None
    samples = max(MANY, dataset.samples * MORE)
    edited = edits.set_dataset(experiment, replace(dataset, samples=samples))
    return Remedy(edited, (Act("samples", (), samples),))


def _standardize(experiment: Experiment, finding: Finding) -> Remedy | None:
    """Centre and scale the columns of a user's file."""
    if not isinstance(experiment.dataset, Csv):
        return None
    edited = edits.set_dataset(experiment, replace(experiment.dataset, standardize=True))
    return Remedy(edited, (Act("standardize", (), True),))


RULES: dict[FindingCode, tuple[Rule, ...]] = {
    "diverged": (_shrink, _shorten_steps),
    "raw_inputs": (_standardize,),
    "dead": (_clear_biases, _shrink, _tame, _leak),
    "zero_gradient": (_draw_alike,),
    "symmetric": (_draw_alike, _draw_layer),
    "saturated": (_shrink, _clear_biases),
    "exploding": (_shrink, _turn_back),
    "vanishing": (_replace_sigmoid, _enlarge),
    "zero_gradient_layer": (_draw_alike,),
    "slow": (_lengthen_steps,),
    "at_chance": (_add_hidden, _bend_linear),
    "overfitting": (_take_samples,),
}


def _fit(experiment: Experiment, places: Collection[int]) -> Remedy | None:
    """Give layers the rules that fit them; None if there is nothing to give."""
    if not places:
        return None
    acts: list[Act] = []
    rules = [(fitting_rule(experiment, place), place) for place in places]
    for rule, group in groupby(rules, itemgetter(0)):
        layers = tuple(place for _, place in group)
        experiment = edits.set_weights(experiment, layers, rule)
        acts.append(Act("weights", layers, rule.name))
    return Remedy(experiment, tuple(acts))


def _bend(experiment: Experiment, places: Collection[int]) -> Remedy | None:
    """Give layers tanh, and all the rule that fits where theirs does not."""
    if not places:
        return None
    bent = edits.set_activation(experiment, places, "tanh")
    act = Act("activation", tuple(places), "tanh")
    off = [at for at in _places(bent) if not 1 / OFF <= _excess(bent, at) <= OFF]
    fitted = _fit(bent, off)
    return Remedy(fitted.experiment, (act, *fitted.acts)) if fitted else Remedy(bent, (act,))


def _with_rate(experiment: Experiment, rate: float) -> Remedy:
    digit = floor(log10(rate))
    rate = float(f"{round(rate / 10.0**digit)}e{digit}")  # one digit
    optimizer = replace(experiment.optimizer, learning_rate=rate)
    edited = replace(experiment, optimizer=optimizer)
    return Remedy(edited, (Act("learning_rate", (), rate),))


def _places(experiment: Experiment) -> range:
    return range(1, len(experiment.layers) + 1)


def _hidden(experiment: Experiment) -> range:
    return range(1, len(experiment.layers))


def _layer(experiment: Experiment, place: int) -> Layer:
    return experiment.layers[place - 1]


def _alike(experiment: Experiment, place: int) -> bool:
    rule = _layer(experiment, place).weights
    if isinstance(rule, Explicit):
        return len(set(rule.matrix)) == 1
    return rule.sigma(*experiment.fans()[place - 1]) == 0.0


def _excess(experiment: Experiment, place: int) -> float:
    """Return how many times larger weights are than the fitting rule's; 1 where data set them."""
    rule = _layer(experiment, place).weights
    n_in, n_out = experiment.fans()[place - 1]
    if rule.uses_data:
        return 1.0
    size = hypot(rule.mean(n_in, n_out), rule.sigma(n_in, n_out))
    return size / fitting_rule(experiment, place).sigma(n_in, n_out)
