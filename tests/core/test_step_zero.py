"""Step 0: what the first weights do, known at any step, beside what theory says."""

from math import pi, sqrt

import numpy as np
import pytest

from core.activations import ACTIVATIONS
from core.datasets.circles import Circles
from core.experiment import Experiment
from core.initializers.he import HeNormal
from core.initializers.normal import Normal
from core.layer import ActivationName, Layer
from core.theory.gaussian import expectation
from core.theory.moments import STRAIGHT, moments
from core.trainer import Trainer


def six(
    activation: ActivationName = "relu", weights: Normal | HeNormal | None = None
) -> Experiment:
    rule = weights or HeNormal()
    hidden = (Layer(64, activation, rule) for _ in range(6))
    return Experiment(
        format=1,
        seed=3,
        dataset=Circles(samples=300, test_samples=20),
        layers=(*hidden, Layer(1, "sigmoid", rule)),
    )


def test_step_0_is_diagnosed_as_it_was_wherever_the_run_is():
    trainer, alone = Trainer(six()), Trainer(six())
    first = trainer.snapshot(diagnostics=True).diagnostics
    for run in (trainer, alone):
        run.advance(7)
    snapshot = trainer.snapshot(initial_diagnostics=True)
    assert first is not None
    assert snapshot.initial_diagnostics is not None
    assert snapshot.diagnostics is None
    for now, then in zip(snapshot.initial_diagnostics, first, strict=True):
        assert (now.A.std, now.dZ.std, now.update_ratio) == (
            then.A.std,
            then.dZ.std,
            then.update_ratio,
        )
        assert now.dead is not None or now.saturated is not None
    for run in (trainer, alone):
        run.advance(5)
    assert np.array_equal(trainer.network.parameters.flat, alone.network.parameters.flat)
    assert snapshot.measurement == alone_at(7).measurement


def alone_at(step: int):
    trainer = Trainer(six())
    trainer.advance(step)
    return trainer.snapshot()


def test_what_is_diagnosed_is_what_numpy_says():
    trainer = Trainer(six("tanh", Normal(std=0.3)))
    network, data = trainer.network, trainer.dataset
    A, outputs, slopes = data.train_inputs, [], []
    for W, b in zip(network.weights, network.biases, strict=True):
        Z = W @ A + b
        A = np.tanh(Z) if len(outputs) < 6 else 1 / (1 + np.exp(-Z))
        outputs.append(A)
        slopes.append(1 - A * A)
    errors = [outputs[-1] - data.train_targets]
    for W, slope in zip(network.weights[:0:-1], slopes[-2::-1], strict=True):
        errors.append(W.T @ errors[-1] * slope)
    found = trainer.snapshot(initial_diagnostics=True).initial_diagnostics
    assert found is not None
    for layer, A, dZ in zip(found, outputs, errors[::-1], strict=True):
        assert layer.A.std == pytest.approx(np.std(A), rel=1e-12)
        assert layer.dZ.std == pytest.approx(np.std(dZ), rel=1e-12)
    shares = [layer.saturated.mean() for layer in found[:6] if layer.saturated is not None]
    assert shares == [share_saturated(A) for A in outputs[:6]]


def share_saturated(A: np.ndarray) -> float:
    low, high = ACTIVATIONS["tanh"].saturation or (0, 0)
    return float(np.mean((low > A) | (high < A)))


@pytest.mark.parametrize("sigma", [0.05, 1 / sqrt(32), 0.4])
def test_for_relu_theory_is_the_map_of_variances(sigma: float):
    """v <- n sigma^2 v / 2 from layer to layer, and the same way back for the gradient."""
    trainer = Trainer(six("relu", Normal(std=sigma)))
    theory = trainer.snapshot(initial_diagnostics=True).theory
    assert theory is not None
    X = trainer.dataset.train_inputs
    factor = 64 * sigma**2 / 2
    q = np.sum(X**2, axis=0) * sigma**2  # the variance of Z1, for every sample
    for place, layer in enumerate(theory[:6]):
        v = q * factor**place
        output = np.sqrt(v / (2 * pi))  # E[max(0, z)]
        std = sqrt(np.mean(v / 2) - np.mean(output) ** 2)
        assert pytest.approx(sqrt(np.mean(v)), rel=1e-12) == layer.Z
        assert pytest.approx(std, rel=1e-12) == layer.A
    error = trainer.snapshot(initial_diagnostics=True).initial_diagnostics[-1].dZ
    square = sigma**2 / 2 * (error.std**2 + error.mean**2)
    for place, layer in enumerate(theory[5::-1]):
        assert layer.dZ == pytest.approx(sqrt(square * factor**place), rel=1e-12)


@pytest.mark.parametrize("name", [name for name in ACTIVATIONS if name != "softmax"])
def test_moments_at_once_are_the_moments_one_by_one(name: ActivationName):
    g, variances = ACTIVATIONS[name], np.array([0.0, 1e-3, 1.0, 30.0])
    found = moments(g, 0.25, variances)
    assert found.output == pytest.approx(expectation(g.function, 0.25, variances), rel=1e-12)
    square = expectation(lambda z: g.function(z) ** 2, 0.25, variances)
    slope = expectation(lambda z: g.derivative(z) ** 2, 0.25, variances)
    assert found.square == pytest.approx(square, rel=1e-12)
    assert found.slope == pytest.approx(slope, rel=1e-12)
    if name in STRAIGHT:
        assert moments(g, 0.0, variances).square[2] == sum(s**2 for s in STRAIGHT[name]) / 2
