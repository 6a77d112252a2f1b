"""The session: what an edit of the document does to the run."""

from collections.abc import Iterator

import msgspec
import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from core import edits
from core.experiment import default_experiment
from core.initializers.constant import Zeros
from core.snapshot import Snapshot
from gui.document import Document
from gui.session import Session
from gui.worker import Wish


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document(default_experiment())


@pytest.fixture
def session(qtbot: QtBot, document: Document) -> Iterator[Session]:
    session = Session(document)
    session.begin()
    qtbot.waitUntil(lambda: session.snapshot is not None)
    yield session
    session.close()


def run_to(qtbot: QtBot, session: Session, step: int) -> Snapshot:
    """Step to exactly this step and return what is shown there."""
    assert session.snapshot is not None
    session.advance(step - session.snapshot.step)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == step)
    return session.snapshot


def rewind(qtbot: QtBot, session: Session) -> None:
    session.rewind()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == 0)


def test_rewind_and_run_give_the_same_curve_bit_for_bit(qtbot: QtBot, session: Session) -> None:
    first = run_to(qtbot, session, 3000)
    rewind(qtbot, session)
    run_to(qtbot, session, 1234)
    again = run_to(qtbot, session, 3000)
    assert np.array_equal(first.history.steps, again.history.steps)
    assert np.array_equal(first.history.train_loss, again.history.train_loss)
    assert np.array_equal(first.history.gradient_norms, again.history.gradient_norms)


def test_pausing_a_free_run_does_not_change_the_curve(qtbot: QtBot, session: Session) -> None:
    session.set_running(True)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step > 500)
    session.set_running(False)
    qtbot.waitUntil(lambda: not session.running)
    session.set_running(True)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step > 1500)
    with qtbot.waitSignal(session.running_changed):
        session.set_running(False)
    session.advance(1)
    with qtbot.waitSignal(session.snapshot_changed):
        pass
    paused = session.snapshot
    assert paused is not None
    rewind(qtbot, session)
    straight = run_to(qtbot, session, paused.step)
    assert np.array_equal(paused.history.train_loss, straight.history.train_loss)
    for W, V in zip(paused.weights, straight.weights, strict=True):
        assert np.array_equal(W, V)


def test_a_learning_rate_is_applied_to_the_running_network(
    qtbot: QtBot, session: Session, document: Document
) -> None:
    before = run_to(qtbot, session, 50)
    optimizer = msgspec.structs.replace(document.experiment.optimizer, learning_rate=0.5)
    document.edit(msgspec.structs.replace(document.experiment, optimizer=optimizer), "rate")
    qtbot.waitUntil(lambda: session.snapshot.experiment.optimizer.learning_rate == 0.5)
    assert session.snapshot.step == 50
    assert session.snapshot.run == before.run


def test_an_initializer_returns_to_step_zero_at_once(
    qtbot: QtBot, session: Session, document: Document
) -> None:
    run_to(qtbot, session, 50)
    document.edit(edits.set_weights(document.experiment, {1, 2, 3}, Zeros()), "zeros")
    qtbot.waitUntil(lambda: session.snapshot.step == 0)
    assert all(not W.any() for W in session.snapshot.weights)
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: session.snapshot.weights[0].any())


def test_a_rename_changes_nothing(qtbot: QtBot, session: Session, document: Document) -> None:
    before = run_to(qtbot, session, 5)
    document.edit(msgspec.structs.replace(document.experiment, name="other"), "name")
    after = run_to(qtbot, session, 6)
    assert after.run == before.run


def test_an_epoch_is_one_pass(qtbot: QtBot, session: Session, document: Document) -> None:
    document.edit(msgspec.structs.replace(document.experiment, batch_size=64), "batch")
    qtbot.waitUntil(lambda: session.snapshot.experiment.batch_size == 64)
    session.advance_epoch()
    qtbot.waitUntil(lambda: session.snapshot.step == 5)  # 300 samples in batches of 64


def test_the_decision_grid_comes_when_it_is_visible(qtbot: QtBot, session: Session) -> None:
    assert session.snapshot is not None
    assert session.snapshot.decision is None
    session.set_wish(Wish(decision=True))
    qtbot.waitUntil(lambda: session.snapshot.decision is not None)


def test_a_session_dropped_without_closing_leaves_no_thread(qtbot: QtBot) -> None:
    session = Session(Document(default_experiment()))
    session.deleteLater()
    with qtbot.waitSignal(session.destroyed):
        pass


def test_while_paused_every_change_is_shown_at_once(
    qtbot: QtBot, document: Document, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.session.FRAME_MS", 1e9)  # who waits for the next frame waits for ever
    for seed in range(1, 5):
        with qtbot.waitSignal(session.snapshot_changed):
            document.edit(msgspec.structs.replace(document.experiment, seed=seed), "seed")
    with qtbot.waitSignal(session.snapshot_changed):
        session.advance(1)
    with qtbot.waitSignal(session.snapshot_changed):
        session.rewind()


def test_a_session_closed_before_it_began_asks_nothing_of_its_thread(document: Document) -> None:
    """At the end of the program either may be gone first."""
    session = Session(document)
    session.close()
    delete(session._worker)
    delete(session)
