"""Theory: Gaussian expectations, mean field, powers of matrices, products along paths."""

from itertools import product as combinations
from math import exp, inf, log, pi, sqrt

import numpy as np
import pytest
from msgspec.structs import replace

from core.activations import ACTIVATIONS
from core.datasets.circles import Circles
from core.datasets.digits import Digits
from core.diagnostics.sample_gradient import sample_gradient
from core.experiment import Experiment
from core.initializers import INITIALIZERS
from core.initializers.constant import Constant
from core.layer import HIDDEN, ActivationName, Layer
from core.losses import LOSSES
from core.network import Network
from core.parameters import Parameters
from core.theory.correlation import output_product, slope_product
from core.theory.gaussian import expectation
from core.theory.matrix_power import eigen
from core.theory.mean_field import MeanField, edge_of_chaos
from core.theory.moments import STRAIGHT, mean_output, mean_slope, mean_square
from core.theory.path import Factor, path_factors, product
from core.theory.signal import predict
from core.trainer import Trainer
from core.workspace import Workspace
from tests.core.networks import circles

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


# The signal of an experiment


def wide(activation: ActivationName, weights: str, biases: str, width: int = 1000) -> Experiment:
    W, b = INITIALIZERS[weights](), INITIALIZERS[biases]()
    hidden = [Layer(width, activation, W, b) for _ in range(3)]
    if W.uses_data:  # a single unit is no crowd for it
        W = INITIALIZERS["he_normal"]()
    return Experiment(
        format=1,
        dataset=Circles(samples=40, test_samples=2),
        layers=(*hidden, Layer(1, "sigmoid", W, b)),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("activation", "weights", "biases"),
    [
        ("relu", "he_normal", "zeros"),
        ("relu", "pytorch_linear", "pytorch_linear"),
        ("tanh", "xavier_uniform", "playground"),
        ("sigmoid", "xavier_normal", "zeros"),
        ("selu", "lecun_normal", "zeros"),
        ("gelu", "truncated_normal", "zeros"),
    ],
)
def test_wide_layers_do_what_is_predicted(activation: ActivationName, weights: str, biases: str):
    """Over four draws, to 8 %, in the hidden layers."""
    check_prediction(wide(activation, weights, biases), 0.08)


@pytest.mark.parametrize("weights", ["orthogonal", "lsuv"])
def test_matrices_that_are_not_drawn_weight_by_weight_are_predicted_too(weights: str):
    check_prediction(wide("tanh", weights, "zeros", 200), 0.12)


def check_prediction(experiment: Experiment, tolerance: float) -> None:
    measured, expected = [], []
    for seed in range(4):
        experiment = replace(experiment, seed=seed)
        trainer = Trainer(experiment)
        trainer.measure()
        pass_ = trainer._evaluation.train
        signal = predict(experiment, trainer.dataset.train_inputs, pass_.dZ[-1])
        assert signal is not None
        measured.append(
            [
                (Z.std(), A.std(), dZ.std(), sample_gradient(dZ, fed))
                for Z, A, dZ, fed in zip(pass_.Z, pass_.A[1:], pass_.dZ, pass_.A, strict=False)
            ]
        )
        expected.append([(s.Z, s.A, s.dZ, s.sample_gradient) for s in signal])
    hidden = np.s_[:, :-1]
    ratio = (np.array(measured)[hidden] ** 2).mean(0) / (np.array(expected)[hidden] ** 2).mean(0)
    assert np.sqrt(ratio) == pytest.approx(1.0, abs=tolerance)
    assert measured[-1][-1][2] == expected[-1][-1][2]  # the errors that were given


def test_zeros_are_predicted_exactly():
    experiment = wide("tanh", "zeros", "zeros", 5)
    X = np.ones((2, 3))
    signal = predict(experiment, X, np.ones((1, 3)))
    assert signal is not None
    assert [(s.Z, s.A, s.dZ, s.sample_gradient) for s in signal[:-1]] == [(0.0,) * 4] * 3


@pytest.mark.parametrize("weights", ["identity", "constant"])
def test_matrices_that_are_not_left_to_chance_are_not_predicted(weights: str):
    assert predict(wide("relu", weights, "zeros", 5), np.ones((2, 3)), np.ones((1, 3))) is None


# W^t


def test_the_power_by_eigenvalues_is_the_product():
    W = np.random.default_rng(4).standard_normal((5, 5))
    by_hand = np.eye(5)
    for t in range(12):
        assert eigen(W).power(t) == pytest.approx(by_hand, rel=1e-9, abs=1e-9)
        by_hand = by_hand @ W


def test_s1_the_size_of_an_eigenvalue_decides():
    found = eigen(np.diag([0.25, 2.0]))
    assert found.radius == 2.0
    assert found.factors(10).tolist() == [1024.0, 0.25**10]
    assert 0.25**10 == 0.00000095367431640625


def test_a_matrix_without_a_basis_of_eigenvectors_is_multiplied_out():
    W = np.array([[1.0, 1.0], [0.0, 1.0]])
    found = eigen(W)
    assert not found.is_diagonalizable
    assert found.power(7).tolist() == [[1.0, 7.0], [0.0, 1.0]]


# The product along a path


def names(factors: tuple[Factor, ...]) -> list[str]:
    return [factor.name for factor in factors]


@pytest.mark.parametrize("loss", ["binary_cross_entropy", "mean_squared_error"])
def test_the_only_path_gives_the_gradient(loss: str):
    """1-1-1-1: the product is the entry of dW[1]."""
    experiment = replace(circles((1, 1, 1), "tanh", seed=5), loss=loss)
    trainer = Trainer(experiment)
    weights, biases = trainer.network.weights, trainer.network.biases
    x, y = np.array([0.3, -0.8]), np.array([1.0])
    factors = path_factors(experiment, weights, biases, x, y, (1, 0, 0, 0, 0))
    assert names(factors) == ["dC/da", *("g'(z)", "W") * 3, "g'(z)", "a"]
    assert [factor.layer for factor in factors] == [4, 4, 4, 3, 3, 2, 2, 1, 0]
    assert factors[-1].value == x[1]
    gradient = sample_pass(experiment, weights, biases, x, y)
    assert product(factors) == pytest.approx(gradient.weights[0][0, 1], rel=1e-12)


@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
def test_all_paths_of_a_weight_add_up_to_its_gradient(output: ActivationName):
    if output == "softmax":
        dataset, loss, units = Digits(), "cross_entropy", 10
    else:
        dataset, loss, units = Circles(), "binary_cross_entropy", 1
    he = INITIALIZERS["he_normal"]()
    layers = (Layer(3, "relu", he), Layer(4, "tanh", he), Layer(units, output, he))
    experiment = Experiment(format=1, seed=2, dataset=dataset, layers=layers, loss=loss)
    trainer = Trainer(experiment)
    weights, biases = trainer.network.weights, trainer.network.biases
    x, y = trainer.dataset.train_inputs[:, 7], trainer.dataset.train_targets[:, 7]
    gradient = sample_pass(experiment, weights, biases, x, y)
    for layer, entry in ((0, (2, 1)), (1, (3, 2)), (2, (0, 1))):
        after = [range(n) for n in experiment.sizes()[layer + 2 :]]
        total = sum(
            product(path_factors(experiment, weights, biases, x, y, (entry[1], entry[0], *rest)))
            for rest in combinations(*after)
        )
        assert total == pytest.approx(gradient.weights[layer][entry], rel=1e-10)


def test_an_output_saturated_to_the_last_bit_has_one_factor_for_two():
    experiment = circles((1,), "linear", Constant(value=100.0))
    trainer = Trainer(experiment)
    weights, biases = trainer.network.weights, trainer.network.biases
    x, y = np.array([1.0, 1.0]), np.array([0.0])
    factors = path_factors(experiment, weights, biases, x, y, (0, 0, 0))
    assert names(factors) == ["dC/dz", "W", "g'(z)", "a"]
    assert product(factors) == 1.0 * 100.0 * 1.0 * 1.0


def sample_pass(
    experiment: Experiment,
    weights: tuple[np.ndarray, ...],
    biases: tuple[np.ndarray, ...],
    x: np.ndarray,
    y: np.ndarray,
) -> Parameters:
    """Return the gradient of one sample, its L summed over the outputs."""
    sizes = experiment.sizes()
    network = Network(sizes, [layer.activation for layer in experiment.layers])
    network.assign(weights, biases)
    workspace = Workspace(sizes, x[:, np.newaxis], y[:, np.newaxis])
    network.forward(workspace)
    gradient = Parameters(sizes)
    loss = LOSSES[experiment.loss]
    network.backward(workspace, loss, gradient)
    gradient.flat *= loss.count(workspace.Y)
    return gradient
