"""Hostile and mistaken files: each is one Problem with its place and what is allowed."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.experiment import MAX_FILE_BYTES, Experiment, parse_experiment
from core.problem import Problem
from core.validation import refusal

EXAMPLE = (Path(__file__).parents[1] / "data" / "he_on_circles.initlab").read_bytes()
VALID = json.loads(EXAMPLE)

Keys = tuple[str | int, ...]


def problem(text: bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        parse_experiment(text)
    return caught.value


def changed(place: Keys, value: object) -> bytes:
    """Return the example with another value at a place; Ellipsis takes the key out."""
    data = copy.deepcopy(VALID)
    target = data
    for key in place[:-1]:
        target = target[key]
    if value is ...:
        del target[place[-1]]
    else:
        target[place[-1]] = value
    return json.dumps(data).encode()


WEIGHTS: Keys = ("layers", 0, "weights")
PLACES: list[tuple[Keys, object, str, str, dict[str, object]]] = [
    (("momentum",), 0, "momentum", "unknown_field", {"field": "momentum"}),
    (("learning rate",), 0, "learning rate", "unknown_field", {"field": "learning rate"}),
    (("sede",), 0, "sede", "unknown_field", {"guess": "seed"}),
    ((*WEIGHTS, "std"), 1, "layers[0].weights.std", "unknown_field",
     {"field": "std", "allowed": ("name", "mode"), "guess": ""}),
    (("layers", 2, "unit"), 1, "layers[2].unit", "unknown_field", {"guess": "units"}),
    (("format",), ..., "format", "missing_field", {"field": "format"}),
    (("dataset",), ..., "dataset", "missing_field", {"field": "dataset"}),
    (("layers",), ..., "layers", "missing_field", {"field": "layers"}),
    (("layers", 1, "units"), ..., "layers[1].units", "missing_field", {"field": "units"}),
    (("dataset", "name"), ..., "dataset.name", "missing_field", {"field": "name"}),
    (("dataset",), {"name": "csv"}, "dataset.path", "missing_field", {"field": "path"}),
    (("seed",), "three", "seed", "wrong_type", {"expected": ("int",), "found": "str"}),
    (("seed",), 3.5, "seed", "wrong_type", {"expected": ("int",), "found": "float"}),
    (("seed",), True, "seed", "wrong_type", {"expected": ("int",), "found": "bool"}),
    (("batch_size",), "all", "batch_size", "wrong_type",
     {"expected": ("int", "null"), "found": "str"}),
    (("dataset",), None, "dataset", "wrong_type", {"expected": ("object",), "found": "null"}),
    (("layers",), {}, "layers", "wrong_type", {"expected": ("array",), "found": "object"}),
    (("loss",), [], "loss", "wrong_type", {"expected": ("str",), "found": "array"}),
    (("dataset", "name"), 3, "dataset.name", "wrong_type", {"expected": ("str",), "found": "int"}),
    (("seed",), -1, "seed", "out_of_range", {"found": -1, "sign": ">=", "bound": 0}),
    (("seed",), 10**30, "seed", "out_of_range", {"sign": "<=", "bound": 2**32 - 1}),
    (("layers", 0, "units"), 10_000, "layers[0].units", "out_of_range",
     {"found": 10_000, "sign": "<=", "bound": 1024}),
    (("optimizer", "learning_rate"), 0, "optimizer.learning_rate", "out_of_range",
     {"found": 0, "sign": ">", "bound": 0.0}),
    (("optimizer", "momentum"), 1, "optimizer.momentum", "out_of_range",
     {"found": 1, "sign": "<", "bound": 1.0}),
    (WEIGHTS, {"name": "normal", "std": -1}, "layers[0].weights.std", "out_of_range",
     {"found": -1, "sign": ">=", "bound": 0.0}),
    (("l2",), 1e300, "l2", "out_of_range", {"found": 1e300, "sign": "<=", "bound": 1e6}),
    (("layers",), [], "layers", "wrong_length",
     {"found": 0, "sign": ">=", "bound": 1, "kind": "array"}),
    (("layers",), [{"units": 1}] * 65, "layers", "wrong_length", {"found": 65, "bound": 64}),
    (("name",), "x" * 201, "name", "wrong_length", {"found": 201, "bound": 200, "kind": "str"}),
    (("name",), "two\nlines", "name", "bad_character", {}),
    (("name",), "\ud800", "name", "bad_character", {}),
    (("dataset",), {"name": "csv", "path": "a\0b"}, "dataset.path", "bad_character", {}),
    (("dataset",), {"name": "csv", "path": ""}, "dataset.path", "wrong_length", {"found": 0}),
    ((*WEIGHTS, "name"), "he_norml", "layers[0].weights.name", "unknown_name",
     {"found": "he_norml", "guess": "he_normal"}),
    ((*WEIGHTS, "name"), "Xavier", "layers[0].weights.name", "unknown_name",
     {"guess": "xavier_normal"}),
    ((*WEIGHTS, "mode"), "in", "layers[0].weights.mode", "unknown_name",
     {"allowed": ("fan_in", "fan_out")}),
    (("dataset", "name"), "moon", "dataset.name", "unknown_name", {"guess": "moons"}),
    (("layers", 0, "activation"), "foo", "layers[0].activation", "unknown_name",
     {"found": "foo", "guess": ""}),
    (("optimizer", "name"), "sdg", "optimizer.name", "unknown_name", {"guess": "sgd"}),
    (("loss",), "x' - at `$.seed`", "loss", "unknown_name", {"guess": ""}),
    (("generator",), "\ud800", "", "not_text", {}),
    (("format",), 2, "format", "unknown_format", {"found": 2, "allowed": (1,)}),
    (WEIGHTS, {"name": "uniform", "low": 1, "high": 0}, "layers[0].weights", "low_above_high", {}),
    (("layers", 2, "units"), 2, "layers[2].units", "output_units", {"found": 2, "needed": 1}),
    (("layers", 2, "activation"), "relu", "layers[2].activation", "output_activation", {}),
    (("layers", 0, "activation"), "softmax", "layers[0].activation", "hidden_activation",
     {"found": "softmax"}),
    (("loss",), "cross_entropy", "loss", "loss_needs_rows", {"found": 1, "least": 2}),
    (("optimizer",), {"name": "adam", "beta1": 1}, "optimizer.beta1", "out_of_range",
     {"found": 1, "sign": "<", "bound": 1.0}),
    (("optimizer",), {"name": "adam", "momentum": 0.5}, "optimizer.momentum", "unknown_field",
     {"allowed": ("name", "learning_rate", "beta1", "beta2", "epsilon")}),
    (("layers",), [{"units": 1024}] * 4, "layers", "too_many_weights", {"most": 2_000_000}),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "path", "code", "values"), PLACES)
def test_a_wrong_value_is_named_with_its_place_and_what_is_allowed(
    place: Keys, value: object, path: str, code: str, values: dict[str, object]
):
    found = problem(changed(place, value))
    assert (found.path, found.code) == (path, code)
    assert {key: found.values[key] for key in values} == values


@pytest.mark.parametrize("field", ["seed", "l2", "clip_norm", "batch_size"])
@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_numbers_that_are_not_finite_are_named_with_their_place(field: str, number: str):
    text = changed((field,), "here").replace(b'"here"', number.encode())
    assert (problem(text).path, problem(text).code) == (field, "not_finite")


def test_nan_deep_inside():
    text = changed((*WEIGHTS,), {"name": "normal", "std": "here"}).replace(b'"here"', b"NaN")
    assert (problem(text).path, problem(text).code) == ("layers[0].weights.std", "not_finite")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (EXAMPLE.replace(b'"seed": 3', b'"seed": 3, "seed": 4', 1), "seed"),
        (EXAMPLE.replace(b'"units": 10', b'"units": 10, "units": 9'), "layers[0].units"),
        (EXAMPLE.replace(b'"name": "circles"', b'"name": "circles", "name": "moons"'),
         "dataset.name"),
        (EXAMPLE.replace(b'"l2": 0.0', b'"l2": 0.0, "loss": "mean_squared_error"'), "loss"),
        (EXAMPLE.replace(b'"batch_size": null', b'"batch_size": null, "batch_size": null'),
         "batch_size"),
        (EXAMPLE.replace(b'"name": "He on circles"', b'"name": "a", "name": "b"'), "name"),
    ],
)  # fmt: skip
def test_a_key_that_comes_twice_is_refused(text: bytes, path: str):
    assert (problem(text).path, problem(text).code) == (path, "repeated_key")
    assert problem(text).values["key"] == path.rpartition(".")[2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "not_json"),
        (b"\xef\xbb\xbf", "not_json"),
        (b"hello", "not_json"),
        (EXAMPLE[:-20], "not_json"),
        (EXAMPLE + b"x", "not_json"),
        (EXAMPLE.replace(b"3,", b"3", 1), "not_json"),
        (b"[]", "wrong_type"),
        (b"3", "wrong_type"),
        (b"null", "wrong_type"),
        (b"NaN", "not_finite"),
        (b"{}", "missing_field"),
        (b"\xff\xfe" + EXAMPLE.decode().encode("utf-16-le"), "not_text"),
        (EXAMPLE.replace(b"He on", b"H\xe9 on"), "not_text"),
        (b"[" * 1_000_000, "too_deep"),
        (b'{"format":' * 100_000, "too_deep"),
        (EXAMPLE.replace(b'"seed": 3', b'"seed": ' + b"9" * 100_000), "out_of_range"),
        (EXAMPLE.replace(b'"seed": 3', b'"x": ' + b"[" * 500 + b"]" * 500), "unknown_field"),
        (b" " * (MAX_FILE_BYTES + 1), "too_large_file"),
        (b'{"` - at `$.layers[0].units": 1}', "unknown_field"),
        (b'{"x` - at `$.layers[0].units": 1}', "unknown_field"),
    ],
    ids=lambda value: repr(value[:30]),
)
def test_what_is_no_experiment_at_all(text: bytes, code: str):
    assert problem(text).code == code


def test_a_mistake_in_the_text_is_found_by_line_and_column():
    text = EXAMPLE.replace(b'"format": 1,', b'"format": 1;')
    assert dict(problem(text).values) == {"line": 2, "column": 14}


def test_words_that_msgspec_does_not_say_yet_are_handed_on():
    found = refusal("Something new - at `$.seed`", Experiment, VALID)
    assert (found.path, found.code) == ("seed", "invalid")
    assert found.values["detail"] == "Something new"


# Only a Problem ever escapes.

keys = st.sampled_from(["name", "units", "std", "low", "path", "seed"]) | st.text(max_size=5)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["csv", "uniform", "normal", "he_normal", "relu", "\ud800"]),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(keys, parts, max_size=3),
    max_leaves=8,
)  # fmt: skip


def places(data: object, here: Keys = ()) -> list[Keys]:
    items = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else [])
    )
    return [place for key, value in items for place in ((*here, key), *places(value, (*here, key)))]


def only_problems(text: bytes) -> None:
    try:
        experiment = parse_experiment(text)
    except Problem as refused:
        assert refused.code != "invalid"
    else:
        assert isinstance(experiment, Experiment)


@given(st.binary(max_size=200))
def test_any_bytes(text: bytes):
    only_problems(text)


@given(st.sampled_from(places(VALID)), anything)
@settings(max_examples=400)
def test_any_value_anywhere(place: Keys, value: object):
    only_problems(changed(place, value))


@given(st.integers(0, len(EXAMPLE) - 1), st.integers(0, 20), st.binary(max_size=4))
@settings(max_examples=300)
def test_any_bytes_anywhere(start: int, length: int, patch: bytes):
    only_problems(EXAMPLE[:start] + patch + EXAMPLE[start + length :])


@given(anything)
def test_any_json(value: object):
    only_problems(json.dumps(value).encode())
