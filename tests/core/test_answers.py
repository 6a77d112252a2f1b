"""Answers: what a network predicts, and which class it takes for which."""

import numpy as np
import pytest
from msgspec.structs import replace

from core import edits
from core.answers import Confusion, Fit, answer_kind
from core.confusion import MOST_MISTAKES, confusion
from core.datasets.digits import Digits
from core.datasets.houses import Houses
from core.datasets.plane import Plane
from core.datasets.sine import Sine
from core.experiment import Experiment
from core.fit import MOST_SAMPLES
from core.layer import Layer
from core.trainer import Trainer
from tests.core.networks import circles

metrics = pytest.importorskip("sklearn.metrics")


def answered(experiment: Experiment, steps: int = 60) -> tuple[Trainer, object]:
    trainer = Trainer(experiment)
    trainer.advance(steps)
    return trainer, trainer.snapshot(decision=True).decision


def predict(trainer: Trainer, X: np.ndarray) -> np.ndarray:
    """Pass tanh layers and a linear output by hand."""
    *hidden, (W, b) = zip(trainer.network.weights, trainer.network.biases, strict=True)
    for V, c in hidden:
        X = np.tanh(V @ X + c)
    return (W @ X + b)[0]


def regression(dataset: Sine | Houses | Plane) -> Experiment:
    made = edits.set_dataset(circles((5,)), dataset)
    return replace(made, layers=(Layer(5, "tanh"), Layer(1, "linear")))


def test_the_fit_of_a_curve_holds_the_network_along_its_input():
    trainer, fit = answered(regression(Sine(samples=60, test_samples=30)))
    assert isinstance(fit, Fit)
    assert fit.curve is not None
    x, y = fit.curve
    data = trainer.dataset
    assert x[0] < data.train_inputs.min() and data.train_inputs.max() < x[-1]
    np.testing.assert_allclose(y, predict(trainer, x[np.newaxis]), rtol=1e-12)
    for part, X, Y in (
        (fit.train, data.train_inputs, data.train_targets),
        (fit.test, data.test_inputs, data.test_targets),
    ):
        by_hand = predict(trainer, X)
        np.testing.assert_allclose(part.values, by_hand, rtol=1e-12)
        assert part.error == pytest.approx(np.sqrt(np.mean((Y[0] - by_hand) ** 2)))
        assert not part.values.flags.writeable


def test_of_many_inputs_only_the_samples_are_answered():
    trainer, fit = answered(regression(Houses()))
    assert isinstance(fit, Fit)
    assert fit.curve is None
    values = predict(trainer, trainer.dataset.test_inputs)
    np.testing.assert_allclose(fit.test.values, values[fit.test.samples], rtol=1e-12)


def test_of_very_many_samples_an_even_choice_is_shown_and_all_are_counted():
    trainer, fit = answered(regression(Sine(samples=3000, test_samples=10)), 5)
    assert isinstance(fit, Fit)
    assert fit.train.samples.tolist() == list(range(0, 3000, 4))
    assert len(fit.train.samples) <= MOST_SAMPLES
    residuals = trainer.dataset.train_targets[0] - predict(trainer, trainer.dataset.train_inputs)
    assert fit.train.error == pytest.approx(np.sqrt(np.mean(residuals**2)))


def test_the_confusion_is_that_of_scikit_learn():
    experiment = edits.set_dataset(circles((12,)), Digits(samples=300, test_samples=120))
    trainer, found = answered(experiment, 40)
    assert isinstance(found, Confusion)
    hidden = np.maximum(
        trainer.network.weights[0] @ trainer.dataset.test_inputs + trainer.network.biases[0], 0
    )
    Z = trainer.network.weights[1] @ hidden + trainer.network.biases[1]
    P = np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)
    true, said = trainer.dataset.test_targets.argmax(axis=0), P.argmax(axis=0)
    assert np.array_equal(found.counts, metrics.confusion_matrix(true, said, labels=range(10)))
    wrong = np.flatnonzero(true != said)
    assert len(wrong) > 3
    assert sorted(found.mistakes.tolist()) == wrong.tolist()
    np.testing.assert_allclose(found.shares, P.max(axis=0)[found.mistakes], rtol=1e-9)
    assert np.all(np.diff(found.shares) <= 0)
    assert np.array_equal(found.true, true[found.mistakes])
    assert np.array_equal(found.answered, said[found.mistakes])


def test_one_output_tells_two_classes_apart():
    A = np.array([[0.9, 0.2, 0.5, 0.6, 0.1]])
    Y = np.array([[0.0, 1.0, 1.0, 1.0, 0.0]])
    found = confusion(A, Y, 2)
    assert found.counts.tolist() == [[1, 1], [2, 1]]
    assert found.mistakes.tolist() == [0, 1, 2]
    assert found.shares.tolist() == [0.9, 0.8, 0.5]


def test_very_many_mistakes_are_counted_and_the_surest_listed():
    A = np.linspace(0.51, 0.99, 1000)[np.newaxis]
    found = confusion(A, np.zeros((1, 1000)), 2)
    assert found.counts.tolist() == [[0, 1000], [0, 0]]
    assert found.mistakes.tolist() == list(range(999, 999 - MOST_MISTAKES, -1))


def test_the_data_decide_how_a_network_is_asked():
    kinds = [answer_kind(each.draw()) for each in (Plane(), Sine(), Houses(), Digits())]
    assert kinds == ["plane", "fit", "fit", "classes"]
