"""The worker, through its own commands and signals."""

import threading
from collections.abc import Iterator

import msgspec
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.experiment import Experiment, default_experiment
from core.initializers.normal import ScaledNormal
from core.optimizers import Adam
from core.snapshot import Snapshot
from gui.worker import TrainingWorker, Wish


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[TrainingWorker]:
    worker = TrainingWorker()
    worker.start()
    yield worker
    worker.stop()


def take(qtbot: QtBot, worker: TrainingWorker, decision: bool = False) -> Snapshot:
    """Ask for one snapshot and wait for it."""
    with qtbot.waitSignal(worker.snapshot_ready):
        worker.request_snapshot(Wish(decision=decision))
    snapshot = worker.take()
    assert snapshot is not None
    return snapshot


def exploding() -> Experiment:
    """Return an experiment that overflows within a few steps."""
    experiment = default_experiment()
    layers = tuple(
        msgspec.structs.replace(layer, activation="linear", weights=ScaledNormal(factor=1e3))
        for layer in experiment.layers
    )
    optimizer = msgspec.structs.replace(experiment.optimizer, learning_rate=1e5)
    return msgspec.structs.replace(
        experiment, layers=layers, loss="mean_squared_error", optimizer=optimizer
    )


def test_loads_at_step_zero(qtbot: QtBot, worker: TrainingWorker) -> None:
    worker.load(7, default_experiment())
    snapshot = take(qtbot, worker)
    assert (snapshot.run, snapshot.step) == (7, 0)
    assert snapshot.decision is None


def test_advances_by_exactly_the_steps_asked_for(qtbot: QtBot, worker: TrainingWorker) -> None:
    worker.load(1, default_experiment())
    worker.advance(2001)
    qtbot.waitUntil(lambda: take(qtbot, worker).step == 2001)
    worker.advance(1)
    assert take(qtbot, worker).step == 2002


def test_a_slot_holds_one_snapshot_once(qtbot: QtBot, worker: TrainingWorker) -> None:
    worker.load(1, default_experiment())
    take(qtbot, worker)
    assert worker.take() is None


def test_runs_until_paused(qtbot: QtBot, worker: TrainingWorker) -> None:
    worker.load(1, default_experiment())
    with qtbot.waitSignal(worker.running_changed, check_params_cb=bool):
        worker.set_running(True)
    with qtbot.waitSignal(worker.running_changed, check_params_cb=lambda running: not running):
        worker.set_running(False)
    first = take(qtbot, worker)
    worker.request_snapshot(Wish(decision=True))  # nothing changed but the wish for a decision grid
    qtbot.waitUntil(lambda: (again := worker.take()) is not None and again.step == first.step)


def test_a_newer_load_overtakes(qtbot: QtBot, worker: TrainingWorker) -> None:
    for run in range(50):
        worker.load(run, default_experiment())
    assert take(qtbot, worker).run == 49


def test_a_live_change_of_a_run_that_was_overtaken_changes_no_other(
    qtbot: QtBot, worker: TrainingWorker
) -> None:
    """It may be of another optimizer, of which the run that goes on remembers nothing."""
    sgd = default_experiment()
    adam, faster = (
        msgspec.structs.replace(sgd, optimizer=Adam(learning_rate=rate)) for rate in (0.1, 0.5)
    )
    worker.load(1, sgd)
    take(qtbot, worker)
    failures: list[str] = []
    worker.failed.connect(failures.append)
    over = threading.Event()
    worker._commands.put(over.wait)  # something that takes long
    worker.load(2, adam)
    worker.apply_live(faster)
    worker.request_snapshot(Wish(diagnostics=True))
    worker.load(3, sgd)
    with qtbot.waitSignal(worker.snapshot_ready):
        over.set()
    snapshot = worker.take()
    assert snapshot is not None
    assert (snapshot.run, snapshot.experiment) == (1, sgd)
    assert not failures


def test_keeps_to_the_speed(qtbot: QtBot, worker: TrainingWorker) -> None:
    worker.load(1, default_experiment())
    worker.set_rate(4.0)
    worker.set_running(True)
    qtbot.waitUntil(lambda: take(qtbot, worker).step >= 2)
    worker.set_running(False)
    # What fell due, even if the machine stood still for a minute: full speed makes thousands.
    assert take_now(qtbot, worker).step < 300


def take_now(qtbot: QtBot, worker: TrainingWorker) -> Snapshot:
    """Return the state as it is, whether or not anything changed since."""
    worker.advance(1)
    return take(qtbot, worker)


def test_divergence_ends_the_run_as_a_result(qtbot: QtBot, worker: TrainingWorker) -> None:
    worker.load(1, exploding())
    with qtbot.waitSignal(worker.running_changed, check_params_cb=lambda running: not running):
        worker.set_running(True)
    snapshot = take(qtbot, worker)
    assert snapshot.divergence is not None
    assert all(np.isfinite(W).all() for W in snapshot.weights)
    worker.set_running(True)  # refused: there is nothing to train
    worker.rewind()
    again = take(qtbot, worker)
    assert (again.step, again.divergence) == (0, None)


def test_a_bug_is_told_and_the_thread_goes_on(qtbot: QtBot, worker: TrainingWorker) -> None:
    with qtbot.waitSignal(worker.failed) as failed:
        worker.load(1, None)  # pyright: ignore[reportArgumentType]
    assert "Traceback" in failed.args[0]
    worker.load(2, default_experiment())
    assert take(qtbot, worker).run == 2


def test_commands_without_a_run_do_nothing(qtbot: QtBot, worker: TrainingWorker) -> None:
    worker.set_running(True)
    worker.advance(3)
    worker.rewind()
    worker.apply_live(default_experiment())
    worker.load(1, default_experiment())
    assert take(qtbot, worker).step == 0
