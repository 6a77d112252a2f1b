"""The trainer: the same run however it is asked for, and its end where numbers end."""

from collections.abc import Callable
from dataclasses import fields

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from core import workspace as workspace_module
from core.batches import Batches
from core.datasets.circles import Circles
from core.divergence import Divergence, first_not_finite
from core.experiment import Experiment
from core.initializers.constant import Constant, Zeros
from core.initializers.normal import Normal
from core.initializers.xavier import XavierNormal
from core.network import Network
from core.optimizers import Sgd
from core.parameters import Parameters
from core.problem import Problem
from core.snapshot import Snapshot
from core.trainer import Trainer
from core.workspace import Workspace
from tests.core.networks import circles

FULL = circles((4, 3), "tanh", optimizer=Sgd(learning_rate=0.5, momentum=0.9))
BATCHES = replace(FULL, batch_size=64)  # 300 samples: 4 batches of 64 and one of 44
BLOWS_UP = circles(
    (4,), "linear", output="linear", loss="mean_squared_error", optimizer=Sgd(learning_rate=100.0)
)
both_modes = pytest.mark.parametrize("experiment", [FULL, BATCHES], ids=["full", "batches"])


def parameters(trainer: Trainer) -> bytes:
    """Return every bit of the parameters."""
    network = trainer.network
    return b"".join(array.tobytes() for array in (*network.weights, *network.biases))


def advanced(experiment: Experiment, steps: int) -> Trainer:
    trainer = Trainer(experiment)
    assert trainer.advance(steps) == steps
    return trainer


@both_modes
@pytest.mark.parametrize("chunk", [1, 7, 100])
def test_chunks_and_looks_do_not_change_a_bit(experiment: Experiment, chunk: int):
    whole = advanced(experiment, 200)
    trainer = Trainer(experiment)
    while trainer.step < 200:
        trainer.snapshot(decision=True)
        trainer.advance(min(chunk, 200 - trainer.step))
        trainer.gradients()
        trainer.measure()
    assert parameters(trainer) == parameters(whole)
    assert_same_history(trainer, whole)


def assert_same_history(trainer: Trainer, other: Trainer) -> None:
    history, expected = trainer.snapshot().history, other.snapshot().history
    for field in fields(expected):
        assert np.array_equal(getattr(history, field.name), getattr(expected, field.name))


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


# Divergence


def test_divergence_ends_the_run_with_the_last_finite_parameters():
    trainer = Trainer(BLOWS_UP)
    made = trainer.advance(1000)
    assert 0 < made < 1000
    assert trainer.step == made
    assert trainer.divergence is not None
    assert trainer.divergence.step == made
    assert np.isfinite(trainer.network.parameters.flat).all()
    assert trainer.advance(10) == 0
    snapshot = trainer.snapshot()
    assert snapshot.divergence == trainer.divergence
    assert snapshot.history.steps[-1] == made
    assert [finding.code for finding in snapshot.findings] == ["diverged"]


@pytest.mark.parametrize("batch_size", [None, 64])
def test_divergence_does_not_depend_on_chunks(batch_size: int | None):
    experiment = replace(BLOWS_UP, batch_size=batch_size)
    whole, chunked = Trainer(experiment), Trainer(experiment)
    whole.advance(1000)
    while chunked.advance(3) == 3:
        chunked.snapshot()
    assert chunked.divergence == whole.divergence
    assert parameters(chunked) == parameters(whole)


def test_rewind_goes_back_before_a_divergence():
    trainer = Trainer(BLOWS_UP)
    start = parameters(trainer)
    made = trainer.advance(1000)
    trainer.rewind(made - 1)
    assert trainer.divergence is None
    assert trainer.advance(1) == 1
    trainer.rewind()
    assert trainer.divergence is None
    assert parameters(trainer) == start


def test_a_loss_that_overflows_is_found_though_the_gradient_is_finite():
    """Outputs of 1e200 have squares beyond any number, and a gradient of 1e200."""
    experiment = circles((4,) * 34, "linear", Constant(value=1e6), output="linear")
    trainer = Trainer(replace(experiment, loss="mean_squared_error"))
    trainer.advance(1)
    assert trainer.divergence == Divergence(step=0, layer=35, quantity="loss")


QUANTITIES = [
    ("Z", 1), ("A", 1), ("Z", 2), ("A", 2), ("loss", 2), ("dZ", 2), ("dW", 2), ("db", 2),
    ("dZ", 1), ("dW", 1), ("db", 1), ("W", 1), ("b", 1), ("W", 2), ("b", 2),
]  # fmt: skip


@pytest.mark.parametrize("first", range(len(QUANTITIES)))
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_the_first_quantity_in_the_order_of_a_step_is_named(first: int, value: float):
    sizes = (2, 2, 1)
    workspace = Workspace(sizes, np.zeros((2, 3)))
    for array in (*workspace.Z, *workspace.A, *workspace.dZ):
        array.fill(0.0)
    gradient, proposal = Parameters(sizes), Parameters(sizes)
    places = {
        **{("Z", layer): workspace.Z[layer - 1] for layer in (1, 2)},
        **{("A", layer): workspace.A[layer] for layer in (1, 2)},
        **{("dZ", layer): workspace.dZ[layer - 1] for layer in (1, 2)},
        **{("dW", layer): gradient.weights[layer - 1] for layer in (1, 2)},
        **{("db", layer): gradient.biases[layer - 1] for layer in (1, 2)},
        **{("W", layer): proposal.weights[layer - 1] for layer in (1, 2)},
        **{("b", layer): proposal.biases[layer - 1] for layer in (1, 2)},
    }
    loss = 0.0
    for place in QUANTITIES[first:]:  # it and everything after it
        if place in places:
            places[place][0, 0] = value
        else:
            loss = value
    quantity, layer = QUANTITIES[first]
    found = first_not_finite(7, workspace, loss, gradient, proposal)
    assert found == Divergence(7, layer, quantity)


def test_finite_numbers_are_no_divergence():
    workspace = Workspace((2, 1), np.zeros((2, 3)))
    for array in (*workspace.Z, *workspace.A, *workspace.dZ):
        array.fill(1e308)
    parameters = Parameters((2, 1))
    assert first_not_finite(0, workspace, 1e308, parameters, parameters) is None


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


# Snapshots


def every_array(snapshot: Snapshot) -> list[NDArray[np.float64]]:
    history, decision = snapshot.history, snapshot.decision
    assert decision is not None
    return [
        *snapshot.weights,
        *snapshot.biases,
        *snapshot.initial_weights,
        *snapshot.initial_biases,
        *(array for gradient in snapshot.gradients for array in gradient),
        *snapshot.gradient_norms,
        *(getattr(history, field.name) for field in fields(history)),
        decision.values,
    ]


@both_modes
def test_a_snapshot_stays_as_it_is_while_training_goes_on(experiment: Experiment):
    trainer = advanced(experiment, 3)
    snapshot = trainer.snapshot(run=7, decision=True)
    arrays = every_array(snapshot)
    assert not any(array.flags.writeable for array in arrays)
    before = [array.tobytes() for array in arrays]
    trainer.advance(1500)
    trainer.snapshot(decision=True)
    assert [array.tobytes() for array in arrays] == before
    assert (snapshot.run, snapshot.step, snapshot.measurement.step) == (7, 3, 3)


def test_a_snapshot_tells_the_start_and_the_present():
    trainer = Trainer(FULL)
    start = [W.copy() for W in trainer.network.weights]
    trainer.advance(10)
    snapshot = trainer.snapshot()
    for initial, present, W0, W in zip(
        snapshot.initial_weights, snapshot.weights, start, trainer.network.weights, strict=True
    ):
        assert np.array_equal(initial, W0)
        assert np.array_equal(present, W)
    assert snapshot.decision is None
    for norms, (dW, db) in zip(snapshot.gradient_norms, snapshot.gradients, strict=True):
        np.testing.assert_allclose(norms, np.sqrt((dW**2).sum(axis=1) + db[:, 0] ** 2), rtol=1e-14)


def test_the_decision_grid_holds_the_output_at_the_middle_of_its_cells():
    trainer = advanced(FULL, 50)
    grid = trainer.snapshot(decision=True).decision
    assert grid is not None
    left, right, low, high = grid.extent
    points = np.hstack((trainer.dataset.train_inputs, trainer.dataset.test_inputs))
    assert left < points[0].min() and points[0].max() < right
    assert low < points[1].min() and points[1].max() < high
    assert right - left == pytest.approx(high - low)
    rows, columns = grid.values.shape
    row, column = 10, 70
    x = np.array([
        [left + (right - left) * (column + 0.5) / columns],
        [low + (high - low) * (row + 0.5) / rows],
    ])  # fmt: skip
    A = trainer.network.forward(Workspace(trainer.network.sizes, x))
    assert grid.values[row, column] == pytest.approx(A[0, 0], rel=1e-12)


def test_a_large_network_is_asked_at_fewer_points():
    grid = Trainer(circles((1000, 1000))).snapshot(decision=True).decision
    assert grid is not None
    assert grid.values.shape == (12, 12)


def test_more_activations_than_fit_into_memory_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workspace_module, "MOST_ACTIVATIONS", 400 * (4 + 3 + 1))
    Trainer(FULL)
    with pytest.raises(Problem) as refusal:
        Trainer(circles((5, 3)))
    assert refusal.value.code == "too_many_activations"
    assert dict(refusal.value.values) == {"found": 400 * (5 + 3 + 1), "most": 400 * (4 + 3 + 1)}


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
