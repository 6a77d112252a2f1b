"""Parameters outside their meaning: each a Problem that names the place."""

import json
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from msgspec import inspect
from msgspec.structs import replace

from core import edits
from core.datasets import Csv
from core.experiment import (
    MAX_FILE_BYTES,
    Experiment,
    default_experiment,
    parse_experiment,
    read_experiment,
    write_experiment,
)
from core.initializers import AnyInitializer, Explicit
from core.initializers.constant import Zeros
from core.layer import Layer
from core.problem import Problem

WRONG: dict[object, str] = dict.fromkeys(("text", None, True), "wrong_type")


def wrong_values(kind: inspect.Type) -> dict[object, str]:
    """Return values that a field must refuse, each with the code of its Problem."""
    if isinstance(kind, inspect.LiteralType):
        return {"fan_sideways": "unknown_name", 3: "wrong_type"}
    if isinstance(kind, inspect.IntType):
        return {**WRONG, 2.5: "wrong_type", 0: "out_of_range", 10**7: "out_of_range"}
    assert isinstance(kind, inspect.FloatType)
    low = -1e7 if kind.ge == -1e6 else -1e-9
    bad = {low: "out_of_range", 1e7: "out_of_range", "NaN": "not_finite", "-Infinity": "not_finite"}
    return {**WRONG, **bad}


CASES = [
    (kind.tag, field.encode_name, value, code)
    for kind in map(inspect.type_info, get_args(AnyInitializer))
    if isinstance(kind, inspect.StructType) and kind.tag != "explicit"
    for field in kind.fields
    for value, code in wrong_values(field.type).items()
]


def problem(rule: object, part: str = "weights", units: int = 4) -> Problem:
    """Return why a file whose first layer has this rule is refused."""
    data = {
        "format": 1,
        "dataset": {"name": "circles"},
        "layers": [{"units": units, part: rule}, {"units": 1, "activation": "sigmoid"}],
    }
    text = json.dumps(data).replace('"NaN"', "NaN").replace('"-Infinity"', "-Infinity")
    with pytest.raises(Problem) as caught:
        parse_experiment(text.encode())
    return caught.value


@pytest.mark.parametrize("part", ["weights", "biases"])
@pytest.mark.parametrize(("name", "field", "value", "code"), CASES)
def test_every_parameter_outside_its_meaning_is_refused(
    name: str, field: str, value: object, code: str, part: str
):
    found = problem({"name": name, field: value}, part)
    assert (found.path, found.code) == (f"layers[0].{part}.{field}", code)


@pytest.mark.parametrize("name", [kind.__struct_config__.tag for kind in get_args(AnyInitializer)])
def test_a_parameter_that_a_rule_does_not_have_is_refused(name: str):
    rule = {"name": name, "sigma": 1.0} | ({"matrix": [[1.0]]} if name == "explicit" else {})
    assert problem(rule).code == "unknown_field"


def test_low_above_high():
    found = problem({"name": "uniform", "low": 1, "high": 0}, "biases")
    assert (found.path, found.code) == ("layers[0].biases", "low_above_high")


FITTING = [[1, 0], [0, 1], [1, 1], [2, -2]]


@pytest.mark.parametrize(
    ("part", "matrix", "place", "code"),
    [
        ("weights", ..., "", "missing_field"),
        ("weights", 3, "", "wrong_type"),
        ("weights", [1, 2], "[0]", "wrong_type"),
        ("weights", [], "", "wrong_length"),
        ("weights", [[], [], [], []], "[0]", "wrong_length"),
        ("weights", [[0.0]] * 65, "", "wrong_length"),
        ("weights", [[0.0] * 65] * 4, "[0]", "wrong_length"),
        ("weights", [*FITTING[:3], [2, "NaN"]], "[3][1]", "not_finite"),
        ("weights", [*FITTING[:3], [2, 1e7]], "[3][1]", "out_of_range"),
        ("weights", [*FITTING[:3], ["1", 2]], "[3][0]", "wrong_type"),
        ("weights", FITTING[:3], "", "matrix_rows"),
        ("weights", [*FITTING, [0, 0]], "", "matrix_rows"),
        ("weights", [*FITTING[:3], [2]], "[3]", "matrix_columns"),
        ("weights", [[1, 0, 0]] * 4, "[0]", "matrix_columns"),
        ("biases", [[1], [2]], "", "matrix_rows"),
        ("biases", FITTING, "[0]", "matrix_columns"),
        ("biases", [[1, 2, 3, 4]], "", "matrix_rows"),
    ],
)
def test_a_typed_matrix_that_cannot_be_is_refused(part: str, matrix: object, place: str, code: str):
    rule = {"name": "explicit"} | ({} if matrix is ... else {"matrix": matrix})
    found = problem(rule, part)
    assert (found.path, found.code) == (f"layers[0].{part}.matrix{place}", code)


# An edit may ask a typed matrix for another shape.


def typed(experiment: Experiment, place: int, part: str = "weights") -> Experiment:
    sizes = experiment.sizes()
    columns = sizes[place - 1] if part == "weights" else 1
    matrix = tuple(tuple(float(i + j) for j in range(columns)) for i in range(sizes[place]))
    set_rule = edits.set_weights if part == "weights" else edits.set_biases
    return set_rule(experiment, {place}, Explicit(matrix=matrix))


BEFORE = default_experiment()  # 2-4-3-1


@pytest.fixture
def houses(tmp_path: Path) -> Csv:
    path = tmp_path / "houses.csv"
    path.write_text("size,rooms,age,price\n50,2,9,100\n80,3,8,160\n120,5,7,250\n", "utf-8")
    return Csv(path=str(path), task="regression")


def test_edits_that_leave_the_shape_leave_the_matrix(houses: Csv):
    experiment = typed(BEFORE, 2)
    deeper = edits.add_layer(experiment, 1)
    assert deeper.layers[2].weights == experiment.layers[1].weights
    assert edits.set_dataset(experiment, houses).layers[1] == experiment.layers[1]
    assert edits.set_weights(experiment, {2}, Zeros()) == edits.set_weights(BEFORE, {2}, Zeros())


def test_a_copied_layer_and_other_data_take_the_typed_numbers_along(houses: Csv):
    before = typed(BEFORE, 1)
    matrix = np.array(before.layers[0].weights.matrix)
    deeper = edits.add_layer(before, 1)
    copied = np.array(deeper.layers[1].weights.matrix)
    assert copied.shape == (deeper.layers[1].units, deeper.layers[0].units)
    rows, columns = (min(pair) for pair in zip(copied.shape, matrix.shape, strict=True))
    np.testing.assert_array_equal(copied[:rows, :columns], matrix[:rows, :columns])
    wider = np.array(edits.set_dataset(before, houses).layers[0].weights.matrix)
    assert wider.shape == (len(matrix), 3)
    np.testing.assert_array_equal(wider[:, :2], matrix)


def test_a_typed_matrix_comes_back_from_its_file(tmp_path: Path):
    experiment = typed(typed(BEFORE, 2), 2, "biases")
    write_experiment(experiment, tmp_path / "a.initlab")
    assert read_experiment(tmp_path / "a.initlab") == experiment


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path):
    matrix = tuple(tuple(0.1 + 1e-16 * (i + j) for j in range(64)) for i in range(64))
    layer = Layer(64, weights=Explicit(matrix=matrix))
    experiment = replace(BEFORE, layers=(Layer(64), *[layer] * 62, BEFORE.layers[-1]))
    with pytest.raises(Problem) as caught:
        write_experiment(experiment, tmp_path / "a.initlab")
    assert (caught.value.code, caught.value.values["most"]) == ("too_large_file", MAX_FILE_BYTES)
    assert list(tmp_path.iterdir()) == []
