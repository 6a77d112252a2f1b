"""Numbers typed by hand: one changes, all others stay as they were drawn."""

import numpy as np
import pytest

from core import edits
from core.by_hand import NUDGE, draw_rows, first_numbers, nudge, type_biases, type_numbers
from core.experiment import default_experiment
from core.initializers.constant import Zeros
from core.initializers.explicit import Explicit
from core.initializers.lecun import LecunNormal
from core.problem import Problem
from core.trainer import Trainer


def test_one_weight_changes_and_every_other_number_stays_to_the_last_bit():
    before = default_experiment()
    after = type_numbers(before, 2, "weights", {(1, 3): 0.25})
    old, new = Trainer(before).network, Trainer(after).network
    expected = old.weights[1].copy()
    expected[1, 3] = 0.25
    assert np.array_equal(new.weights[1], expected)
    for layer in (0, 2):
        assert np.array_equal(new.weights[layer], old.weights[layer])
    assert after.layers[1].weights == Explicit(matrix=tuple(map(tuple, expected.tolist())))
    assert after.layers[1].biases == Zeros()


def test_a_bias_is_typed_the_same_way():
    after = type_numbers(default_experiment(), 1, "biases", {(2, 0): -1.5})
    assert first_numbers(after, 1, "biases").ravel().tolist() == [0.0, 0.0, -1.5, 0.0]
    assert after.layers[0].weights == default_experiment().layers[0].weights


def test_several_numbers_are_one_edit_and_a_second_edit_keeps_the_first():
    once = type_numbers(default_experiment(), 1, "weights", {(0, 0): 1.0, (3, 1): 2.0})
    twice = type_numbers(once, 1, "weights", {(0, 1): 3.0})
    assert first_numbers(twice, 1, "weights")[[0, 0, 3], [0, 1, 1]].tolist() == [1.0, 3.0, 2.0]


def test_a_nudge_breaks_the_symmetry_of_zeros_by_a_hundredth():
    zeros = edits.set_weights(default_experiment(), {1}, Zeros())
    after = first_numbers(nudge(zeros, 1, "weights", (1, 0)), 1, "weights")
    assert after[1, 0] == NUDGE
    assert np.count_nonzero(after) == 1


@pytest.mark.parametrize(
    ("layer", "part", "shape"), [(1, "weights", (65, 2)), (2, "weights", (3, 65))]
)
def test_a_matrix_that_nobody_can_look_at_is_refused(layer, part, shape):
    large = edits.set_units(default_experiment(), 1, 65)
    for edit in (
        lambda: type_numbers(large, layer, part, {(0, 0): 1.0}),
        lambda: nudge(large, layer, part, (0, 0)),
    ):
        with pytest.raises(Problem) as raised:
            edit()
        problem = raised.value
        assert (problem.path, problem.code) == (f"layers[{layer - 1}].{part}", "too_large_to_type")
        assert problem.values == {"rows": shape[0], "columns": shape[1], "most": 64}


def test_64_rows_can_be_typed():
    large = edits.set_units(default_experiment(), 1, 64)
    assert (
        first_numbers(type_numbers(large, 1, "weights", {(63, 1): 5.0}), 1, "weights")[63, 1] == 5
    )


@pytest.mark.parametrize("number", [1e7, float("nan"), float("inf")])
def test_a_number_out_of_range_is_refused_with_its_place(number):
    with pytest.raises(Problem) as raised:
        type_numbers(default_experiment(), 1, "weights", {(2, 1): number})
    assert raised.value.path == "layers[0].weights.matrix[2][1]"


def test_neurons_painted_have_the_draws_they_had_scaled_as_the_rule_says():
    before = default_experiment()  # He: sigma is the root of 2 over n_in
    after = draw_rows(before, [(1, 3), (2, 0), (1, 1)], LecunNormal())  # of 1 over n_in
    for layer, rows in ((1, {1, 3}), (2, {0}), (3, set())):
        old, new = (first_numbers(one, layer, "weights") for one in (before, after))
        for row, (was, numbers) in enumerate(zip(old, new, strict=True)):
            scale = np.sqrt(0.5) if row in rows else 1.0
            assert numbers == pytest.approx(scale * was, rel=1e-15)
    assert [one.biases for one in after.layers] == [one.biases for one in before.layers]


def test_neurons_of_several_layers_get_one_bias():
    after = type_biases(default_experiment(), [(2, 2), (1, 0), (1, 3)], 0.5)
    found = [first_numbers(after, layer, "biases").ravel().tolist() for layer in (1, 2, 3)]
    assert found == [[0.5, 0, 0, 0.5], [0, 0, 0.5], [0]]
