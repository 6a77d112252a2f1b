"""Every code that core may raise has its words, and the words take their values."""

import re
from collections.abc import Iterable
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from msgspec import inspect, structs

import core
from core import validation
from core.datasets import DATASETS
from core.experiment import default_experiment
from core.findings import Finding, FindingCode
from core.initializers import INITIALIZERS
from core.layer import ActivationName
from core.losses import LossName
from core.optimizers import OPTIMIZERS
from core.problem import Problem
from gui import labels
from gui.labels import names
from gui.labels.findings import SENTENCES as FINDING_SENTENCES
from gui.labels.sentences import SENTENCES

CORE = Path(core.__file__).parent
OURS = {"limit", "reason", "expected"}  # phrases that labels make from other values


def published() -> dict[str, set[str]]:
    """Return the codes in the table of core.validation, each with the names of its values."""
    rule = r"^(?:=+ ?)+$"
    table = re.split(rule, validation.__doc__ or "", flags=re.MULTILINE)[2]
    return {
        code: set(re.findall(r"[a-z_]+", re.sub(r"\([^)]*\)|:[^,]*", "", values)))
        for code, values in re.findall(r"^([a-z_]+) +(.*)$", table, re.MULTILINE)
    }


def raised() -> set[str]:
    """Return the codes in the calls of Problem(path, code, ...) throughout core."""
    calls = re.compile(r'Problem\(\s*[^()]*?,\s*"([a-z_]+)"', re.DOTALL)
    return {code for path in CORE.rglob("*.py") for code in calls.findall(path.read_text("utf-8"))}


def test_the_table_of_codes_is_read() -> None:
    codes = published()
    assert len(codes) > 30
    assert codes["too_many_weights"] == {"found", "most"}


@pytest.mark.parametrize("code", sorted(published()))
def test_every_published_problem_has_a_sentence(code: str) -> None:
    assert code in SENTENCES


def test_every_raised_problem_has_a_sentence() -> None:
    assert raised() <= set(SENTENCES)


def test_no_sentence_is_left_over() -> None:
    known = set(published()) | raised()
    bases = {
        re.sub(r"_(guess|text|one)$", "", key) if key not in known else key for key in SENTENCES
    }
    assert bases <= known


@pytest.mark.parametrize("code", sorted(published()))
def test_a_sentence_uses_only_the_values_of_its_code(code: str) -> None:
    fields = {name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name}
    assert fields - OURS <= published()[code]


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (
            Problem("layers", "too_many_weights", found=3_000_000, most=2_000_000),
            "layers: 3,000,000 weights are too many; at most 2,000,000 are allowed",
        ),
        (
            Problem("layers[0].units", "out_of_range", found=10_000, sign="<=", bound=1024),
            "layers[0].units: must be at most 1,024; found 10,000",
        ),
        (
            Problem("optimizer.learning_rate", "out_of_range", found=-0.5, sign=">", bound=0.0),
            "optimizer.learning_rate: must be more than 0; found \N{MINUS SIGN}0.5",
        ),
        (
            Problem("layers[2].units", "output_units", found=2, needed=1),
            "layers[2].units: these data need 1 output unit; found 2",
        ),
        (
            Problem("layers[2].units", "output_units", found=1, needed=3),
            "layers[2].units: these data need 3 output units; found 1",
        ),
        (
            Problem("", "matrix_rows", found=2, needed=1),
            "This layer needs 1 row, for its one unit; found 2",
        ),
        (
            Problem("", "csv_row_length", row=4, found=1, expected=3),
            "Row 4 has 1 value; the rows before have 3",
        ),
        (
            Problem("", "csv_too_few_rows", found=1, least=4),
            "1 row is too few; at least 4 are needed",
        ),
        (
            Problem("", "paste_row_length", row=2, found=1, expected=2),
            "To paste: row 2 has 1 number, the first row has 2",
        ),
        (
            Problem("seed", "wrong_type", expected=("int",), found="str"),
            "seed: must be a whole number; found a text",
        ),
        (
            Problem("seed", "wrong_type", expected=("int",), found="float", value=1.5),
            "seed: must be a whole number; found 1.5",
        ),
        (
            Problem("--steps", "wrong_type", expected=("int",), found="str", value="1.5"),
            "--steps: must be a whole number; found “1.5”",
        ),
        (
            Problem("seed", "out_of_range", found=-1, sign=">=", bound=0, source="a.initlab"),
            "a.initlab: seed: must be at least 0; found \N{MINUS SIGN}1",
        ),
        (
            Problem("batch_size", "wrong_type", expected=("int", "null"), found="bool"),
            "batch_size: must be a whole number or null; found true or false",
        ),
        (
            Problem("", "unknown_field", field="lerning", allowed=("loss", "l2"), guess=""),
            "Unknown key “lerning”; allowed: loss, l2",
        ),
        (
            Problem("loss", "unknown_name", found="mse", allowed=("a", "b"), guess="a"),
            "loss: unknown name “mse”; did you mean “a”? Allowed: a, b",
        ),
        (
            Problem("name", "wrong_length", found=300, sign="<=", bound=200, kind="str"),
            "name: must have at most 200 characters; found 300",
        ),
        (
            Problem("layers", "wrong_length", found=0, sign=">=", bound=1, kind="array"),
            "layers: must hold at least 1 entries; found 0",
        ),
        (
            Problem("dataset.path", "unreadable_file", file="a.csv", reason="missing"),
            "a.csv: can't be read: there is no such file",
        ),
        (
            Problem("dataset.path", "csv_not_a_number", file="a.csv", row=3, column="x", found="p"),
            "a.csv: row 3, column “x”: “p” is not a number",
        ),
        (Problem("", "too_deep"), "Nested too deeply for an experiment"),
        (Problem("here", "brand_new", found=2), "here: brand_new (found 2)"),
        (Problem("", "brand_new"), "Brand_new"),
    ],
)
def test_a_problem_is_one_line(problem: Problem, line: str) -> None:
    assert labels.problem_text(problem) == line


def test_a_long_value_from_a_file_stays_one_bearable_line() -> None:
    text = labels.problem_text(
        Problem("", "unknown_field", field="a\n" * 5000, allowed=(), guess="")
    )
    assert "\n" not in text
    assert len(text) < 400


def test_braces_in_a_file_are_shown_and_not_filled_in() -> None:
    text = labels.problem_text(Problem("", "invalid", detail="{0} {detail}"))
    assert text.endswith("{0} {detail}")


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (
            Finding("diverged", 2, {"step": 1031, "quantity": "W"}),
            "Diverged at step 1,031: W2 was the first to overflow. Rewind to go back.",
        ),
        (
            Finding("diverged", 3, {"step": 0, "quantity": "loss"}),
            "At step 0 the output's loss overflows already: no step can be made.",
        ),
        (
            Finding("diverged", 3, {"step": 121, "quantity": "loss"}),
            "Diverged at step 121: the output's loss was the first to overflow. Rewind to go back.",
        ),
        (
            Finding("zero_gradient", 0, {"output_bias_moves": True}),
            "Every weight gradient is exactly 0: only the output bias can move.",
        ),
        (
            Finding("zero_gradient", 0, {"output_bias_moves": False}),
            "Every weight gradient is exactly 0: no weight can move.",
        ),
        (
            Finding("symmetric", 2, {"units": 4, "effective": 1}),
            "Layer 2: 4 neurons work like 1, their weights are identical.",
        ),
        (
            Finding("zero_gradient_layer", 3, {}),
            "Output: every weight gradient is exactly 0, its weights can't move.",
        ),
        (
            Finding("dead", 2, {"units": 5, "dead": 5, "threshold": 0.9, "source": ""}),
            "Layer 2: 5 of 5 neurons are dead, never above 0 on the data.",
        ),
        (
            Finding("saturated", 1, {"share": 0.893, "layers": 2}),
            "Layer 1: 89 % of the activations are saturated, where hardly a gradient passes.",
        ),
        (
            Finding("vanishing", 1, {"gradient": 3.14e-6, "layers": 1}),
            "Layer 1: the gradient vanishes, 3.1e\N{MINUS SIGN}6 a weight and sample; "
            "0.01 to 1 is healthy.",
        ),
        (
            Finding("at_chance", 0, {"loss": 0.6931, "chance": 0.6931, "steps": 2000}),
            "At chance: the loss is 0.693 after 2,000 steps, and guessing costs 0.693.",
        ),
        (
            Finding(
                "overfitting",
                0,
                {"train_loss": 0.001, "test_loss": 2.5, "best": 0.4, "step": 120},
            ),
            "Overfitting: test loss 2.50, training loss 0.00100; "
            "at step 120 the test loss was 0.400.",
        ),
    ],
)
def test_a_finding_is_one_sentence_with_its_numbers(finding: Finding, sentence: str) -> None:
    assert labels.finding_text(finding, 3) == sentence


def test_every_published_finding_has_a_sentence() -> None:
    variants = {"zero_gradient_bias", "diverged_at_start"}
    assert set(get_args(FindingCode)) | variants == set(FINDING_SENTENCES)


@pytest.mark.parametrize(
    ("offered", "named"),
    [
        (get_args(ActivationName), names.ACTIVATIONS),
        (INITIALIZERS, names.INITIALIZERS),
        (DATASETS, names.DATASETS),
        (get_args(LossName), names.LOSSES),
        (OPTIMIZERS, names.OPTIMIZERS),
    ],
)
def test_everything_on_offer_has_a_name(offered: Iterable[str], named: dict[str, str]) -> None:
    assert set(offered) <= set(named)


def test_every_field_and_choice_on_offer_has_a_name() -> None:
    kinds = [*INITIALIZERS.values(), *DATASETS.values(), *OPTIMIZERS.values()]
    fields = [(kind, field) for kind in kinds for field in structs.fields(kind)]
    for kind, field in fields:
        own = f"{kind.__struct_config__.tag}.{field.encode_name}"
        assert {own, field.encode_name} & set(names.FIELDS), own
        kind_of_value = inspect.type_info(field.type)
        if isinstance(kind_of_value, inspect.LiteralType):
            assert set(kind_of_value.values) <= set(names.CHOICES)


def test_names_count_as_people_do() -> None:
    assert labels.layer_name(0, 3) == "Input"
    assert labels.layer_name(1, 3) == "Layer 1"
    assert labels.layer_name(3, 3) == "Output"
    assert labels.neuron_name(2, 0, 3) == "Layer 2, neuron 1"
    assert labels.neuron_name(3, 1, 3) == "Output, neuron 2"
    assert labels.short_neuron_name(2, 0, 3) == "L2 n1"
    assert labels.short_neuron_name(3, 1, 3) == "Out n2"
    assert labels.activation_name("leaky_relu") == "leaky ReLU"
    assert labels.activation_name("brand_new") == "brand_new"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("layers[0].units", "Layer 1, units"),
        ("layers[2].activation", "Output, activation"),
        ("layers[1].weights.std", "Layer 2, weights, Std. dev. σ"),
        ("layers[1].weights.matrix[2][0]", "Layer 2, weights, row 3, column 1"),
        ("layers[2].biases.matrix[1]", "Output, biases, row 2"),
        ("layers", "Network"),
        ("dataset.test_share", "Test share"),
        ("dataset.features[1]", "Features, 2"),
        ("optimizer.learning_rate", "Learning rate"),
        ("batch_size", "Batch size"),
        ("W2[3, 1]", "W2[3, 1]"),
        ("data.csv", "data.csv"),
    ],
)
def test_the_window_names_places_as_it_shows_them(path: str, words: str) -> None:
    problem = Problem(path, "not_text")
    in_window = labels.problem_text(problem, default_experiment())
    assert in_window == f"{words}: this is not text; save it as UTF-8 text"
    assert labels.problem_text(problem).startswith(f"{path}: ")
