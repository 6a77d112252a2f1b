"""Every initializer draws what it says it draws; a new one is tested by existing."""

import math
from typing import get_args

import numpy as np
import pytest
from msgspec.structs import asdict, replace
from numpy.testing import assert_allclose, assert_array_equal

from core.experiment import Experiment, default_experiment
from core.initial import initial_parameters
from core.initializers import INITIALIZERS, AnyInitializer
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal, HeUniform
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.uniform import Uniform
from core.layer import ActivationName
from core.streams import bias_stream, data_stream, shuffle_stream, weight_stream

N_OUT, N_IN = SHAPE = (400, 500)  # 200,000 weights
CHOICES: list[AnyInitializer] = [
    *(kind() for kind in INITIALIZERS.values()),
    Constant(value=-2.0),
    Normal(std=3.0, centre=-1.5),
    Uniform(low=0.25, high=0.75),
    ScaledNormal(factor=10.0),
    HeNormal(mode="fan_out"),
    HeUniform(mode="fan_out"),
]
every_choice = pytest.mark.parametrize("rule", CHOICES, ids=repr)


def of(distribution: str) -> list[AnyInitializer]:
    return [rule for rule in CHOICES if rule.distribution == distribution and rule.sigma(1, 1) > 0]


def draw(rule: AnyInitializer, shape: tuple[int, int] = SHAPE) -> np.ndarray:
    return rule.draw(weight_stream(3, 1), shape, N_IN, N_OUT)


@every_choice
def test_the_formula_shown_is_sigma(rule: AnyInitializer):
    names = {"sqrt": math.sqrt, "n_in": 6, "n_out": 24, **asdict(rule)}
    shown = eval(rule.expression, {"__builtins__": {}}, names)
    assert math.isclose(shown, rule.sigma(6, 24), rel_tol=1e-12)
    assert rule.variance(6, 24) == rule.sigma(6, 24) ** 2


@every_choice
def test_mean_and_sigma_of_200_000_weights(rule: AnyInitializer):
    weights = draw(rule)
    sigma = rule.sigma(N_IN, N_OUT)
    standard_error = sigma / math.sqrt(weights.size)
    assert abs(weights.mean() - rule.mean(N_IN, N_OUT)) <= 5 * standard_error
    assert abs(weights.std() - sigma) <= 5 * standard_error


@pytest.mark.parametrize("rule", of("normal"), ids=repr)
def test_normal_draws_have_the_tails_of_the_normal_distribution(rule: AnyInitializer):
    scaled = (draw(rule) - rule.mean(N_IN, N_OUT)) / rule.sigma(N_IN, N_OUT)
    assert 4 < np.abs(scaled).max() < 6
    within = [np.mean(np.abs(scaled) < bound) for bound in (1, 2, 3)]
    assert_allclose(within, [0.6827, 0.9545, 0.9973], atol=0.005)


@pytest.mark.parametrize("rule", of("uniform"), ids=repr)
def test_uniform_draws_fill_their_range_evenly(rule: AnyInitializer):
    scaled = (draw(rule) - rule.mean(N_IN, N_OUT)) / (math.sqrt(3) * rule.sigma(N_IN, N_OUT))
    counts, _ = np.histogram(scaled, bins=10, range=(-1, 1))
    assert counts.sum() == scaled.size
    assert_allclose(counts, scaled.size / 10, rtol=0.05)


@pytest.mark.parametrize("family", ["normal", "uniform"])
def test_one_seed_gives_the_same_draws_only_scaled(family: str):
    first, *others = (
        (draw(rule, (5, 7)) - rule.mean(N_IN, N_OUT)) / rule.sigma(N_IN, N_OUT)
        for rule in of(family)
    )
    for other in others:
        assert_allclose(other, first, rtol=1e-12)


@pytest.mark.parametrize("rule", [Zeros(), Constant()], ids=repr)
def test_constants_are_equal_and_leave_the_stream_untouched(rule: AnyInitializer):
    rng = weight_stream(3, 1)
    assert_array_equal(rule.draw(rng, (4, 5), 5, 4), np.full((4, 5), rule.mean(5, 4)))
    assert rng.random() == weight_stream(3, 1).random()


@pytest.mark.parametrize(
    ("rule", "sigma"),
    [
        (HeNormal(), math.sqrt(2 / 10)),
        (HeNormal(mode="fan_out"), math.sqrt(2 / 5)),
        (INITIALIZERS["xavier_normal"](), math.sqrt(2 / 15)),
        (INITIALIZERS["xavier_uniform"](), math.sqrt(2 / 15)),
        (Uniform(low=-0.5, high=0.5), 0.28867513459481287),
        (ScaledNormal(factor=0.01), 0.01),
    ],
    ids=repr,
)
def test_sigmas_of_the_papers(rule: AnyInitializer, sigma: float):
    assert math.isclose(rule.sigma(10, 5), sigma, rel_tol=1e-12)


@every_choice
def test_the_slider_moves_sigma_where_the_rule_lets_it(rule: AnyInitializer):
    if rule.scale is None:
        assert rule.scale_value(6, 24) == rule.sigma(6, 24)
        return
    moved = rule.with_scale(1.25)
    assert type(moved) is type(rule)
    assert math.isclose(moved.scale_value(6, 24), 1.25)
    if rule.distribution != "constant":
        assert moved.mean(6, 24) == rule.mean(6, 24)
        assert math.isclose(moved.sigma(6, 24), 1.25)


@pytest.mark.parametrize(("name", "kind"), INITIALIZERS.items(), ids=INITIALIZERS)
def test_what_is_told_of_a_rule(name: str, kind: type[AnyInitializer]):
    assert kind().name == name
    assert kind.distribution in ("constant", "normal", "uniform")
    assert set(kind.made_for) <= set(get_args(ActivationName))
    assert kind.source


def test_bounds_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="low_above_high"):
        Uniform(low=1.0, high=0.0)


# The parameters at step 0.


def with_rules(
    experiment: Experiment, weights: AnyInitializer, biases: AnyInitializer
) -> Experiment:
    layers = tuple(replace(layer, weights=weights, biases=biases) for layer in experiment.layers)
    return replace(experiment, layers=layers)


@pytest.mark.parametrize("generator", ["pcg64", "legacy"])
def test_parameters_have_the_shapes_of_the_formulas(generator: str):
    experiment = with_rules(default_experiment(), HeUniform(), Normal())
    weights, biases = initial_parameters(replace(experiment, generator=generator))
    assert [W.shape for W in weights] == [(4, 2), (3, 4), (1, 3)]
    assert [b.shape for b in biases] == [(4, 1), (3, 1), (1, 1)]
    assert all(array.flags.c_contiguous and array.flags.writeable for array in weights + biases)


def test_biases_use_the_fans_of_the_weights():
    weights, biases = initial_parameters(
        replace(with_rules(default_experiment(), Zeros(), HeNormal()), generator="legacy")
    )
    draws = np.random.RandomState(6).randn(4)
    assert_array_equal(biases[0][:, 0], draws * math.sqrt(2 / 2))
    assert not any(W.any() for W in weights)


def test_the_legacy_stream_is_that_of_the_notebooks():
    experiment = replace(default_experiment(), seed=3, generator="legacy")
    weights, biases = initial_parameters(experiment)
    np.random.seed(3)  # noqa: NPY002
    for W, b, (n_out, n_in) in zip(weights, biases, [(4, 2), (3, 4), (1, 3)], strict=True):
        assert_array_equal(W, np.random.randn(n_out, n_in) * np.sqrt(2.0 / n_in))  # noqa: NPY002
        assert not b.any()


def test_the_legacy_stream_draws_weights_before_biases_and_only_what_is_random():
    experiment = with_rules(default_experiment(), ScaledNormal(factor=1.0), Normal(std=1.0))
    first, *others = experiment.layers
    layers = (replace(first, weights=Zeros()), *others)
    weights, biases = initial_parameters(
        replace(experiment, seed=3, generator="legacy", layers=layers)
    )
    drawn = [biases[0], weights[1], biases[1], weights[2], biases[2]]
    assert_array_equal(
        np.concatenate([array.ravel() for array in drawn]),
        np.random.RandomState(3).randn(4 + 12 + 3 + 3 + 1),
    )


def test_an_edit_of_one_layer_leaves_the_draws_of_the_others():
    before = default_experiment()
    first, second, output = before.layers
    old, _ = initial_parameters(before)
    deeper, _ = initial_parameters(replace(before, layers=(first, second, second, output)))
    assert_array_equal(deeper[0], old[0])
    assert_array_equal(deeper[1], old[1])
    mixed, biases = initial_parameters(
        replace(before, layers=(replace(first, weights=Zeros(), biases=Normal()), second, output))
    )
    assert biases[0].any()
    assert_array_equal(mixed[1], old[1])
    assert_array_equal(mixed[2], old[2])


def test_the_same_seed_gives_the_same_parameters_and_another_seed_others():
    experiment = default_experiment()
    again, other = experiment, replace(experiment, seed=7)
    assert_array_equal(initial_parameters(experiment)[0][0], initial_parameters(again)[0][0])
    assert (initial_parameters(experiment)[0][0] != initial_parameters(other)[0][0]).all()


def test_streams_of_different_purposes_are_independent():
    seeds = (3, 4)
    streams = [
        *(stream(seed) for stream in (shuffle_stream, data_stream) for seed in seeds),
        *(stream(seed, 1) for stream in (weight_stream, bias_stream) for seed in seeds),
        weight_stream(3, 2),
    ]
    assert len({stream.random() for stream in streams}) == len(streams)
