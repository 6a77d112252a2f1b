"""Time: any step made can be had again, bit for bit, without training from the start."""

import numpy as np
import pytest
from msgspec.structs import replace

from core import checkpoints as checkpoints_module
from core.checkpoints import MOST_CHECKPOINTS, Checkpoint, Checkpoints
from core.course import Course
from core.experiment import Experiment
from core.history import Recorder
from core.initializers.constant import Constant
from core.optimizers import Sgd
from core.problem import Problem
from core.shuffle import Shuffle
from core.snapshot import Measurement
from core.trainer import Trainer
from tests.core.networks import circles
from tests.core.runs import BLOWS_UP, FULL, advanced, arrays_of, both_modes

SLOWER = replace(FULL, optimizer=Sgd(learning_rate=0.1, momentum=0.9))


def everything(trainer: Trainer) -> list[object]:
    """Return every bit of a run's state, its history included."""
    snapshot = trainer.snapshot()
    arrays = [
        *snapshot.weights,
        *snapshot.biases,
        *arrays_of(snapshot.history),
        trainer._descent.checkpoint(trainer.step).memory,
    ]
    return [trainer.step, repr(snapshot.measurement), *(array.tobytes() for array in arrays)]


@both_modes
def test_a_step_gone_back_to_is_as_it_was(experiment: Experiment):
    """Steps around those of the checkpoints and of the history's doublings."""
    trainer = advanced(experiment, 2500)
    for step in (0, 1, 255, 256, 257, 1023, 1024, 1025, 1300, 2500):
        trainer.rewind(step)
        assert everything(trainer) == everything(advanced(experiment, step)), step
        trainer.rewind(2500)


@both_modes
def test_going_forward_again_gives_the_same_bits(experiment: Experiment):
    trainer, straight = advanced(experiment, 2500), advanced(experiment, 3000)
    for step in (2000, 700, 0, 1999):
        trainer.rewind(step)
    trainer.advance(3000 - trainer.step)
    assert everything(trainer) == everything(straight)


def test_steps_made_before_can_be_gone_forward_to():
    trainer = advanced(FULL, 2000)
    trainer.rewind(100)
    assert (trainer.step, trainer.reached) == (100, 2000)
    trainer.rewind(1500)
    assert everything(trainer) == everything(advanced(FULL, 1500))
    with pytest.raises(Problem) as refusal:
        trainer.rewind(2001)
    assert dict(refusal.value.values) == {"found": 2001, "sign": "<=", "bound": 2000}


def test_a_live_change_makes_what_came_later_another_run():
    trainer = advanced(FULL, 1000)
    trainer.rewind(600)
    trainer.apply_live(SLOWER)
    assert trainer.reached == 600
    trainer.advance(400)
    straight = advanced(FULL, 600)
    straight.apply_live(SLOWER)
    straight.advance(400)
    assert everything(trainer) == everything(straight)


def test_rewind_before_a_live_change_goes_on_with_the_present_settings():
    trainer = advanced(FULL, 600)
    trainer.apply_live(SLOWER)
    trainer.advance(600)
    trainer.rewind(900)  # the change is before: the later steps stay
    assert trainer.reached == 1200
    trainer.rewind(300)  # from here on it is another run
    assert (trainer.experiment, trainer.reached) == (SLOWER, 300)
    trainer.advance(300)
    straight = advanced(FULL, 300)
    straight.apply_live(SLOWER)
    straight.advance(300)
    assert everything(trainer) == everything(straight)


def test_every_live_change_is_made_again_where_it_was():
    slowest = replace(FULL, optimizer=Sgd(learning_rate=0.01), clip_norm=0.1, l2=0.01)
    straight, trainer = Trainer(FULL), Trainer(FULL)
    for run in (straight, trainer):
        run.advance(270)
        run.apply_live(SLOWER)
        run.advance(20)
        run.apply_live(slowest)
        run.advance(30)
    expected = everything(straight)
    trainer.advance(1000)
    trainer.rewind(320)
    assert everything(trainer) == expected


def test_a_diverged_run_can_be_gone_through_again():
    trainer = Trainer(BLOWS_UP, watched=True)
    trainer.advance(1000)
    end, divergence = trainer.step, trainer.divergence
    assert divergence is not None
    trainer.rewind(end)
    assert trainer.divergence == divergence  # where the run ends it looks as it did
    trainer.rewind(end // 2)
    assert trainer.divergence is None
    assert everything(trainer) == everything(advanced(BLOWS_UP, end // 2))
    trainer.advance(1000)
    assert (trainer.step, trainer.divergence) == (end, divergence)


@pytest.mark.parametrize("batch_size", [None, 7])
def test_a_step_that_cannot_be_taken_leaves_the_run_as_it_began(batch_size: int | None):
    """Neither its batch nor what the optimizer made of it counts, at step 0 either."""
    wild = circles((4,) * 34, "linear", Constant(value=1e9), output="linear")
    wild = replace(wild, loss="mean_squared_error", batch_size=batch_size)
    trainer = Trainer(replace(wild, optimizer=Sgd(learning_rate=0.1, momentum=0.9)))
    before = trainer.place()
    assert trainer.advance(1) == 0
    trainer.rewind()
    after = trainer.place()
    assert after.parameters.tobytes() == before.parameters.tobytes()
    assert after.memory.tobytes() == before.memory.tobytes()
    assert after.places == before.places


def test_few_steps_are_made_again_however_long_the_run(monkeypatch: pytest.MonkeyPatch):
    """Of 30,000 steps of S3's circles none is further than 256 from a checkpoint."""
    trainer = advanced(circles(), 30_000)
    made: list[int] = []
    take_step = Trainer._take_step
    monkeypatch.setattr(Trainer, "_take_step", lambda self: made.append(1) or take_step(self))
    for step in (29_999, 12_345, 21_001, 511):
        made.clear()
        trainer.rewind(step)
        assert trainer.step == step
        assert len(made) < 256


# Checkpoints


def checkpoint(step: int) -> Checkpoint:
    return Checkpoint(step, np.zeros(10), np.zeros((1, 10)), ())


def checkpoints_after(steps: int, work: int = 1) -> Checkpoints:
    kept = Checkpoints(checkpoint(0), work)
    step = kept.next_due(0)
    while step <= steps:
        assert kept.is_due(step)
        kept.keep(checkpoint(step))
        step = kept.next_due(step)
    return kept


@pytest.mark.parametrize("steps", [1000, 300_000, 3_000_000])
def test_checkpoints_are_bounded_in_number_and_distance(steps: int):
    kept = checkpoints_after(steps)
    assert len(kept._kept) <= MOST_CHECKPOINTS
    most = max(256, 2 * steps / MOST_CHECKPOINTS)
    assert all(0 <= step - kept.before(step).step <= most for step in range(0, steps, 997))


def test_checkpoints_are_bounded_in_memory(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(checkpoints_module, "MOST_BYTES", 5 * checkpoint(0).nbytes)
    assert len(checkpoints_after(100_000)._kept) <= 5
    monkeypatch.setattr(checkpoints_module, "MOST_BYTES", 0)
    kept = checkpoints_after(100_000)
    assert len(kept._kept) == 2
    assert kept.before(99_999).step > 30_000


def test_costly_steps_are_kept_more_often():
    spacings = [checkpoints_after(0, work).next_due(0) for work in (1, 27_300, 1 << 22, 1 << 30)]
    assert spacings == [256, 256, 2, 1]


# The other parts of a run's state


def test_a_shuffle_goes_on_from_any_place():
    shuffle = Shuffle(10, seed=4)
    batches, places = [], []
    for _ in range(12):
        places.append(shuffle.place())
        batches.append(shuffle.next(4).tolist())
    for index in (7, 0, 11, 3):
        again = Shuffle(10, seed=4)
        again.go_to(places[index])
        assert [again.next(4).tolist() for _ in range(index, 12)] == batches[index:]


def test_a_course_tells_who_was_in_force_and_until_when():
    a, b, c = (replace(FULL, l2=value) for value in (0.0, 0.1, 0.2))
    course = Course(a)
    course.change(10, b)
    course.change(20, c)
    assert list(course.stretches(0, 30)) == [(a, 10), (b, 20), (c, 30)]
    assert list(course.stretches(10, 20)) == [(b, 20)]
    assert list(course.stretches(5, 12)) == [(a, 10), (b, 12)]
    assert list(course.stretches(7, 7)) == []
    assert course.goes_on_with(c, 20) and not course.goes_on_with(c, 19)
    course.change(15, a)
    assert list(course.stretches(0, 30)) == [(a, 10), (b, 15), (a, 30)]


def measured(step: int) -> Measurement:
    return Measurement(step, 1.0 + step, 2.0 + step, 3.0 + step, 4.0 + step)


def recorder_after(steps: int) -> Recorder:
    recorder = Recorder(neurons=2)
    for step in range(steps):
        if recorder.is_due(step):
            recorder.record(measured(step), np.full(2, 5.0 + step))
    return recorder


@pytest.mark.parametrize("step", [0, 1, 500, 512, 1024, 1025, 5000, 70_000, 200_000])
def test_the_history_of_an_earlier_step_is_what_it_was_then(step: int):
    later, then = recorder_after(210_000), recorder_after(step)
    for recorder in (later, then):
        history = recorder.history(measured(step), np.full(2, 5.0 + step))
        assert np.array_equal(history.steps, then.history(measured(step), np.zeros(2)).steps)
        assert np.array_equal(history.train_loss, history.steps + 1)
        assert np.array_equal(history.gradient_norms[1], history.steps + 5)
    later.forget_from(step)
    again = later.history(measured(step), np.zeros(2)).steps
    assert np.array_equal(again, then.history(measured(step), np.zeros(2)).steps)
    assert [later.is_due(at) for at in range(step, step + 9)] == [
        then.is_due(at) for at in range(step, step + 9)
    ]
