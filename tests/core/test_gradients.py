"""The gradient of every weight and bias, against central differences of J.

Every loss with every output activation it allows and every hidden activation:
a new one is checked by existing.
"""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from core.gradient import neuron_norms, vector_norm
from core.layer import HIDDEN, ActivationName
from core.losses import LOSSES, LossName
from core.network import Network
from core.parameters import Parameters
from core.update import Update
from core.workspace import Workspace
from tests.core.networks import circles

FloatArray = NDArray[np.float64]
SIZES = (3, 4, 3, 2)
SAMPLES = 7
PAIRS = [(loss.name, output) for loss in LOSSES.values() for output in loss.outputs]


def random_network(hidden: ActivationName, output: ActivationName) -> tuple[Network, Workspace]:
    rng = np.random.default_rng(11)
    network = Network(SIZES, [hidden, hidden, output])
    network.parameters.flat[:] = rng.normal(scale=0.8, size=network.parameters.flat.size)
    X = rng.normal(size=(SIZES[0], SAMPLES))
    Y = np.eye(SIZES[-1])[:, rng.integers(SIZES[-1], size=SAMPLES)]
    return network, Workspace(SIZES, X, Y)


def differences(J: Callable[[], float], parameters: FloatArray, h: float = 1e-5) -> FloatArray:
    """Return dJ/dp for every parameter p, by moving one after the other."""
    gradient = np.empty_like(parameters)
    for index, value in enumerate(parameters.copy()):
        parameters[index] = value + h
        above = J()
        parameters[index] = value - h
        below = J()
        parameters[index] = value
        gradient[index] = (above - below) / (2 * h)
    return gradient


def relative_error(found: FloatArray, expected: FloatArray) -> float:
    norm = np.linalg.norm
    return float(norm(found - expected) / (norm(found) + norm(expected)))


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize(("loss_name", "output"), PAIRS)
def test_backward_is_the_gradient_of_J(
    loss_name: LossName, output: ActivationName, hidden: ActivationName
):
    network, workspace = random_network(hidden, output)
    loss = LOSSES[loss_name]

    def J() -> float:
        A = network.forward(workspace)
        return loss.value(workspace.Z[-1], A, workspace.Y)

    expected = Parameters(SIZES, differences(J, network.parameters.flat))
    gradient = Parameters(SIZES)
    network.forward(workspace)
    network.backward(workspace, loss, gradient)
    for layer in range(len(SIZES) - 1):
        assert relative_error(gradient.weights[layer], expected.weights[layer]) < 1e-7
        assert relative_error(gradient.biases[layer], expected.biases[layer]) < 1e-7


def test_the_penalty_adds_to_weights_what_it_adds_to_J():
    """J + lambda/2 sum W^2, weights only (S2)."""
    network, workspace = random_network("tanh", "sigmoid")
    loss, parameters = LOSSES["binary_cross_entropy"], network.parameters
    experiment = circles(l2=0.3)

    def penalised_J() -> float:
        A = network.forward(workspace)
        penalty = 0.3 / 2 * float(sum((W**2).sum() for W in network.weights))
        return loss.value(workspace.Z[-1], A, workspace.Y) + penalty

    expected = differences(penalised_J, parameters.flat)
    gradient = Parameters(SIZES)
    network.forward(workspace)
    network.backward(workspace, loss, gradient)
    Update(experiment, parameters).propose(experiment, gradient)
    assert relative_error(gradient.flat, expected) < 1e-7


def gradient_of(dW: list[list[float]], db: list[float]) -> Parameters:
    gradient = Parameters((len(dW[0]), len(dW)))
    gradient.assign([np.array(dW)], [np.array([db]).T])
    return gradient


@pytest.mark.parametrize("size", [1.0, 1e-200, 1e-300, 1e150, 1e300])
def test_a_neurons_gradient_is_the_norm_of_its_row_with_its_bias(size: float):
    """(3, 4, 12) has norm 13: however small or large the numbers are."""
    gradient = gradient_of([[3 * size, 4 * size], [0, 0], [0, -size]], [12 * size, 0, 0])
    np.testing.assert_allclose(neuron_norms(gradient), [13 * size, 0, size], rtol=1e-12)
    assert vector_norm(gradient.flat) == pytest.approx((13**2 + 1) ** 0.5 * size, rel=1e-12)


def test_norms_go_through_all_layers_in_order():
    gradient = Parameters((2, 2, 1))
    gradient.assign(
        [np.array([[3.0, 4.0], [0.0, 0.0]]), np.array([[0.0, 6.0]])],
        [np.array([[0.0], [5.0]]), np.array([[8.0]])],
    )
    assert neuron_norms(gradient).tolist() == [5.0, 5.0, 10.0]


def test_norms_show_what_is_not_finite_and_only_that():
    norms = neuron_norms(gradient_of([[np.inf, 1], [np.nan, 1], [3, 4]], [0, 0, 0]))
    np.testing.assert_array_equal(norms, [np.inf, np.nan, 5])
