"""Losses: the textbook's values, and a finite one where the textbook takes log(0)."""

from math import exp, inf, log

import numpy as np
import pytest

from core.activations import ACTIVATIONS
from core.layer import ActivationName, Layer
from core.losses import LOSSES, LossName, check_loss, check_output
from core.problem import Problem

BINARY = LOSSES["binary_cross_entropy"]
CATEGORICAL = LOSSES["cross_entropy"]
SQUARED_ERROR = LOSSES["mean_squared_error"]
sigmoid, softmax = (ACTIVATIONS[name].function for name in ("sigmoid", "softmax"))


def test_binary_cross_entropy_is_the_textbooks_where_that_is_finite():
    Z = np.array([[-4.0, -0.5, 0.0, 2.0, 9.0]])
    Y = np.array([[0.0, 1.0, 0.0, 1.0, 0.0]])
    A = sigmoid(Z)
    by_hand = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    assert BINARY.value(Z, A, Y) == pytest.approx(by_hand, rel=1e-14)
    assert BINARY.textbook(A, Y) == pytest.approx(by_hand, rel=1e-14)


def test_cross_entropy_is_the_mean_over_samples_of_minus_the_log_of_the_classs_share():
    Z = np.log([[2.0, 3.0], [1.0, 3.0], [5.0, 4.0]])
    Y = np.array([[0.0, 1.0], [0.0, 0.0], [1.0, 0.0]])
    A = softmax(Z)  # (2 1 5) / 8, (3 3 4) / 10
    by_hand = -(log(5 / 8) + log(3 / 10)) / 2
    assert CATEGORICAL.value(Z, A, Y) == pytest.approx(by_hand, rel=1e-14)
    assert CATEGORICAL.textbook(A, Y) == pytest.approx(by_hand, rel=1e-14)


def test_cross_entropy_of_two_classes_is_the_binary_one_of_the_difference():
    Z = np.array([[0.5, -30.0, 2.0, 700.0], [1.5, 40.0, 2.0, -700.0]])
    Y = np.array([[1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0]])
    difference = Z[1:] - Z[:1]
    expected = BINARY.value(difference, sigmoid(difference), Y[1:])
    assert CATEGORICAL.value(Z, softmax(Z), Y) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(("y", "wrong"), [(0.0, 1e4), (1.0, -1e4)])
def test_a_saturated_wrong_output_costs_z_and_not_infinity(y: float, wrong: float):
    Z, Y = np.array([[wrong]]), np.array([[y]])
    assert BINARY.value(Z, sigmoid(Z), Y) == 1e4
    assert BINARY.textbook(sigmoid(Z), Y) == inf
    Z, Y = np.array([[wrong], [0.0]]), np.array([[y], [1 - y]])
    assert CATEGORICAL.value(Z, softmax(Z), Y) == 1e4
    assert CATEGORICAL.textbook(softmax(Z), Y) == inf


@pytest.mark.parametrize(("y", "right"), [(0.0, -1e4), (1.0, 1e4)])
def test_a_saturated_right_output_costs_nothing(y: float, right: float):
    Z, Y = np.array([[right]]), np.array([[y]])
    assert BINARY.value(Z, sigmoid(Z), Y) == 0.0
    assert BINARY.textbook(sigmoid(Z), Y) == 0.0
    Z, Y = np.array([[right], [0.0]]), np.array([[y], [1 - y]])
    assert CATEGORICAL.value(Z, softmax(Z), Y) == 0.0
    assert CATEGORICAL.textbook(softmax(Z), Y) == 0.0


def test_a_nearly_right_output_keeps_its_small_cost():
    Z, Y = np.array([[50.0]]), np.array([[1.0]])
    assert BINARY.value(Z, sigmoid(Z), Y) == pytest.approx(exp(-50.0), rel=1e-12)
    Z, Y = np.array([[1050.0], [1000.0], [1000.0]]), np.array([[1.0], [0.0], [0.0]])
    assert CATEGORICAL.value(Z, softmax(Z), Y) == pytest.approx(2 * exp(-50.0), rel=1e-12)


def test_knowing_nothing_costs_ln_of_the_number_of_classes():
    Z, Y = np.zeros((1, 2)), np.array([[0.0, 1.0]])
    assert BINARY.value(Z, sigmoid(Z), Y) == pytest.approx(log(2), rel=1e-15)
    Z, Y = np.zeros((10, 3)), np.eye(10)[:, :3]
    assert CATEGORICAL.value(Z, softmax(Z), Y) == pytest.approx(log(10), rel=1e-15)


def test_squared_error_is_the_mean_over_samples_and_outputs():
    A = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]])
    Y = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 2.0]])
    assert SQUARED_ERROR.value(A, A, Y) == (0 + 4 + 9 + 0 + 1 + 4) / 6
    assert SQUARED_ERROR.textbook(A, Y) == 3.0


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_J_is_the_mean_over_as_many_L_as_are_counted(loss: object):
    Z, Y = np.zeros((3, 4)), np.eye(3)[:, [0, 1, 2, 1]]
    L = loss.each(Z, softmax(Z), Y)
    assert L.size == loss.count(Y)
    runs = np.zeros((5, 3, 4))
    np.testing.assert_array_equal(loss.each(runs, softmax(runs), Y), np.stack([L] * 5))
    assert loss.count(np.stack([Y] * 5)) == loss.count(Y)


@pytest.mark.parametrize("loss", LOSSES)
def test_a_fitting_output_is_accepted(loss: LossName):
    check_loss(loss, "classification", targets=2)
    for activation in LOSSES[loss].outputs:
        check_output([Layer(2, activation)], loss, targets=2)


def test_an_output_of_other_units_than_the_targets_is_refused():
    with pytest.raises(Problem) as refusal:
        check_output([Layer(3, "linear")], "mean_squared_error", targets=2)
    assert refusal.value.code == "output_units"
    assert dict(refusal.value.values) == {"found": 3, "needed": 2}


@pytest.mark.parametrize(
    ("loss", "activation", "allowed"),
    [
        ("binary_cross_entropy", "linear", ("sigmoid",)),
        ("binary_cross_entropy", "tanh", ("sigmoid",)),
        ("binary_cross_entropy", "softmax", ("sigmoid",)),
        ("cross_entropy", "sigmoid", ("softmax",)),
        ("cross_entropy", "linear", ("softmax",)),
        ("mean_squared_error", "softmax", tuple(name for name in ACTIVATIONS if name != "softmax")),
    ],
)
def test_an_output_activation_that_does_not_fit_is_refused(
    loss: LossName, activation: ActivationName, allowed: tuple[str, ...]
):
    with pytest.raises(Problem) as refusal:
        check_output([Layer(2, activation)], loss, targets=2)
    assert refusal.value.code == "output_activation"
    assert dict(refusal.value.values) == {"found": activation, "allowed": allowed}


@pytest.mark.parametrize("loss", ["binary_cross_entropy", "cross_entropy"])
def test_values_have_no_cross_entropy(loss: LossName):
    with pytest.raises(Problem) as refusal:
        check_loss(loss, "regression", targets=2)
    assert (refusal.value.path, refusal.value.code) == ("loss", "loss_needs_classes")


def test_cross_entropy_needs_a_row_for_each_class():
    """One row of softmax would be 1 for ever."""
    with pytest.raises(Problem) as refusal:
        check_loss("cross_entropy", "classification", targets=1)
    assert (refusal.value.path, refusal.value.code) == ("loss", "loss_needs_rows")
    assert dict(refusal.value.values) == {"found": 1, "least": 2}
