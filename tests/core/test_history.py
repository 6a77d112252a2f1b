"""The history: bounded, evenly spaced, the present step last."""

import numpy as np
import pytest

from core.datasets.circles import Circles
from core.history import MOST_NORMS, MOST_RATIOS, MOST_RECORDS, Recorder
from core.optimizers import Sgd
from core.snapshot import Measurement
from core.trainer import Trainer
from tests.core.networks import circles


def measured(step: int) -> Measurement:
    return Measurement(step, 1.0 + step, 2.0 + step, 3.0 + step, 4.0 + step)


def recorder_after(steps: int, neurons: int = 2) -> Recorder:
    recorder = Recorder(neurons)
    for step in range(steps):
        if recorder.is_due(step):
            recorder.record(measured(step), np.full(neurons, 5.0 + step))
    return recorder


@pytest.mark.parametrize("step", [0, 1, 1023, 1024, 1025, 2048, 5000, 100_000])
def test_records_are_few_evenly_spaced_and_end_with_the_present(step: int):
    history = recorder_after(step).history(measured(step), np.full(2, 5.0 + step))
    steps = history.steps
    assert len(steps) <= MOST_RECORDS
    assert steps[0] == 0
    assert steps[-1] == step
    spacing = np.unique(np.diff(steps[:-1]))
    assert len(spacing) <= 1
    assert all(np.log2(spacing) % 1 == 0)
    if step > MOST_RECORDS:
        assert len(steps) > MOST_RECORDS // 2
    for offset, row in enumerate(
        (
            history.train_loss,
            history.test_loss,
            history.train_accuracy,
            history.test_accuracy,
            *history.gradient_norms,
        ),
        start=1,
    ):
        assert np.array_equal(row - steps, np.full(len(steps), min(offset, 5)))


def test_the_present_is_not_told_twice():
    recorder = recorder_after(11)
    assert recorder.history(measured(10), np.zeros(2)).steps.tolist() == list(range(11))


def test_looking_changes_nothing():
    recorder = recorder_after(10)
    recorder.history(measured(10), np.zeros(2))
    again = recorder.history(measured(10), np.ones(2))
    assert again.steps.tolist() == list(range(11))
    assert again.gradient_norms[:, -1].tolist() == [1.0, 1.0]


def test_a_huge_network_keeps_fewer_records():
    neurons = 33_000
    history = recorder_after(300, neurons).history(measured(300), np.zeros(neurons))
    assert history.gradient_norms.size <= MOST_NORMS + neurons
    assert len(history.steps) > 32


def test_records_of_costly_mini_batch_runs_wait_for_an_epoch():
    """20,000 samples by 64 are 313 steps an epoch: a record every 512."""
    data = Circles(samples=20_000)
    trainer = Trainer(circles((10, 5), dataset=data, batch_size=64))
    for _ in range(2):
        trainer.advance(1100)
        assert trainer.snapshot().history.steps.tolist() == [0, 512, 1024, 1100]
        trainer.rewind()


def test_other_runs_are_recorded_from_the_first_step():
    few_samples = circles((10, 5), batch_size=64)
    full_batch = circles((10, 5), dataset=Circles(samples=20_000))
    for experiment in (few_samples, full_batch):
        trainer = Trainer(experiment)
        trainer.advance(2)
        assert trainer.snapshot().history.steps.tolist() == [0, 1, 2]


def test_a_history_is_read_only():
    history = recorder_after(3).history(measured(3), np.zeros(2))
    assert not history.steps.flags.writeable
    assert not history.gradient_norms.flags.writeable


def test_a_trainer_records_what_a_snapshot_measures():
    looked_at, left_alone = Trainer(circles((3,))), Trainer(circles((3,)))
    snapshots = [looked_at.snapshot()]
    for _ in range(20):
        looked_at.advance(1)
        snapshots.append(looked_at.snapshot())
    left_alone.advance(20)
    history = left_alone.snapshot().history
    measurements = [snapshot.measurement for snapshot in snapshots]
    assert history.steps.tolist() == [measured.step for measured in measurements]
    assert history.train_loss.tolist() == [measured.train_loss for measured in measurements]
    assert history.test_loss.tolist() == [measured.test_loss for measured in measurements]
    assert history.train_accuracy.tolist() == [each.train_accuracy for each in measurements]
    assert history.test_accuracy.tolist() == [each.test_accuracy for each in measurements]
    norms = np.transpose([np.concatenate(snapshot.gradient_norms) for snapshot in snapshots])
    assert np.array_equal(history.gradient_norms, norms)


def test_updates_are_recorded_at_some_of_the_steps_whatever_the_chunks():
    once, often = Trainer(circles((3,))), Trainer(circles((3,)))
    once.advance(3000)
    for steps in (1, 2, 700, 1297, 1000):
        often.advance(steps)
        often.snapshot(diagnostics=True)
    first, second = (each.snapshot(diagnostics=True).history for each in (once, often))
    assert np.array_equal(first.update_steps, second.update_steps)
    assert np.array_equal(first.update_ratios, second.update_ratios)
    assert first.update_steps[0] == 0
    assert first.update_steps[-1] == 3000
    assert MOST_RATIOS // 2 < len(first.update_steps) <= MOST_RATIOS
    assert np.isin(first.update_steps, first.steps).all()
    assert not first.update_ratios.flags.writeable


def test_the_recorded_update_is_the_step_that_came():
    trainer = Trainer(circles((4, 3), l2=0.01, clip_norm=0.5))
    expected = []
    for _ in range(20):
        before = [W.copy() for W in trainer.network.weights]
        trainer.advance(1)
        changes = zip(trainer.network.weights, before, strict=True)
        expected.append([(after - W).std() / W.std() for after, W in changes])
    history = trainer.snapshot().history
    assert history.update_steps.tolist() == list(range(20))  # the present one is not asked for
    np.testing.assert_allclose(history.update_ratios.T, expected, rtol=1e-9)


def test_updates_of_the_past_are_those_of_then():
    trainer = Trainer(circles((3,)))
    trainer.advance(40)
    then = trainer.snapshot().history.update_ratios
    trainer.advance(500)
    trainer.rewind(40)
    assert np.array_equal(trainer.snapshot().history.update_ratios, then)
    trainer.apply_live(circles((3,), optimizer=Sgd(learning_rate=1e-4)))
    trainer.advance(10)
    ratios = trainer.snapshot().history.update_ratios
    assert np.array_equal(ratios[:, :40], then)
    assert (ratios[:, 40:] < then[:, -1:]).all()
