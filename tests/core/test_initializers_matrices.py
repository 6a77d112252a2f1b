"""Initializers whose weights are not drawn one by one: their matrices have properties."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from core.initializers import Explicit
from core.initializers.identity import Identity
from core.initializers.lsuv import Lsuv
from core.initializers.orthogonal import Orthogonal
from core.initializers.sparse import Sparse
from core.problem import Problem
from core.streams import weight_stream

Shape = tuple[int, int]


def draw(rule, shape: Shape, seed: int = 3) -> np.ndarray:
    n_out, n_in = shape
    return rule.draw(weight_stream(seed, 1), shape, n_in, n_out)


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (30, 50), (50, 30), (40, 40)], ids=str)
@pytest.mark.parametrize("gain", [0.0, 1.0, 5 / 3])
def test_orthogonal_rows_or_columns_whichever_are_fewer(shape: Shape, gain: float):
    W = draw(Orthogonal(gain=gain), shape)
    product = W @ W.T if shape[0] <= shape[1] else W.T @ W
    assert_allclose(product, gain**2 * np.eye(min(shape)), atol=1e-12)


def test_orthogonal_changes_no_length_on_its_way_through_twenty_layers():
    x = np.arange(1.0, 33.0)
    for layer in range(20):
        x = draw(Orthogonal(), (32, 32), seed=layer) @ x
    assert_allclose(np.linalg.norm(x), np.linalg.norm(np.arange(1.0, 33.0)), rtol=1e-12)


def test_all_rotations_of_the_plane_and_their_mirror_images_are_equally_likely():
    drawn = np.array([draw(Orthogonal(), (2, 2), seed) for seed in range(1000)])
    angle = np.arctan2(drawn[:, 1, 0], drawn[:, 0, 0])
    mirrored = np.linalg.det(drawn) < 0
    eighth = np.floor(angle / (np.pi / 4)).astype(int) % 8
    counts = np.bincount(eighth * 2 + mirrored, minlength=16)
    chi_squared = np.sum((counts - 62.5) ** 2 / 62.5)
    assert chi_squared < 40  # 15 degrees of freedom: above in 1 of 2,000 such tests


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (4, 1), (3, 5), (5, 3)], ids=str)
def test_identity_copies_the_inputs_that_are_there(shape: Shape):
    n_out, n_in = shape
    x = np.arange(1.0, n_in + 1)
    copied = draw(Identity(gain=2.0), shape) @ x
    shared = min(shape)
    assert_array_equal(copied, [*(2 * x[:shared]), *[0.0] * (n_out - shared)])


@pytest.mark.parametrize("connections", [1, 3, 15, 1024])
@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (20, 40)], ids=str)
def test_sparse_units_have_as_many_connections_as_they_can(shape: Shape, connections: int):
    W = draw(Sparse(connections=connections), shape)
    assert (np.count_nonzero(W, axis=1) == min(connections, shape[1])).all()


def test_sparse_connections_are_spread_evenly_over_the_inputs():
    W = draw(Sparse(connections=10), (1000, 50))
    listeners = np.count_nonzero(W, axis=0)  # of each input: binomial, 200 +- 12.6
    assert abs(listeners - 200).max() < 5 * 12.6


# LSUV: the data say how large the weights must be.

INPUTS = weight_stream(9, 1).standard_normal((5, 200)) * [[0.1], [1.0], [30.0], [2.0], [0.5]] + 7


@pytest.mark.parametrize("shape", [(1, 5), (3, 5), (5, 5), (40, 5)], ids=str)
def test_lsuv_gives_z_the_variance_one_and_keeps_the_directions(shape: Shape):
    start = draw(Lsuv(), shape)
    W = Lsuv().fit(start, start @ INPUTS)
    assert_allclose((W @ INPUTS).var(), 1.0, rtol=1e-12)
    assert_allclose(W / start, W[0, 0] / start[0, 0], rtol=1e-12)


@pytest.mark.parametrize(
    "inputs",
    [
        np.zeros((5, 200)),
        INPUTS * 1e-314,
        np.full((5, 200), 1e200),
        np.full((5, 200), np.nan),
        np.full((5, 200), np.inf),
    ],
    ids=["zeros", "underflow", "overflow", "nan", "infinite"],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_lsuv_stays_at_its_start_where_the_data_give_no_scale(inputs: np.ndarray):
    start = draw(Lsuv(), (1, 5))
    assert_array_equal(Lsuv().fit(start, start @ inputs), start)


@pytest.mark.parametrize("value", [0.1, 1 / 3, 7.7e9])
def test_lsuv_takes_the_rounding_of_a_constant_for_no_variance(value: float):
    start = draw(Lsuv(), (1, 5))
    assert_array_equal(Lsuv().fit(start, start @ np.full((5, 200), value)), start)


def test_only_rules_that_use_data_are_changed_by_it():
    start = draw(Orthogonal(), (3, 5))
    assert Orthogonal().fit(start, start @ INPUTS) is start


# Explicit: a matrix typed by hand.

TYPED = Explicit(matrix=((1.0, -2.0, 3.0), (0.0, 0.5, 0.25)))


def test_an_explicit_matrix_is_what_was_typed():
    W = draw(TYPED, (2, 3))
    assert_array_equal(W, [[1, -2, 3], [0, 0.5, 0.25]])
    assert (W.mean(), W.std()) == (TYPED.mean(3, 2), TYPED.sigma(3, 2))
    assert float(TYPED.expression) == TYPED.sigma(3, 2)
    assert TYPED.with_scale(2.0) == TYPED
    assert TYPED.for_biases == TYPED


def test_tiny_typed_numbers_have_a_sigma_without_an_exponent():
    tiny = Explicit(matrix=((1e-9,), (-1e-9,)))
    assert tiny.expression == "0.000000001"


@pytest.mark.parametrize(
    ("shape", "path", "code", "found", "needed"),
    [
        ((3, 3), "matrix", "matrix_rows", 2, 3),
        ((1, 3), "matrix", "matrix_rows", 2, 1),
        ((2, 4), "matrix[0]", "matrix_columns", 3, 4),
        ((2, 1), "matrix[0]", "matrix_columns", 3, 1),
    ],
)
def test_a_matrix_of_another_shape_is_refused(
    shape: Shape, path: str, code: str, found: int, needed: int
):
    TYPED.check_shape("here", (2, 3))
    with pytest.raises(Problem) as caught:
        TYPED.check_shape("here", shape)
    assert (caught.value.path, caught.value.code) == (f"here.{path}", code)
    assert dict(caught.value.values) == {"found": found, "needed": needed}


def test_a_row_of_another_length_than_the_others_is_named():
    with pytest.raises(Problem) as caught:
        Explicit(matrix=((1.0, 2.0), (3.0,))).check_shape("here", (2, 2))
    assert (caught.value.path, caught.value.code) == ("here.matrix[1]", "matrix_columns")
