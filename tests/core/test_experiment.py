"""Experiments: read, checked, written, and read again as they were."""

import json
import os
import stat
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from core import edits
from core.datasets import DATASETS, Csv, Points
from core.experiment import (
    MAX_FILE_BYTES,
    Experiment,
    check,
    default_experiment,
    parse_experiment,
    read_experiment,
    weight_count,
    write_experiment,
)
from core.initializers import INITIALIZERS
from core.initializers.normal import Normal
from core.layer import Layer
from core.optimizers import OPTIMIZERS, Sgd
from core.problem import Problem
from core.trainer import Trainer

DATA = Path(__file__).parents[1] / "data"
EXAMPLE = DATA / "he_on_circles.initlab"
TABLE = "a,b,y\n1,2,0\n3,4,1\n5,6,0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a table in a folder inside."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "own.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def on_csv(path: Path | str) -> Experiment:
    return replace(default_experiment(), dataset=Csv(path=str(path)))


def problem_of(action, *arguments: object) -> Problem:
    with pytest.raises(Problem) as caught:
        action(*arguments)
    return caught.value


# Reading


def test_the_file_of_the_design_is_read():
    experiment = read_experiment(EXAMPLE)
    assert experiment.sizes() == (2, 10, 5, 1)
    assert (experiment.seed, experiment.generator) == (3, "legacy")
    assert experiment.optimizer == Sgd(learning_rate=0.01)
    assert [layer.weights.name for layer in experiment.layers] == ["he_normal"] * 3


def test_what_is_left_out_takes_its_default():
    layer = b'{"units": 1, "activation": "sigmoid"}'
    experiment = parse_experiment(
        b'{"format": 1, "dataset": {"name": "moons"}, "layers": [' + layer + b"]}"
    )
    assert (experiment.generator, experiment.optimizer) == ("pcg64", Sgd(learning_rate=0.01))
    assert experiment.layers[0] == Layer(1, "sigmoid")


def test_a_byte_order_mark_does_not_matter():
    text = EXAMPLE.read_bytes()
    assert parse_experiment(b"\xef\xbb\xbf" + text) == parse_experiment(text)


def test_a_name_may_hold_any_script(tmp_path: Path):
    experiment = replace(default_experiment(), name="初始化 😀 é")
    write_experiment(experiment, tmp_path / "中文.initlab")
    assert read_experiment(tmp_path / "中文.initlab") == experiment


def test_files_that_cannot_be_read(tmp_path: Path):
    text = tmp_path / "text.initlab"
    text.write_text("{}", encoding="utf-8")
    for path, reason in (
        (tmp_path / "missing.initlab", "missing"),
        (text / "inside.initlab", "missing"),
        (tmp_path, "directory"),
        (Path("/dev/null"), "other"),
        (tmp_path / "nul\0.initlab", "other"),
    ):
        found = problem_of(read_experiment, path)
        assert (found.code, found.values["reason"]) == ("unreadable_file", reason)
        assert found.values["file"] == path.name


@pytest.mark.parametrize("content", [b"", b"not json", b"\xff\x00", b"[1]", b"[" * 100_000])
def test_a_file_that_holds_no_experiment_is_named(tmp_path: Path, content: bytes):
    path = tmp_path / "lesson.initlab"
    path.write_bytes(content)
    found = problem_of(read_experiment, path)
    assert (found.path, found.values["file"]) == ("", "lesson.initlab")


def forbidden(path: Path) -> bytes:
    raise PermissionError(13, "Permission denied", str(path))


def test_a_file_without_permission_is_a_problem(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Path, "read_bytes", forbidden)  # root may read everything
    assert problem_of(read_experiment, EXAMPLE).values["reason"] == "forbidden"


def test_a_file_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "large.initlab"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", forbidden)
    found = problem_of(read_experiment, path)
    assert found.code == "too_large_file"
    assert dict(found.values) == {
        "file": "large.initlab",
        "found": MAX_FILE_BYTES + 1,
        "most": MAX_FILE_BYTES,
    }


# Writing


@pytest.mark.parametrize("kind", INITIALIZERS.values(), ids=INITIALIZERS)
def test_every_initializer_survives_its_file(kind: type, tmp_path: Path):
    layer = Layer(1, "sigmoid", weights=kind(), biases=kind())
    experiment = replace(default_experiment(), layers=(layer,))
    write_experiment(experiment, tmp_path / "a.initlab")
    assert read_experiment(tmp_path / "a.initlab") == experiment


@pytest.mark.parametrize("kind", [kind for kind in DATASETS.values() if kind is not Csv])
def test_every_dataset_survives_its_file(kind: type, tmp_path: Path):
    rule = kind() if kind is Points else kind(seed=2**32 - 1)
    experiment = edits.set_dataset(default_experiment(), rule)
    write_experiment(experiment, tmp_path / "a.initlab")
    assert read_experiment(tmp_path / "a.initlab") == experiment


@pytest.mark.parametrize("kind", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_every_optimizer_survives_its_file(kind: type, tmp_path: Path):
    experiment = replace(default_experiment(), optimizer=kind(learning_rate=1e-5))
    write_experiment(experiment, tmp_path / "a.initlab")
    assert read_experiment(tmp_path / "a.initlab") == experiment


def test_the_written_file_keeps_the_order_of_the_design_and_says_all(tmp_path: Path):
    write_experiment(read_experiment(EXAMPLE), tmp_path / "a.initlab")
    text = (tmp_path / "a.initlab").read_text(encoding="utf-8")
    written, shown = json.loads(text), json.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert text.startswith('{\n  "format": 1,\n  "name": "He on circles",\n')
    assert text.endswith("}\n")
    assert list(written) == list(shown)
    assert list(written["dataset"])[: len(shown["dataset"])] == list(shown["dataset"])
    assert list(written["optimizer"]) == ["name", "learning_rate", "momentum"]
    assert list(written["layers"][0]) == list(shown["layers"][0])
    assert written["layers"][0]["weights"] == {"name": "he_normal", "mode": "fan_in"}


def test_writing_replaces_what_was_there_and_leaves_nothing_else(tmp_path: Path):
    path = tmp_path / "a.initlab"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_experiment(default_experiment(), path)
    assert read_experiment(path) == default_experiment()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_writing_through_a_link_keeps_the_link(tmp_path: Path):
    (tmp_path / "link.initlab").symlink_to(tmp_path / "a.initlab")
    write_experiment(default_experiment(), tmp_path / "link.initlab")
    assert (tmp_path / "link.initlab").is_symlink()
    assert read_experiment(tmp_path / "a.initlab") == default_experiment()


@pytest.mark.parametrize(
    ("number", "reason"), [(28, "full"), (13, "forbidden"), (30, "other"), (5, "other")]
)
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
):
    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "a.initlab"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", fail)
    found = problem_of(write_experiment, default_experiment(), path)
    assert (found.code, found.values["reason"]) == ("unwritable_file", reason)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    text = tmp_path / "text"
    text.write_text("old", encoding="utf-8")
    for path, reason in (
        (tmp_path / "missing" / "a.initlab", "missing"),
        (text / "a.initlab", "missing"),
        (tmp_path, "directory"),
        (tmp_path / "nul\0.initlab", "other"),
    ):
        found = problem_of(write_experiment, default_experiment(), path)
        assert (found.code, found.values["reason"]) == ("unwritable_file", reason)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write everywhere
    assert problem_of(write_experiment, default_experiment(), text).values["reason"] == "forbidden"
    assert text.read_text(encoding="utf-8") == "old"


def test_what_the_file_may_not_hold_is_not_written(tmp_path: Path):
    path = tmp_path / "a.initlab"
    wrong = replace(default_experiment(), l2=float("nan"))
    assert problem_of(write_experiment, wrong, path).path == "l2"
    assert not path.exists()


# The path of the data


def test_data_inside_the_folder_are_written_relative_and_found_again(folder: Path):
    experiment = on_csv(folder / "data" / "own.csv")
    write_experiment(experiment, folder / "a.initlab")
    written = json.loads((folder / "a.initlab").read_text(encoding="utf-8"))
    assert written["dataset"]["path"] == "data/own.csv"
    assert read_experiment(folder / "a.initlab") == experiment


def test_experiment_and_data_may_move_together(folder: Path):
    home = folder / "home"
    (home / "data").mkdir(parents=True)
    write_experiment(on_csv(folder / "data" / "own.csv"), folder / "a.initlab")
    (folder / "a.initlab").rename(home / "a.initlab")
    (folder / "data" / "own.csv").rename(home / "data" / "own.csv")
    assert read_experiment(home / "a.initlab") == on_csv(home / "data" / "own.csv")


def test_data_elsewhere_keep_their_whole_path(folder: Path):
    (folder / "home").mkdir()
    experiment = on_csv(folder / "data" / "own.csv")
    write_experiment(experiment, folder / "home" / "a.initlab")
    assert read_experiment(folder / "home" / "a.initlab") == experiment


def test_a_relative_file_name_finds_its_data(folder: Path, monkeypatch: pytest.MonkeyPatch):
    write_experiment(on_csv(folder / "data" / "own.csv"), folder / "a.initlab")
    monkeypatch.chdir(folder)
    assert read_experiment("a.initlab") == on_csv(folder / "data" / "own.csv")


def test_an_experiment_whose_data_are_gone_can_be_saved_but_not_opened(folder: Path):
    write_experiment(on_csv(folder / "gone.csv"), folder / "a.initlab")
    found = problem_of(read_experiment, folder / "a.initlab")
    assert (found.path, found.code) == ("dataset.path", "unreadable_file")
    assert found.values["file"] == "gone.csv"


# Checking


@pytest.mark.parametrize(
    ("fields", "path", "code"),
    [
        ({"seed": -1}, "seed", "out_of_range"),
        ({"seed": 2**32}, "seed", "out_of_range"),
        ({"l2": float("nan")}, "l2", "not_finite"),
        ({"l2": float("inf")}, "l2", "not_finite"),
        ({"l2": "much"}, "l2", "wrong_type"),
        ({"l2": np.float64(0.1)}, "l2", "wrong_type"),
        ({"batch_size": np.int64(3)}, "batch_size", "wrong_type"),
        ({"name": Path("a")}, "name", "wrong_type"),
        ({"batch_size": 0}, "batch_size", "out_of_range"),
        ({"clip_norm": 0.0}, "clip_norm", "out_of_range"),
        ({"optimizer": Sgd(learning_rate=1e7)}, "optimizer.learning_rate", "out_of_range"),
        ({"layers": ()}, "layers", "wrong_length"),
        ({"layers": (Layer(0), Layer(1, "sigmoid"))}, "layers[0].units", "out_of_range"),
        ({"layers": (Layer(1, "sigmoid", weights=Normal(centre=1e7)),)}, "layers[0].weights.mean",
         "out_of_range"),
        ({"loss": "hinge"}, "loss", "unknown_name"),
        ({"dataset": Layer(1)}, "dataset.name", "missing_field"),
    ],
)  # fmt: skip
def test_values_set_in_code_are_checked_like_those_of_a_file(
    fields: dict[str, object], path: str, code: str
):
    found = problem_of(check, replace(default_experiment(), **fields))
    assert (found.path, found.code) == (path, code)


def test_check_accepts_what_reading_accepts():
    check(read_experiment(EXAMPLE))
    check(default_experiment())


def test_the_number_of_weights_is_that_of_the_matrices():
    assert weight_count(read_experiment(EXAMPLE)) == 20 + 50 + 5


def test_the_first_experiment_learns_from_its_first_steps_on():
    trainer = Trainer(default_experiment())
    losses = [trainer.measure().train_loss]
    for steps in (100, 1900):
        trainer.advance(steps)
        losses.append(trainer.measure().train_loss)
    assert np.allclose(losses, [0.83, 0.70, 0.25], atol=0.01)
    assert (np.diff(trainer.snapshot().history.train_loss) < 0).all()
