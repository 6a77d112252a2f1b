"""The network: one step worked by hand, views, and twins."""

import numpy as np
import pytest

from core.initializers.constant import Constant, Zeros
from core.layer import ActivationName
from core.losses import LOSSES
from core.network import Network
from core.optimizers import Sgd
from core.parameters import Parameters
from core.trainer import Trainer
from core.update import Update
from core.workspace import Workspace
from tests.core.networks import circles


def step_by_hand(X: list[list[float]], Y: list[list[float]]) -> tuple[Workspace, Parameters]:
    """Make one step of 0.1 from W1 = (1/2 1/4; -1 1/4), b1 = 0, W2 = (2 -3), b2 = -2."""
    network = Network((2, 2, 1), ["relu", "sigmoid"])
    network.assign(
        [np.array([[0.5, 0.25], [-1.0, 0.25]]), np.array([[2.0, -3.0]])],
        [np.zeros((2, 1)), np.array([[-2.0]])],
    )
    workspace = Workspace(network.sizes, np.array(X), np.array(Y))
    gradient = Parameters(network.sizes)
    network.forward(workspace)
    network.backward(workspace, LOSSES["binary_cross_entropy"], gradient)
    experiment = circles(optimizer=Sgd(learning_rate=0.1))
    return workspace, Update(experiment, network.parameters).propose(experiment, gradient)


def test_one_step_with_one_sample_worked_by_hand():
    # x = (1, 2), y = 1
    # z1 = W1 x + b1 = (1/2 + 2/4, -1 + 2/4) = (1, -1/2)     a1 = relu(z1) = (1, 0)
    # z2 = W2 a1 + b2 = 2 - 2 = 0                            a2 = sigmoid(0) = 1/2
    # dz2 = a2 - y = -1/2
    # dW2 = dz2 a1^T = (-1/2, 0)                             db2 = dz2 = -1/2
    # da1 = W2^T dz2 = (-1, 3/2)
    # dz1 = da1 * relu'(z1) = (-1, 0)
    # dW1 = dz1 x^T = (-1 -2; 0 0)                           db1 = dz1 = (-1, 0)
    workspace, after = step_by_hand([[1], [2]], [[1]])
    assert workspace.Z[0].tolist() == [[1.0], [-0.5]]
    assert workspace.A[1].tolist() == [[1.0], [0.0]]
    assert workspace.A[2].tolist() == [[0.5]]
    assert workspace.dZ[1].tolist() == [[-0.5]]
    assert workspace.dZ[0].tolist() == [[-1.0], [0.0]]
    # W - 0.1 dW, b - 0.1 db
    np.testing.assert_allclose(after.weights[0], [[0.6, 0.45], [-1.0, 0.25]], rtol=1e-15)
    np.testing.assert_allclose(after.biases[0], [[0.1], [0.0]], rtol=1e-15)
    np.testing.assert_allclose(after.weights[1], [[2.05, -3.0]], rtol=1e-15)
    np.testing.assert_allclose(after.biases[1], [[-1.95]], rtol=1e-15)


def test_one_step_with_two_samples_worked_by_hand():
    # X = (1 1; 2 8), Y = (1 0): the sample from above and (1, 8) of class 0
    # Z1 = (1 5/2; -1/2 1)        A1 = (1 5/2; 0 1)
    # Z2 = (2 - 2, 5 - 3 - 2) = (0 0)                        A2 = (1/2 1/2)
    # dZ2 = A2 - Y = (-1/2 1/2)
    # dW2 = dZ2 A1^T / 2 = (-1/2 + 5/4, 1/2) / 2 = (3/8, 1/4)    db2 = row sum / 2 = 0
    # dA1 = W2^T dZ2 = (-1 1; 3/2 -3/2)
    # dZ1 = dA1 * relu'(Z1) = (-1 1; 0 -3/2)
    # dW1 = dZ1 X^T / 2 = (-1 + 1, -2 + 8; -3/2, -12) / 2 = (0 3; -3/4 -6)
    # db1 = row sums / 2 = (0, -3/4)
    workspace, after = step_by_hand([[1, 1], [2, 8]], [[1, 0]])
    assert workspace.Z[0].tolist() == [[1.0, 2.5], [-0.5, 1.0]]
    assert workspace.A[1].tolist() == [[1.0, 2.5], [0.0, 1.0]]
    assert workspace.A[2].tolist() == [[0.5, 0.5]]
    assert workspace.dZ[1].tolist() == [[-0.5, 0.5]]
    assert workspace.dZ[0].tolist() == [[-1.0, 1.0], [0.0, -1.5]]
    np.testing.assert_allclose(after.weights[0], [[0.5, -0.05], [-0.925, 0.85]], rtol=1e-15)
    np.testing.assert_allclose(after.biases[0], [[0.0], [0.075]], rtol=1e-15)
    np.testing.assert_allclose(after.weights[1], [[1.9625, -3.025]], rtol=1e-15)
    np.testing.assert_allclose(after.biases[1], [[-2.0]], rtol=1e-15)


def test_a_row_of_the_vector_is_a_neuron_its_weights_then_its_bias():
    parameters = Parameters((2, 3, 1))
    parameters.flat[:] = np.arange(13)
    assert parameters.weights[0].tolist() == [[0, 1], [3, 4], [6, 7]]
    assert parameters.biases[0].tolist() == [[2], [5], [8]]
    assert parameters.weights[1].tolist() == [[9, 10, 11]]
    assert parameters.biases[1].tolist() == [[12]]
    assert parameters.row_starts.tolist() == [0, 3, 6, 9]
    assert parameters.weight_count == 9
    assert parameters.weight_mask().tolist() == [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0]
    parameters.biases[1][:] = -1
    assert parameters.flat[-1] == -1


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_units_that_begin_identical_stay_identical_to_the_last_bit(activation: ActivationName):
    """Matrix products round rows differently; over a run that would grow."""
    experiment = circles((10, 5), activation, Constant(value=0.3), optimizer=Sgd(learning_rate=1.0))
    trainer = Trainer(experiment)
    trainer.advance(300)
    (dW1, db1), (dW2, db2), (dW3, _) = trainer.gradients()
    W1, W2, W3 = trainer.network.weights
    for rows in (W1, W2, dW1, db1, dW2, db2, W3.T, dW3.T):
        assert rows.any()
        assert (rows == rows[0]).all()


def test_twins_are_tied_and_others_are_not():
    """Units 1 and 3 are twins; 2 has another row, 4 another outgoing weight."""
    network = Network((2, 4, 1), ["tanh", "sigmoid"])
    network.assign(
        [np.array([[1.0, 2.0], [1.0, 3.0], [1.0, 2.0], [1.0, 2.0]]), np.array([[1.0, 1, 1, 2]])],
        [np.zeros((4, 1)), np.zeros((1, 1))],
    )
    assert [(twins.layer, twins.first.tolist()) for twins in network.twins] == [(1, [0, 1, 0, 3])]


def test_different_units_have_no_twins():
    assert Trainer(circles()).network.twins == ()
    assert [twins.layer for twins in Trainer(circles(weights=Zeros())).network.twins] == [1, 2]
