"""How the numbers of the layers spread, over a run: true counts, few of them, always the same."""

import math

import numpy as np
import pytest
from msgspec.structs import replace

from core.diagnostics.distribution import evenly
from core.diagnostics.spread import BINS, NOT_FINITE, QUANTITIES, ZERO, bounds, count
from core.diagnostics.spread import MOST as MOST_NUMBERS
from core.experiment import Experiment
from core.history import MOST_SPREADS, Recorder
from core.lockstep import Lockstep
from core.optimizers import Sgd
from core.spreads import LAYER_BYTES, MOST_BYTES, Spreads
from core.trainer import Trainer
from tests.core.networks import circles

SIZES = bounds()[ZERO + 1 :]  # 0, 2^-40, ..., 2^24, inf


def watched(experiment: Experiment, steps: int) -> Trainer:
    trainer = Trainer(experiment, watched=True)
    trainer.advance(steps)
    return trainer


def by_numpy(values: np.ndarray) -> np.ndarray:
    """Return the counts that `numpy.histogram` finds for the same bins."""
    values = evenly(values, MOST_NUMBERS)
    finite = values[np.isfinite(values)]
    positive = np.histogram(finite[finite > 0], SIZES)[0]
    negative = np.histogram(-finite[finite < 0], SIZES)[0]
    zeros, lost = (finite == 0).sum(), values.size - finite.size
    return np.concatenate((negative[::-1], [zeros], positive, [lost]))


def test_the_bins_are_two_to_each_doubling() -> None:
    ends = bounds()
    assert len(ends) == BINS
    assert np.array_equal(ends, -ends[::-1])
    inner = SIZES[1:-1]
    assert (inner[0], inner[-1]) == (2.0**-40, 2.0**24)
    assert inner[2:] / inner[:-2] == pytest.approx(2.0, rel=1e-15)
    assert inner[1] / inner[0] == pytest.approx(math.sqrt(2.0), rel=1e-15)


def test_every_number_is_in_its_bin_to_the_last_bit() -> None:
    inner = SIZES[1:-1]
    near = np.concatenate([np.nextafter(inner, 0), inner, np.nextafter(inner, np.inf)])
    odd = np.array([0.0, -0.0, 5e-324, 1e-200, 1e200, 1.7e308, np.nan, -np.nan, np.inf, -np.inf])
    values = np.concatenate((near, -near, odd, -odd))
    (found,) = count([values])
    assert np.array_equal(found, by_numpy(values))
    assert found.sum() == values.size
    assert (found[ZERO], found[NOT_FINITE]) == (4, 8)


@pytest.mark.parametrize("scale", [1e-30, 1e-6, 1.0, 1e9])
def test_counts_are_those_of_numpy(scale: float) -> None:
    values = scale * np.random.default_rng(3).standard_normal((40, 25))
    values[::7] = 0.0
    some = np.array([0.5, -3.0])
    found = count([evenly(values, MOST_NUMBERS), some])
    assert np.array_equal(found, [by_numpy(values), by_numpy(some)])


def numbers(trainer: Trainer) -> list[list[np.ndarray]]:
    """Return W, Z, A and dZ of every layer, worked out by hand from the weights."""
    A, layers = trainer.dataset.train_inputs, []
    parameters = zip(trainer.network.weights, trainer.network.biases, strict=True)
    for (W, b), activation in zip(parameters, trainer.network.activations, strict=True):
        Z = W @ A + b
        A = activation.function(Z)
        layers.append([W, Z, A])
    dZ = A - trainer.dataset.train_targets  # sigmoid and cross-entropy
    for place in reversed(range(len(layers))):
        layers[place].append(dZ)
        if place:
            dA = layers[place][0].T @ dZ
            dZ = dA * trainer.network.activations[place - 1].derivative(layers[place - 1][1])
    return layers


@pytest.mark.parametrize("batch_size", [None, 16])
def test_the_history_holds_what_the_rewound_trainer_has(batch_size: int | None) -> None:
    trainer = watched(circles((5, 4), batch_size=batch_size), 1500)
    history = trainer.snapshot(diagnostics=True).history
    steps = [spread.step for spread in history.spreads]
    assert steps[:3] == [0, 16, 32]
    assert steps[-1] == 1500
    assert set(steps) <= set(history.steps)
    for spread in (*history.spreads[::20], history.spreads[-1]):
        trainer.rewind(spread.step)
        for layer, arrays in enumerate(numbers(trainer), start=1):
            for quantity, values in zip(QUANTITIES, arrays, strict=True):
                assert spread.of(layer, quantity).sum() == values.size
                assert _moved(spread.of(layer, quantity), by_numpy(values)) <= 0.002


def _moved(one: np.ndarray, other: np.ndarray) -> float:
    """Return which share stands in other bins: a last bit may carry a number over a bound."""
    return abs(one.astype(int) - other).sum() / 2 / one.sum()


def test_the_spreads_in_memory_are_as_few_as_the_run_is_long() -> None:
    spreads, step = Spreads(3, 1, MOST_SPREADS), 0
    (first,) = Trainer(circles((3,)), watched=True).snapshot(diagnostics=True).history.spreads
    for step in range(200_000):
        if spreads.is_due(step):
            spreads.keep(replace(first, step=step))
    shown = [spread.step for spread in spreads.before(step)]
    assert MOST_SPREADS // 2 <= len(shown) <= MOST_SPREADS
    assert len(set(np.diff(shown))) == 1
    doublings = math.ceil(math.log2(200_000 / MOST_SPREADS))
    assert len(spreads._kept) <= MOST_SPREADS + doublings * MOST_SPREADS // 2
    assert spreads.before(500) == tuple(spreads._kept[at] for at in range(0, 500, 4))


def test_a_deep_network_keeps_fewer_columns() -> None:
    spreads = Spreads(64, 1, MOST_SPREADS)
    (first,) = Trainer(circles((3,)), watched=True).snapshot(diagnostics=True).history.spreads
    for step in range(1000):
        if spreads.is_due(step):
            spreads.keep(replace(first, step=step))
    assert 64 * LAYER_BYTES * len(spreads.before(1000)) <= MOST_BYTES


def test_where_records_are_few_there_are_spreads_to_the_end() -> None:
    """More neurons than a network may have in one layer leave room for 64 records."""
    neurons, recorder = 33_000, Recorder(33_000, watched=True)
    snapshot = watched(circles((3,)), 0).snapshot(diagnostics=True)
    for step in range(1000):
        if recorder.is_due(step):
            recorder.record(snapshot.measurement, np.zeros(neurons))
            if recorder.is_spread_due(step):
                recorder.keep_spread(replace(snapshot.history.spreads[0], step=step))
    present = replace(snapshot.measurement, step=1000)
    kept = [spread.step for spread in recorder.history(present, np.zeros(neurons)).spreads]
    assert kept == list(range(0, 1000, 16))


def test_watching_changes_no_number_of_the_run() -> None:
    seen, alone = (
        watched(circles((4, 3), batch_size=16), 0),
        Trainer(circles((4, 3), batch_size=16)),
    )
    for _ in range(7):
        seen.advance(100)
        seen.snapshot(diagnostics=True)
    alone.advance(700)
    assert np.array_equal(seen.network.parameters.flat, alone.network.parameters.flat)
    one, other = seen.snapshot().history, alone.snapshot().history
    assert np.array_equal(one.gradient_norms, other.gradient_norms)
    assert np.array_equal(one.train_loss, other.train_loss)
    assert other.spreads == ()


def test_the_present_step_comes_with_the_diagnostics_alone() -> None:
    trainer = watched(circles((3,)), 5)
    assert [spread.step for spread in trainer.snapshot().history.spreads] == [0, 1, 2, 3, 4]
    history = trainer.snapshot(diagnostics=True).history
    assert [spread.step for spread in history.spreads] == [0, 1, 2, 3, 4, 5]
    assert not history.spreads[0].counts.flags.writeable


def test_the_past_stays_and_another_future_takes_its_place() -> None:
    trainer = watched(circles((3,)), 600)
    before = trainer.snapshot().history.spreads
    trainer.rewind(64)
    kept = trainer.snapshot().history.spreads
    assert [spread.step for spread in kept] == list(range(64))
    trainer.advance(536)
    assert trainer.snapshot().history.spreads == before  # made once, the same objects
    trainer.rewind(64)
    trainer.apply_live(circles((3,), optimizer=Sgd(learning_rate=0.5)))
    trainer.advance(536)
    after = trainer.snapshot().history.spreads
    assert [spread.step for spread in after] == [spread.step for spread in before]
    same = [one is other for one, other in zip(before, after, strict=True)]
    assert same == [spread.step < 64 for spread in before]


def test_a_pinned_run_shares_its_spreads_and_makes_no_others() -> None:
    runs = Lockstep()
    runs.load(circles((3,)))
    runs.advance(10)
    runs.pin()
    runs.apply_live(circles((3,), optimizer=Sgd(learning_rate=0.5)))
    runs.advance(10)
    snapshot = runs.snapshot(1, diagnostics=True)
    assert snapshot is not None
    (pinned,) = snapshot.beside
    assert len(pinned.history.spreads) == 10
    pairs = zip(snapshot.history.spreads, pinned.history.spreads, strict=False)
    assert all(one is other for one, other in pairs)
    assert len(snapshot.history.spreads) > 20
