"""The published costs of S3, digit for digit, from the experiment file of the design."""

import json
from math import inf, isfinite, log
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.experiment import Experiment, read_experiment
from core.initializers import AnyInitializer
from core.initializers.constant import Zeros
from core.initializers.normal import ScaledNormal
from core.trainer import Trainer

DATA = Path(__file__).parent.parent / "data"
PUBLISHED = json.loads((DATA / "published_costs.json").read_text(encoding="utf-8"))
EVERY = 1000  # steps between two published costs


def published_experiment(weights: AnyInitializer | None = None) -> Experiment:
    experiment = read_experiment(DATA / "he_on_circles.initlab")
    if weights is None:
        return experiment
    layers = tuple(replace(layer, weights=weights) for layer in experiment.layers)
    return replace(experiment, layers=layers)


def costs(trainer: Trainer, count: int) -> list[float]:
    found = [trainer.measure().train_loss]
    while len(found) < count:
        trainer.advance(EVERY)
        found.append(trainer.measure().train_loss)
    return found


def test_he_gives_the_published_costs_to_1e_9():
    expected = PUBLISHED["he"]
    assert costs(Trainer(published_experiment()), len(expected)) == pytest.approx(
        expected, rel=1e-9
    )


def test_ten_times_randn_gives_the_published_costs_and_a_finite_first_one():
    first, *expected = (float(cost) for cost in PUBLISHED["large_x10"])
    trainer = Trainer(published_experiment(ScaledNormal(factor=10.0)))
    found = costs(trainer, len(expected) + 1)
    assert first == inf and isfinite(found[0])
    assert found[1:] == pytest.approx(expected, rel=3e-2)


def test_zeros_never_move_a_weight_and_stay_at_ln_2():
    trainer = Trainer(published_experiment(Zeros()))
    assert trainer.advance(1000) == 1000
    assert not any(W.any() for W in trainer.network.weights)
    assert not any(gradient.dW.any() for gradient in trainer.gradients())
    assert trainer.measure().train_loss == pytest.approx(log(2), rel=1e-12)
