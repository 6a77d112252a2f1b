"""Symmetry: equal neurons, and what S4 says that matrices become."""

from collections.abc import Sequence

import numpy as np
import pytest

from core.datasets.stream import Stream
from core.diagnostics import LayerDiagnostics
from core.diagnostics.structure import Structure, structure
from core.diagnostics.symmetry import equal_rows, symmetry
from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.initializers.constant import Constant, Zeros
from core.initializers.normal import Normal
from core.layer import Layer
from core.optimizers import Sgd
from core.trainer import Trainer

S4 = (5, 4, 3, 2, 2)
OTHERS = [(3, 6, 5, 4, 3, 2), (8, 2, 7, 3), (2, 3, 3)]
RULES: dict[str, AnyInitializer] = {"0": Zeros(), "c": Constant(value=0.5), "r": Normal(std=1.0)}
ENOUGH = 200  # steps, for every weight to have moved visibly


def s4(begin: str, sizes: Sequence[int]) -> Experiment:
    """Return S4's experiment; `begin` says how each W begins: 0 zeros, c constant, r random."""
    layers = tuple(
        Layer(units, "sigmoid", RULES[rule], Constant(value=0.1 * (i + 1)))
        for i, (units, rule) in enumerate(zip(sizes[1:], begin, strict=True))
    )
    return Experiment(
        format=1,
        dataset=Stream(inputs=sizes[0], outputs=sizes[-1]),
        layers=layers,
        loss="mean_squared_error",
        optimizer=Sgd(learning_rate=0.8),
        batch_size=1,
    )


def after_training(begin: str, sizes: Sequence[int]) -> tuple[LayerDiagnostics, ...]:
    trainer = Trainer(s4(begin, sizes))
    trainer.advance(ENOUGH)
    found = trainer.snapshot(diagnostics=True).diagnostics
    assert found is not None
    return found


def names(begin: str, sizes: Sequence[int]) -> list[Structure]:
    return [layer.structure for layer in after_training(begin, sizes)]


# The structure of a matrix


@pytest.mark.parametrize(
    ("W", "name"),
    [
        ([[0, 0], [0, 0]], "zero"),
        ([[3, 3], [3, 3]], "constant"),
        ([[3, 3]], "constant"),
        ([[1, 2], [1, 2]], "row_equal"),
        ([[1, 1], [2, 2]], "column_equal"),
        ([[1], [2]], "random"),
        ([[1, 2]], "random"),
        ([[5]], "random"),
        ([[0]], "zero"),
        ([[1, 2], [3, 4]], "random"),
    ],
)
def test_the_name_of_a_matrix(W: list[list[float]], name: Structure):
    assert structure(np.array(W, dtype=float)) == name


def test_rounding_is_forgiven_and_nothing_more():
    W = np.array([[1.0, 2.0], [1.0 + 1e-15, 2.0]])
    assert structure(W) == "row_equal"
    assert structure(W, tolerance=0.0) == "random"
    W[1, 0] += 1e-9
    assert structure(W) == "random"
    assert structure(W, tolerance=1e-6) == "row_equal"


@pytest.mark.parametrize("sizes", [S4, *OTHERS])
@pytest.mark.parametrize("begin", ["0", "c"])
def test_s4_all_matrices_alike(sizes: tuple[int, ...], begin: str):
    """All rows of W1 equal; within each later W all elements equal."""
    depth = len(sizes) - 1
    found = after_training(begin * depth, sizes)
    assert [layer.structure for layer in found] == ["row_equal"] + ["constant"] * (depth - 1)
    assert [layer.symmetry.effective for layer in found[:-1]] == [1] * (depth - 1)


@pytest.mark.parametrize("sizes", [S4, *OTHERS])
@pytest.mark.parametrize("rest", ["0", "c"])
def test_s4_the_first_matrices_random(sizes: tuple[int, ...], rest: str):
    """The input layer has moved: W(M+1) becomes row-equal, every later one constant."""
    depth = len(sizes) - 1
    for m in range(1, depth):
        after = depth - m - 1
        assert names("r" * m + rest * (depth - m), sizes) == (
            ["random"] * m + ["row_equal"] + ["constant"] * after
        )


@pytest.mark.parametrize("sizes", [S4, OTHERS[0]])
@pytest.mark.parametrize("rest", ["0", "c"])
def test_s4_one_matrix_random_in_the_middle(sizes: tuple[int, ...], rest: str):
    """The matrix before it becomes column-equal, unless it is the first: that sees the inputs."""
    depth = len(sizes) - 1
    for middle in range(2, depth - 1):
        found = names(rest * middle + "r" + rest * (depth - middle - 1), sizes)
        assert found[middle - 1] == "column_equal"
        assert found[0] == "row_equal"


# Equal neurons


def test_groups_of_equal_rows():
    matrix = np.array([[1.0, 2.0], [3.0, 4.0], [1.0, 2.0], [5.0, 6.0], [3.0, 4.0], [1.0, 2.0]])
    assert equal_rows(matrix) == ((0, 2, 5), (1, 4))
    assert equal_rows(matrix[:2]) == ()
    assert equal_rows(np.array([[0.0, 1.0], [0.0, 2.0]])) == ()
    assert equal_rows(np.array([[0.0], [-0.0]])) == ((0, 1),)


def test_only_equal_weights_with_equal_gradients_stay_identical():
    parameters = np.array([[1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [2.0, 0.0]])
    gradients = np.array([[0.1, 0.2], [0.1, 0.2], [0.3, 0.2], [0.1, 0.2]])
    found = symmetry(parameters, gradients)
    assert found.weights == ((0, 1, 2),)
    assert found.gradients == ((0, 1, 3),)
    assert found.identical == ((0, 1),)
    assert (found.units, found.effective) == (4, 3)


@pytest.mark.parametrize("seed", range(5))
def test_groups_are_those_of_a_plain_loop(seed: int):
    matrix = np.random.default_rng(seed).integers(0, 2, (12, 3)).astype(float)
    groups: dict[tuple[float, ...], list[int]] = {}
    for index, row in enumerate(matrix.tolist()):
        groups.setdefault(tuple(row), []).append(index)
    expected = tuple(tuple(group) for group in groups.values() if len(group) > 1)
    assert equal_rows(matrix) == expected


def test_identical_neurons_stay_identical_for_ever():
    trainer = Trainer(s4("cccc", S4))
    for _ in range(3):
        trainer.advance(500)
        found = trainer.snapshot(diagnostics=True).diagnostics
        assert found is not None
        assert [layer.symmetry.identical for layer in found[:3]] == [
            ((0, 1, 2, 3),),
            ((0, 1, 2),),
            ((0, 1),),
        ]
