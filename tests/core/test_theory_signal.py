"""Theory: wide networks do what mean field predicts for their own initializers."""

import numpy as np
import pytest
from msgspec.structs import replace

from core.datasets.circles import Circles
from core.diagnostics.sample_gradient import sample_gradient
from core.experiment import Experiment
from core.initializers import INITIALIZERS
from core.initializers.normal import ScaledNormal
from core.layer import ActivationName, Layer
from core.theory.signal import predict
from core.trainer import Trainer
from tests.core.networks import circles


def wide(activation: ActivationName, weights: str, biases: str, width: int = 500) -> Experiment:
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


@pytest.mark.parametrize("output", ["sigmoid", "linear"])
def test_a_variance_beyond_every_number_is_infinite_and_no_error(output: ActivationName):
    """Z itself still is a number: 447^60 = 1e159; its square is none."""
    experiment = circles((20,) * 60, "linear", ScaledNormal(factor=100.0), output)
    with np.errstate(all="ignore"):  # as the trainer does
        signal = predict(experiment, np.ones((2, 3)), np.ones((1, 3)))
    assert signal is not None
    assert np.isfinite(signal[50].Z)
    assert np.isinf(signal[60].Z)
    assert not np.isfinite(signal[60].A)
    assert Trainer(experiment).snapshot(diagnostics=True).theory is not None


def test_what_is_too_small_to_be_squared_is_not_predicted_to_be_nothing():
    """Z[l] is 2e-4 times Z[l - 1]: beyond 1e-154 after 42 layers of 60."""
    experiment = circles((4,) * 60, "linear", ScaledNormal(factor=1e-4), "linear")
    signal = predict(experiment, np.ones((2, 3)), np.ones((1, 3)))
    assert signal is not None
    forward, back = 1e-4 * 2**0.5 * 2e-4**40, 1e-4 * 2e-4**39
    assert (signal[40].Z, signal[20].dZ) == pytest.approx((forward, back), rel=1e-9, abs=0)
    assert np.isnan([signal[50].Z, signal[50].A, signal[5].dZ, signal[30].sample_gradient]).all()
