"""The sweep of sigma: its points, its marks, and what its runs come to."""

from math import inf, sqrt

import msgspec
import numpy as np
import pytest

from core.axis import axis
from core.bands import bands
from core.edits import remove_layer, set_weights
from core.experiment import default_experiment
from core.initializers.constant import Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import Normal
from core.optimizers import Sgd
from core.outcomes import best, outcomes, ratio
from core.sigma_sweep import SigmaSweep
from core.sweep import Row, Sweep
from core.trainer import Trainer

EXPERIMENT = default_experiment()  # 2-4-3-1


def rows(sweep: Sweep) -> list[Row]:
    return [row for part in sweep.results() for row in part]


def test_it_is_the_sweep_of_the_command() -> None:
    drawn = set_weights(EXPERIMENT, {1, 2, 3}, Normal())
    sigma = axis(drawn, "layers[*].weights.std", 0.01, 1.0, 5)
    assert SigmaSweep(None, 0.01, 1.0, 5, 3, 20).of(EXPERIMENT) == Sweep(drawn, (sigma,), 3, 20)


def test_one_layer_alone_is_swept() -> None:
    swept = SigmaSweep(2, 0.01, 1.0, 3, 2, 10).of(EXPERIMENT)
    assert swept.axes[0].path == "layers[1].weights.std"
    assert isinstance(swept.experiment.layers[0].weights, HeNormal)
    row = rows(swept)[-1]
    same = msgspec.structs.replace(
        set_weights(EXPERIMENT, {2}, Normal(std=1.0)), seed=EXPERIMENT.seed + 1
    )
    trainer = Trainer(same)
    trainer.advance(10)
    assert row[2] == trainer.snapshot().measurement.train_loss


def test_depths_begin_with_one_hidden_layer_even_where_there_is_none() -> None:
    bare = remove_layer(remove_layer(EXPERIMENT, 1), 1)
    for experiment in (EXPERIMENT, bare):
        swept = SigmaSweep(points=2, runs=1, steps=1, depth=3).of(experiment)
        assert swept.points() == [(float(n), std) for n in (1, 2, 3) for std in (1e-3, 10.0)]
        assert len(rows(swept)) == 6


def test_named_rules_stand_where_the_fans_of_the_layer_put_them() -> None:
    marks = {mark.rule.name if mark.rule else "": mark for mark in SigmaSweep(2).marks(EXPERIMENT)}
    assert marks["he_normal"].sigma == pytest.approx(sqrt(2 / 4))
    assert marks["lecun_normal"].sigma == pytest.approx(sqrt(1 / 4))
    assert marks["xavier_normal"].sigma == pytest.approx(sqrt(2 / (4 + 3)))
    assert marks["scaled_normal"].sigma == pytest.approx(0.01)
    assert marks[""] == (None, *marks["he_normal"][1:])  # the experiment's own


def test_of_several_layers_the_middle_is_marked_and_zeros_are_nowhere() -> None:
    marks = SigmaSweep().marks(set_weights(EXPERIMENT, {1, 2, 3}, Zeros()))
    assert [mark.rule.name for mark in marks if mark.rule] == [
        "scaled_normal", "xavier_normal", "lecun_normal", "he_normal",
    ]  # fmt: skip
    assert len(marks) == 4
    assert marks[3].sigmas == pytest.approx((1.0, sqrt(1 / 2), sqrt(2 / 3)))
    assert marks[3].sigma == pytest.approx((1.0 * 1 / 2 * 2 / 3) ** (1 / 6))


def test_outcomes_are_the_bands_of_whole_points() -> None:
    choice = SigmaSweep(None, 0.1, 1.0, 3, 6, 30)
    swept = choice.of(EXPERIMENT)
    found = rows(swept)
    assert len(list(outcomes(swept, found[:11]))) == 1  # the second point lacks a run
    assert list(choice.outcomes(EXPERIMENT)) == list(outcomes(swept, found))
    for place, outcome in enumerate(outcomes(swept, found)):
        runs = found[6 * place : 6 * place + 6]
        assert outcome.point == (runs[0][0],)
        assert outcome.train == bands([row[2] for row in runs])
        assert outcome.test == bands([row[3] for row in runs])
        assert outcome.gradient == bands([row[4] for row in runs])
        assert (outcome.diverged, outcome.runs) == (0, 6)


def test_a_run_that_diverged_counts_as_infinite() -> None:
    *hidden, output = EXPERIMENT.layers
    output = msgspec.structs.replace(output, activation="linear")
    wild = msgspec.structs.replace(
        EXPERIMENT,
        loss="mean_squared_error",
        optimizer=Sgd(learning_rate=2.0),
        layers=(*hidden, output),
    )
    swept = SigmaSweep(None, 0.01, 10.0, 2, 4, 200).of(wild)
    calm, over = outcomes(swept, rows(swept))
    assert calm.diverged == 0
    assert over.diverged == sum(row[-1] is not None for row in rows(swept)) > 0
    assert over.train.p90 == over.test.p90 == inf
    assert best([over, calm]) is calm
    assert best([over._replace(train=bands(np.full(4, inf)))]) is None


def test_a_ratio_has_no_direction() -> None:
    assert ratio(0.1, 1.0) == ratio(1.0, 0.1) == pytest.approx(10)
