"""Theory: Gaussian expectations, and mean field beside what was published."""

from math import exp, inf, log, pi, sqrt

import numpy as np
import pytest

from core.activations import ACTIVATIONS
from core.layer import HIDDEN, ActivationName
from core.theory.correlation import output_product, slope_product
from core.theory.gaussian import expectation
from core.theory.mean_field import MeanField, edge_of_chaos
from core.theory.moments import STRAIGHT, mean_output, mean_slope, mean_square

VARIANCES = np.array([0.0, 1e-20, 1e-3, 0.7, 4.0, 1e4])


# Gaussian expectations


@pytest.mark.parametrize("mean", [0.0, 0.1, -3.0])
def test_moments_of_a_gaussian(mean: float):
    v = VARIANCES
    assert expectation(np.ones_like, mean, v) == pytest.approx(1.0)
    assert expectation(lambda z: z, mean, v) == pytest.approx(mean, rel=1e-6, abs=1e-12)
    fourth = mean**4 + 6 * mean**2 * v + 3 * v**2
    assert expectation(lambda z: z**4, mean, v) == pytest.approx(fourth, rel=1e-6, abs=1e-30)


def test_a_needle_is_not_missed():
    """For E[tanh'^2] with sigma = 1000, of which 4/3 is the area: what Gauss-Hermite can't do."""
    tanh = ACTIVATIONS["tanh"]
    (found,) = mean_slope(tanh, 0.0, np.array([1e6]))
    assert found == pytest.approx(4 / 3 / sqrt(2 * pi * 1e6), rel=1e-6)


@pytest.mark.parametrize("name", STRAIGHT)
def test_closed_forms_are_the_integrals(name: ActivationName):
    g = ACTIVATIONS[name]
    for closed, f in (
        (mean_output, g.function),
        (mean_square, lambda z: g.function(z) ** 2),
        (mean_slope, lambda z: g.derivative(z) ** 2),
    ):
        assert closed(g, 0.0, VARIANCES[1:]) == pytest.approx(expectation(f, 0.0, VARIANCES[1:]))


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize(("mean", "variance"), [(0.0, 1.7), (0.5, 0.3)])
def test_moments_are_those_of_many_draws(name: ActivationName, mean: float, variance: float):
    g, v = ACTIVATIONS[name], np.array([variance])
    z = mean + sqrt(variance) * np.random.default_rng(0).standard_normal(400_000)
    for moment, draws in (
        (mean_output, g.function(z)),
        (mean_square, g.function(z) ** 2),
        (mean_slope, g.derivative(z) ** 2),
    ):
        error = draws.std() / sqrt(draws.size)
        assert abs(moment(g, mean, v)[0] - draws.mean()) <= 4 * error + 1e-12


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize("c", [-0.5, 0.0, 0.6, 0.99, 1.0])
def test_products_of_correlated_signals_are_those_of_many_draws(name: ActivationName, c: float):
    g, q = ACTIVATIONS[name], 1.5
    x, y = np.random.default_rng(1).standard_normal((2, 400_000)) * sqrt(q)
    u1, u2 = x, c * x + sqrt(1 - c * c) * y
    for theory, draws in (
        (output_product(g, q, c), g.function(u1) * g.function(u2)),
        (slope_product(g, q, c), g.derivative(u1) * g.derivative(u2)),
    ):
        error = draws.std() / sqrt(draws.size)
        assert abs(theory - draws.mean()) <= 4 * error + 1e-12


# Mean field: what was published


def test_he_keeps_the_signal_and_the_gradient_of_relu():
    """He et al. 2015: sigma_w^2 = 2."""
    field = MeanField(ACTIVATIONS["relu"], 2.0)
    for q in (1e-3, 1.0, 50.0):
        assert field.variance(q) == pytest.approx(q)
        assert field.chi(q) == pytest.approx(1.0)
    assert field.correlation(1.0, 1.0) == pytest.approx(1.0)
    assert field.correlation(0.0, 1.0) == pytest.approx(1 / pi)  # Cho and Saul 2009


def test_selu_has_its_fixed_point_at_variance_1_and_mean_0():
    """Klambauer et al. 2017."""
    selu = ACTIVATIONS["selu"]
    assert MeanField(selu, 1.0).fixed_point() == pytest.approx(1.0, rel=1e-6)
    assert mean_output(selu, 0.0, np.array([1.0]))[0] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    ("name", "bias_variance", "weight_variance"),
    [
        ("tanh", 0.0, 1.0),  # Poole et al. 2016
        ("tanh", 2.01e-5, 1.05),  # Xiao et al. 2018: 10,000 layers
        ("relu", 0.0, 2.0),  # Hayou et al. 2019: a single point
        ("relu", 0.1, None),
        ("linear", 0.0, 1.0),
        ("elu", 0.0, 1.0),
        ("gelu", 0.05, None),  # signals grow without end before gradients do
    ],
)
def test_the_edge_of_chaos(
    name: ActivationName, bias_variance: float, weight_variance: float | None
):
    found = edge_of_chaos(ACTIVATIONS[name], bias_variance)
    if weight_variance is None:
        assert found is None
    else:
        assert found == pytest.approx(weight_variance, rel=1e-4)


@pytest.mark.parametrize("name", ["tanh", "sigmoid", "elu"])
def test_on_the_edge_gradients_keep_their_size(name: ActivationName):
    edge = edge_of_chaos(ACTIVATIONS[name], 0.05)
    assert edge is not None
    assert MeanField(ACTIVATIONS[name], edge, 0.05).chi_1() == pytest.approx(1.0, rel=1e-5)


def test_order_and_chaos_of_tanh():
    """Poole et al. 2016: below the edge signals become alike, above they part."""
    tanh = ACTIVATIONS["tanh"]
    order, chaos = MeanField(tanh, 0.8, 0.01), MeanField(tanh, 2.5**2, 0.3**2)
    assert order.chi_1() < 1 < chaos.chi_1()
    assert order.fixed_correlation() == 1.0
    assert 0 < chaos.fixed_correlation() < 0.5
    assert MeanField(tanh, 1.5).fixed_correlation() == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("name", ["tanh", "sigmoid", "softplus"])
def test_chi_1_is_the_slope_of_the_correlation_map(name: ActivationName):
    field = MeanField(ACTIVATIONS[name], 0.7, 0.1)
    q, h = field.fixed_point(), 1e-4
    slope = (1.0 - field.correlation(1 - h, q)) / h
    assert slope == pytest.approx(field.chi_1(), rel=1e-3)


def test_signals_that_die_out_and_signals_that_grow_without_end():
    relu = ACTIVATIONS["relu"]
    assert MeanField(relu, 1.9).fixed_point() == 0.0
    assert MeanField(relu, 2.1).fixed_point() == inf
    assert MeanField(relu, 1.0, 0.3).fixed_point() == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("name", "weight_variance", "bias_variance"),
    [("tanh", 0.8, 0.05), ("tanh", 4.0, 0.05), ("relu", 1.2, 0.1), ("sigmoid", 4.0, 0.2)],
)
def test_depth_scales_are_how_fast_the_maps_settle(
    name: ActivationName, weight_variance: float, bias_variance: float
):
    field = MeanField(ACTIVATIONS[name], weight_variance, bias_variance)
    q, c = field.fixed_point(), field.fixed_correlation()
    near = q * (1 + 1e-5)
    shrunk = (field.variance(near) - q) / (near - q)
    assert shrunk == pytest.approx(exp(-1 / field.variance_depth()), rel=1e-3)
    near = c - 1e-5
    shrunk = (field.correlation(near, q) - c) / (near - c)
    assert shrunk == pytest.approx(exp(-1 / field.correlation_depth()), rel=5e-3)


def test_at_the_edge_a_signal_lasts_for_ever():
    field = MeanField(ACTIVATIONS["relu"], 2.0)
    assert field.variance_depth() == field.correlation_depth() == inf
    half = MeanField(ACTIVATIONS["linear"], 0.5)
    assert half.variance_depth() == pytest.approx(1 / log(2))
