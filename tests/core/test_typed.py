"""Typed matrices follow the shape of their layer, whatever edit changes it."""

import numpy as np
import pytest

from core import edits
from core.by_hand import first_numbers, type_numbers
from core.datasets.houses import Houses
from core.experiment import Experiment, check, default_experiment
from core.initializers.constant import Constant
from core.problem import Problem
from core.trainer import Trainer
from core.typed import Refit, refits


def typed() -> Experiment:
    """2-4-3-1, a weight and a bias of layer 2 typed by hand."""
    weights = type_numbers(default_experiment(), 2, "weights", {(2, 3): 0.25})
    return type_numbers(weights, 2, "biases", {(1, 0): 0.5})


EDITS = {
    "a neuron more": (lambda now: edits.set_units(now, 2, 4), (4, 4)),
    "a neuron less": (lambda now: edits.set_units(now, 2, 1), (1, 4)),
    "more before it": (lambda now: edits.set_units(now, 1, 6), (3, 6)),
    "the layer before removed": (lambda now: edits.remove_layer(now, 1), (3, 2)),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_still_has_a_place_stays_to_the_last_bit(name):
    edit, shape = EDITS[name]
    before, after = typed(), edit(typed())
    layer = 2 if len(after.layers) == 3 else 1
    old, new = first_numbers(before, 2, "weights"), first_numbers(after, layer, "weights")
    rows, columns = np.minimum(old.shape, new.shape)
    assert new.shape == shape
    assert np.array_equal(new[:rows, :columns], old[:rows, :columns])
    assert len(first_numbers(after, layer, "biases")) == shape[0]
    check(after)
    Trainer(after).advance(3)


def test_new_numbers_have_the_mean_and_sigma_of_those_typed_and_differ():
    before = typed()
    old = first_numbers(before, 2, "weights")
    new = first_numbers(edits.set_units(before, 2, 60), 2, "weights")[3:]
    assert len(np.unique(new)) == new.size
    error = old.std() / np.sqrt(new.size)
    assert abs(new.mean() - old.mean()) < 4 * error
    assert abs(new.std() - old.std()) < 4 * error


def test_a_symmetry_typed_on_purpose_is_kept():
    halves = edits.set_weights(default_experiment(), {2}, Constant(value=0.5))
    grown = edits.set_units(type_numbers(halves, 2, "weights", {(0, 0): 0.5}), 2, 5)
    assert grown.layers[1].weights.name == "explicit"
    assert (first_numbers(grown, 2, "weights") == 0.5).all()


def test_the_same_edit_draws_the_same_numbers():
    assert edits.set_units(typed(), 2, 5) == edits.set_units(typed(), 2, 5)


def test_other_data_fit_the_first_and_the_last_layer():
    first = type_numbers(default_experiment(), 1, "weights", {(0, 0): 1.0})
    both = type_numbers(first, 3, "biases", {(0, 0): 1.0})
    houses = Houses()
    after = edits.set_dataset(both, houses)
    assert np.array(after.layers[0].weights.matrix).shape == (4, houses.shape()[0])
    assert np.array(after.layers[2].biases.matrix).shape == (houses.shape()[1], 1)


def test_what_was_fitted_is_told_and_nothing_else():
    before = typed()
    assert refits(before, edits.set_units(before, 2, 5)) == (
        Refit(2, "weights", 5, 4, drawn=8),
        Refit(2, "biases", 5, 1, drawn=2),
    )
    assert refits(before, edits.set_units(before, 2, 2)) == (
        Refit(2, "weights", 2, 4, drawn=0),
        Refit(2, "biases", 2, 1, drawn=0),
    )
    assert refits(before, type_numbers(before, 2, "weights", {(0, 0): 9.0})) == ()
    assert refits(before, type_numbers(before, 1, "weights", {(0, 0): 9.0})) == ()
    assert refits(before, edits.set_activation(before, {1}, "tanh")) == ()


def test_too_large_to_be_typed_is_refused():
    with pytest.raises(Problem) as raised:
        edits.set_units(typed(), 2, 65)
    assert raised.value.code == "too_large_to_type"
    assert raised.value.values == {"rows": 65, "columns": 4, "most": 64}
