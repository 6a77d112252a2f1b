"""Diagnostics: each number against an example that is worked by hand or a plain loop."""

from math import inf, log

import numpy as np
import pytest
from msgspec.structs import replace

from core.activations import ACTIVATIONS
from core.datasets.digits import Digits
from core.diagnostics import LayerDiagnostics, first_update
from core.diagnostics.chance import chance
from core.diagnostics.conditioning import input_condition
from core.diagnostics.dead import dead_units
from core.diagnostics.distribution import MOST, distribution
from core.diagnostics.sample_gradient import sample_gradient
from core.diagnostics.saturation import saturated_shares
from core.diagnostics.update_ratio import update_ratios
from core.experiment import Experiment
from core.initializers.constant import Zeros
from core.layer import Layer
from core.losses import LOSSES
from core.optimizers import Adam, AnyOptimizer, ClassicalMomentum, Sgd
from core.parameters import Parameters
from core.trainer import Trainer
from tests.core.networks import circles


def diagnosed(experiment: Experiment, steps: int = 0) -> tuple[LayerDiagnostics, ...]:
    trainer = Trainer(experiment)
    trainer.advance(steps)
    found = trainer.snapshot(diagnostics=True).diagnostics
    assert found is not None
    return found


# Distributions


def test_a_distribution_by_hand():
    found = distribution(np.array([[1.0, 3.0], [5.0, 7.0]]))
    assert (found.mean, found.std) == (4.0, pytest.approx(5**0.5))
    assert found.histogram is not None
    assert found.histogram.counts.tolist() == [1, 1, 0, 1, 1]


def test_a_distribution_of_very_many_numbers_is_drawn_from_some():
    numbers = np.random.default_rng(0).standard_normal((64, 1437))
    found = distribution(numbers)
    assert found.mean == numbers.mean()
    assert found.std == pytest.approx(numbers.std(), rel=1e-14)
    assert found.histogram is not None
    assert MOST / 2 < found.histogram.counts.sum() <= MOST


@pytest.mark.filterwarnings("ignore:overflow")
@pytest.mark.parametrize("size", [1e-300, 1e-170, 1e170, 1e300])
def test_spreads_whose_squares_are_no_numbers_are_still_numbers(size: float):
    """As the signal of 60 layers with sigma 1e-4, or 100: 0 would say that nothing is there."""
    found = distribution(size * np.array([1.0, 3.0, 5.0, 7.0]))
    assert (found.mean, found.std) == pytest.approx((4 * size, 5**0.5 * size), rel=1e-12, abs=0)


@pytest.mark.filterwarnings("ignore:invalid value")
@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_a_number_that_is_none_leaves_no_histogram(wrong: float):
    found = distribution(np.array([1.0, wrong]))
    assert not np.isfinite(found.mean)
    assert found.histogram is None


# Saturated and dead


def test_saturated_is_beyond_97_percent_of_the_range():
    z = np.array([[0.0, 4.0, -4.0, 2.0], [1.0, 1.0, 1.0, 100.0]])
    tanh, sigmoid = ACTIVATIONS["tanh"], ACTIVATIONS["sigmoid"]
    shares = saturated_shares(tanh.function(z), tanh)
    assert shares is not None
    assert shares.tolist() == [0.5, 0.25]  # tanh 2 = 0.964
    shares = saturated_shares(sigmoid.function(z), sigmoid)
    assert shares is not None
    assert shares.tolist() == [0.5, 0.25]  # sigmoid(4) = 0.982, sigmoid(2) = 0.881


def test_without_bounds_nothing_is_saturated():
    assert saturated_shares(np.array([[1e9]]), ACTIVATIONS["relu"]) is None


def test_dead_is_never_above_0():
    A = np.array([[0.0, 0.0, 0.0], [0.0, 1e-9, 0.0]])
    dead = dead_units(A, ACTIVATIONS["relu"])
    assert dead is not None
    assert dead.tolist() == [True, False]
    assert dead_units(A, ACTIVATIONS["leaky_relu"]) is None


def test_a_dead_unit_has_no_gradient():
    layer = replace(circles().layers[0], biases=circles().layers[0].weights)
    for seed in range(10):
        found = diagnosed(
            replace(
                circles((30,)), layers=(replace(layer, units=30), *circles().layers[2:]), seed=seed
            )
        )
        first = found[0]
        assert first.dead is not None
        assert (first.gradient_norms[first.dead] == 0.0).all()
        assert (first.gradient_norms[~first.dead] > 0.0).all()


# Gradients and updates


def test_the_gradient_of_one_sample_by_a_plain_loop():
    rng = np.random.default_rng(1)
    dZ, A = rng.standard_normal((3, 7)), rng.standard_normal((4, 7))
    entries = [np.outer(dZ[:, s], A[:, s]) for s in range(7)]
    assert sample_gradient(dZ, A) == pytest.approx(np.sqrt(np.mean(np.square(entries))))


def test_errors_that_cancel_are_no_vanishing():
    dZ, A = np.array([[1.0, -1.0]]), np.array([[2.0, 2.0]])
    assert (dZ @ A.T).tolist() == [[0.0]]
    assert sample_gradient(dZ, A) == 2.0


@pytest.mark.filterwarnings("ignore:overflow")
@pytest.mark.parametrize(
    ("back", "forward"), [(1e-220, 1e-60), (1e-60, 1e-220), (1e180, 1e-250), (1e-90, 1e-90)]
)
def test_sample_gradients_whose_squares_are_no_numbers_are_still_numbers(
    back: float, forward: float
):
    dZ, A = np.array([[3.0, 4.0]]), np.array([[1.0, 2.0], [2.0, 1.0]])
    expected = back * forward * sample_gradient(dZ, A)
    found = sample_gradient(back * dZ, forward * A)
    assert found == pytest.approx(expected, rel=1e-12, abs=0)


@pytest.mark.parametrize(
    "optimizer", [Sgd(learning_rate=0.1), Adam(), ClassicalMomentum(learning_rate=0.1)]
)
def test_the_next_update_is_the_one_that_comes(optimizer: AnyOptimizer):
    trainer = Trainer(circles(optimizer=optimizer, l2=0.01, clip_norm=0.05))
    trainer.advance(7)
    before = trainer.network.parameters.frozen()
    found = trainer.snapshot(diagnostics=True).diagnostics
    trainer.advance(1)
    assert found is not None
    for layer, W in enumerate(before.weights):
        step = trainer.network.weights[layer] - W
        assert found[layer].update_ratio == pytest.approx(step.std() / W.std(), rel=1e-12)


def test_looking_at_the_next_update_changes_nothing():
    trainer = Trainer(circles(optimizer=Adam()))
    looked_at = Trainer(circles(optimizer=Adam()))
    for _ in range(5):
        trainer.advance(1)
        looked_at.advance(1)
        looked_at.snapshot(diagnostics=True)
    assert np.array_equal(trainer.network.parameters.flat, looked_at.network.parameters.flat)


def test_the_first_update_by_hand():
    trainer = Trainer(circles())
    trainer.measure()
    gradient, parameters = trainer._evaluation.gradient, trainer.network.parameters
    step = first_update(trainer.experiment, parameters, gradient)
    assert step.flat == pytest.approx(-0.01 * gradient.flat, rel=1e-9, abs=1e-18)


def test_update_ratios_of_equal_weights():
    weights = Parameters((2, 1, 1, 2, 1))
    weights.assign([[[0.1, 0.1]], [[3.0]], [[0.1], [0.1]], [[0.0, 2.0]]], [[[9.0]]] * 4)
    still, moves, alike = Parameters(weights.sizes), Parameters(weights.sizes), weights.frozen()
    moves.assign([[[0.0, 1.0]], [[1.0]], [[0.0], [1.0]], [[0.3, 0.1]]], [[[5.0]]] * 4)
    assert update_ratios(still, weights).tolist() == [0.0] * 4
    ratios = update_ratios(moves, weights)
    assert ratios[:3].tolist() == [inf, 0.0, inf]  # a single weight has no spread
    assert ratios[3] == pytest.approx(0.1)
    assert update_ratios(alike, weights)[:3].tolist() == [0.0, 0.0, 0.0]  # all move alike


def test_update_ratios_are_those_of_numpy():
    trainer = Trainer(circles(optimizer=Adam()))
    trainer.advance(3)
    trainer.measure()
    update = trainer._descent.next_update(trainer.experiment)
    pairs = zip(update.weights, trainer.network.weights, strict=True)
    by_hand = [change.std() / W.std() for change, W in pairs]
    np.testing.assert_allclose(update_ratios(update, trainer.network.parameters), by_hand, 1e-12)


# Chance and the inputs


def test_chance_is_ln_2_the_entropy_or_the_variance():
    binary, cross = LOSSES["binary_cross_entropy"], LOSSES["cross_entropy"]
    assert chance(binary, np.array([[0.0, 1.0, 0.0, 1.0]])) == pytest.approx(log(2))
    quarter = -0.25 * log(0.25) - 0.75 * log(0.75)
    assert chance(binary, np.array([[0.0, 1.0, 0.0, 0.0]])) == pytest.approx(quarter)
    assert chance(cross, np.eye(10)) == pytest.approx(log(10))
    squared = LOSSES["mean_squared_error"]
    Y = np.random.default_rng(2).standard_normal((2, 50))
    assert chance(squared, Y) == pytest.approx(Y.var(axis=1).mean())
    assert chance(squared, np.ones((2, 5))) == 0.0


def test_a_missing_class_costs_nothing():
    Y = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
    assert chance(LOSSES["cross_entropy"], Y) == pytest.approx(log(2))


def test_the_condition_of_stretched_inputs():
    """Points at +-3 on one axis, +-0.1 on the other: 3 / 0.1, in units of one sample."""
    X = np.array([[3.0, -3.0, 0.0, 0.0], [0.0, 0.0, 0.1, -0.1]]) * np.sqrt(2)
    found = input_condition(X)
    assert found.singular_values == pytest.approx([3.0, 0.1])
    assert found.condition == pytest.approx(30.0)
    assert found.means.tolist() == [0.0, 0.0]
    assert found.offset == 0.0


def test_an_offset_is_the_widest_direction_of_all():
    X = np.random.default_rng(3).standard_normal((2, 500))
    centred, moved = input_condition(X), input_condition(X + 10)
    assert centred.offset < 0.1
    assert moved.offset > 0.99
    assert moved.condition > 10 * centred.condition


@pytest.mark.parametrize("X", [np.zeros((2, 4)), np.ones((2, 4)), np.ones((3, 1))])
def test_inputs_without_extent_have_a_condition_too(X: np.ndarray):
    found = input_condition(X)
    assert found.condition == (inf if len(X) < 3 else 1.0)
    assert found.offset == pytest.approx(1.0 if X.any() else 0.0)


# Layers


def test_a_snapshot_holds_diagnostics_when_asked_for():
    trainer = Trainer(circles())
    trainer.advance(20)
    assert trainer.snapshot().diagnostics is None
    snapshot = trainer.snapshot(diagnostics=True)
    layers = snapshot.diagnostics
    assert layers is not None
    assert [layer.layer for layer in layers] == [1, 2, 3]
    for layer, W, gradient, norms in zip(
        layers, snapshot.weights, snapshot.gradients, snapshot.gradient_norms, strict=True
    ):
        assert (layer.W.mean, layer.W.std) == pytest.approx((W.mean(), W.std()), rel=1e-14)
        assert layer.dW.std == pytest.approx(gradient.dW.std(), rel=1e-14)
        assert np.array_equal(layer.gradient_norms, norms)
        assert layer.gradient_norm == pytest.approx(np.linalg.norm(norms))
        assert layer.structure == "random"
        assert layer.symmetry.effective == len(W)
    assert layers[0].saturated is None
    assert layers[0].dead is not None
    assert layers[2].saturated is not None
    with pytest.raises(ValueError, match="read-only"):
        layers[2].saturated[0] = 1.0


def test_diagnostics_of_zeros():
    first, second, output = diagnosed(circles((4, 3), "relu", Zeros()), 10)
    assert [layer.structure for layer in (first, second, output)] == ["zero"] * 3
    assert (first.symmetry.effective, second.symmetry.effective) == (1, 1)
    assert (first.gradient_norm, first.sample_gradient, first.update_ratio) == (0.0, 0.0, 0.0)
    assert (first.Z.std, first.A.std, first.dZ.std) == (0.0, 0.0, 0.0)
    assert output.dZ.std == pytest.approx(0.5)


def test_diagnostics_of_a_softmax_and_of_a_diverged_run():
    he = circles().layers[0].weights
    experiment = Experiment(
        format=1,
        dataset=Digits(),
        layers=(Layer(8, "tanh", he), Layer(10, "softmax", he)),
        loss="cross_entropy",
    )
    hidden, output = diagnosed(experiment, 2)
    assert hidden.saturated is not None
    assert output.saturated is None
    wild = circles(output="linear", loss="mean_squared_error", optimizer=Sgd(learning_rate=50.0))
    trainer = Trainer(wild)
    trainer.advance(1000)
    assert trainer.divergence is not None
    found = trainer.snapshot(diagnostics=True).diagnostics
    assert found is not None
    assert all(np.isfinite(layer.W.std) for layer in found)
