"""The stream: new samples every step, the same ones in every run of one seed."""

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.testing import assert_allclose, assert_array_equal

from core import edits
from core.datasets.stream import Stream
from core.ensemble import Ensemble, draws
from core.experiment import Experiment, default_experiment
from core.initializers.constant import Zeros
from core.optimizers import Sgd
from core.trainer import Trainer

ONE = replace(
    edits.set_dataset(default_experiment(), Stream(samples=40, test_samples=30, inputs=3)),
    optimizer=Sgd(learning_rate=0.1),
)
SEVEN = replace(ONE, batch_size=7)
both = pytest.mark.parametrize("experiment", [ONE, SEVEN], ids=["one", "seven"])


def parameters(trainer: Trainer) -> bytes:
    return trainer.network.parameters.flat.tobytes()


def advanced(experiment: Experiment, steps: int) -> Trainer:
    trainer = Trainer(experiment)
    assert trainer.advance(steps) == steps
    return trainer


def test_held_out_samples_are_uniform_and_all_targets_1():
    rule = Stream(samples=10_000, test_samples=20)
    dataset = rule.draw()
    assert rule.shape() == (5, 2)
    assert dataset.train_inputs.shape == (5, 10_000)
    assert dataset.test_inputs.shape == (5, 20)
    assert_array_equal(dataset.train_targets, np.ones((2, 10_000)))
    assert_array_equal(dataset.test_targets, np.ones((2, 20)))
    assert dataset.train_inputs.min() >= 0.0
    assert dataset.train_inputs.max() < 1.0
    assert_allclose(dataset.train_inputs.mean(axis=1), 0.5, atol=0.01)
    assert_allclose(dataset.train_inputs.var(axis=1), 1 / 12, atol=0.004)
    assert (dataset.task, dataset.class_names) == ("regression", ())
    assert dataset.feature_names == ("x1", "x2", "x3", "x4", "x5")
    assert dataset.target_names == ("y1", "y2")


def test_the_seeds_decide_the_samples():
    first, again, other = (Stream(seed=seed).draw() for seed in (1, 1, 3))
    assert_array_equal(first.train_inputs, again.train_inputs)
    assert not np.array_equal(first.train_inputs, other.train_inputs)
    assert_array_equal(first.test_inputs, other.test_inputs)


@both
@pytest.mark.parametrize("chunk", [1, 7, 50])
def test_chunks_and_looks_do_not_change_a_bit(experiment: Experiment, chunk: int):
    trainer = Trainer(experiment)
    while trainer.step < 100:
        trainer.snapshot()
        trainer.advance(min(chunk, 100 - trainer.step))
        trainer.gradients()
    whole = advanced(experiment, 100)
    assert parameters(trainer) == parameters(whole)
    history, expected = trainer.snapshot().history, whole.snapshot().history
    for name in expected.__struct_fields__:
        assert_array_equal(getattr(history, name), getattr(expected, name))


@both
@pytest.mark.parametrize("step", [0, 1, 33, 90])
def test_rewind_goes_back_to_the_same_samples(experiment: Experiment, step: int):
    trainer = advanced(experiment, 90)
    end = parameters(trainer)
    trainer.rewind(step)
    assert parameters(trainer) == parameters(advanced(experiment, step))
    trainer.advance(90 - step)
    assert parameters(trainer) == end


def seen(steps: int, **changes: object) -> np.ndarray:
    """Return the samples (steps, n_0) that a linear neuron is trained with, one a step.

    Of one sample, dW = dz x^T and db = dz: the step of W over the step of b is x.
    """
    flat = edits.remove_layer(edits.remove_layer(ONE, 1), 1)
    slow = replace(flat, optimizer=Sgd(learning_rate=1e-3), **changes)
    trainer = Trainer(slow)
    W, b = trainer.network.weights[0], trainer.network.biases[0]
    samples = []
    for _ in range(steps):
        before = W[0].copy(), b[0].copy()
        trainer.advance(1)
        samples.append((W[0] - before[0]) / (b[0] - before[1]))
    return np.array(samples)


def test_every_step_is_trained_with_a_new_sample():
    samples = seen(1000)
    assert_allclose(samples.mean(axis=0), 0.5, atol=0.04)
    assert_allclose(samples.var(axis=0), 1 / 12, atol=0.01)
    dataset = ONE.dataset.draw()
    every = np.vstack([samples, dataset.train_inputs.T, dataset.test_inputs.T]).round(6)
    assert len(np.unique(every, axis=0)) == 1000 + 40 + 30


def test_the_sample_of_a_step_follows_from_the_data_seed_alone():
    samples = seen(5)
    assert_allclose(seen(5, seed=99), samples)
    assert_allclose(seen(5, dataset=replace(ONE.dataset, samples=2)), samples)
    assert not np.allclose(seen(5, dataset=replace(ONE.dataset, seed=99)), samples)


def test_a_batch_is_so_many_new_samples_at_once():
    """The same as one by one. From zeros, dz is the same for all: W moves by their mean."""
    flat = edits.remove_layer(edits.remove_layer(SEVEN, 1), 1)
    trainer = advanced(edits.set_weights(flat, {1}, Zeros()), 1)
    mean = trainer.network.weights[0] / trainer.network.biases[0]
    assert mean.shape == (2, 3)
    assert_allclose(mean[0], seen(7).mean(axis=0))


@both
def test_an_ensemble_is_trained_with_the_same_samples(experiment: Experiment):
    ensemble = Ensemble(draws(experiment, 3))
    ensemble.advance(50)
    for run, alone in enumerate(draws(experiment, 3)):
        expected = advanced(alone, 50).network.parameters.flat
        assert_allclose(ensemble.parameters()[run].flat, expected, rtol=1e-12, atol=1e-12)
