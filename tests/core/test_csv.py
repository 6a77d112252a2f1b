"""Tables as people have them: read rightly, or refused with row, column and text."""

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from core.datasets import Csv, Dataset
from core.datasets.sheet import MAX_BYTES
from core.fields import MAX_SAMPLES
from core.problem import Problem

PLAIN = "size,rooms,sold\n50,2,no\n80.5,3,yes\n1.2e2,-5,no\n"
EXPECTED = {(50.0, 2.0, 0.0), (80.5, 3.0, 1.0), (120.0, -5.0, 0.0)}


@pytest.fixture
def own(tmp_path: Path):
    """Return a function that writes a table and returns the rule that reads it."""

    def write(content: str | bytes, **fields: object) -> Csv:
        path = tmp_path / "own.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Csv(path=str(path), **fields)

    return write


def samples(dataset: Dataset) -> set[tuple[float, ...]]:
    """Return all samples of both parts, features and targets together."""
    train = np.vstack([dataset.train_inputs, dataset.train_targets])
    test = np.vstack([dataset.test_inputs, dataset.test_targets])
    return {tuple(column) for column in np.hstack([train, test]).T.tolist()}


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        b"\xfe\xff" + PLAIN.encode("utf-16-be"),
        PLAIN.replace(",", "\t").encode("utf-16"),
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", ";").replace(".", ","),
        PLAIN.replace(",", "\t").replace(".", ","),
        PLAIN.replace(",", " , "),
        PLAIN.replace("\n", "\n\n") + " , ,\n\n",
        PLAIN.rstrip(),
        '"size","rooms","sold"\n"50","2","no"\n"80.5","3","yes"\n"1.2e2","-5","no"\n',
    ],
)
def test_many_ways_to_write_one_table(own, content: str | bytes):
    dataset = own(content).draw()
    assert samples(dataset) == EXPECTED
    assert dataset.feature_names == ("size", "rooms")
    assert dataset.target_names == ("sold",)
    assert dataset.class_names == ("no", "yes")


def test_a_quoted_name_may_hold_the_separator(own):
    assert own('"size; m2",sold\n1,0\n2,1\n').draw().feature_names == ("size; m2",)


@pytest.mark.parametrize(
    ("content", "names", "rows"),
    [
        ("1,2,0\n3,4,1\n", ("x1", "x2"), 2),
        ("1,2,no\n3,4,yes\n", ("x1", "x2"), 2),
        ("a,2020,2021\n3,4,1\n5,6,0\n", ("a", "2020"), 2),
        (",b,y\n3,4,1\n5,6,0\n", ("x1", "b"), 2),
        ("长度,宽度,类\n3,4,1\n5,6,0\n", ("长度", "宽度"), 2),
    ],
)
def test_names_are_found_or_given(own, content: str, names: tuple[str, ...], rows: int):
    dataset = own(content).draw()
    assert dataset.feature_names == names
    assert len(samples(dataset)) == rows


CHINESE = "面积,房间,售出\n50,2,否\n80.5,3,是\n1.2e2,-5,否\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_chinese_tables_are_read_as_spreadsheets_write_them(own, encoding: str):
    dataset = own(CHINESE.encode(encoding)).draw()
    assert dataset.feature_names == ("面积", "房间")
    assert dataset.target_names == ("售出",)
    assert dataset.class_names == ("否", "是")
    assert samples(dataset) == EXPECTED


def test_a_rare_sign_needs_the_whole_of_gb_18030(own):
    assert own("𠮷,y\n1,0\n2,1\n".encode("gb18030")).draw().feature_names == ("𠮷",)


def test_any_column_may_be_the_target(own):
    rule = own("y,a\nno,1\nyes,2\n", target="y")
    assert rule.draw().feature_names == ("a",)
    assert samples(rule.draw()) == {(1.0, 0.0), (2.0, 1.0)}


def test_two_classes_are_one_row_of_0_and_1_in_the_order_of_numbers(own):
    dataset = own("a,y\n1,10\n2,9\n3,9.0\n").draw()
    assert dataset.class_names == ("9", "10")
    assert samples(dataset) == {(1.0, 1.0), (2.0, 0.0), (3.0, 0.0)}


def test_more_classes_are_a_row_each(own):
    rule = own("a,kind\n1,c\n2,a\n3,b\n4,a\n")
    dataset = rule.draw()
    assert rule.shape() == (1, 3)
    assert dataset.class_names == dataset.target_names == ("a", "b", "c")
    assert (2.0, 1.0, 0.0, 0.0) in samples(dataset)
    assert (1.0, 0.0, 0.0, 1.0) in samples(dataset)


def test_regression_takes_the_values_as_they_are(own):
    rule = own("a,price\n1,10.5\n2,-3\n3,1e6\n", task="regression")
    dataset = rule.draw()
    assert (rule.shape(), rule.asks_for(), dataset.task) == ((1, 1), "regression", "regression")
    assert samples(dataset) == {(1.0, 10.5), (2.0, -3.0), (3.0, 1e6)}
    assert dataset.class_names == ()


def test_a_constant_feature_and_features_of_any_size_are_kept(own):
    dataset = own("a,b,y\n7,100000,0\n7,0.00001,1\n").draw()
    assert samples(dataset) == {(7.0, 1e5, 0.0), (7.0, 1e-5, 1.0)}


MANY = "a,y\n" + "".join(f"{index},{index % 2}\n" for index in range(100))


@pytest.mark.parametrize(("share", "count"), [(0.25, 25), (0.001, 1), (0.999, 99), (0.5, 50)])
def test_each_row_is_in_one_part(own, share: float, count: int):
    dataset = own(MANY, test_share=share).draw()
    train, test = dataset.train_inputs[0], dataset.test_inputs[0]
    assert len(test) == count
    assert sorted([*train, *test]) == list(range(100))
    assert_array_equal(dataset.train_targets[0], train % 2)


def test_the_seed_decides_the_split(own):
    first, again, other = (own(MANY, seed=seed).draw().test_inputs for seed in (1, 1, 2))
    assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_drawn_arrays_are_contiguous_and_cannot_be_written(own):
    dataset = own("a,b,kind\n" + "1,2,x\n3,4,y\n5,6,z\n" * 10).draw()
    for array in (dataset.train_inputs, dataset.test_targets):
        assert array.flags.c_contiguous
        assert not array.flags.writeable


def test_the_file_is_read_once_until_somebody_looks(own, monkeypatch: pytest.MonkeyPatch):
    rule = own("a,y\n1,0\n2,1\n")
    reads: list[Path] = []
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: reads.append(path) or read_bytes(path))
    assert rule.shape() == rule.shape() == (1, 1)
    rule.draw()
    assert len(reads) == 1
    status = Path(rule.path).stat()
    os.utime(rule.path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert rule.look() is None
    assert len(reads) == 2
    own("a,b,y\n1,1,0\n2,2,1\n")
    assert rule.shape() == (1, 1)
    assert len(reads) == 2
    samples = rule.look()
    assert rule.shape() == (1, 1)
    assert samples is not None
    rule.adopt(samples)
    assert rule.shape() == (2, 1)
    status = Path(rule.path).stat()
    own("a,b,y\n1,1,0\n2,2,2\n")
    os.utime(rule.path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    samples = rule.look()
    assert samples is not None
    rule.adopt(samples)
    assert rule.draw().class_names == ("0", "2")


def test_a_file_that_is_no_table_any_more_stays_as_it_was_read(own):
    rule = own("a,y\n1,0\n2,1\n")
    before = rule.draw()
    own("a,y\n1,0\nmany,1\n")
    with pytest.raises(Problem):
        rule.look()
    assert_array_equal(rule.draw().train_inputs, before.train_inputs)


def test_a_file_that_has_gone_stays_in_memory(own):
    rule = own(MANY)
    before = rule.draw()
    Path(rule.path).unlink()
    assert rule.shape() == (1, 1)
    assert_array_equal(rule.draw().train_inputs, before.train_inputs)


CASES: list[tuple[str | bytes, str, dict[str, object]]] = [
    ("a,y\n1,0\n2,1\nmany,1\n", "csv_not_a_number", {"row": 4, "column": "a", "found": "many"}),
    ("a,y\n\n1,0\n\n1.2.3,1\n", "csv_not_a_number", {"row": 5, "column": "a", "found": "1.2.3"}),
    ("a,y\nNaN,0\n2,1\n", "csv_not_a_number", {"row": 2, "found": "NaN"}),
    ("a,y\ninf,0\n2,1\n", "csv_not_a_number", {"found": "inf"}),
    ("a,y\n1e999,0\n2,1\n", "csv_not_a_number", {"found": "1e999"}),
    ("a,y\n1_000,0\n2,1\n", "csv_not_a_number", {"found": "1_000"}),
    ("a,y\n１,0\n2,1\n", "csv_not_a_number", {"found": "１"}),
    ("a;y\n1.234,5;0\n2;1\n", "csv_not_a_number", {"found": "1.234,5"}),
    ("a,y\n1,0\n,1\n", "csv_empty_cell", {"row": 3, "column": "a"}),
    ("a,y\n1,0\n2,\n", "csv_empty_cell", {"row": 3, "column": "y"}),
    ("a,y\n1,0\n1,2,3\n", "csv_row_length", {"row": 3, "found": 3, "expected": 2}),
    ("a,y\n1,0\n2\n", "csv_row_length", {"row": 3, "found": 1, "expected": 2}),
    ("", "csv_no_rows", {}),
    ("\n\n,,\n", "csv_no_rows", {}),
    ("a,y\n", "csv_no_rows", {}),
    ("a,y\n1,0\n", "csv_too_few_rows", {"found": 1, "least": 2}),
    ("y\n1\n0\n", "csv_one_column", {}),
    ("a,a,y\n1,1,0\n2,2,1\n", "csv_repeated_name", {"column": "a"}),
    ("a,y\n" + '1,"' + "x" * 200_000 + '"\n', "csv_malformed", {"row": 2}),
    (",".join("1" * 1025), "csv_many_columns", {"found": 1025, "most": 1024}),
    ("1,0\n" * (MAX_SAMPLES + 1), "csv_too_many_rows", {"most": MAX_SAMPLES}),
    ("a,y\n1,0\n2,1\n".encode("utf-16-le"), "not_text", {}),  # without its mark
    ("a,y\n1,0\n2,1\n".encode("utf-16")[:-1], "not_text", {}),
    ("名,y\n1,0\n2,1\n".encode("gb18030") + b"\xff", "not_text", {}),
    (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "not_text", {}),  # a workbook
    (b" " * (MAX_BYTES + 1), "too_large_file", {"found": MAX_BYTES + 1, "most": MAX_BYTES}),
]


@pytest.mark.parametrize(("content", "code", "values"), CASES, ids=lambda value: repr(value)[:40])
def test_what_is_no_table_of_numbers_is_refused(
    own, content: str | bytes, code: str, values: dict[str, object]
):
    with pytest.raises(Problem) as caught:
        own(content).draw()
    found = caught.value
    assert (found.path, found.code, found.values["file"]) == ("dataset.path", code, "own.csv")
    assert {key: found.values[key] for key in values} == values


@pytest.mark.parametrize(
    ("content", "fields", "code", "values"),
    [
        ("a,y\n1,up\n2,up\n", {}, "csv_one_class", {"column": "y", "found": "up"}),
        (MANY, {"target": "a"}, "csv_many_classes", {"column": "a", "found": 100, "most": 20}),
        (MANY, {"target": "b"}, "unknown_name", {"found": "b", "allowed": ("a", "y")}),
        ("size,y\n1,0\n2,1\n", {"target": "sise"}, "unknown_name", {"guess": "size"}),
    ],
)
def test_a_target_that_will_not_do(
    own, content: str, fields: dict[str, object], code: str, values: dict[str, object]
):
    with pytest.raises(Problem) as caught:
        own(content, **fields).shape()
    found = caught.value
    assert (found.path, found.code) == ("dataset.target", code)
    assert {key: found.values[key] for key in values} == values


def test_text_is_no_value_to_predict(own):
    with pytest.raises(Problem) as caught:
        own("a,y\n1,up\n2,down\n", task="regression").draw()
    assert caught.value.code == "csv_not_a_number"


def test_a_full_table_is_read(own):
    rule = own("a,y\n" + "1,0\n0,1\n" * (MAX_SAMPLES // 2))
    dataset = rule.draw()
    assert dataset.train_inputs.shape == (1, MAX_SAMPLES * 3 // 4)
