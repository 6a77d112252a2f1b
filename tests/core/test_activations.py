"""Activations: values, slopes against differences and PyTorch's, and behaviour far out."""

from math import erf, exp, log, pi, sqrt

import numpy as np
import pytest
from numpy.typing import NDArray

from core.activations import ACTIVATIONS, LEAK, SELU_ALPHA, SELU_SCALE, Activation
from core.layer import HIDDEN, ActivationName

FloatArray = NDArray[np.float64]
Z = np.array([[-3.0, -1.0, -0.25], [0.25, 1.0, 3.0]])
BELOW = np.expm1(Z[0])
TANH_U = np.tanh(sqrt(2 / pi) * (Z + 0.044715 * Z**3))
every_activation = pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS)
every_hidden = pytest.mark.parametrize("name", HIDDEN)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("linear", Z),
        ("sigmoid", 1 / (1 + np.exp(-Z))),
        ("tanh", (np.exp(2 * Z) - 1) / (np.exp(2 * Z) + 1)),
        ("relu", [[0, 0, 0], [0.25, 1, 3]]),
        ("leaky_relu", [[-3 * LEAK, -LEAK, -0.25 * LEAK], [0.25, 1, 3]]),
        ("elu", [BELOW, Z[1]]),
        ("selu", [1.05070098735548 * 1.67326324235438 * BELOW, 1.05070098735548 * Z[1]]),
        ("gelu", Z / 2 * (1 + TANH_U)),
        ("silu", Z / (1 + np.exp(-Z))),
        ("softplus", np.log(1 + np.exp(Z))),
        ("softmax", np.exp(Z) / (np.exp(Z[0]) + np.exp(Z[1]))),
    ],
)
def test_a_value_is_the_formulas(name: ActivationName, expected: object):
    np.testing.assert_allclose(ACTIVATIONS[name].function(Z), expected, rtol=1e-13)


@every_activation
def test_a_slope_is_the_limit_of_differences(activation: Activation):
    h = 1e-6
    for unit in range(2):  # one after the other: softmax looks at both
        move = np.zeros_like(Z)
        move[unit] = h
        difference = (activation.function(Z + move) - activation.function(Z - move)) / (2 * h)
        np.testing.assert_allclose(activation.derivative(Z)[unit], difference[unit], rtol=1e-8)


@every_activation
def test_far_out_nothing_overflows_or_warns(activation: Activation):
    far = np.array([[-1e300, -1e4, -800.0, 800.0, 1e4, 1e300], [0, -1e4, 0, 0, -1e4, 1e300]])
    assert np.isfinite(activation.function(far)).all()
    assert np.isfinite(activation.derivative(far)).all()


@every_activation
def test_what_is_not_finite_stays_visible(activation: Activation):
    assert np.isnan(activation.function(np.array([[np.nan], [np.nan]]))).all()


@every_activation
def test_networks_side_by_side_are_as_if_alone(activation: Activation):
    """A leading axis is that of runs."""
    alone = [Z, 3 * Z, Z[::-1]]
    together = np.stack(alone)
    for function in (activation.function, activation.derivative):
        np.testing.assert_array_equal(function(together), np.stack([function(z) for z in alone]))


@every_hidden
def test_saturation_bounds_where_the_slope_is_near_0(name: ActivationName):
    activation = ACTIVATIONS[name]
    a = activation.function(np.array([-1e3, 1e3]))
    if activation.saturation is None:
        assert np.abs(a).max() >= 1e3
        return
    low, high = activation.saturation
    assert a[0] < low and a[1] > high
    z = np.linspace(-8, 8, 1001)
    beyond = (activation.function(z) < low) | (activation.function(z) > high)
    assert activation.derivative(z)[beyond].max() < 0.06 < activation.derivative(np.zeros(1))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("sigmoid", 1.0), ("softplus", 1.0), ("silu", -700.0)],
)
def test_a_tail_is_kept(name: ActivationName, expected: float):
    """No rounding to 0 where a double can still tell: e^-700, not 0."""
    found = ACTIVATIONS[name].function(np.array([-700.0]))
    assert found == pytest.approx(expected * exp(-700.0), rel=1e-12)


def test_gelus_tail_is_kept():
    """1 + tanh u would be 0 from u = -19 on; -2 u is 79.0 here."""
    two_u = 2 * sqrt(2 / pi) * (9.7 + 0.044715 * 9.7**3)
    found = ACTIVATIONS["gelu"].function(np.array([-9.7]))
    assert found == pytest.approx(-9.7 * exp(-two_u), rel=1e-12)


def test_gelu_is_nearly_z_times_the_share_of_a_normal_law_below_z():
    z = np.linspace(-6, 6, 101)
    exact = [value * (1 + erf(value / sqrt(2))) / 2 for value in z]
    np.testing.assert_allclose(ACTIVATIONS["gelu"].function(z), exact, atol=5e-4)


def test_selu_keeps_mean_0_and_variance_1():
    """What its constants are for: N(0, 1) in, mean 0 and mean square 1 out."""
    z, dz = np.linspace(-12, 12, 240_001, retstep=True)
    share = np.exp(-(z**2) / 2) / sqrt(2 * pi) * dz
    a = ACTIVATIONS["selu"].function(z)
    assert (a * share).sum() == pytest.approx(0.0, abs=1e-8)
    assert (a * a * share).sum() == pytest.approx(1.0, abs=1e-8)


@pytest.mark.parametrize(
    ("name", "slope"),
    [
        ("relu", 0.0),
        ("leaky_relu", LEAK),
        ("elu", 1.0),
        ("selu", SELU_ALPHA * SELU_SCALE),
        ("gelu", 0.5),
        ("silu", 0.5),
        ("softplus", 0.5),
    ],
)
def test_the_slope_at_0_is_the_left_one(name: ActivationName, slope: float):
    assert ACTIVATIONS[name].derivative(np.zeros(1)) == slope


def test_softmax_shares_out_1():
    a = ACTIVATIONS["softmax"].function(np.array([[1e4, 0.0, -700.0], [1e4 - log(3), 0.0, 0.0]]))
    np.testing.assert_allclose(a[0], [3 / 4, 1 / 2, exp(-700.0)], rtol=1e-11)
    np.testing.assert_allclose(a.sum(axis=0), 1.0, rtol=1e-15)


@every_hidden
def test_pytorch_has_the_same_value_and_slope(name: ActivationName):
    torch = pytest.importorskip("torch")
    functional = torch.nn.functional
    function = {
        "linear": torch.clone,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "gelu": lambda z: functional.gelu(z, approximate="tanh"),
        "softplus": lambda z: functional.softplus(z, threshold=50),  # beyond it: a = z
    }.get(name) or getattr(functional, name)
    special = [0.0, np.inf, -np.inf, 1e4, -1e4, 1e-300, -1e-300]
    z = torch.tensor([*np.linspace(-40, 40, 2001), *special], dtype=torch.float64)
    z.requires_grad_()
    a = function(z)
    a.sum().backward()
    activation = ACTIVATIONS[name]
    for found, expected in (
        (activation.function(z.detach().numpy()), a.detach().numpy()),
        (activation.derivative(z.detach().numpy()), z.grad.numpy()),
    ):
        defined = ~np.isnan(expected)
        assert np.count_nonzero(~defined) <= 2  # inf * 0
        np.testing.assert_allclose(found[defined], expected[defined], rtol=1e-14, atol=1e-14)
