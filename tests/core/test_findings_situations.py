"""Known situations get the right first finding, and healthy networks none of the bad ones.

One draw may be luck, so the rule is 19 of 20 seeds, at each of the steps: that is
the long form. The short form looks at four seeds, which must all be right.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from core.datasets import AnyDataset, Csv
from core.datasets.circles import Circles
from core.datasets.gaussians import Gaussians
from core.datasets.houses import Houses
from core.datasets.moons import Moons
from core.datasets.sine import Sine
from core.datasets.spiral import Spiral
from core.datasets.xor import Xor
from core.experiment import Experiment, default_experiment
from core.findings import FindingCode
from core.initializers import AnyInitializer
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import ScaledNormal
from core.initializers.xavier import XavierNormal
from core.layer import ActivationName, Layer
from core.optimizers import Adam, AnyOptimizer, Sgd
from core.trainer import Trainer
from tests.core.networks import circles as s3

HE, XAVIER, ZEROS = HeNormal(), XavierNormal(), Zeros()
TINY, HUGE = ScaledNormal(factor=0.01), ScaledNormal(factor=10.0)
SIX = (8,) * 6
VALUES: dict[str, Any] = {"output": "linear", "loss": "mean_squared_error"}
PEOPLE = Csv(path=str(Path(__file__).parents[1] / "data" / "people.csv"))
SHORT, LONG, RIGHT = 4, 20, 19  # seeds, and how many of LONG must be right


def network(
    hidden: tuple[int, ...],
    activation: ActivationName,
    weights: AnyInitializer,
    optimizer: AnyOptimizer | float = 0.1,
    dataset: AnyDataset | None = None,
    biases: AnyInitializer = ZEROS,
    output: ActivationName = "sigmoid",
    **fields: Any,
) -> Callable[[int], Experiment]:
    """Return what makes the experiment for a seed."""
    if isinstance(optimizer, float):
        optimizer = Sgd(learning_rate=optimizer)
    experiment = Experiment(
        format=1,
        dataset=dataset or Circles(),
        layers=(
            *(Layer(units, activation, weights, biases) for units in hidden),
            Layer(1, output, weights),
        ),
        optimizer=optimizer,
        **fields,
    )
    return lambda seed: replace(experiment, seed=seed)


def few_noisy_points(seed: int) -> Experiment:
    points = Moons(samples=30, noise=0.5, seed=seed, test_seed=seed + 1000)
    return network((32, 32), "relu", HE, 1.0, points)(seed)


@dataclass(frozen=True)
class Situation:
    name: str
    first: FindingCode
    make: Callable[[int], Experiment]
    steps: tuple[int, ...] = (0, 1, 100, 1000)


SITUATIONS = [
    Situation("zeros, ReLU", "zero_gradient", network((4, 3), "relu", ZEROS)),
    Situation("zeros, tanh", "zero_gradient", network((4, 3), "tanh", ZEROS)),
    Situation("zeros, sigmoid", "symmetric", network((4, 3), "sigmoid", ZEROS)),
    Situation("0.5, ReLU", "symmetric", network((4, 3), "relu", Constant(value=0.5))),
    Situation("0.5, tanh", "symmetric", network((4, 3), "tanh", Constant(value=0.5))),
    Situation("5, sigmoid", "symmetric", network((4, 3), "sigmoid", Constant(value=5.0))),
    Situation("10 randn on S3's network", "exploding", lambda s: s3(weights=HUGE, seed=s), (0, 1)),
    Situation("10 randn, six ReLU", "exploding", network(SIX, "relu", HUGE, 0.01), (0,)),
    Situation(
        "rate 3, houses", "exploding", network((8,), "relu", HE, 3.0, Houses(), **VALUES), (2,)
    ),
    Situation("10 randn, tanh", "saturated", network((10, 5), "tanh", HUGE, 0.01)),
    Situation("10 randn, sigmoid", "saturated", network((10, 5), "sigmoid", HUGE, 0.01)),
    Situation("10 randn, six tanh", "saturated", network(SIX, "tanh", HUGE, 0.01)),
    Situation("0.01 randn, six ReLU", "vanishing", network(SIX, "relu", TINY)),
    Situation("0.01 randn, six tanh", "vanishing", network(SIX, "tanh", TINY)),
    Situation("0.01 randn, six sigmoid", "vanishing", network(SIX, "sigmoid", TINY)),
    Situation("Xavier, six sigmoid", "vanishing", network(SIX, "sigmoid", XAVIER, 0.3)),
    Situation("Xavier, four sigmoid", "vanishing", network((8,) * 4, "sigmoid", XAVIER, 0.3)),
    Situation("b = -5, ReLU", "dead", network((10, 5), "relu", HE, biases=Constant(value=-5.0))),
    Situation("b = -2, ReLU", "dead", network((10, 5), "relu", HE, biases=Constant(value=-2.0))),
    Situation("rate 10, ReLU", "dead", network((10, 5), "relu", HE, 10.0), (500, 2000)),
    Situation(
        "rate 10, sine",
        "diverged",
        network((16,), "tanh", XAVIER, 10.0, Sine(), **VALUES),
        (100, 1000),
    ),
    Situation(
        "rate 2, houses", "diverged", network((), "relu", HE, 2.0, Houses(), **VALUES), (2000,)
    ),
    Situation("rate 1e-5", "slow", network((10, 5), "relu", HE, 1e-5)),
    Situation("no hidden layer", "at_chance", network((), "tanh", XAVIER, 0.3), (1000, 3000)),
    Situation(
        "linear layers, XOR", "at_chance", network((8,), "linear", XAVIER, 0.3, Xor()), (1000, 3000)
    ),
    Situation("raw units, ReLU", "raw_inputs", network((8,), "relu", HE, dataset=PEOPLE)),
    Situation("raw units, sigmoid", "raw_inputs", network((8,), "sigmoid", XAVIER, dataset=PEOPLE)),
    Situation("few noisy points", "overfitting", few_noisy_points, (1000, 5000)),
]

HEALTHY = {
    "He, S3's network": lambda seed: s3(seed=seed),
    "He, circles": network((10, 5), "relu", HE),
    "He, moons": network((10, 5), "relu", HE, dataset=Moons()),
    "He, spiral": network((16, 16), "relu", HE, dataset=Spiral()),
    "He, XOR": network((8, 8), "relu", HE, dataset=Xor()),
    "He, six layers": network(SIX, "relu", HE, 0.03),
    "He, houses": network((8,), "relu", HE, 0.05, Houses(), **VALUES),
    "the first experiment": lambda seed: replace(default_experiment(), seed=seed),
    "Xavier, tanh, circles": network((8, 8), "tanh", XAVIER),
    "Xavier, tanh, six layers": network(SIX, "tanh", XAVIER),
    "Xavier, tanh, sine": network((16, 16), "tanh", XAVIER, dataset=Sine(), **VALUES),
    "Xavier, sigmoid, moons": network((8,), "sigmoid", XAVIER, 1.0, Moons()),
    "mini-batches": network((10, 5), "relu", HE, batch_size=16),
    "Adam": network((10, 5), "relu", HE, Adam(learning_rate=0.01)),
    "no hidden layer, zeros": network((), "tanh", ZEROS, dataset=Gaussians()),
}


def first_findings(
    make: Callable[[int], Experiment], steps: tuple[int, ...], seeds: int
) -> dict[int, Counter[str]]:
    """Return for every step how many of the seeds have which first finding."""
    found: dict[int, Counter[str]] = {step: Counter() for step in steps}
    for seed in range(seeds):
        trainer = Trainer(make(seed))
        for step in steps:
            trainer.advance(step - trainer.step)
            found[step][trainer.snapshot().findings[0].code] += 1
    return found


def name(situation: Situation) -> str:
    return situation.name


def short(steps: tuple[int, ...]) -> tuple[int, ...]:
    return steps[:3] if steps[-1] == 1000 else steps[:1]


@pytest.mark.parametrize("situation", SITUATIONS, ids=name)
def test_the_cause_is_found(situation: Situation):
    for found in first_findings(situation.make, short(situation.steps), SHORT).values():
        assert found == {situation.first: SHORT}


@pytest.mark.long
@pytest.mark.parametrize("situation", SITUATIONS, ids=name)
def test_the_cause_is_found_in_19_of_20_draws(situation: Situation):
    for step, found in first_findings(situation.make, situation.steps, LONG).items():
        assert found[situation.first] >= RIGHT, (step, found)


@pytest.mark.parametrize("network", HEALTHY)
def test_healthy_networks_are_found_healthy(network: str):
    found = first_findings(HEALTHY[network], (0, 1, 200), SHORT)
    assert found == {step: {"healthy" if step else "not_started": SHORT} for step in (0, 1, 200)}


@pytest.mark.long
@pytest.mark.parametrize("network", HEALTHY)
def test_healthy_networks_are_found_healthy_in_19_of_20_draws(network: str):
    for step, found in first_findings(HEALTHY[network], (0, 1, 10, 100, 1000, 3000), LONG).items():
        assert found["healthy" if step else "not_started"] >= RIGHT, (step, found)
