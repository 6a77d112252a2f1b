"""Findings: what decides each of them, their order, and their evidence."""

from inspect import cleandoc
from typing import get_args

import numpy as np
import pytest
from msgspec.structs import replace

from core.datasets.circles import Circles
from core.datasets.moons import Moons
from core.datasets.stream import Stream
from core.experiment import Experiment, default_experiment
from core.findings import Finding, FindingCode
from core.findings.gradient_size import LEAST, MOST
from core.initializers.constant import Constant, Zeros
from core.initializers.explicit import Explicit
from core.initializers.normal import ScaledNormal
from core.layer import ActivationName, Layer
from core.optimizers import Sgd
from core.trainer import Trainer
from tests.core.networks import circles

UNEVEN = Circles(samples=301)  # one point more of one class: 0.5 is not right on average


def findings(experiment: Experiment, steps: int = 0) -> tuple[Finding, ...]:
    trainer = Trainer(experiment)
    trainer.advance(steps)
    return trainer.snapshot().findings


def places(found: tuple[Finding, ...]) -> list[tuple[str, int]]:
    return [(finding.code, finding.layer) for finding in found]


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "tanh", "linear"])
@pytest.mark.parametrize("steps", [0, 1, 50])
def test_zeros_without_output_have_no_weight_gradient(activation: ActivationName, steps: int):
    first, *others = findings(circles((4, 3), activation, Zeros(), dataset=UNEVEN), steps)
    assert first == Finding("zero_gradient", 0, {"output_bias_moves": True})
    assert places(tuple(others)) == [("symmetric", 1), ("symmetric", 2)]


@pytest.mark.parametrize("steps", [0, 1])
def test_weights_too_large_for_any_number_have_diverged_before_the_first_step(steps: int):
    """Z[l] is 4e6 times Z[l - 1]: beyond 1.8e308 in layer 47, at 2e6 x 4e6^46 = 1e310."""
    first, *others = findings(circles((4,) * 50, "linear", Constant(value=1e6)), steps)
    assert first.code == "diverged"
    assert first.layer == 47
    assert dict(first.values) == {"step": 0, "quantity": "Z"}
    assert others == []


def test_zeros_on_evenly_split_classes_move_nothing_at_all():
    first, *_ = findings(circles((4, 3), "relu", Zeros()), 1)
    assert first == Finding("zero_gradient", 0, {"output_bias_moves": False})


@pytest.mark.parametrize("dataset", [UNEVEN, Circles()])
@pytest.mark.parametrize("steps", [0, 1, 5, 200])
def test_sigmoid_zeros_are_symmetric_before_all_else(dataset: Circles, steps: int):
    found = findings(circles((4, 3), "sigmoid", Zeros(), dataset=dataset), steps)
    assert found[:2] == (
        Finding("symmetric", 1, {"units": 4, "effective": 1, "neurons": (1, 2, 3, 4)}),
        Finding("symmetric", 2, {"units": 3, "effective": 1, "neurons": (1, 2, 3)}),
    )


def test_gradients_that_cancel_are_told_after_the_symmetry():
    """Sigmoid zeros on evenly split classes: the samples pull, and together they don't."""
    found = findings(circles((4, 3), "sigmoid", Zeros()))
    assert places(found)[2:] == [("zero_gradient", 0)]


def test_the_wave_of_sigmoid_zeros_reaches_the_first_layer_at_last():
    experiment = circles((4, 3), "sigmoid", Zeros(), dataset=UNEVEN)
    for steps, waiting in ((0, [1, 2]), (1, [1]), (2, [])):
        found = findings(experiment, steps)
        assert [f.layer for f in found if f.code == "zero_gradient_layer"] == waiting


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("value", [0.3, 20.0])
def test_a_constant_is_symmetric_for_ever(activation: ActivationName, value: float):
    rule = Constant(value=value)
    experiment = circles((10, 5), activation, rule, optimizer=Sgd(learning_rate=0.1))
    for steps in (0, 1, 500):
        found = findings(experiment, steps)
        if found[0].code != "dead":  # a whole layer of equal ReLU may die together
            assert places(found)[:2] == [("symmetric", 1), ("symmetric", 2)]
            assert found[0].values["effective"] == 1


def test_a_layer_may_be_symmetric_in_parts():
    W = Explicit(matrix=((1.0, 0.5), (1.0, 0.5), (-1.0, 0.2), (0.3, 0.3)))
    layers = (Layer(4, "tanh", W), Layer(1, "sigmoid", Constant(value=1.0)))
    found = findings(replace(circles(), layers=layers), 20)
    values = {"units": 4, "effective": 3, "neurons": (1, 2)}
    assert found == (Finding("symmetric", 1, values),)


def test_equal_weights_that_feed_different_weights_are_not_symmetric():
    """Outgoing weights differ: so do the gradients, and the units part at the next step."""
    hidden = Layer(3, "tanh", Constant(value=1.0))
    output = Layer(1, "sigmoid", Explicit(matrix=((1.0, -0.5, 2.0),)))
    assert places(findings(replace(circles(), layers=(hidden, output)))) == [("not_started", 0)]


def test_a_layer_of_one_unit_is_not_symmetric():
    (finding,) = findings(circles((1,), "tanh", Constant(value=0.3)), 10)
    assert finding.code == "healthy"


def test_zero_weights_with_random_biases_are_not_symmetric():
    """S0, case 2: the first layer waits one step, then all learn, slowly at first."""
    hidden, output = circles((4,), "tanh", Zeros()).layers
    layers = (replace(hidden, biases=ScaledNormal(factor=1.0)), output)
    experiment = circles(dataset=Moons(), optimizer=Sgd(learning_rate=1.0))
    experiment = replace(experiment, layers=layers)
    assert places(findings(experiment)) == [("zero_gradient_layer", 1)]
    assert places(findings(experiment, 1)) == [("vanishing", 1)]
    assert findings(experiment, 1000)[0].code == "healthy"


def test_a_dead_layer_is_told_before_the_gradients_that_it_makes_zero():
    hidden = replace(circles().layers[0], biases=Constant(value=-50.0))
    experiment = replace(circles(), layers=(hidden, *circles().layers[1:]))
    first, second = findings(experiment)
    assert (first.code, first.layer) == ("dead", 1)
    assert first.values["dead"] == first.values["units"] == 10
    assert first.values["neurons"] == tuple(range(1, 11))
    assert second == Finding("zero_gradient", 0, {"output_bias_moves": False})


def test_units_that_are_fed_with_zeros_are_not_dead():
    """All of layer 1 is dead; layer 2 gets zeros and is innocent."""
    hidden = replace(circles().layers[0], biases=Constant(value=-50.0))
    found = findings(replace(circles(), layers=(hidden, *circles().layers[1:])))
    assert [f.layer for f in found if f.code == "dead"] == [1]


def test_a_saturated_output_counts_where_its_slope_does():
    """Squared error passes through a (1 - a); with cross-entropy that cancels."""
    sure = circles((4,), "relu", ScaledNormal(factor=1000.0))
    assert findings(sure)[0].code == "exploding"
    (first, *_) = findings(replace(sure, loss="mean_squared_error"))
    assert (first.code, first.layer) == ("saturated", 2)


def test_saturation_to_the_last_bit_is_the_cause_of_zero_gradients():
    experiment = circles((4,), "sigmoid", ScaledNormal(factor=1e6), loss="mean_squared_error")
    found = findings(experiment)
    assert found[0].code == "saturated"
    assert "zero_gradient" in [finding.code for finding in found[1:]]


def test_the_smallest_and_the_largest_gradient_are_the_evidence():
    small = findings(circles((8,) * 6, "sigmoid"))[0]
    assert (small.code, small.layer) == ("vanishing", 1)
    assert 0 < small.values["gradient"] < small.values["threshold"] == LEAST
    large = findings(circles((8,) * 6, "relu", ScaledNormal(factor=3.0)))[0]
    assert large.code == "exploding"
    assert large.values["gradient"] > large.values["threshold"] == MOST


def test_a_network_that_has_learnt_is_not_accused_of_its_weights():
    """3 * randn with tanh begins saturated, and learns (sources, where the texts disagree)."""
    wild = ScaledNormal(factor=3.0)
    experiment = circles((8, 8), "tanh", wild, optimizer=Sgd(learning_rate=1.0))
    trainer = Trainer(experiment)
    assert trainer.snapshot().findings[0].code == "saturated"
    trainer.advance(3000)
    assert trainer.measure().train_loss < 0.2
    assert trainer.snapshot().findings[0].code == "healthy"


def test_slow_is_told_before_the_first_step_and_after_many():
    experiment = circles(optimizer=Sgd(learning_rate=1e-5))
    for steps in (0, 1, 1000):
        (finding,) = findings(experiment, steps)
        assert finding.code == "slow"
        assert 0 < finding.values["ratio"] < finding.values["threshold"]


def test_at_chance_knows_what_guessing_costs():
    """No line separates the circles: logistic regression ends at ln 2."""
    (finding,) = findings(circles((), optimizer=Sgd(learning_rate=0.5)), 2000)
    assert finding.code == "at_chance"
    assert finding.values["chance"] == pytest.approx(np.log(2))
    assert finding.values["loss"] == pytest.approx(np.log(2), abs=1e-3)


def test_equal_targets_leave_nothing_to_guess():
    """The best guess of the stream is right; the loss at step 0 is the measure there."""
    experiment = Experiment(
        format=1,
        dataset=Stream(),
        layers=(Layer(4, "tanh"), Layer(2, "sigmoid")),
        loss="mean_squared_error",
        optimizer=Sgd(learning_rate=0.8),
    )
    assert findings(experiment, 2000)[0].code == "healthy"


def test_he_is_ready_and_then_healthy():
    assert findings(circles()) == (Finding("not_started", 0, {}),)
    (finding,) = findings(circles(), 1)
    assert finding.code == "healthy"
    assert 0.01 < finding.values["gradient"] < 1


def test_the_first_experiment_is_healthy():
    assert findings(default_experiment(), 1000)[0].code == "healthy"


def test_divergence_is_all_there_is_to_say():
    experiment = circles(
        output="linear", loss="mean_squared_error", optimizer=Sgd(learning_rate=50.0)
    )
    trainer = Trainer(experiment)
    trainer.advance(1000)
    end = trainer.divergence
    assert end is not None
    values = {"step": end.step, "quantity": end.quantity}
    assert trainer.snapshot().findings == (Finding("diverged", end.layer, values),)


def test_every_code_is_in_the_table():
    table = cleandoc(Finding.__doc__ or "")
    assert [code for code in get_args(FindingCode) if f"\n{code} " not in table] == []
