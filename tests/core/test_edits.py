"""Edits: every one returns an experiment that `check` accepts, or raises a Problem."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from core import edits
from core.datasets import DATASETS, AnyDataset, Csv
from core.datasets.circles import Circles
from core.datasets.digits import Digits
from core.datasets.moons import Moons
from core.datasets.plane import Plane
from core.experiment import Experiment, check, default_experiment
from core.initializers import INITIALIZERS
from core.initializers.constant import Zeros
from core.initializers.uniform import Uniform
from core.layer import HIDDEN, ActivationName, Layer
from core.losses import LOSSES, LossName
from core.optimizers import Sgd
from core.problem import Problem
from core.trainer import Trainer

BEFORE = default_experiment()
DIGITS = edits.set_dataset(BEFORE, Digits())


def units(experiment: Experiment) -> list[int]:
    return [layer.units for layer in experiment.layers]


def ends(experiment: Experiment) -> tuple[str, str]:
    """Return the loss and the output's activation."""
    return experiment.loss, experiment.layers[-1].activation


def without_hidden() -> Experiment:
    return edits.remove_layer(edits.remove_layer(BEFORE, 1), 1)


@pytest.fixture
def houses(tmp_path: Path) -> Csv:
    path = tmp_path / "houses.csv"
    path.write_text("size,rooms,price\n50,2,100\n80,3,160\n120,5,250\n", encoding="utf-8")
    return Csv(path=str(path), task="regression")


@pytest.mark.parametrize(
    ("place", "expected"), [(1, [4, 4, 3, 1]), (2, [4, 3, 3, 1]), (3, [4, 3, 3, 1])]
)
def test_a_new_layer_takes_after_its_neighbour(place: int, expected: list[int]):
    after = edits.add_layer(BEFORE, place)
    assert units(after) == expected
    check(after)


def test_a_new_layer_copies_initializers_too():
    odd = edits.set_weights(BEFORE, {2}, Uniform(low=0.0, high=1.0))
    assert edits.add_layer(odd, 2).layers[1] == odd.layers[1]
    assert edits.add_layer(odd, 3).layers[2] == odd.layers[1]


def test_a_layer_is_added_to_logistic_regression():
    assert units(without_hidden()) == [1]
    assert units(edits.add_layer(without_hidden(), 1)) == [4, 1]


def test_a_removed_layer_leaves_the_others_as_they_were():
    assert edits.remove_layer(BEFORE, 1).layers == BEFORE.layers[1:]


def test_adding_and_removing_undo_each_other():
    assert edits.remove_layer(edits.add_layer(BEFORE, 2), 2) == BEFORE


def test_units_activation_and_initializers_of_chosen_layers():
    assert units(edits.set_units(BEFORE, 2, 8)) == [4, 8, 1]
    after = edits.set_activation(BEFORE, {1, 2}, "tanh")
    assert [layer.activation for layer in after.layers] == ["tanh", "tanh", "sigmoid"]
    after = edits.set_weights(BEFORE, [3], Zeros())
    assert [layer.weights.name for layer in after.layers] == ["he_normal", "he_normal", "zeros"]
    after = edits.set_biases(BEFORE, (1,), Uniform())
    assert [layer.biases.name for layer in after.layers] == ["uniform", "zeros", "zeros"]


@pytest.mark.parametrize("kind", INITIALIZERS.values(), ids=INITIALIZERS)
def test_every_initializer_can_be_set_in_every_layer(kind: type):
    everywhere = range(1, 4)
    after = edits.set_biases(edits.set_weights(BEFORE, everywhere, kind()), everywhere, kind())
    assert all(layer.weights == layer.biases == kind() for layer in after.layers)


def test_other_data_of_the_same_task_keep_loss_and_activation():
    squared = edits.set_loss(BEFORE, "mean_squared_error")
    after = edits.set_dataset(squared, Moons())
    assert after == replace(squared, dataset=Moons())


def test_loss_and_output_follow_the_task_there_and_back(houses: Csv):
    there = edits.set_dataset(BEFORE, houses)
    assert ends(there) == ("mean_squared_error", "linear")
    assert there.sizes() == (2, 4, 3, 1)
    assert edits.set_dataset(there, BEFORE.dataset) == BEFORE


@pytest.mark.parametrize("kind", [kind for kind in DATASETS.values() if kind is not Csv])
def test_every_dataset_brings_a_loss_and_an_output_that_learn(kind: type):
    there = edits.set_dataset(BEFORE, kind())
    assert there.layers[:-1] == BEFORE.layers[:-1]
    assert there.layers[-1].units == kind().shape()[1]
    values = there.dataset.asks_for() == "regression"
    assert (there.loss == "mean_squared_error") == values
    assert (there.layers[-1].activation == "linear") == values
    trainer = Trainer(replace(there, optimizer=Sgd(learning_rate=0.1)))
    before = trainer.measure().train_loss
    assert trainer.advance(100) == 100
    assert trainer.measure().train_loss < before
    assert edits.set_dataset(there, BEFORE.dataset) == BEFORE


def test_several_classes_get_a_unit_each_softmax_and_cross_entropy(tmp_path: Path):
    path = tmp_path / "iris.csv"
    path.write_text("a,b,kind\n1,2,x\n3,4,y\n5,6,z\n", encoding="utf-8")
    after = edits.set_dataset(BEFORE, Csv(path=str(path)))
    assert (units(after), *ends(after)) == ([4, 3, 3], "cross_entropy", "softmax")
    path.unlink()
    assert edits.set_dataset(after, BEFORE.dataset) == BEFORE


def test_another_number_of_classes_leaves_a_loss_that_was_chosen():
    squared = edits.set_loss(BEFORE, "mean_squared_error")
    assert ends(edits.set_dataset(squared, Digits())) == ("mean_squared_error", "sigmoid")
    binary = edits.set_loss(DIGITS, "binary_cross_entropy")
    assert ends(binary) == ("binary_cross_entropy", "sigmoid")
    assert ends(edits.set_dataset(binary, Digits(seed=5))) == ends(binary)
    assert ends(edits.set_dataset(binary, Moons())) == ends(binary)


def test_the_loss_follows_when_the_output_takes_what_is_usual_for_the_data():
    binary = edits.set_loss(DIGITS, "binary_cross_entropy")
    assert edits.set_activation(binary, {3}, "softmax") == DIGITS
    linear = edits.set_activation(edits.set_loss(BEFORE, "mean_squared_error"), {3}, "linear")
    assert ends(edits.set_activation(linear, {3}, "sigmoid")) == ("mean_squared_error", "sigmoid")


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("data", [Circles(), Digits(), Plane()], ids=lambda data: data.name)
def test_the_output_can_have_what_is_offered_and_nothing_else(data: AnyDataset, loss: LossName):
    experiment = edits.set_dataset(BEFORE, data)
    try:
        experiment = edits.set_loss(experiment, loss)
    except Problem as problem:
        assert problem.path == "loss"
        return
    for name in get_args(ActivationName):
        if name in edits.output_activations(experiment):
            assert edits.set_activation(experiment, {3}, name).layers[-1].activation == name
        else:
            with pytest.raises(Problem) as refusal:
                edits.set_activation(experiment, {3}, name)
            assert refusal.value.code == "output_activation"


def test_the_output_activation_follows_the_loss_only_if_it_must():
    linear = edits.set_activation(edits.set_loss(BEFORE, "mean_squared_error"), {3}, "linear")
    assert edits.set_loss(linear, "binary_cross_entropy") == BEFORE
    assert edits.set_loss(BEFORE, "mean_squared_error").layers == BEFORE.layers


def test_softmax_is_for_the_output_only():
    with pytest.raises(Problem) as caught:
        edits.set_activation(DIGITS, {2, 3}, "softmax")
    assert (caught.value.path, caught.value.code) == ("layers[1].activation", "hidden_activation")
    assert dict(caught.value.values) == {"found": "softmax", "allowed": HIDDEN}


TOO_WIDE, MISSING = Uniform(high=1e9), Csv(path="missing.csv")
REFUSED: list[tuple[str, str, Callable[[], Experiment]]] = [
    ("no_such_layer", "layers", lambda: edits.add_layer(BEFORE, 0)),
    ("no_such_layer", "layers", lambda: edits.add_layer(BEFORE, 4)),
    ("no_such_layer", "layers", lambda: edits.remove_layer(BEFORE, 4)),
    ("no_such_layer", "layers", lambda: edits.set_units(BEFORE, -1, 3)),
    ("no_such_layer", "layers", lambda: edits.set_weights(BEFORE, {1, 9}, Zeros())),
    ("output_stays", "layers[2]", lambda: edits.remove_layer(BEFORE, 3)),
    ("output_stays", "layers[0]", lambda: edits.remove_layer(without_hidden(), 1)),
    ("output_follows", "layers[2]", lambda: edits.set_units(BEFORE, 3, 2)),
    ("out_of_range", "layers[0].units", lambda: edits.set_units(BEFORE, 1, 0)),
    ("out_of_range", "layers[1].units", lambda: edits.set_units(BEFORE, 2, 10_000)),
    ("out_of_range", "layers[0].weights.high", lambda: edits.set_weights(BEFORE, {1}, TOO_WIDE)),
    ("out_of_range", "dataset.samples", lambda: edits.set_dataset(BEFORE, Moons(samples=1))),
    ("loss_needs_rows", "loss", lambda: edits.set_loss(BEFORE, "cross_entropy")),
    ("unreadable_file", "dataset.path", lambda: edits.set_dataset(BEFORE, MISSING)),
]


@pytest.mark.parametrize(("code", "path", "edit"), REFUSED)
def test_what_cannot_be_is_refused(code: str, path: str, edit: Callable[[], Experiment]):
    with pytest.raises(Problem) as caught:
        edit()
    assert (caught.value.code, caught.value.path) == (code, path)


def test_what_was_found_is_told_of_a_layer_too():
    with pytest.raises(Problem) as caught:
        edits.set_units(BEFORE, 2, 10_000)
    assert dict(caught.value.values) == {"found": 10_000, "sign": "<=", "bound": 1024}


def test_the_output_must_fit_the_loss():
    with pytest.raises(Problem) as caught:
        edits.set_activation(BEFORE, {3}, "relu")
    assert caught.value.code == "output_activation"


def test_cross_entropy_is_for_classes(houses: Csv):
    with pytest.raises(Problem) as caught:
        edits.set_loss(edits.set_dataset(BEFORE, houses), "binary_cross_entropy")
    assert (caught.value.code, caught.value.path) == ("loss_needs_classes", "loss")


def test_no_more_layers_than_are_allowed():
    full = replace(BEFORE, layers=(*[Layer(2)] * 63, BEFORE.layers[-1]))
    with pytest.raises(Problem) as caught:
        edits.add_layer(full, 1)
    assert (caught.value.code, dict(caught.value.values)) == ("too_many_layers", {"most": 64})


def test_no_more_weights_than_are_allowed():
    wide = replace(BEFORE, layers=(Layer(1024), Layer(1024), BEFORE.layers[-1]))
    with pytest.raises(Problem) as caught:
        edits.add_layer(wide, 2)
    assert caught.value.code == "too_many_weights"
    assert caught.value.values == {"found": 2048 + 2 * 1024**2 + 1024, "most": 2_000_000}


def test_a_layer_moves_and_all_others_keep_their_order():
    layers = tuple(Layer(units) for units in (2, 3, 4, 5))
    start = replace(default_experiment(), layers=(*layers, default_experiment().layers[-1]))
    assert [one.units for one in edits.move_layer(start, 1, 3).layers] == [3, 4, 2, 5, 1]
    assert [one.units for one in edits.move_layer(start, 4, 1).layers] == [5, 2, 3, 4, 1]
    assert edits.move_layer(start, 2, 2) == start


@pytest.mark.parametrize(("place", "to"), [(3, 1), (1, 3)])
def test_the_output_stays_the_last(place: int, to: int):
    with pytest.raises(Problem) as raised:
        edits.move_layer(default_experiment(), place, to)
    assert raised.value.code == "output_stays_last"


def test_inserted_layers_are_taken_as_they_are():
    new = (Layer(7, "tanh"), Layer(8))
    after = edits.insert_layers(default_experiment(), 3, new)
    assert after.layers == (
        *default_experiment().layers[:2], *new, default_experiment().layers[2],
    )  # fmt: skip
