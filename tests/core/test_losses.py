"""Losses: the textbook's values, and a finite one where the textbook takes log(0)."""

from math import inf, log

import numpy as np
import pytest

from core.activations import ACTIVATIONS
from core.layer import ActivationName, Layer
from core.losses import LOSSES, LossName, check_loss
from core.problem import Problem

CROSS_ENTROPY = LOSSES["binary_cross_entropy"]
SQUARED_ERROR = LOSSES["mean_squared_error"]


def test_cross_entropy_is_the_textbooks_where_that_is_finite():
    Z = np.array([[-4.0, -0.5, 0.0, 2.0, 9.0]])
    Y = np.array([[0.0, 1.0, 0.0, 1.0, 0.0]])
    A = ACTIVATIONS["sigmoid"].function(Z)
    by_hand = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    assert CROSS_ENTROPY.value(Z, A, Y) == pytest.approx(by_hand, rel=1e-14)
    assert CROSS_ENTROPY.textbook(A, Y) == pytest.approx(by_hand, rel=1e-14)


@pytest.mark.parametrize(("y", "wrong"), [(0.0, 800.0), (1.0, -800.0)])
def test_a_saturated_wrong_output_costs_z_and_not_infinity(y: float, wrong: float):
    Z, Y = np.array([[wrong]]), np.array([[y]])
    A = ACTIVATIONS["sigmoid"].function(Z)
    assert CROSS_ENTROPY.value(Z, A, Y) == 800.0
    assert CROSS_ENTROPY.textbook(A, Y) == inf


@pytest.mark.parametrize(("y", "right"), [(0.0, -800.0), (1.0, 800.0)])
def test_a_saturated_right_output_costs_nothing(y: float, right: float):
    Z, Y = np.array([[right]]), np.array([[y]])
    A = ACTIVATIONS["sigmoid"].function(Z)
    assert CROSS_ENTROPY.value(Z, A, Y) == 0.0
    assert CROSS_ENTROPY.textbook(A, Y) == 0.0


def test_a_nearly_right_output_keeps_its_small_cost():
    Z, Y = np.array([[50.0]]), np.array([[1.0]])
    A = ACTIVATIONS["sigmoid"].function(Z)
    assert CROSS_ENTROPY.value(Z, A, Y) == pytest.approx(np.exp(-50.0), rel=1e-12)


def test_knowing_nothing_costs_ln_2():
    Z, Y = np.zeros((1, 2)), np.array([[0.0, 1.0]])
    assert CROSS_ENTROPY.value(Z, np.full((1, 2), 0.5), Y) == pytest.approx(log(2), rel=1e-15)


def test_squared_error_is_the_mean_over_samples_and_outputs():
    A = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]])
    Y = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 2.0]])
    assert SQUARED_ERROR.value(A, A, Y) == (0 + 4 + 9 + 0 + 1 + 4) / 6
    assert SQUARED_ERROR.textbook(A, Y) == 3.0


@pytest.mark.parametrize("loss", LOSSES)
def test_a_fitting_output_is_accepted(loss: LossName):
    for activation in LOSSES[loss].outputs:
        check_loss(loss, Layer(2, activation), targets=2)


def test_an_output_of_other_units_than_the_targets_is_refused():
    with pytest.raises(Problem) as refusal:
        check_loss("mean_squared_error", Layer(3, "linear"), targets=2)
    assert refusal.value.code == "output_units"
    assert dict(refusal.value.values) == {"found": 3, "needed": 2}


@pytest.mark.parametrize("activation", ["linear", "tanh", "relu", "leaky_relu"])
def test_cross_entropy_needs_a_sigmoid(activation: ActivationName):
    with pytest.raises(Problem) as refusal:
        check_loss("binary_cross_entropy", Layer(1, activation), targets=1)
    assert refusal.value.code == "output_activation"
    assert dict(refusal.value.values) == {"found": activation, "allowed": ("sigmoid",)}
