"""S4 to the letter: what zeros, constants and single random matrices become, layer by layer.

The net is 5-4-3-2-2, sigmoid everywhere, mean squared error, learning rate 0.8,
one new random sample a step, all targets 1; biases are constant in each layer
(0.1, 0.2, 0.3, 0.4). Why it comes so: dW[l] = dZ[l] A[l-1]^T, and units whose
weights begin equal have equal A and equal dZ.
"""

from collections.abc import Sequence

import numpy as np
import pytest

from core.datasets.stream import Stream
from core.experiment import Experiment, check
from core.initializers import AnyInitializer
from core.initializers.constant import Constant, Zeros
from core.initializers.normal import Normal
from core.layer import Layer
from core.optimizers import Sgd
from core.trainer import Trainer

ZEROS, CONSTANT, RANDOM = Zeros(), Constant(value=0.5), Normal(std=1.0)
RULES: dict[str, AnyInitializer] = {"0": ZEROS, "c": CONSTANT, "r": RANDOM}
S4 = (5, 4, 3, 2, 2)
OTHERS = [(3, 6, 5, 4, 3, 2), (8, 2, 7, 3), (2, 3, 3)]
ENOUGH = 300  # steps, for every weight to have moved visibly


def experiment(
    begin: str, sizes: Sequence[int] = S4, biases: AnyInitializer | None = None
) -> Experiment:
    """Return S4's experiment; `begin` says how each W begins: 0 zeros, c constant, r random."""
    layers = tuple(
        Layer(units, "sigmoid", RULES[rule], biases or Constant(value=round(0.1 * (i + 1), 1)))
        for i, (units, rule) in enumerate(zip(sizes[1:], begin, strict=True))
    )
    found = Experiment(
        format=1,
        dataset=Stream(inputs=sizes[0], outputs=sizes[-1]),
        layers=layers,
        loss="mean_squared_error",
        optimizer=Sgd(learning_rate=0.8),
    )
    check(found)
    return found


def structure(W: np.ndarray) -> str:
    """Name a matrix: zero, constant, rows (all rows equal), columns (all columns equal) or random.

    Equal to the last bits: a millionth of a millionth of the largest element.
    """
    most = np.abs(W).max()
    rows_equal = np.ptp(W, axis=0).max() <= 1e-12 * most
    columns_equal = np.ptp(W, axis=1).max() <= 1e-12 * most
    if most == 0.0:
        return "zero"
    if rows_equal:
        return "constant" if columns_equal else "rows"
    return "columns" if columns_equal else "random"


def structures(begin: str, sizes: Sequence[int] = S4, steps: int = ENOUGH) -> list[str]:
    """Return what the weights have become after some steps."""
    trainer = Trainer(experiment(begin, sizes))
    assert trainer.advance(steps) == steps
    return [structure(W) for W in trainer.network.weights]


@pytest.mark.parametrize("sizes", [S4, *OTHERS])
def test_from_zeros_each_step_reaches_one_layer_further_back(sizes: tuple[int, ...]):
    """Layers 4, 3, 2, 1 have their first weight gradients in steps 1, 2, 3, 4."""
    depth = len(sizes) - 1
    trainer = Trainer(experiment("0" * depth, sizes))
    for step in range(1, depth + 1):
        reached = [bool(np.any(gradient.dW)) for gradient in trainer.gradients()]
        assert reached == [layer > depth - step for layer in range(1, depth + 1)]
        trainer.advance(1)
        moved = [bool(np.any(W)) for W in trainer.network.weights]
        assert moved == reached


@pytest.mark.parametrize("sizes", [S4, *OTHERS])
def test_zeros_end_with_equal_rows_and_then_constants(sizes: tuple[int, ...]):
    depth = len(sizes) - 1
    expected = ["rows"] + ["constant"] * (depth - 1)
    assert structures("0" * depth, sizes, steps=depth) == expected
    assert structures("0" * depth, sizes) == expected


@pytest.mark.parametrize("sizes", [S4, *OTHERS])
@pytest.mark.parametrize("steps", [1, ENOUGH])
def test_a_constant_is_there_after_step_1(sizes: tuple[int, ...], steps: int):
    depth = len(sizes) - 1
    expected = ["rows"] + ["constant"] * (depth - 1)
    assert structures("c" * depth, sizes, steps) == expected


@pytest.mark.parametrize("rest", ["0", "c"])
@pytest.mark.parametrize("leading", [1, 2, 3, 4])
def test_after_random_matrices_the_input_layer_has_moved(leading: int, rest: str):
    """W1..WM stay random, W(M+1) gets equal rows, every later one is constant."""
    expected = [*["random"] * leading, "rows", *["constant"] * 3][:4]
    assert structures("r" * leading + rest * (4 - leading)) == expected


@pytest.mark.parametrize("sizes", OTHERS)
def test_after_one_random_matrix_in_other_shapes(sizes: tuple[int, ...]):
    depth = len(sizes) - 1
    expected = ["random", "rows", *["constant"] * depth][:depth]
    assert structures("r" + "0" * (depth - 1), sizes) == expected


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        ("00r0", ["rows", "columns", "random", "rows"]),
        ("cc" + "rc", ["rows", "columns", "random", "rows"]),
        ("000r", ["rows", "constant", "columns", "random"]),
        ("cccr", ["rows", "constant", "columns", "random"]),
        # Before W2 there is W1 alone, and its inputs differ: no columns to be equal.
        ("0r00", ["random", "random", "rows", "constant"]),
    ],
)
def test_before_a_random_matrix_the_columns_are_equal(begin: str, expected: list[str]):
    assert structures(begin) == expected


def test_before_a_random_matrix_in_another_shape():
    expected = ["rows", "columns", "random", "rows", "constant"]
    assert structures("00r00", (3, 6, 5, 4, 3, 2)) == expected


def test_random_biases_break_the_symmetry_of_zeros():
    """The wave goes back as before, but no two units are alike when it comes."""
    trainer = Trainer(experiment("0000", biases=RANDOM))
    for step in range(1, 5):
        trainer.advance(1)
        expected = ["zero"] * (4 - step) + ["random"] * step
        assert [structure(W) for W in trainer.network.weights] == expected


def test_with_zeros_the_error_falls_all_the_same():
    """Zero weights do update: S4 against "they never move"."""
    trainer = Trainer(experiment("0000"))
    before = trainer.measure()
    trainer.advance(ENOUGH)
    after = trainer.measure()
    assert before.train_loss > 0.1
    assert after.train_loss < 0.003
    assert after.test_loss < 0.003
