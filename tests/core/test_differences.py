"""What differs between experiments, as rows of a table."""

from msgspec.structs import replace

from core import edits
from core.datasets.circles import Circles
from core.datasets.moons import Moons
from core.differences import OUTPUT, Difference, differences
from core.experiment import default_experiment
from core.initializers.constant import Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import Normal
from core.optimizers import Adam, Sgd

FIRST = default_experiment()  # 2-4-3-1
ALL = range(1, 4)


def test_equal_experiments_differ_in_nothing_and_their_names_do_not_count() -> None:
    assert differences((FIRST,)) == ()
    assert differences((FIRST, replace(FIRST, name="again"), FIRST)) == ()


def test_a_rule_of_all_layers_is_one_difference() -> None:
    zeros = edits.set_weights(FIRST, ALL, Zeros())
    assert differences((zeros, FIRST)) == (Difference("weights", "", (Zeros(), HeNormal())),)


def test_a_rule_of_some_layers_names_them() -> None:
    some = edits.set_weights(FIRST, (2, 3), Zeros())
    assert differences((FIRST, some, FIRST)) == (
        Difference("weights", "", (HeNormal(), Zeros(), HeNormal()), (2, OUTPUT)),
    )


def test_of_one_kind_only_the_fields_that_differ_are_listed() -> None:
    narrow = edits.set_weights(FIRST, ALL, Normal(std=0.01))
    wide = edits.set_weights(FIRST, ALL, Normal(std=1.0))
    assert differences((narrow, wide)) == (Difference("weights.std", "normal", (0.01, 1.0)),)


def test_kinds_that_differ_still_compare_what_they_share() -> None:
    adam = replace(FIRST, optimizer=Adam(learning_rate=0.001))
    assert differences((FIRST, adam)) == (
        Difference("optimizer", "", (FIRST.optimizer, adam.optimizer)),
        Difference("optimizer.learning_rate", "", (0.1, 0.001)),
    )


def test_networks_of_other_sizes_are_one_row_and_lack_no_more_than_they_do() -> None:
    shallow = edits.remove_layer(FIRST, 2)
    assert differences((FIRST, shallow)) == (Difference("layers", "", ((2, 4, 3, 1), (2, 4, 1))),)
    tanh = edits.set_activation(FIRST, (1, 2), "tanh")
    rows = differences((tanh, FIRST, shallow))
    assert rows[1:] == (
        Difference("activation", "", ("tanh", "relu", "relu"), (1,)),
        Difference("activation", "", ("tanh", "relu", None), (2,)),
    )


def test_data_seed_and_settings_are_listed_too() -> None:
    other = replace(
        FIRST,
        seed=4,
        dataset=Circles(noise=0.2),
        batch_size=10,
        clip_norm=1.0,
        optimizer=Sgd(learning_rate=0.1, momentum=0.9),
    )
    paths = [(row.path, row.kind, row.values) for row in differences((FIRST, other))]
    assert paths == [
        ("seed", "", (9, 4)),
        ("dataset.noise", "circles", (0.05, 0.2)),
        ("optimizer.momentum", "sgd", (0.0, 0.9)),
        ("batch_size", "", (None, 10)),
        ("clip_norm", "", (None, 1.0)),
    ]
    moons = replace(FIRST, dataset=Moons())
    assert differences((FIRST, moons))[0] == Difference("dataset", "", (Circles(), Moons()))
