"""Runs in lockstep are the runs they would be alone, and follow every command together."""

import msgspec
import numpy as np
import pytest

from core import edits
from core.datasets.csv import Csv
from core.experiment import Experiment, default_experiment
from core.initializers import AnyInitializer
from core.initializers.constant import Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import ScaledNormal
from core.lockstep import Lockstep
from core.optimizers import Adam, Sgd
from core.problem import Problem
from core.snapshot import LETTERS, Snapshot
from core.trainer import Trainer

HE = HeNormal()


def started(weights: AnyInitializer = HE, batch_size: int | None = None) -> Experiment:
    """Return the first experiment with other weights."""
    first = default_experiment()
    layers = tuple(msgspec.structs.replace(layer, weights=weights) for layer in first.layers)
    return msgspec.structs.replace(first, layers=layers, batch_size=batch_size)


def exploding() -> Experiment:
    """Return an experiment that diverges within a few steps."""
    layers = tuple(
        msgspec.structs.replace(layer, activation="linear", weights=ScaledNormal(factor=1e3))
        for layer in default_experiment().layers
    )
    wild = msgspec.structs.replace(started(), layers=layers, loss="mean_squared_error")
    return at_rate(wild, 1e5)


def at_rate(experiment: Experiment, rate: float) -> Experiment:
    """Return the experiment with another learning rate."""
    return msgspec.structs.replace(experiment, optimizer=Sgd(learning_rate=rate))


def lockstep_of(*experiments: Experiment) -> Lockstep:
    """Return runs of these experiments, the last one present, all at step 0."""
    result = Lockstep()
    for experiment in experiments[:-1]:
        result.load(experiment)
        result.pin()
    result.load(experiments[-1])
    return result


def runs_of(lockstep: Lockstep) -> tuple[Snapshot, ...]:
    snapshot = lockstep.snapshot(0, decision=False, diagnostics=False)
    assert snapshot is not None
    return snapshot.runs


def assert_same_run(one: Snapshot, other: Snapshot) -> None:
    """Compare all numbers of two runs, bit for bit."""
    assert (one.step, one.divergence) == (other.step, other.divergence)
    for name in ("weights", "biases", "gradient_norms"):
        for ours, theirs in zip(getattr(one, name), getattr(other, name), strict=True):
            assert np.array_equal(ours, theirs, equal_nan=True)
    for name in ("steps", "train_loss", "test_loss", "gradient_norms"):
        ours, theirs = getattr(one.history, name), getattr(other.history, name)
        assert np.array_equal(ours, theirs, equal_nan=True)


@pytest.mark.parametrize("batch_size", [None, 7])
def test_each_run_is_the_one_it_would_be_alone(batch_size: int | None) -> None:
    rules = (Zeros(), HE, ScaledNormal(factor=0.01), ScaledNormal(factor=10.0))
    experiments = [started(rule, batch_size) for rule in rules]
    experiments.append(msgspec.structs.replace(experiments[1], optimizer=Adam()))
    experiments.append(edits.add_layer(experiments[1], 1))
    together = lockstep_of(*experiments)
    for steps in (1, 40, 259):
        assert together.advance(steps) == steps
    runs = runs_of(together)
    assert "".join(run.letter for run in runs) == LETTERS
    for run, experiment in zip(runs, experiments, strict=True):
        alone = Trainer(experiment)
        alone.advance(300)
        assert_same_run(run, alone.snapshot())
    together.rewind(123)
    for run, experiment in zip(runs_of(together), experiments, strict=True):
        alone = Trainer(experiment)
        alone.advance(123)
        assert_same_run(run, alone.snapshot())


@pytest.mark.parametrize("experiment", [started(), started(batch_size=7)])
def test_a_fork_has_the_past_of_its_trainer_and_a_future_of_its_own(experiment: Experiment) -> None:
    trainer = Trainer(experiment)
    trainer.advance(500)
    trainer.apply_live(msgspec.structs.replace(experiment, l2=0.01))
    trainer.advance(500)
    fork = trainer.fork()
    assert fork.dataset is trainer.dataset
    assert_same_run(fork.snapshot(), trainer.snapshot())
    fork.apply_live(msgspec.structs.replace(experiment, l2=1.0))
    fork.advance(700)
    trainer.advance(700)
    straight = Trainer(experiment)
    straight.advance(500)
    straight.apply_live(msgspec.structs.replace(experiment, l2=0.01))
    straight.advance(1200)
    assert_same_run(trainer.snapshot(), straight.snapshot())
    assert fork.measure().train_loss != trainer.measure().train_loss
    for one in (fork, trainer, straight):
        one.rewind(800)
    assert_same_run(fork.snapshot(), straight.snapshot())
    assert_same_run(trainer.snapshot(), straight.snapshot())


def test_a_pin_in_the_middle_of_a_run_keeps_it_and_goes_on_from_there() -> None:
    runs = lockstep_of(started())
    runs.advance(50)
    runs.pin()
    assert (runs.letter, runs.step) == ("B", 50)
    first, second = runs_of(runs)
    assert_same_run(first, second)
    runs.apply_live(at_rate(started(), 1.0))
    runs.advance(50)
    first, second = runs_of(runs)
    assert first.experiment == started()
    assert first.measurement.train_loss != second.measurement.train_loss
    assert (runs.step, runs.reached) == (100, 100)


def test_one_that_diverges_does_not_stop_the_others() -> None:
    runs = lockstep_of(exploding(), started())
    assert runs.advance(100) == 100
    wild, calm = runs_of(runs)
    assert wild.divergence is not None
    assert (wild.step, calm.step, calm.now) == (wild.divergence.step, 100, 100)
    assert (runs.step, runs.reached, runs.ended) == (100, 100, False)
    runs.rewind(0)
    assert [run.step for run in runs_of(runs)] == [0, 0]
    runs.rewind(100)
    assert_same_run(runs_of(runs)[0], wild)
    assert_same_run(runs_of(runs)[1], calm)


def test_where_all_diverge_nothing_goes_on() -> None:
    tame = msgspec.structs.replace(exploding(), seed=1)
    runs = lockstep_of(exploding(), tame)
    made = runs.advance(1000)
    assert runs.ended
    assert made == runs.step < 1000
    assert runs.advance(1) == 0
    assert runs.reached == runs.step


def test_only_the_present_run_keeps_how_its_numbers_spread() -> None:
    runs = lockstep_of(started(), started(Zeros()), started(ScaledNormal(factor=0.1)))
    runs.advance(20)
    assert [len(run.history.spreads) > 0 for run in runs_of(runs)] == [False, False, True]


def test_live_settings_bring_all_to_where_the_present_run_stands() -> None:
    runs = lockstep_of(started(), exploding())
    runs.advance(100)
    end = runs_of(runs)[1].step
    assert end < 100
    runs.apply_live(at_rate(exploding(), 1e-9))
    assert [run.step for run in runs_of(runs)] == [end, end]


def test_a_new_present_run_takes_all_back_to_step_0() -> None:
    runs = lockstep_of(started(), started(Zeros()))
    runs.advance(30)
    runs.load(started(ScaledNormal(factor=0.5)))
    assert [run.step for run in runs_of(runs)] == [0, 0]
    assert runs.reached == 0
    assert runs.advance(10) == 10
    assert [run.step for run in runs_of(runs)] == [10, 10]


def test_there_are_six_letters_and_each_run_keeps_its_own() -> None:
    runs = lockstep_of(*(started(ScaledNormal(factor=one)) for one in range(1, 7)))
    runs.pin()  # no letter is left
    assert "".join(run.letter for run in runs_of(runs)) == "ABCDEF"
    for letter in "BDF":  # F is the present run: it stays
        runs.unpin(letter)
    assert "".join(run.letter for run in runs_of(runs)) == "ACEF"
    runs.load(started())
    assert runs.letter == "F"
    runs.pin()
    assert (runs.letter, "".join(run.letter for run in runs_of(runs))) == ("B", "ABCEF")
    for letter in "ACEF":
        runs.unpin(letter)
    assert [run.letter for run in runs_of(runs)] == ["A"]


def test_the_same_settings_are_pinned_once() -> None:
    runs = lockstep_of(started())
    runs.pin()
    runs.pin()
    assert [run.letter for run in runs_of(runs)] == ["A", "B"]


def test_data_that_cannot_be_read_cost_the_present_run_alone() -> None:
    runs = lockstep_of(started(), started(Zeros()))
    missing = msgspec.structs.replace(started(), dataset=Csv(path="nowhere.csv"))
    with pytest.raises(Problem):
        runs.load(missing)
    assert runs.present is None
    assert runs.snapshot(0, decision=False, diagnostics=False) is None
    runs.pin()
    runs.load(started(Zeros()))
    assert [run.letter for run in runs_of(runs)] == ["A", "B"]
