"""Findings: known situations, the cause before its symptoms."""

import numpy as np
import pytest
from msgspec.structs import replace

from core.datasets.circles import Circles
from core.divergence import Divergence
from core.experiment import Experiment
from core.findings import Finding, find
from core.gradient import Gradient
from core.initializers.constant import Constant, Zeros
from core.layer import ActivationName
from core.optimizers import Sgd
from core.trainer import Trainer
from tests.core.networks import circles

UNEVEN = Circles(samples=301)  # one point more of one class: 0.5 is not right on average


def findings(experiment: Experiment, steps: int) -> tuple[Finding, ...]:
    trainer = Trainer(experiment)
    trainer.advance(steps)
    return trainer.snapshot().findings


def codes(found: tuple[Finding, ...]) -> list[tuple[str, int]]:
    return [(finding.code, finding.layer) for finding in found]


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "tanh", "linear"])
@pytest.mark.parametrize("steps", [0, 1, 50])
def test_zeros_without_output_have_no_weight_gradient(activation: ActivationName, steps: int):
    first, *others = findings(circles((4, 3), activation, Zeros(), dataset=UNEVEN), steps)
    assert first == Finding("zero_gradient", 0, {"output_bias_moves": True})
    assert codes(tuple(others)) == [("symmetric", 1), ("symmetric", 2)]


def test_zeros_on_evenly_split_classes_move_nothing_at_all():
    first, *_ = findings(circles((4, 3), "relu", Zeros()), 1)
    assert first == Finding("zero_gradient", 0, {"output_bias_moves": False})


@pytest.mark.parametrize("steps", [0, 1, 5, 200])
def test_sigmoid_zeros_are_symmetric_before_all_else(steps: int):
    found = findings(circles((4, 3), "sigmoid", Zeros(), dataset=UNEVEN), steps)
    assert found[:2] == (
        Finding("symmetric", 1, {"units": 4, "effective": 1}),
        Finding("symmetric", 2, {"units": 3, "effective": 1}),
    )


def test_the_wave_of_sigmoid_zeros_reaches_the_first_layer_at_last():
    experiment = circles((4, 3), "sigmoid", Zeros(), dataset=UNEVEN)
    for steps, waiting in ((0, [1, 2]), (1, [1]), (2, [])):
        found = findings(experiment, steps)
        assert [f.layer for f in found if f.code == "zero_gradient_layer"] == waiting


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
def test_a_constant_is_symmetric_for_ever(activation: ActivationName):
    experiment = circles((10, 5), activation, Constant(value=0.3), optimizer=Sgd(learning_rate=1.0))
    for steps in (0, 1, 500):
        assert codes(findings(experiment, steps)) == [("symmetric", 1), ("symmetric", 2)]


def test_a_layer_of_one_unit_is_not_symmetric():
    assert codes(findings(circles((1,), "tanh", Constant(value=0.3)), 10)) == [("healthy", 0)]


def test_zero_weights_with_random_biases_are_not_symmetric():
    """S0, case 2: the first layer waits one step, then all learn."""
    experiment = circles((4,), "tanh", Zeros(), generator="pcg64")
    hidden, output = experiment.layers
    layers = (replace(hidden, biases=circles().layers[0].weights), output)
    experiment = replace(experiment, layers=layers)
    assert codes(findings(experiment, 0)) == [("zero_gradient_layer", 1)]
    assert codes(findings(experiment, 1)) == [("healthy", 0)]


def test_he_is_ready_and_then_healthy():
    assert codes(findings(circles(), 0)) == [("not_started", 0)]
    assert codes(findings(circles(), 1)) == [("healthy", 0)]


def test_divergence_is_all_there_is_to_say():
    W, db = np.zeros((2, 2)), np.zeros((2, 1))
    gradients = [Gradient(W * np.nan, db)]
    found = find(31, [W], [db], gradients, Divergence(31, 2, "W"))
    assert found == (Finding("diverged", 2, {"step": 31, "quantity": "W"}),)


def test_identical_weights_with_different_gradients_are_not_symmetric():
    """Outgoing weights differ: the units part at the next step."""
    W, b = np.ones((2, 2)), np.zeros((2, 1))
    hidden = Gradient(np.array([[1.0, 1.0], [2.0, 2.0]]), np.array([[1.0], [2.0]]))
    output = Gradient(np.ones((1, 2)), np.ones((1, 1)))
    weights, biases = [W, np.array([[1.0, 2.0]])], [b, np.zeros((1, 1))]
    assert codes(find(1, weights, biases, [hidden, output])) == [("healthy", 0)]
