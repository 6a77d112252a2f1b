"""Activations: values, slopes against differences, and behaviour far out."""

import numpy as np
import pytest

from core.activations import ACTIVATIONS, LEAK, Activation
from core.layer import ActivationName

Z = np.array([[-3.0, -1.0, -0.25], [0.25, 1.0, 3.0]])
every_activation = pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("linear", Z),
        ("sigmoid", 1 / (1 + np.exp(-Z))),
        ("tanh", (np.exp(2 * Z) - 1) / (np.exp(2 * Z) + 1)),
        ("relu", [[0, 0, 0], [0.25, 1, 3]]),
        ("leaky_relu", [[-3 * LEAK, -LEAK, -0.25 * LEAK], [0.25, 1, 3]]),
    ],
)
def test_a_value_is_the_formulas(name: ActivationName, expected: object):
    np.testing.assert_allclose(ACTIVATIONS[name].function(Z), expected, rtol=1e-14)


@every_activation
def test_a_slope_is_the_limit_of_differences(activation: Activation):
    h = 1e-6
    difference = (activation.function(Z + h) - activation.function(Z - h)) / (2 * h)
    np.testing.assert_allclose(activation.derivative(Z), difference, rtol=1e-8)


@every_activation
def test_far_out_nothing_overflows_or_warns(activation: Activation):
    far = np.array([-1e300, -800.0, 800.0, 1e300])
    assert np.isfinite(activation.function(far)).all()
    assert np.isfinite(activation.derivative(far)).all()


@every_activation
def test_what_is_not_finite_stays_visible(activation: Activation):
    assert np.isnan(activation.function(np.array([np.nan]))).all()


@every_activation
def test_saturation_bounds_where_the_slope_is_near_0(activation: Activation):
    a = activation.function(np.array([-1e3, 1e3]))
    if activation.saturation is None:
        assert np.abs(a).max() == 1e3
        return
    low, high = activation.saturation
    assert a[0] < low and a[1] > high
    z = np.linspace(-8, 8, 1001)
    beyond = (activation.function(z) < low) | (activation.function(z) > high)
    assert activation.derivative(z)[beyond].max() < 0.06 < activation.derivative(np.zeros(1))


def test_sigmoid_keeps_its_tail():
    """No rounding to 0 where a double can still tell: e^-700, not 0."""
    assert ACTIVATIONS["sigmoid"].function(np.array([-700.0])) == pytest.approx(np.exp(-700.0))


def test_at_0_relu_is_flat_and_leaky_relu_leaks():
    zero = np.zeros(1)
    assert ACTIVATIONS["relu"].derivative(zero) == 0.0
    assert ACTIVATIONS["leaky_relu"].derivative(zero) == LEAK
