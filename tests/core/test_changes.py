"""What an edit asks of the network that is training."""

import pytest
from msgspec.structs import replace

from core.changes import change
from core.datasets.circles import Circles
from core.datasets.moons import Moons
from core.experiment import default_experiment
from core.initializers.constant import Constant, Zeros
from core.optimizers import Sgd

BEFORE = default_experiment()
FIRST, SECOND, OUTPUT = BEFORE.layers
CASES = {
    "none": [{"name": "another"}, {"seed": BEFORE.seed}],
    "live": [
        {"optimizer": Sgd(learning_rate=1.0)},
        {"optimizer": Sgd(learning_rate=0.3, momentum=0.9)},
        {"l2": 0.1},
        {"clip_norm": 1.0},
        {"l2": 0.1, "name": "another"},
    ],
    "redraw": [
        {"seed": 7},
        {"generator": "legacy"},
        {"layers": (replace(FIRST, weights=Zeros()), SECOND, OUTPUT)},
        {"layers": (FIRST, SECOND, replace(OUTPUT, biases=Constant(value=0.1)))},
        {"seed": 7, "l2": 0.1},
    ],
    "structural": [
        {"dataset": Moons()},
        {"dataset": Circles(noise=0.1)},
        {"layers": (FIRST, OUTPUT)},
        {"layers": (FIRST, FIRST, SECOND, OUTPUT)},
        {"layers": (replace(FIRST, units=5), SECOND, OUTPUT)},
        {"layers": (replace(FIRST, activation="tanh"), SECOND, OUTPUT)},
        {"loss": "mean_squared_error"},
        {"batch_size": 10},
        {"batch_size": 10, "seed": 7, "l2": 0.1},
    ],
}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [(fields, expected) for expected, several in CASES.items() for fields in several],
    ids=str,
)
def test_the_most_demanding_part_of_an_edit_decides(fields: dict[str, object], expected: str):
    after = replace(BEFORE, **fields)
    assert change(BEFORE, after) == expected
    assert change(after, BEFORE) == expected


def test_every_field_is_classified():
    touched = {name for several in CASES.values() for fields in several for name in fields}
    assert touched == set(BEFORE.__struct_fields__) - {"format"}
