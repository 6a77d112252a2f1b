"""The trainer: the same run however it is asked for."""

from collections.abc import Callable

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from core.batches import Batches
from core.datasets.circles import Circles
from core.experiment import Experiment
from core.initializers.constant import Zeros
from core.initializers.normal import Normal
from core.initializers.xavier import XavierNormal
from core.network import Network
from core.optimizers import Sgd
from core.problem import Problem
from core.trainer import Trainer
from core.workspace import Workspace
from tests.core.networks import circles
from tests.core.runs import BATCHES, FULL, advanced, arrays_of, both_modes, parameters


@both_modes
@pytest.mark.parametrize("chunk", [1, 7, 100])
def test_chunks_and_looks_do_not_change_a_bit(experiment: Experiment, chunk: int):
    whole = advanced(experiment, 200)
    trainer = Trainer(experiment, watched=True)
    while trainer.step < 200:
        trainer.snapshot(decision=True)
        trainer.advance(min(chunk, 200 - trainer.step))
        trainer.gradients()
        trainer.measure()
    assert parameters(trainer) == parameters(whole)
    assert_same_history(trainer, whole)


def assert_same_history(trainer: Trainer, other: Trainer) -> None:
    history, expected = trainer.snapshot().history, other.snapshot().history
    for array, other_array in zip(arrays_of(history), arrays_of(expected), strict=True):
        assert np.array_equal(array, other_array)


@both_modes
def test_rewind_and_run_is_the_same_run_bit_for_bit(experiment: Experiment):
    trainer = Trainer(experiment)
    start = parameters(trainer)
    trainer.advance(150)
    end, history = parameters(trainer), trainer.snapshot().history.train_loss.tolist()
    trainer.rewind()
    assert trainer.step == 0
    assert parameters(trainer) == start
    trainer.advance(150)
    assert parameters(trainer) == end
    assert trainer.snapshot().history.train_loss.tolist() == history


@both_modes
def test_rewind_goes_to_any_step_made(experiment: Experiment):
    trainer = advanced(experiment, 90)
    trainer.rewind(33)
    assert trainer.step == 33
    assert parameters(trainer) == parameters(advanced(experiment, 33))
    trainer.advance(57)
    assert parameters(trainer) == parameters(advanced(experiment, 90))


@pytest.mark.parametrize("step", [-1, 11])
def test_rewind_goes_to_no_other_step(step: int):
    trainer = advanced(FULL, 10)
    with pytest.raises(Problem) as refusal:
        trainer.rewind(step)
    assert refusal.value.code == "out_of_range"
    assert trainer.step == 10


LIVE: list[Callable[[Experiment], Experiment]] = [
    lambda experiment: replace(experiment, optimizer=Sgd(learning_rate=0.05, momentum=0.9)),
    lambda experiment: replace(experiment, optimizer=Sgd(learning_rate=0.5, momentum=0.5)),
    lambda experiment: replace(experiment, l2=0.1),
    lambda experiment: replace(experiment, clip_norm=0.01),
]


@pytest.mark.parametrize("edit", LIVE, ids=["learning_rate", "momentum", "l2", "clip_norm"])
def test_a_live_change_reaches_the_running_network(edit: Callable[[Experiment], Experiment]):
    trainer = advanced(FULL, 20)
    before = parameters(trainer)
    trainer.apply_live(edit(FULL))
    assert (trainer.step, parameters(trainer)) == (20, before)
    trainer.advance(20)
    assert parameters(trainer) != parameters(advanced(FULL, 40))
    assert trainer.snapshot().experiment == edit(FULL)


def test_rewind_makes_each_live_change_again_where_it_was():
    slower, slowest = (replace(FULL, optimizer=Sgd(learning_rate=rate)) for rate in (0.1, 0.01))
    trainer = advanced(FULL, 20)
    trainer.apply_live(slower)
    trainer.advance(20)
    at_40 = parameters(trainer)
    trainer.advance(10)
    trainer.apply_live(slowest)
    trainer.advance(10)
    trainer.rewind(40)
    assert parameters(trainer) == at_40
    assert trainer.experiment == slowest


def test_after_rewind_to_0_the_present_settings_hold_from_the_start():
    slower = replace(FULL, optimizer=Sgd(learning_rate=0.1))
    trainer = advanced(FULL, 20)
    trainer.apply_live(slower)
    trainer.advance(5)
    trainer.rewind()
    trainer.advance(30)
    assert parameters(trainer) == parameters(advanced(slower, 30))


def test_momentum_turned_on_in_mid_run_begins_with_the_last_gradient():
    """With beta = 0, v is the gradient (S2): that is what beta > 0 then finds."""
    plain = replace(FULL, optimizer=Sgd(learning_rate=0.5))
    trainer = advanced(plain, 10)
    v, before = trainer.gradients()[0].dW, trainer.network.weights[0].copy()
    trainer.advance(1)
    trainer.apply_live(FULL)
    dW, before = trainer.gradients()[0].dW, trainer.network.weights[0].copy()
    trainer.advance(1)
    expected = before - 0.5 * (0.9 * v + 0.1 * dW)
    np.testing.assert_allclose(trainer.network.weights[0], expected, rtol=1e-13)


# Mini-batches


def test_an_epoch_passes_once_over_all_samples_the_last_batch_is_smaller():
    dataset = Circles(samples=10, test_samples=2).draw()
    batches = Batches(dataset, (2, 1), batch_size=4, seeds=5)
    epochs = [[batches.next().A[0].copy() for _ in range(3)] for _ in range(2)]
    for epoch in epochs:
        assert [X.shape for X in epoch] == [(2, 4), (2, 4), (2, 2)]
        assert sorted_columns(np.hstack(epoch)) == sorted_columns(dataset.train_inputs)
    assert not np.array_equal(epochs[0][0], epochs[1][0])


def sorted_columns(array: NDArray[np.float64]) -> list[list[float]]:
    return sorted(array.T.tolist())


def test_batches_keep_inputs_and_targets_together():
    dataset = Circles(samples=10, test_samples=2).draw()
    workspace = Batches(dataset, (2, 1), batch_size=4, seeds=5).next()
    pairs = sorted_columns(np.vstack((dataset.train_inputs, dataset.train_targets)))
    assert all(pair in pairs for pair in sorted_columns(np.vstack((workspace.A[0], workspace.Y))))


def test_a_batch_of_all_samples_is_the_full_batch():
    assert parameters(advanced(replace(FULL, batch_size=300), 20)) == parameters(advanced(FULL, 20))


def test_the_batch_size_changes_the_run_but_not_its_start():
    assert parameters(Trainer(BATCHES)) == parameters(Trainer(FULL))
    assert parameters(advanced(BATCHES, 1)) != parameters(advanced(FULL, 1))


def test_gradients_are_those_of_the_whole_training_set_in_batches_too():
    for gradient, expected in zip(
        Trainer(BATCHES).gradients(), Trainer(FULL).gradients(), strict=True
    ):
        assert np.array_equal(gradient.dW, expected.dW)
        assert np.array_equal(gradient.db, expected.db)


# What the texts say


def test_sigmoid_zeros_move_one_layer_a_step_from_the_last():
    """S4: the last W moves in step 1, the one before in step 2, and so on.

    As long as there is an error: with as many points of each class, 0.5 is right on average.
    """
    uneven = Circles(samples=31)
    trainer = Trainer(
        circles((5, 4, 3), "sigmoid", Zeros(), dataset=uneven, optimizer=Sgd(learning_rate=0.8))
    )
    moves: list[list[bool]] = []
    for _ in range(4):
        moves.append([bool(gradient.dW.any()) for gradient in trainer.gradients()])
        trainer.advance(1)
    assert moves == [
        [False, False, False, True],
        [False, False, True, True],
        [False, True, True, True],
        [True, True, True, True],
    ]


def test_logistic_regression_may_start_at_zero():
    """S0: without a hidden layer dw differs because the inputs do."""
    trainer = Trainer(circles((), weights=Zeros()))
    (gradient,) = trainer.gradients()
    assert gradient.dW.all()
    assert len(np.unique(gradient.dW)) == 2


def test_six_sigmoid_layers_with_xavier_vanish_towards_the_first():
    """About 1e-6 of the gradient of the last layer is left at the first (sources, 4)."""
    trainer = Trainer(circles((8,) * 6, "sigmoid", XavierNormal(), generator="pcg64"))
    norms = [float(np.median(np.abs(gradient.dW))) for gradient in trainer.gradients()]
    assert norms[0] < 1e-4 < 1e-2 < norms[-1]
    assert norms == sorted(norms)


def test_accuracy_counts_the_right_classes():
    """Zeros say 0.5 everywhere: class 0, which half of the circles are (S3)."""
    measured = Trainer(circles(weights=Zeros())).measure()
    assert (measured.train_accuracy, measured.test_accuracy) == (0.5, 0.5)
    trained = advanced(circles((10, 5), optimizer=Sgd(learning_rate=0.5)), 2000).measure()
    assert trained.train_accuracy > 0.95 and trained.train_loss < 0.2


def test_one_run_says_nothing_about_another():
    alone = parameters(advanced(FULL, 50))
    first, second = Trainer(FULL), Trainer(circles(weights=Normal(std=1.0)))
    for _ in range(50):
        first.advance(1)
        second.advance(1)
    assert parameters(first) == alone


def test_forward_is_the_same_for_one_sample_and_for_many():
    network = Network((2, 3, 1), ["tanh", "sigmoid"])
    network.parameters.flat[:] = np.linspace(-1, 1, network.parameters.flat.size)
    X = np.random.default_rng(0).normal(size=(2, 5))
    together = network.forward(Workspace(network.sizes, X)).copy()
    alone = [network.forward(Workspace(network.sizes, x[:, np.newaxis])).item() for x in X.T]
    np.testing.assert_allclose(together[0], alone, rtol=1e-14)
