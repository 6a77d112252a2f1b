"""The real datasets: the published numbers, split and scaled as they say."""

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.datasets import load_digits

from core import edits
from core.datasets import AnyDataset
from core.datasets.base import Dataset
from core.datasets.digits import Digits
from core.datasets.houses import TARGET, Houses
from core.datasets.real import RealRule
from core.datasets.table import read_table
from core.experiment import check, default_experiment
from core.initializers.constant import Zeros
from core.layer import Layer
from core.optimizers import Sgd
from core.problem import Problem
from core.resources import resource
from core.trainer import Trainer

every_kind = pytest.mark.parametrize("kind", [Digits, Houses])


def columns(inputs: np.ndarray, targets: np.ndarray) -> list[tuple[float, ...]]:
    """Return the samples as tuples."""
    return [tuple(column) for column in np.vstack([inputs, targets]).T.round(9).tolist()]


def problem_of(dataset: AnyDataset) -> Problem:
    with pytest.raises(Problem) as caught:
        edits.set_dataset(default_experiment(), dataset)
    return caught.value


# Parts


@every_kind
def test_the_seed_decides_the_parts(kind: type[RealRule]):
    first, again, other = (kind(seed=seed).draw().test_inputs for seed in (1, 1, 2))
    assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_all_samples_are_used_once():
    dataset = Digits().draw()
    drawn = columns(dataset.train_inputs, dataset.train_targets)
    drawn += columns(dataset.test_inputs, dataset.test_targets)
    theirs = load_digits()
    assert sorted(drawn) == sorted(columns(theirs.data.T / 16, np.eye(10)[:, theirs.target]))


def test_the_number_of_training_samples_never_changes_the_test_set():
    few, many = Digits(samples=100).draw(), Digits(samples=1500).draw()
    assert_array_equal(few.test_inputs, many.test_inputs)
    assert_array_equal(few.train_inputs, many.train_inputs[:, :100])


@every_kind
def test_no_more_samples_than_there_are(kind: type[RealRule]):
    every = kind(samples=kind.available - 2, test_samples=2)
    assert every.draw().train_inputs.shape[1] == kind.available - 2
    found = problem_of(replace(every, test_samples=3))
    assert (found.path, found.code) == ("dataset", "too_many_samples")
    assert dict(found.values) == {"found": kind.available + 1, "most": kind.available}


@every_kind
def test_arrays_are_contiguous_and_cannot_be_written(kind: type[RealRule]):
    dataset = kind().draw()
    for part in ("train_inputs", "train_targets", "test_inputs", "test_targets"):
        array = getattr(dataset, part)
        assert array.flags.c_contiguous
        assert not array.flags.writeable


# Digits


def test_the_digits_are_those_of_scikit_learn():
    table = np.loadtxt(resource("datasets", "digits.csv"), delimiter=",", skiprows=1)
    theirs = load_digits()
    assert_array_equal(table[:, :-1], theirs.data)
    assert_array_equal(table[:, -1], theirs.target)


def test_digits_are_pictures_of_ten_classes():
    rule = Digits()
    dataset = rule.draw()
    assert rule.shape() == (64, 10)
    assert dataset.train_inputs.shape == (64, 1500)
    assert dataset.train_targets.shape == (10, 1500)
    assert dataset.image_shape == (8, 8)
    assert dataset.feature_names == tuple(load_digits().feature_names)
    assert dataset.class_names == dataset.target_names == tuple("0123456789")
    assert (dataset.train_inputs.min(), dataset.train_inputs.max()) == (0.0, 1.0)
    assert_array_equal(dataset.train_targets.sum(axis=0), 1.0)


@pytest.mark.parametrize("samples", [10, 100, 1000])
def test_every_digit_is_there_equally_often(samples: int):
    dataset = Digits(samples=samples, test_samples=200).draw()
    assert_array_equal(dataset.train_targets.sum(axis=1), samples / 10)
    assert_array_equal(dataset.test_targets.sum(axis=1), 20)


def test_linear_classes_of_digits_are_nearly_all_right():
    """Ten sigmoids without a hidden layer are right in 94 of 100 after 150 steps."""
    layers = (Layer(10, "sigmoid", weights=Zeros()),)
    experiment = replace(default_experiment(), layers=layers, optimizer=Sgd(learning_rate=5.0))
    trainer = Trainer(edits.set_dataset(experiment, Digits()))
    trainer.advance(150)
    assert trainer.measure().test_accuracy > 0.92


def test_classes_that_are_missing_keep_their_rows():
    dataset = Digits(samples=5, test_samples=5).draw()
    assert dataset.train_targets.shape == dataset.test_targets.shape == (10, 5)
    assert len(dataset.class_names) == 10
    assert_array_equal(dataset.train_targets.sum(axis=1) + dataset.test_targets.sum(axis=1), 1.0)
    trainer = Trainer(edits.set_dataset(default_experiment(), Digits(samples=5, test_samples=5)))
    assert trainer.advance(10) == 10
    assert np.isfinite(trainer.measure().test_loss)


# Houses


def in_original_units(dataset: Dataset) -> tuple[np.ndarray, np.ndarray]:
    """Return all inputs and targets, training part first."""
    inputs = np.hstack([dataset.train_inputs, dataset.test_inputs])
    targets = np.hstack([dataset.train_targets, dataset.test_targets])
    return dataset.input_scaling.to_original(inputs), dataset.target_scaling.to_original(targets)


# Verbeek (2004), A Guide to Modern Econometrics, table 3.3: price on all features.
PUBLISHED = {
    "": -4038.35,
    "lotsize": 3.546,
    "bedrooms": 1832.00,
    "bathrooms": 14335.56,
    "stories": 6556.95,
    "driveway": 6687.78,
    "recreation": 4511.28,
    "fullbase": 5452.39,
    "gasheat": 12831.41,
    "aircon": 12632.89,
    "garage": 4244.83,
    "prefer": 9369.51,
}
FEATURES = tuple(PUBLISHED)[1:]


def test_the_houses_are_those_of_the_published_regression():
    inputs, prices = in_original_units(Houses(features=FEATURES).draw())
    X = np.vstack([np.ones(546), inputs]).T
    found, residues, _, _ = np.linalg.lstsq(X, prices[0], rcond=None)
    assert_allclose(found, list(PUBLISHED.values()), rtol=2e-4)
    assert abs(1 - residues[0] / (546 * prices.var()) - 0.673) < 0.0005


def test_the_training_part_is_standardized_and_scales_the_test_part():
    dataset = Houses(features=FEATURES).draw()
    for values in (dataset.train_inputs, dataset.train_targets):
        assert_allclose(values.mean(axis=1), 0.0, atol=1e-12)
        assert_allclose(values.std(axis=1), 1.0)
    assert np.abs(dataset.test_inputs.mean(axis=1)).max() > 0.01
    assert not dataset.input_scaling.is_identity


def test_original_units_are_those_of_the_file():
    table = read_table(resource("datasets", "houses_windsor.csv"))
    size, price = (table.numbers(table.names.index(name)) for name in ("lotsize", TARGET))
    aircon = np.array(table.texts(table.names.index("aircon"))) == "yes"
    inputs, prices = in_original_units(Houses(features=("lotsize", "aircon")).draw())
    expected = columns(np.array([size, aircon]), price)
    assert sorted(columns(inputs.round(6), prices.round(6))) == sorted(expected)


def test_features_are_chosen_and_keep_their_order():
    rule = Houses(features=("bathrooms", "lotsize"))
    dataset = rule.draw()
    assert rule.shape() == (2, 1)
    assert dataset.feature_names == ("bathrooms", "lotsize")
    assert dataset.target_names == ("price",)
    assert (dataset.task, dataset.class_names, dataset.image_shape) == ("regression", (), None)
    assert_array_equal(dataset.train_inputs, Houses().draw().train_inputs[[2, 0]])


@pytest.mark.parametrize(
    ("features", "path", "code"),
    [
        ((), "dataset.features", "wrong_length"),
        (("lotsize", "price"), "dataset.features[1]", "unknown_name"),
        (("lotsize", "garage", "lotsize"), "dataset.features", "repeated_key"),
    ],
)
def test_features_that_are_none(features: tuple[str, ...], path: str, code: str):
    found = problem_of(Houses(features=features))
    assert (found.path, found.code) == (path, code)


def test_a_feature_written_wrong_is_guessed():
    found = problem_of(Houses(features=("lotsize", "bedroms")))
    assert (found.values["found"], found.values["guess"]) == ("bedroms", "bedrooms")


def test_one_linear_neuron_finds_the_line_of_least_squares():
    """Price from size alone (S2), without a hidden layer: the slope is the correlation."""
    experiment = replace(default_experiment(), layers=(Layer(1, "sigmoid", weights=Zeros()),))
    experiment = edits.set_dataset(experiment, Houses(features=("lotsize",)))
    check(experiment)
    trainer = Trainer(replace(experiment, optimizer=Sgd(learning_rate=0.25)))
    trainer.advance(100)
    data = trainer.dataset
    correlation = np.corrcoef(data.train_inputs[0], data.train_targets[0])[0, 1]
    assert_allclose(trainer.network.weights[0], correlation)
    assert_allclose(trainer.measure().train_loss, 1 - correlation**2)
