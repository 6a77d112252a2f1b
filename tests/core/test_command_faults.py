"""What people get wrong on the command line: refused with its name, and nothing is left behind."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.experiment import write_experiment
from core.problem import Problem
from tests.core.networks import circles
from tests.core.test_commands import main

RUN = ("run", "--steps", "2")
SWEEP = ("sweep", "--over", "seed", "--from", "1", "--to", "2", "--points", "2", "--steps", "2")
EXPORT = ("export", "--to", "numpy")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with an experiment and another file."""
    write_experiment(circles((3,)), tmp_path / "good.initlab")
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(*words: str) -> Problem:
    before = sorted(Path().rglob("*"))
    with pytest.raises(Problem) as caught:
        main(*words)
    assert sorted(Path().rglob("*")) == before
    return caught.value


@pytest.mark.parametrize("command", [RUN, (*RUN, "--runs", "2"), SWEEP, EXPORT])
@pytest.mark.parametrize("out", ["", " "])
def test_no_name_is_no_place_to_write(here: Path, command: tuple[str, ...], out: str):
    name, *options = command
    name = "ensemble" if "--runs" in command else name
    found = refused(name, "good.initlab", *options, "--out", out)
    assert (found.path, found.code) == ("--out", "empty_name")


@pytest.mark.parametrize(
    ("command", "out"), [(RUN, "file"), (RUN, "file/x/y"), (SWEEP, "file/x"), (EXPORT, "file/x.py")]
)
def test_the_file_that_is_in_the_way_is_named(here: Path, command: tuple[str, ...], out: str):
    name, *options = command
    found = refused(name, "good.initlab", *options, "--out", out)
    assert (found.code, found.values["reason"]) == ("unwritable_file", "file")
    assert found.values["file"] == "file"


@pytest.mark.parametrize(
    ("command", "out", "taken"), [(EXPORT, "he.py", "he.py"), (RUN, "out", "out/report.json")]
)
def test_a_folder_with_the_name_of_a_result_is_named(
    here: Path, command: tuple[str, ...], out: str, taken: str
):
    Path(taken).mkdir(parents=True)
    name, *options = command
    found = refused(name, "good.initlab", *options, "--out", out)
    assert (found.code, found.values["reason"]) == ("unwritable_file", "directory")
    assert found.values["file"] == str(Path(taken))


@pytest.mark.parametrize("file", [".", "folder", "folder/", "folder/.."])
def test_a_folder_in_the_place_of_an_experiment_is_named(here: Path, file: str):
    Path("folder").mkdir()
    found = refused("run", file, "--steps", "2", "--out", "out")
    assert (found.code, found.values["reason"]) == ("unreadable_file", "directory")
    assert found.values["file"] == (here.name if "." in file else "folder")


@pytest.mark.parametrize(("found", "kind"), [(1.5, "float"), ("one", "str"), ([], "array")])
def test_a_wrong_value_is_told_with_its_file_and_place(here: Path, found: Any, kind: str):
    text = json.loads(Path("good.initlab").read_text(encoding="utf-8"))
    Path("bad.initlab").write_text(json.dumps(text | {"seed": found}), encoding="utf-8")
    problem = refused("run", "bad.initlab", "--steps", "2", "--out", "out")
    assert (problem.path, problem.code) == ("seed", "wrong_type")
    assert problem.values["source"] == "bad.initlab"
    assert problem.values["found"] == kind
    assert problem.values.get("value") == (None if kind == "array" else found)


def test_broken_json_is_told_with_its_file_and_line(here: Path):
    Path("bad.initlab").write_text('{"format": 1,\n "seed": 1,,\n}', encoding="utf-8")
    problem = refused("run", "bad.initlab", "--steps", "2", "--out", "out")
    assert problem.code == "not_json"
    assert (problem.values["file"], problem.values["line"]) == ("bad.initlab", 2)
