"""A survey of a user's file: what it holds, and every problem with its row."""

from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from core.datasets import Csv
from core.datasets.circles import Circles
from core.datasets.raw import raw_feature
from core.datasets.survey import FIRST_ROWS, MOST_PROBLEMS, suggested, survey
from core.problem import Problem

PEOPLE = "name,height,weight,sex\n" + "".join(
    f"P{i},{150 + i},{50 + 2 * i},{'fm'[i % 2]}\n" for i in range(40)
)


@pytest.fixture
def own(tmp_path: Path):
    def write(content: str, **fields: object) -> Csv:
        path = tmp_path / "own.csv"
        path.write_text(content, "utf-8")
        return Csv(path=str(path), **fields)

    return write


def found(rule: Csv) -> list[tuple[str, object]]:
    return [(problem.code, problem.values.get("row")) for problem in survey(rule).problems]


def test_a_good_file_is_told_of(own):
    seen = survey(own("a;b;y\n1;2;0\n3;4;1\n\n5,5;6;0\n"))
    assert (seen.delimiter, seen.has_header, seen.names) == (";", True, ("a", "b", "y"))
    assert seen.first == ((2, ["1", "2", "0"]), (3, ["3", "4", "1"]), (5, ["5,5", "6", "0"]))
    assert (seen.rows, seen.classes, seen.problems, seen.raw) == (3, 2, (), None)


def test_only_the_first_rows_are_shown(own):
    seen = survey(own("a,y\n" + "1,0\n2,1\n" * 500))
    assert (len(seen.first), seen.rows) == (FIRST_ROWS, 1000)


def test_every_problem_is_listed_by_its_row(own):
    rule = own("a,b,y\n1,x,0\n,2,1\n3,3\n4,4,\n5,1.2.3,1\n6,6,1,7\n")
    assert found(rule) == [
        ("csv_not_a_number", 2),
        ("csv_empty_cell", 3),
        ("csv_row_length", 4),
        ("csv_empty_cell", 5),
        ("csv_not_a_number", 6),
        ("csv_row_length", 7),
    ]
    with pytest.raises(Problem, match="csv_row_length"):
        rule.draw()


def test_columns_that_are_not_used_have_no_problems(own):
    rule = own("id,a,y\nx,1,0\n,2,1\n", features=("a",))
    assert found(rule) == []
    assert rule.draw().feature_names == ("a",)


def test_no_more_problems_than_anybody_reads(own):
    assert len(found(own("a,y\n1,0\n" + "x,1\n" * 5000))) == MOST_PROBLEMS


@pytest.mark.parametrize(
    ("content", "fields", "code"),
    [
        ("", {}, "csv_no_rows"),
        ("\n,\n", {}, "csv_no_rows"),
        ("a,y\n1,0\n", {}, "csv_too_few_rows"),
        ("y\n1\n2\n", {}, "csv_one_column"),
        ("a,y\n1,0\n2,0\n", {}, "csv_one_class"),
        ("a,a,y\n1,1,0\n2,2,1\n", {}, "csv_repeated_name"),
        ("a,y\n1,0\n2,1\n", {"target": "z"}, "unknown_name"),
        ("a,y\n1,0\n2,1\n", {"features": ("b",)}, "unknown_name"),
        ("a,y\n1,0\n2,1\n", {"features": ("a", "a")}, "repeated_key"),
        ("a,y\n1,0\n2,1\n", {"features": ("y",)}, "repeated_key"),
        ("a,y\n" + "".join(f"1,k{i}\n" for i in range(21)), {}, "csv_many_classes"),
    ],
)
def test_what_drawing_refuses_the_survey_lists(own, content: str, fields: dict, code: str):
    rule = own(content, **fields)
    assert survey(rule).problems[0].code == code
    with pytest.raises(Problem, match=code):
        rule.draw()


def test_a_file_that_is_not_there_can_not_be_surveyed(tmp_path: Path):
    with pytest.raises(Problem, match="unreadable_file"):
        survey(Csv(path=str(tmp_path / "none.csv")))


def test_raw_units_are_noticed_and_standardizing_ends_it(own):
    rule = own(PEOPLE, features=("height", "weight"))
    raw = survey(rule).raw
    train = rule.draw().train_inputs[0]
    assert (raw.name, raw.low, raw.high) == ("height", train.min(), train.max())
    scaled = suggested(rule.path)
    assert survey(scaled).raw is None
    assert raw_feature(Circles().draw()) is None


def test_columns_of_numbers_are_suggested(own):
    rule = own(PEOPLE)
    assert suggested(rule.path) == Csv(
        path=rule.path, features=("height", "weight"), standardize=True
    )


def test_many_numbers_are_suggested_as_values_to_predict(own):
    rule = own("a,y\n" + "".join(f"{i},{i / 8}\n" for i in range(30)))
    assert suggested(rule.path) == Csv(path=rule.path, task="regression", standardize=True)


def test_the_first_row_is_what_the_user_says(own):
    content = "1,0\n2,1\n3,0\n"
    assert len(survey(own(content)).first) == 3
    named = own(content, header="yes")
    assert survey(named).names == ("1", "0")
    assert named.draw().feature_names == ("1",)
    texts = own("a,b\nc,d\ne,f\n", header="no")
    assert survey(texts).names == ("x1", "x2")
    assert [row for _, row in found(texts)] == [1, 2, 3]


def test_standardizing_scales_by_the_training_part_alone(own):
    rule = own(PEOPLE, features=("weight", "height"), standardize=True)
    plain, scaled = own(PEOPLE, features=("weight", "height")).draw(), rule.draw()
    mean, std = plain.train_inputs.mean(1, keepdims=True), plain.train_inputs.std(1, keepdims=True)
    assert_allclose(scaled.test_inputs, (plain.test_inputs - mean) / std, rtol=1e-12)
    assert_allclose(scaled.train_inputs.mean(1), 0, atol=1e-12)
    assert_array_equal(scaled.train_targets, plain.train_targets)
    assert scaled.target_scaling.is_identity
    assert scaled.feature_names == ("weight", "height")


def test_values_to_predict_are_standardized_too(own):
    dataset = own("a,y\n1,10\n2,20\n3,40\n4,70\n", task="regression", standardize=True).draw()
    assert_allclose(dataset.train_targets.std(), 1.0)
    original = dataset.target_scaling.to_original(
        np.hstack([dataset.train_targets, dataset.test_targets])
    )
    assert_allclose(sorted(original[0]), [10, 20, 40, 70])


def test_a_large_file_is_read_once_for_survey_and_drawing(own, monkeypatch: pytest.MonkeyPatch):
    rule = own("a,b,y\n" + "1.5,2.5,0\n2.5,3.5,1\n" * 500)
    reads: list[Path] = []
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: reads.append(path) or read_bytes(path))
    survey(rule)
    rule.draw()
    survey(own("a,b,y\n" + "1.5,2.5,0\n2.5,3.5,1\n" * 500, target="b", task="regression"))
    assert len(reads) <= 2
