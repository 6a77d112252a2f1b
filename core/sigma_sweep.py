"""The sweep of sigma: the first weights of some layers, from far too small to far too large.

The layers in question draw from N(0, sigma^2), so that sigma is all that is
between two points: the same seed gives both the same standard-normal draws.
"""

from collections.abc import Collection, Iterator
from itertools import chain
from math import exp, isfinite, log
from typing import NamedTuple

import numpy as np

from core.axis import DEPTH, Axis
from core.edits import add_layer, set_weights
from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.initializers.he import HeNormal
from core.initializers.lecun import LecunNormal
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.xavier import XavierNormal
from core.outcomes import Outcome, outcomes
from core.sweep import Sweep

NAMED: tuple[AnyInitializer, ...] = (ScaledNormal(), XavierNormal(), LecunNormal(), HeNormal())


class Mark(NamedTuple):
    """Where a rule stands on the axis of sigma.

    Attributes
    ----------
    rule : AnyInitializer or None
        None: those of the experiment itself.
    sigmas : tuple of float
        Of each layer, by its own fans.
    sigma : float
        Their geometric mean: the middle, where equal ways are equal factors.
    """

    rule: AnyInitializer | None
    sigmas: tuple[float, ...]
    sigma: float


class SigmaSweep(NamedTuple):
    """What the user chooses.

    Attributes
    ----------
    layer : int or None
        Whose weights are swept, 1..L; None: those of all layers.
    depth : int or None
        Each number of hidden layers up to this one is swept too; None: only
        the experiment's own. Then `layer` is None.
    """

    layer: int | None = None
    low: float = 1e-3
    high: float = 10.0
    points: int = 17
    runs: int = 10
    steps: int = 1000
    depth: int | None = None

    def outcomes(self, experiment: Experiment) -> Iterator[Outcome]:
        """Train what `of` returns; yield the outcome of point after point."""
        swept = self.of(experiment)
        return outcomes(swept, chain.from_iterable(swept.results()))

    @property
    def sigmas(self) -> tuple[float, ...]:
        """The values of sigma, evenly spaced by ratio."""
        return tuple(np.geomspace(self.low, self.high, self.points).tolist())

    def of(self, experiment: Experiment) -> Sweep:
        """Return the sweep of an experiment; whether all points can be trained, `check` says.

        Raises
        ------
        Problem
            If the experiment has no such layer, or no room for a hidden one.
        """
        if self.depth is not None and len(experiment.layers) == 1:
            experiment = add_layer(experiment, 1)  # for the others to be like it
        drawn = set_weights(experiment, self.places(experiment), Normal())
        place = "*" if self.layer is None else str(self.layer - 1)
        sigma = Axis(f"layers[{place}].weights.std", self.sigmas)
        return Sweep(drawn, (*self._depths(), sigma), self.runs, self.steps)

    def places(self, experiment: Experiment) -> Collection[int]:
        """Return the layers whose weights are swept."""
        return range(1, len(experiment.layers) + 1) if self.layer is None else (self.layer,)

    def marks(self, experiment: Experiment) -> list[Mark]:
        """Return where named rules and the experiment's own stand, if log10 knows the place."""
        layers = [experiment.layers[place - 1] for place in self.places(experiment)]
        fans = [experiment.fans()[place - 1] for place in self.places(experiment)]
        own = [layer.weights.sigma(*fan) for layer, fan in zip(layers, fans, strict=True)]
        named = [(rule, [rule.sigma(*fan) for fan in fans]) for rule in NAMED]
        return [
            Mark(rule, tuple(sigmas), exp(sum(map(log, sigmas)) / len(sigmas)))
            for rule, sigmas in (*named, (None, own))
            if all(sigma > 0 and isfinite(sigma) for sigma in sigmas)
        ]

    def _depths(self) -> tuple[Axis, ...]:
        if self.depth is None:
            return ()
        return (Axis(DEPTH, tuple(float(depth) for depth in range(1, self.depth + 1))),)
