"""Axes: values of an experiment found by their path, and what they may be set to."""

import pytest

from core.axis import Axis, axis, vary
from core.experiment import Experiment
from core.initializers.he import HeNormal
from core.initializers.normal import Normal
from core.problem import Problem
from tests.core.networks import circles

NORMAL = circles((4, 3), "tanh", Normal(std=0.1))


def test_a_path_is_that_of_the_file():
    stds = [layer.weights.std for layer in vary(NORMAL, "layers[*].weights.std", 0.7).layers]
    assert stds == [0.7, 0.7, 0.7]
    stds = [layer.weights.std for layer in vary(NORMAL, "layers[1].weights.std", 0.7).layers]
    assert stds == [0.1, 0.7, 0.1]
    assert vary(NORMAL, "optimizer.learning_rate", 2).optimizer.learning_rate == 2.0
    assert vary(NORMAL, "batch_size", 10.0).batch_size == 10
    assert vary(NORMAL, "clip_norm", 0.5).clip_norm == 0.5


def test_all_else_stays_as_it_was():
    assert vary(NORMAL, "layers[0].weights.std", 0.1) == NORMAL
    assert vary(NORMAL, "depth", 2) == NORMAL


@pytest.mark.parametrize(
    ("depth", "units"), [(0, [1]), (1, [4, 1]), (2, [4, 3, 1]), (4, [4, 3, 3, 3, 1])]
)
def test_depth_counts_hidden_layers_and_repeats_the_last(depth: int, units: list[int]):
    assert [layer.units for layer in vary(NORMAL, "depth", depth).layers] == units


def test_depth_gives_a_network_without_hidden_layers_some():
    assert len(vary(circles(()), "depth", 2).layers) == 3


def test_units_are_those_of_every_hidden_layer():
    assert [layer.units for layer in vary(NORMAL, "units", 7).layers] == [7, 7, 1]


def test_values_are_spaced_by_ratio_or_by_difference():
    path = "layers[*].weights.std"
    assert axis(NORMAL, path, 1e-3, 10, 5) == Axis(path, (0.001, 0.01, 0.1, 1.0, 10.0))
    assert axis(NORMAL, path, 0, 1, 5, linear=True).values == (0.0, 0.25, 0.5, 0.75, 1.0)
    assert axis(NORMAL, path, 2, 9, 1).values == (2.0,)


@pytest.mark.parametrize("path", ["depth", "units", "batch_size", "seed", "layers[0].units"])
def test_whole_numbers_are_rounded_and_none_comes_twice(path: str):
    assert axis(NORMAL, path, 1, 10, 7).values == (1.0, 2.0, 3.0, 5.0, 7.0, 10.0)


@pytest.mark.parametrize(
    ("path", "guess"),
    [
        ("layers[*].weights.sdt", "layers[*].weights.std"),
        ("layers.weights.std", "layers[*].weights.std"),
        ("layers[9].weights.std", "layers[*].weights.std"),
        ("layers[*].weights.std.x", "layers[*].weights.std"),
        ("learning_rate", "optimizer.learning_rate"),
        ("dataset.noise[0]", "dataset.noise"),
        ("dept", "depth"),
        ("layers[*].weights", "layers[*].weights.std"),  # not a number
        ("", ""),
        ("name", ""),  # a text
    ],
)
def test_an_unknown_path_is_refused_with_a_guess(path: str, guess: str):
    with pytest.raises(Problem) as refusal:
        axis(NORMAL, path, 1, 2, 2)
    problem = refusal.value
    assert (problem.path, problem.code) == ("--over", "unknown_name")
    assert problem.values["found"] == path
    assert str(problem.values["guess"]).startswith(guess)


def test_what_one_layer_lacks_cannot_be_set_in_all():
    mixed = circles((4,), "tanh", HeNormal())
    with pytest.raises(Problem) as refusal:
        vary(mixed, "layers[*].weights.std", 1.0)
    allowed = refusal.value.values["allowed"]
    assert isinstance(allowed, tuple)
    assert {"depth", "units", "dataset.noise", "layers[*].units", "clip_norm"} <= set(allowed)
    assert "layers[*].weights.std" not in allowed


@pytest.mark.parametrize(
    ("experiment", "path", "value", "code"),
    [
        (NORMAL, "layers[*].weights.std", -1.0, "out_of_range"),
        (NORMAL, "depth", 64, "wrong_length"),
        (NORMAL, "units", 0, "out_of_range"),
        (circles((1000, 1000)), "depth", 4, "too_many_weights"),
        (NORMAL, "layers[2].units", 2, "output_units"),
    ],
)
def test_values_that_are_not_allowed(experiment: Experiment, path: str, value: float, code: str):
    with pytest.raises(Problem) as refusal:
        vary(experiment, path, value)
    assert refusal.value.code == code
