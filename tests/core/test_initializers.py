"""Every initializer draws what it says it draws; a new one is tested by existing."""

import math
from typing import get_args

import numpy as np
import pytest
from msgspec.structs import asdict
from numpy.testing import assert_allclose, assert_array_equal

from core.gains import GAINS
from core.initializers import INITIALIZERS, AnyInitializer, Explicit
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal, HeUniform
from core.initializers.identity import Identity
from core.initializers.lecun import LecunNormal, LecunUniform
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.orthogonal import Orthogonal
from core.initializers.sparse import Sparse
from core.initializers.truncated import TruncatedNormal
from core.initializers.uniform import Uniform
from core.streams import weight_stream

CHOICES: list[AnyInitializer] = [
    *(kind() for kind in INITIALIZERS.values()),
    Constant(value=-2.0),
    Normal(std=3.0, centre=-1.5),
    Uniform(low=0.25, high=0.75),
    TruncatedNormal(std=3.0, centre=-1.5),
    ScaledNormal(factor=10.0),
    HeNormal(mode="fan_out"),
    HeUniform(mode="fan_out"),
    LecunNormal(mode="fan_out"),
    LecunUniform(mode="fan_out"),
    Orthogonal(gain=5 / 3),
    Identity(gain=0.5),
    Sparse(connections=3, std=0.5),
]
every_choice = pytest.mark.parametrize("rule", CHOICES, ids=repr)
every_kind = pytest.mark.parametrize(("name", "kind"), INITIALIZERS.items(), ids=INITIALIZERS)

LARGE = (400, 500)  # (n_out, n_in): 200,000 weights
SHAPES = [LARGE, (500, 400), (1, 1024), (1024, 1), (1, 1)]
every_shape = pytest.mark.parametrize("shape", SHAPES, ids=str)


def of(distribution: str) -> list[AnyInitializer]:
    return [rule for rule in CHOICES if rule.distribution == distribution and rule.sigma(1, 1) > 0]


def draw(rule: AnyInitializer, shape: tuple[int, int] = LARGE) -> np.ndarray:
    n_out, n_in = shape
    return rule.draw(weight_stream(3, 1), shape, n_in, n_out)


def moments(rule: AnyInitializer, shape: tuple[int, int] = LARGE) -> tuple[float, float]:
    n_out, n_in = shape
    return rule.mean(n_in, n_out), rule.sigma(n_in, n_out)


def standardized(rule: AnyInitializer, shape: tuple[int, int] = LARGE) -> np.ndarray:
    mean, sigma = moments(rule, shape)
    return (draw(rule, shape) - mean) / sigma


@every_choice
@pytest.mark.parametrize(("n_in", "n_out"), [(6, 24), (24, 6), (1, 7), (7, 1), (1, 1)])
def test_the_formula_shown_is_sigma(rule: AnyInitializer, n_in: int, n_out: int):
    functions = {"sqrt": math.sqrt, "max": max, "min": min, "__builtins__": {}}
    shown = eval(rule.expression, functions, {"n_in": n_in, "n_out": n_out, **asdict(rule)})
    assert math.isclose(shown, rule.sigma(n_in, n_out), rel_tol=1e-12)
    assert rule.variance(n_in, n_out) == rule.sigma(n_in, n_out) ** 2


@every_choice
@every_shape
def test_mean_and_sigma_of_the_drawn_weights(rule: AnyInitializer, shape: tuple[int, int]):
    weights, (mean, sigma) = draw(rule, shape), moments(rule, shape)
    assert (weights.shape, weights.dtype) == (shape, np.float64)
    assert abs(weights.mean() - mean) <= 5 * sigma / math.sqrt(weights.size)
    spread = math.sqrt(np.mean((weights - mean) ** 2))
    if rule.sigma_of == "weight":
        assert abs(spread - sigma) <= 5 * sigma / math.sqrt(max(1, np.count_nonzero(weights)))
    else:
        assert_allclose(spread, sigma, rtol=1e-12)


@pytest.mark.parametrize("rule", of("normal"), ids=repr)
def test_normal_draws_have_the_tails_of_the_normal_distribution(rule: AnyInitializer):
    size = np.abs(standardized(rule))
    assert 4 < size.max() < 6
    within = [np.mean(size < bound) for bound in (1, 2, 3)]
    assert_allclose(within, [0.6827, 0.9545, 0.9973], atol=0.005)


@pytest.mark.parametrize("rule", of("truncated_normal"), ids=repr)
def test_truncated_draws_are_normal_up_to_the_cut_at_two_std(rule: TruncatedNormal):
    size = np.abs((draw(rule) - rule.centre) / rule.std)
    assert 1.99 < size.max() <= 2 + 1e-12
    within = [np.mean(size < bound) for bound in (0.5, 1, 1.5)]
    assert_allclose(within, np.array([0.3829, 0.6827, 0.8664]) / 0.9545, atol=0.005)


@pytest.mark.parametrize("rule", of("uniform"), ids=repr)
def test_uniform_draws_fill_their_range_evenly(rule: AnyInitializer):
    counts, _ = np.histogram(standardized(rule) / math.sqrt(3), bins=10, range=(-1, 1))
    assert counts.sum() == 200_000
    assert_allclose(counts, 20_000, rtol=0.05)


@pytest.mark.parametrize("family", ["normal", "uniform"])
def test_one_seed_gives_the_same_draws_only_scaled(family: str):
    first, *others = (standardized(rule, (5, 7)) for rule in of(family))
    for other in others:
        assert_allclose(other, first, rtol=1e-12)


def test_what_is_cut_picked_or_rotated_comes_from_the_same_draws_too():
    normal = draw(Normal(std=1.0), (20, 30))
    cut = draw(TruncatedNormal(std=1.0), (20, 30))
    kept = np.abs(normal) <= 2
    assert_array_equal(cut[kept], normal[kept])
    assert (np.abs(cut[~kept]) <= 2).all()
    picked = draw(Sparse(std=1.0), (20, 30))
    assert_array_equal(picked[picked != 0], normal[picked != 0])
    row = draw(Normal(std=1.0), (1, 30))
    assert_allclose(draw(Orthogonal(), (1, 30)), row / np.linalg.norm(row), rtol=1e-12)


@every_choice
@pytest.mark.parametrize("stream", [lambda seed: weight_stream(seed, 1), np.random.RandomState])
def test_the_seed_decides_and_constants_leave_the_stream_untouched(rule: AnyInitializer, stream):
    rng, again, other = stream(3), stream(3), stream(4)
    first = rule.draw(rng, (4, 5), 5, 4)
    assert_array_equal(rule.draw(again, (4, 5), 5, 4), first)
    is_random = rule.distribution not in ("constant", "identity")
    assert (rng.random() != stream(3).random()) == is_random
    assert np.array_equal(rule.draw(other, (4, 5), 5, 4), first) != is_random


@pytest.mark.parametrize("rule", [Zeros(), Constant()], ids=repr)
def test_constants_are_equal(rule: AnyInitializer):
    assert_array_equal(draw(rule, (4, 5)), np.full((4, 5), rule.mean(5, 4)))


@pytest.mark.parametrize(
    ("name", "fields", "sigma"),
    [
        ("he_normal", {}, math.sqrt(2 / 10)),
        ("he_uniform", {}, math.sqrt(2 / 10)),
        ("he_normal", {"mode": "fan_out"}, math.sqrt(2 / 5)),
        ("xavier_normal", {}, math.sqrt(2 / 15)),
        ("xavier_uniform", {}, math.sqrt(2 / 15)),
        ("keras_dense", {}, math.sqrt(2 / 15)),
        ("lecun_normal", {}, math.sqrt(1 / 10)),
        ("lecun_uniform", {}, math.sqrt(1 / 10)),
        ("lecun_uniform", {"mode": "fan_out"}, math.sqrt(1 / 5)),
        ("pytorch_linear", {}, math.sqrt(1 / 30)),
        ("playground", {}, 0.28867513459481287),
        ("uniform", {"low": -0.5, "high": 0.5}, 0.28867513459481287),
        ("scaled_normal", {"factor": 0.01}, 0.01),
        ("truncated_normal", {"std": 1.0}, 0.87962566103423978),
        ("orthogonal", {"gain": 2.0}, 2 / math.sqrt(10)),
        ("lsuv", {}, 1 / math.sqrt(10)),
        ("identity", {}, 0.3),
        ("sparse", {"connections": 4, "std": 2.0}, 2 * math.sqrt(0.4)),
        ("sparse", {"connections": 15}, 1.0),
    ],
)
def test_sigmas_of_the_papers_for_ten_inputs_and_five_units(
    name: str, fields: dict[str, float], sigma: float
):
    assert math.isclose(INITIALIZERS[name](**fields).sigma(10, 5), sigma, rel_tol=1e-12)


MATRIX_RULES = ("orthogonal", "identity", "sparse", "lsuv")
OWN_BIASES = {
    "keras_dense": Zeros(),
    "playground": Constant(value=0.1),
    **dict.fromkeys(MATRIX_RULES, Zeros()),
}


@every_kind
def test_biases_are_drawn_as_the_source_of_the_rule_has_them(name: str, kind: type[AnyInitializer]):
    rule = kind().for_biases
    assert rule == OWN_BIASES.get(name, kind())
    assert rule.for_biases == rule
    biases = rule.draw(weight_stream(3, 1), (1024, 1), 6, 1024)
    mean, sigma = rule.mean(6, 1024), rule.sigma(6, 1024)
    assert biases.shape == (1024, 1)
    assert_allclose(biases.mean(), mean, atol=5 * sigma / 32 + 1e-12)
    assert_allclose(biases.std(), sigma, atol=5 * sigma / 32 + 1e-12)


@every_choice
def test_the_slider_moves_sigma_where_the_rule_lets_it(rule: AnyInitializer):
    moved = rule.with_scale(1.25)
    if rule.scale is None:
        assert moved == rule
        assert rule.scale_is_sigma == (rule.name != "zeros")
        return
    assert type(moved) is type(rule)
    assert math.isclose(moved.scale_value(6, 24), 1.25)
    if rule.scale_is_sigma:
        assert moved.mean(6, 24) == rule.mean(6, 24)
        assert math.isclose(moved.sigma(6, 24), 1.25)
    else:
        assert getattr(moved, rule.scale) == 1.25


@every_kind
def test_what_is_told_of_a_rule(name: str, kind: type[AnyInitializer]):
    assert kind().name == name
    assert kind.formula
    assert set(kind.made_for) <= set(GAINS)
    assert kind.source
    assert kind.uses_data == (kind.sigma_of == "start") == (name == "lsuv")


def test_only_the_typed_matrix_can_not_be_chosen_by_its_name_alone():
    assert set(get_args(AnyInitializer)) - set(INITIALIZERS.values()) == {Explicit}


@every_choice
@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1), (4, 9), (9, 4)], ids=str)
def test_the_drawn_array_is_writeable_and_contiguous(rule: AnyInitializer, shape: tuple[int, int]):
    weights = draw(rule, shape)
    assert weights.flags.c_contiguous
    assert weights.flags.writeable


def test_bounds_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="low_above_high"):
        Uniform(low=1.0, high=0.0)
