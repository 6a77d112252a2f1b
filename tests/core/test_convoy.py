"""A convoy: runs whose steps are worked out together are the runs that they would be alone."""

import pytest
from msgspec.structs import replace

from core.convoy import convoys
from core.datasets.circles import Circles
from core.datasets.digits import Digits
from core.datasets.stream import Stream
from core.ensemble import draws
from core.experiment import Experiment
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import ScaledNormal
from core.layer import Layer
from core.lockstep import Lockstep
from core.optimizers import OPTIMIZERS, Sgd
from core.trainer import Trainer
from tests.core.networks import circles
from tests.core.runs import BLOWS_UP
from tests.core.test_checkpoints import everything

RULES = (Zeros(), HeNormal(), Constant(value=0.3), ScaledNormal(factor=3.0))


def together(*experiments: Experiment) -> list[Trainer]:
    """Return trainers with one dataset, as those of one window have."""
    first = Trainer(experiments[0], watched=True)
    return [first, *(Trainer(one, first.dataset, watched=True) for one in experiments[1:])]


def assert_as_alone(runs: list[Trainer], *stops: int) -> None:
    """Bring runs to some steps in one convoy; compare all that they have with runs alone."""
    (convoy,) = convoys(runs)
    for stop in stops:
        assert convoy.advance(stop)
        for run in runs:
            alone = Trainer(run.experiment, run.dataset, watched=True)
            alone.advance(stop)
            assert everything(run) == everything(alone)


@pytest.mark.parametrize("batch_size", [None, 64])
@pytest.mark.parametrize("settings", [{}, {"l2": 0.01}, {"clip_norm": 0.05}], ids=str)
def test_it_takes_runs_with_other_first_weights(batch_size: int | None, settings: dict[str, float]):
    """One has gradients of exactly 0, which are not to change how the others' are rounded."""
    runs = [replace(circles((5, 4), "tanh", rule), **settings) for rule in RULES]
    assert_as_alone(together(*(replace(run, batch_size=batch_size) for run in runs)), 1, 300)


def test_records_and_checkpoints_are_thinned_as_alone():
    runs = together(*(circles((3,), "relu", rule) for rule in RULES[:3]))
    assert_as_alone(runs, 1100)
    for run in runs:
        run.rewind(700)
    assert_as_alone(runs, 900)


@pytest.mark.parametrize("name", sorted(OPTIMIZERS))
def test_every_optimizer_goes_on_where_it_was(name: str):
    experiment = circles((3,), "relu", optimizer=OPTIMIZERS[name]())
    runs = together(*draws(replace(experiment, batch_size=64), 3))
    for run in runs:
        run.advance(30)
    assert_as_alone(runs, 40, 300)


@pytest.mark.parametrize("dataset", [Digits(samples=120, test_samples=60), Stream()])
def test_several_outputs_and_fresh_samples(dataset: Digits | Stream):
    digits = isinstance(dataset, Digits)
    experiment = Experiment(
        format=1,
        dataset=dataset,
        layers=(Layer(8, "relu"), Layer(10, "softmax") if digits else Layer(2, "sigmoid")),
        loss="cross_entropy" if digits else "mean_squared_error",
        batch_size=32 if digits else 1,
    )
    assert_as_alone(together(*draws(experiment, 3)), 50, 300)


def test_only_those_go_together_whose_steps_are_the_same_work():
    alike = circles((3,), "relu")
    others = (
        replace(alike, optimizer=Sgd(learning_rate=0.5)), circles((4,), "relu"),
        circles((3,), "tanh"), replace(alike, batch_size=10),
    )  # fmt: skip
    assert convoys(together(alike, *others)) == []
    assert len(convoys(together(*draws(alike, 3), *others))) == 1


def test_runs_in_lockstep_go_in_a_convoy_until_it_parts(monkeypatch: pytest.MonkeyPatch):
    """One blows up on the way: it ends as it would alone, and the others go on together."""
    slow = replace(BLOWS_UP, optimizer=Sgd(learning_rate=0.05))
    lockstep = Lockstep()
    for rule in (ScaledNormal(factor=1e3), HeNormal(), Zeros()):
        layers = tuple(replace(layer, weights=rule) for layer in slow.layers)
        lockstep.load(replace(slow, layers=layers))
        lockstep.pin()
    made: list[int] = []
    take_step = Trainer._take_step
    monkeypatch.setattr(Trainer, "_take_step", lambda self: made.append(1) or take_step(self))
    for _ in range(20):
        lockstep.advance(10)
    monkeypatch.setattr(Trainer, "_take_step", take_step)
    assert 0 < len(made) <= 40  # four runs alone, through the ten steps in which one ended
    snapshot = lockstep.snapshot(0)
    assert snapshot is not None
    broken, *others = snapshot.runs
    assert broken.divergence is not None
    assert [run.divergence for run in others] == [None] * 3
    for run in snapshot.runs:
        alone = Trainer(run.experiment)
        alone.advance(200)
        assert (run.step, repr(run.ending)) == (alone.step, repr(alone.ending))
        assert run.history.train_loss.tobytes() == alone.snapshot().history.train_loss.tobytes()


def test_large_networks_go_alone():
    """What NumPy takes to begin is nothing there; six copies of the weights would be much."""
    large = replace(circles((700, 700), "relu"), dataset=Circles(samples=10, test_samples=10))
    assert convoys(together(*draws(large, 3))) == []
