"""Many runs at once, and what width, depth, samples and runs cost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from core.datasets.circles import Circles
from core.ensemble import Ensemble, draws
from core.experiment import Experiment
from core.initializers.normal import ScaledNormal
from core.layer import Layer
from core.lockstep import Lockstep
from core.trainer import Trainer
from tests.bench.experiments import circles
from tests.bench.timing import FEW_TURNS, Contender, rate

RUNS = 100
AT_ONCE = (1, 3, 10, 30, 100)
FACTORS = (0.01, 0.1, 0.3, 0.6, 1.0, 2.0)  # of the standard normal draws


def together(runs: int) -> Contender:
    """Return the runs of an ensemble."""
    return Contender(Ensemble(draws(circles(), runs)).advance, 100, runs)


def compared() -> tuple[Experiment, ...]:
    """Return what is compared: one network, its first weights drawn by six rules."""
    rules = [ScaledNormal(factor=factor) for factor in FACTORS]
    return tuple(
        replace(circles(), layers=tuple(replace(each, weights=rule) for each in circles().layers))
        for rule in rules
    )


def in_lockstep() -> Contender:
    """Return the runs of a comparison, beyond the first steps."""
    runs = lockstep(compared())
    runs.advance(2000)
    return Contender(runs.advance, 100, len(FACTORS))


def lockstep(experiments: Sequence[Experiment]) -> Lockstep:
    """Return runs that are compared."""
    runs = Lockstep()
    for experiment in experiments:
        runs.load(experiment)
        runs.pin()
    return runs


@dataclass(frozen=True)
class Cost:
    """What is varied, and values of it with the microseconds of a step."""

    what: str
    measured: tuple[tuple[int, float], ...]


def costs() -> tuple[Cost, ...]:
    """Measure a step of 2-10-10-1 on 300 points, one thing varied at a time."""
    return (
        _cost("units of both hidden layers", (10, 30, 100, 300), lambda n: _network(units=n)),
        _cost("hidden layers of 10 units", (1, 2, 4, 8, 16), lambda n: _network(depth=n)),
        _cost("samples", (30, 300, 3000, 30_000), lambda n: _network(samples=n)),
        Cost(
            "runs at once, for each",
            tuple((n, 1e6 / rate(together(n), FEW_TURNS)) for n in AT_ONCE),
        ),
    )


def _cost(what: str, values: tuple[int, ...], experiment: Callable[[int], Experiment]) -> Cost:
    return Cost(what, tuple((value, _microseconds(experiment(value))) for value in values))


def _network(units: int = 10, depth: int = 2, samples: int = 300) -> Experiment:
    layers = (*(Layer(units) for _ in range(depth)), Layer(1, "sigmoid"))
    return replace(circles(), layers=layers, dataset=Circles(samples=samples))


def _microseconds(experiment: Experiment) -> float:
    """Measure beyond the first records, which come at every step."""
    trainer = Trainer(experiment)
    trainer.advance(1024 if experiment.dataset.samples <= 3000 else 16)
    return 1e6 / rate(Contender(trainer.advance, 16), FEW_TURNS)
