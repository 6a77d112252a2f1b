"""Many at once: every run of an ensemble is the run that a trainer makes alone."""

import numpy as np
import pytest
from msgspec.structs import replace

from core import stackable as stackable_module
from core import workspace as workspace_module
from core.datasets.digits import Digits
from core.datasets.moons import Moons
from core.datasets.stream import Stream
from core.ensemble import Ensemble, draws
from core.experiment import Experiment
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.xavier import XavierNormal
from core.layer import ActivationName, Layer
from core.measure import accuracy, classes
from core.optimizers import OPTIMIZERS, Sgd
from core.problem import Problem
from core.trainer import Trainer
from tests.core.networks import circles

STEPS = 500
SMALL = circles((4, 3), "tanh", generator="pcg64", optimizer=Sgd(learning_rate=0.3))
BATCHES = replace(SMALL, batch_size=64)  # 300 samples: 4 batches of 64 and one of 44


def alone(experiment: Experiment, steps: int = STEPS) -> Trainer:
    trainer = Trainer(experiment)
    trainer.advance(steps)
    return trainer


def assert_equal_to_single_runs(experiments: tuple[Experiment, ...], steps: int = STEPS) -> None:
    """Compare everything that an ensemble tells of its runs."""
    ensemble = Ensemble(experiments)
    ensemble.advance(steps)
    measured, norms = ensemble.measure(), ensemble.gradient_norms()
    for run, experiment in enumerate(experiments):
        trainer = alone(experiment, steps)
        snapshot = trainer.snapshot()
        assert ensemble.steps[run] == trainer.step
        assert ensemble.divergences[run] == trainer.divergence
        expected = trainer.network.parameters.flat
        np.testing.assert_allclose(
            ensemble.parameters()[run].flat, expected, rtol=1e-12, atol=1e-12
        )
        for name in ("step", "train_loss", "test_loss", "train_accuracy", "test_accuracy"):
            value = getattr(snapshot.measurement, name)
            assert getattr(measured[run], name) == pytest.approx(value, rel=1e-12, nan_ok=True)
        assert ensemble.train_losses()[run] == measured[run].train_loss
        singles = np.concatenate(snapshot.gradient_norms)
        np.testing.assert_allclose(norms[run], singles, rtol=1e-10, atol=1e-13)


@pytest.mark.parametrize("experiment", [SMALL, BATCHES], ids=["full", "batches"])
@pytest.mark.parametrize("settings", [{}, {"l2": 0.01}, {"clip_norm": 0.05}], ids=str)
def test_draws_of_one_experiment(experiment: Experiment, settings: dict[str, float]):
    assert_equal_to_single_runs(draws(replace(experiment, **settings), 5))


@pytest.mark.parametrize("name", sorted(OPTIMIZERS))
def test_every_optimizer(name: str):
    assert_equal_to_single_runs(draws(replace(BATCHES, optimizer=OPTIMIZERS[name]()), 3))


@pytest.mark.parametrize("activation", ["sigmoid", "relu", "leaky_relu", "linear"])
def test_activations(activation: ActivationName):
    assert_equal_to_single_runs(draws(circles((5, 4), activation, generator="pcg64"), 3))


def test_classes_and_a_softmax_output():
    experiment = Experiment(
        format=1,
        dataset=Digits(samples=120, test_samples=60),
        layers=(Layer(8, "relu"), Layer(10, "softmax")),
        loss="cross_entropy",
        batch_size=32,
    )
    assert_equal_to_single_runs(draws(experiment, 3), 60)


@pytest.mark.parametrize("batch_size", [None, 8])
def test_runs_on_an_endless_dataset_see_the_same_samples(batch_size: int | None):
    experiment = Experiment(
        format=1,
        dataset=Stream(),
        layers=(Layer(4, "sigmoid"), Layer(2, "sigmoid")),
        loss="mean_squared_error",
        batch_size=batch_size,
    )
    assert_equal_to_single_runs(draws(experiment, 3), 100)


def test_values_and_a_squared_error():
    linear = circles((4,), "tanh", output="linear", loss="mean_squared_error", generator="pcg64")
    assert_equal_to_single_runs(draws(linear, 3))


def test_runs_that_differ_in_everything_keep_their_order():
    """Twins (the same draws, other initializers), values along an axis, other data and shapes."""
    assert_equal_to_single_runs(
        (
            replace(SMALL, seed=9),
            circles((4, 3), "tanh", XavierNormal(), generator="pcg64"),
            circles((4, 3), "tanh", ScaledNormal(factor=3.0), generator="pcg64"),
            replace(SMALL, optimizer=Sgd(learning_rate=0.01)),
            replace(SMALL, batch_size=10),
            replace(SMALL, dataset=Moons()),
            circles((3,), "relu"),
            replace(SMALL, seed=10, generator="legacy"),
            SMALL,
        ),
        100,
    )


@pytest.mark.parametrize("batch_size", [None, 64])
def test_a_run_that_diverges_stays_at_its_last_finite_state(batch_size: int | None):
    """Large weights overflow sooner or later, small ones never."""
    explosive = circles(
        (4,), "linear", output="linear", loss="mean_squared_error", generator="pcg64",
        batch_size=batch_size,
    )  # fmt: skip
    experiments = tuple(
        replace(
            explosive,
            seed=seed,
            optimizer=Sgd(learning_rate=0.3),
            layers=tuple(replace(layer, weights=Normal(std=std)) for layer in explosive.layers),
        )
        for seed, std in enumerate((0.1, 100.0, 0.2, 1.0, 0.1, 3.0))
    )
    with np.errstate(all="ignore"):
        assert_equal_to_single_runs(experiments)
    ensemble = Ensemble(experiments)
    ensemble.advance(STEPS)
    assert 0 < sum(divergence is not None for divergence in ensemble.divergences) < 6
    assert all(np.isfinite(each.flat).all() for each in ensemble.parameters())


def test_an_ensemble_of_diverged_runs_has_ended():
    diverging = draws(
        circles((4,), "linear", output="linear", loss="mean_squared_error",
                optimizer=Sgd(learning_rate=100.0)), 3,
    )  # fmt: skip
    ensemble = Ensemble(diverging)
    ensemble.advance(1000)
    steps = ensemble.steps
    ensemble.advance(10**9)
    assert ensemble.steps == steps
    assert max(steps) < 100


@pytest.mark.parametrize("chunk", [1, 7])
def test_chunks_and_looks_do_not_change_a_bit(chunk: int):
    whole, chunked = Ensemble(draws(BATCHES, 3)), Ensemble(draws(BATCHES, 3))
    whole.advance(100)
    while chunked.step < 100:
        chunked.advance(min(chunk, 100 - chunked.step))
        chunked.measure()
        chunked.gradient_norms()
    for run, expected in zip(chunked.parameters(), whole.parameters(), strict=True):
        assert run.flat.tobytes() == expected.flat.tobytes()


def test_stacks_of_any_size_give_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stackable_module, "MOST_STACKED", (8 * 400 + 31) * 2)  # two runs
    assert_equal_to_single_runs(draws(SMALL, 5), 50)
    monkeypatch.setattr(stackable_module, "MOST_STACKED", 1)
    assert_equal_to_single_runs(draws(SMALL, 3), 50)


def test_units_that_begin_identical_stay_identical_in_every_run():
    """Twins in some runs, others in others, none in one."""
    rules = (Constant(value=0.3), HeNormal(), Zeros(), Constant(value=-0.1))
    experiments = tuple(
        circles((6, 5), "tanh", rule, optimizer=Sgd(learning_rate=1.0)) for rule in rules
    )
    ensemble = Ensemble(experiments)
    ensemble.advance(300)
    constant, he, zeros, negative = ensemble.parameters()
    for run in (constant, zeros, negative):
        for rows in (*run.rows[:2], *(W.T for W in run.weights[1:])):
            assert (rows == rows[0]).all()
    assert not any((rows == rows[0]).all() for rows in he.rows[:2])


def test_draws_are_the_seed_and_the_next_ones():
    assert [each.seed for each in draws(replace(SMALL, seed=7), 3)] == [7, 8, 9]
    assert [each.seed for each in draws(replace(SMALL, seed=2**32 - 1), 2)] == [2**32 - 1, 0]


def test_more_runs_than_fit_into_memory_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workspace_module, "MOST_ACTIVATIONS", 8 * 400 * 10)
    Ensemble(draws(SMALL, 10))
    with pytest.raises(Problem) as refusal:
        Ensemble(draws(SMALL, 11))
    assert refusal.value.code == "too_many_activations"


def test_accuracies_of_many_runs():
    A = np.array([[[0.2, 0.9, 0.5]], [[0.7, 0.1, 0.2]]])
    assert accuracy(A, classes(np.array([[0.0, 1.0, 1.0]]))).tolist() == [2 / 3, 0.0]
    A = np.array([[[0.2, 0.9], [0.8, 0.1]], [[0.7, 0.1], [0.3, 0.9]]])
    assert accuracy(A, classes(np.array([[0.0, 1.0], [1.0, 0.0]]))).tolist() == [1.0, 0.0]
