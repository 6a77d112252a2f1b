"""Momentum, penalty and clipping, against the formulas written out plainly."""

from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from core.datasets import Dataset
from core.datasets.circles import Circles
from core.experiment import Experiment
from core.initial import initial_parameters
from core.optimizers import Sgd
from core.trainer import Trainer
from tests.core.networks import circles

FloatArray = NDArray[np.float64]
STEPS = 50
SMALL = circles((4, 3), "tanh", dataset=Circles(samples=40, test_samples=10))


def textbook(experiment: Experiment, data: Dataset, steps: int) -> list[FloatArray]:
    """Train as S0 and S2 write it, a new array for every symbol; return W1, b1, W2, ..."""
    beta, alpha = experiment.optimizer.momentum, experiment.optimizer.learning_rate
    weights, biases = initial_parameters(experiment)
    parameters = [array for pair in zip(weights, biases, strict=True) for array in pair]
    velocities = [np.zeros_like(array) for array in parameters]
    for _ in range(steps):
        gradient = list(textbook_gradient(parameters, data))[::-1]
        gradient = [
            d + experiment.l2 * p if index % 2 == 0 else d
            for index, (d, p) in enumerate(zip(gradient, parameters, strict=True))
        ]
        if experiment.clip_norm is not None:
            norm = np.sqrt(sum((d**2).sum() for d in gradient))
            gradient = [d * min(1.0, experiment.clip_norm / norm) for d in gradient]
        velocities = [beta * v + (1 - beta) * d for v, d in zip(velocities, gradient, strict=True)]
        parameters = [p - alpha * v for p, v in zip(parameters, velocities, strict=True)]
    return parameters


def textbook_gradient(parameters: list[FloatArray], data: Dataset) -> Iterator[FloatArray]:
    """Yield db and dW from the last layer to the first."""
    X, Y = data.train_inputs, data.train_targets
    W1, b1, W2, b2, W3, b3 = parameters
    A1 = np.tanh(W1 @ X + b1)
    A2 = np.tanh(W2 @ A1 + b2)
    A3 = 1 / (1 + np.exp(-(W3 @ A2 + b3)))
    dZ3 = A3 - Y
    dZ2 = W3.T @ dZ3 * (1 - A2**2)
    dZ1 = W2.T @ dZ2 * (1 - A1**2)
    for dZ, A in ((dZ3, A2), (dZ2, A1), (dZ1, X)):
        yield dZ.sum(axis=1, keepdims=True) / X.shape[1]
        yield dZ @ A.T / X.shape[1]


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("l2", [0.0, 0.05])
@pytest.mark.parametrize("clip_norm", [None, 0.02, 1e6])
def test_training_is_the_textbooks(momentum: float, l2: float, clip_norm: float | None):
    optimizer = Sgd(learning_rate=0.5, momentum=momentum)
    experiment = replace(SMALL, optimizer=optimizer, l2=l2, clip_norm=clip_norm)
    trainer = Trainer(experiment)
    trainer.advance(STEPS)
    W1, b1, W2, b2, W3, b3 = textbook(experiment, trainer.dataset, STEPS)
    for found, expected in zip(trainer.network.weights, (W1, W2, W3), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-14)
    for found, expected in zip(trainer.network.biases, (b1, b2, b3), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-14)


def test_clipping_bounds_the_whole_step():
    experiment = replace(SMALL, optimizer=Sgd(learning_rate=1.0), l2=0.1, clip_norm=1e-3)
    trainer = Trainer(experiment)
    before = trainer.network.parameters.flat.copy()
    trainer.advance(1)
    step = np.linalg.norm(trainer.network.parameters.flat - before)
    assert step == pytest.approx(1e-3, rel=1e-9)


def test_pytorch_trains_the_same_network():
    torch = pytest.importorskip("torch")
    experiment = replace(SMALL, optimizer=Sgd(learning_rate=0.5), l2=0.01)
    trainer = Trainer(experiment)
    X = torch.tensor(trainer.dataset.train_inputs.T.copy())
    Y = torch.tensor(trainer.dataset.train_targets.T.copy())
    weights, biases = (
        [torch.tensor(array, requires_grad=True) for array in arrays]
        for arrays in initial_parameters(experiment)
    )
    groups = [{"params": weights, "weight_decay": 0.01}, {"params": biases}]
    peer = torch.optim.SGD(groups, lr=0.5)
    for _ in range(STEPS):
        A = X
        for W, b in zip(weights[:-1], biases[:-1], strict=True):
            A = torch.tanh(A @ W.T + b.T)
        Z = A @ weights[-1].T + biases[-1].T
        peer.zero_grad()
        torch.nn.functional.binary_cross_entropy_with_logits(Z, Y).backward()
        peer.step()
    trainer.advance(STEPS)
    for found, expected in zip(
        (*trainer.network.weights, *trainer.network.biases), (*weights, *biases), strict=True
    ):
        np.testing.assert_allclose(found, expected.detach().numpy(), rtol=1e-10, atol=1e-13)
