"""Theory: powers of matrices, and products of factors along paths (S1)."""

from itertools import product as combinations

import numpy as np
import pytest
from msgspec.structs import replace

from core.datasets.circles import Circles
from core.datasets.digits import Digits
from core.experiment import Experiment
from core.initializers import INITIALIZERS
from core.initializers.constant import Constant
from core.layer import ActivationName, Layer
from core.losses import LOSSES
from core.network import Network
from core.parameters import Parameters
from core.theory.matrix_power import eigen
from core.theory.path import Factor, path_factors, product
from core.trainer import Trainer
from core.workspace import Workspace
from tests.core.networks import circles

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
