"""`run`: the files it writes, and that it writes all of them or none."""

import argparse
import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from core import commands, edits
from core.datasets import Csv, Points
from core.experiment import Experiment, write_experiment
from core.initializers.constant import Zeros
from core.layer import Layer
from core.optimizers import Sgd
from core.problem import Problem
from core.progress import Progress
from core.trainer import Trainer
from tests.core.networks import circles

SMALL = circles((3,), "tanh", name="small")
NAMES = ["gradients.csv", "history.csv", "initial_weights.npz", "report.json", "weights.npz"]


def run(experiment: Experiment, folder: Path, *options: str) -> int:
    file = folder / "experiment.initlab"
    write_experiment(experiment, file)
    return main("run", str(file), "--out", str(folder / "out"), *options)


def main(*words: str) -> int:
    """Do what main.py does with a command line."""
    parser = argparse.ArgumentParser()
    commands.add_parsers(parser.add_subparsers())
    arguments = parser.parse_args(words)
    return arguments.command(arguments)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_writes_all_its_files(tmp_path: Path):
    assert run(SMALL, tmp_path, "--steps", "25", "--every", "10") == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == NAMES


def test_points_drawn_by_hand_need_no_other_file(tmp_path: Path):
    drawn = edits.set_dataset(SMALL, Points.copy_of(SMALL.dataset.draw()))
    for name, experiment in (("drawn", drawn), ("original", SMALL)):
        (tmp_path / name).mkdir()
        assert run(experiment, tmp_path / name, "--steps", "10") == 0
    tables = [
        (tmp_path / name / "out" / "history.csv").read_text() for name in ("drawn", "original")
    ]
    assert tables[0] == tables[1]


def test_history_has_a_row_for_step_0_every_k_steps_and_the_last(tmp_path: Path):
    run(SMALL, tmp_path, "--steps", "25", "--every", "10")
    rows = table(tmp_path / "out" / "history.csv")
    assert [row["step"] for row in rows] == ["0", "10", "20", "25"]
    trainer = Trainer(SMALL)
    for row in rows:
        trainer.advance(int(row["step"]) - trainer.step)
        measured = trainer.measure()
        for name in ("train_loss", "test_loss", "train_accuracy", "test_accuracy"):
            assert float(row[name]) == getattr(measured, name)  # all 17 digits


def test_gradients_have_a_row_for_every_neuron(tmp_path: Path):
    run(SMALL, tmp_path, "--steps", "10", "--every", "10")
    rows = table(tmp_path / "out" / "gradients.csv")
    places = [("1", "1"), ("1", "2"), ("1", "3"), ("2", "1")]
    assert [(row["step"], row["layer"], row["neuron"]) for row in rows] == [
        (step, *place) for step in ("0", "10") for place in places
    ]
    snapshot = Trainer(SMALL).snapshot()
    assert [float(row["gradient_norm"]) for row in rows[:4]] == [
        norm for layer in snapshot.gradient_norms for norm in layer
    ]
    assert [float(row["bias_gradient"]) for row in rows[:4]] == [
        db for gradient in snapshot.gradients for db in gradient.db[:, 0]
    ]


def test_weights_are_those_of_the_start_and_the_end(tmp_path: Path):
    run(SMALL, tmp_path, "--steps", "7")
    trainer = Trainer(SMALL)
    for name, steps in (("initial_weights.npz", 0), ("weights.npz", 7)):
        trainer.advance(steps)
        with np.load(tmp_path / "out" / name) as arrays:
            assert sorted(arrays) == ["W1", "W2", "b1", "b2"]
            assert np.array_equal(arrays["W2"], trainer.network.weights[1])
            assert np.array_equal(arrays["b1"], trainer.network.biases[0])


def test_the_report_tells_findings_and_statistics(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    experiment = circles((3,), "relu", Zeros())
    run(experiment, tmp_path, "--steps", "7")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["step"] == 7
    assert report["divergence"] is None
    assert [finding["code"] for finding in report["findings"]] == ["zero_gradient", "symmetric"]
    assert [layer["activation"] for layer in report["layers"]] == ["relu", "sigmoid"]
    zero = {"mean": 0.0, "std": 0.0, "min": 0.0, "max": 0.0}
    assert report["layers"][0]["weights"] == zero
    assert report["layers"][0]["gradient_norms"] == zero
    assert report["layers"][0]["structure"] == "zero"
    assert report["layers"][0]["identical_neurons"] == [[1, 2, 3]]
    assert report["layers"][0]["saturated"] is None
    assert report["layers"][1]["dZ"]["std"] == pytest.approx(0.5)
    assert report["chance"] == pytest.approx(math.log(2))
    assert 1 <= report["inputs"]["condition"] < 2
    assert capsys.readouterr().err.splitlines() == [
        "zero_gradient output_bias_moves=False",
        "symmetric layer=1 units=3 effective=1",
    ]


def test_without_every_there_are_about_100_rows(tmp_path: Path):
    run(SMALL, tmp_path, "--steps", "1000")
    assert len(table(tmp_path / "out" / "history.csv")) == 101


def test_a_divergence_is_a_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    experiment = circles(
        (4,), "linear", output="linear", loss="mean_squared_error",
        optimizer=Sgd(learning_rate=100.0),
    )  # fmt: skip
    assert run(experiment, tmp_path, "--steps", "1000", "--every", "10") == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    step = report["divergence"]["step"]
    steps = [int(row["step"]) for row in table(tmp_path / "out" / "history.csv")]
    assert steps == [*range(0, step, 10), step]
    assert capsys.readouterr().err.startswith(f"diverged layer={report['divergence']['layer']}")


def test_an_accuracy_without_meaning_is_left_empty(tmp_path: Path):
    (tmp_path / "houses.csv").write_text("size,price\n1,2\n2,4\n3,6\n4,8\n", encoding="utf-8")
    data = Csv(path=str(tmp_path / "houses.csv"), task="regression")
    experiment = replace(
        SMALL, dataset=data, layers=(Layer(1, "linear"),), loss="mean_squared_error"
    )
    run(experiment, tmp_path, "--steps", "1")
    for row in table(tmp_path / "out" / "history.csv"):
        assert row["train_accuracy"] == row["test_accuracy"] == ""
        assert float(row["train_loss"]) > 0


def test_other_files_of_the_folder_stay_and_ours_are_replaced(tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    (out / "history.csv").write_text("old", encoding="utf-8")
    run(SMALL, tmp_path, "--steps", "5")
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert len(table(out / "history.csv")) == 6
    assert sorted(path.name for path in out.iterdir()) == sorted([*NAMES, "notes.txt"])


@pytest.mark.parametrize("there", [True, False])
def test_an_interrupted_run_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
):
    def interrupt(progress: Progress, done: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "show", interrupt)
    out = tmp_path / "out"
    if there:
        out.mkdir()
        (out / "history.csv").write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        run(SMALL, tmp_path, "--steps", "5")
    assert out.exists() == there
    if there:
        assert [path.name for path in out.iterdir()] == ["history.csv"]
        assert (out / "history.csv").read_text(encoding="utf-8") == "old"


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path):
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(Problem) as refusal:
        run(SMALL, tmp_path, "--steps", "5")
    assert (refusal.value.path, refusal.value.code) == ("--out", "unwritable_file")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "a file"


@pytest.mark.parametrize("option", ["--steps", "--every"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ten", "wrong_type"),
        ("1.5", "wrong_type"),
        ("", "wrong_type"),
        ("0", "out_of_range"),
        ("-3", "out_of_range"),
        ("10000001", "out_of_range"),
        pytest.param("9" * 5000, "wrong_type", id="5000 digits"),
    ],
)
def test_a_wrong_count_is_refused_before_anything_is_written(
    tmp_path: Path, option: str, text: str, code: str
):
    counts = {"--steps": "10", "--every": "1", option: text}
    options = [f"{name}={value}" for name, value in counts.items()]
    with pytest.raises(Problem) as refusal:
        run(SMALL, tmp_path, *options)
    assert (refusal.value.path, refusal.value.code) == (option, code)
    assert not (tmp_path / "out").exists()


def test_an_experiment_that_cannot_be_read_leaves_no_folder(tmp_path: Path):
    with pytest.raises(Problem):
        main("run", str(tmp_path / "none.initlab"), "--steps", "1", "--out", str(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


class Terminal:
    """A stream that says it is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def test_progress_is_one_line_that_vanishes(monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with Progress(2000) as progress:
        progress.show(500)
        progress.show(501)  # too soon
    assert terminal.text == f"\r[{'#' * 6}{' ' * 18}] 500 / 2,000  25%\x1b[K\r\x1b[K"


def test_progress_is_silent_without_a_terminal(capsys: pytest.CaptureFixture[str]):
    with Progress(2000) as progress:
        progress.show(500)
    assert capsys.readouterr().err == ""
