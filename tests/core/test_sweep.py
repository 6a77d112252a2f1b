"""`sweep`: rows that are single runs, and work that is never done twice."""

import math
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable
from multiprocessing import active_children
from pathlib import Path

import pytest

from core.axis import axis, vary
from core.commands.sweep import sweep
from core.experiment import write_experiment
from core.initializers.normal import Normal
from core.journal import NAME
from core.optimizers import Sgd
from core.problem import Problem
from core.sweep import RUNS_A_TASK, Row, Sweep
from core.trainer import Trainer
from core.workers import ONE_THREAD, share_out
from tests.core.networks import circles
from tests.core.test_commands import main, table

STD = "layers[*].weights.std"
NORMAL = circles(
    (4, 3), "tanh", Normal(std=0.1), generator="pcg64", optimizer=Sgd(learning_rate=0.3)
)
SWEEP = Sweep(NORMAL, (axis(NORMAL, STD, 0.01, 1, 3),), runs=8, steps=20)  # 24 runs: 3 tasks
Results = Generator[tuple[int, list[Row]], None, None]


def here(work: Callable[[int], list[Row]], tasks: Iterable[int]) -> Results:
    """Do the tasks in this process, one after another."""
    for task in tasks:
        yield task, work(task)


def command(folder: Path, *words: str, over: str = STD) -> int:
    file = folder / "experiment.initlab"
    write_experiment(NORMAL, file)
    options = ("--out", str(folder / "out"), "--steps", "20", "--over", over)
    return main("sweep", str(file), *options, *words)


def test_every_row_is_a_single_run(tmp_path: Path):
    assert command(tmp_path, "--from", "0.01", "--to", "1", "--points", "3", "--runs", "8") == 0
    rows = table(tmp_path / "out" / "sweep.csv")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["sweep.csv"]
    assert [(row[STD], row["run"]) for row in rows] == [
        (std, str(run)) for std in ("0.01", "0.1", "1.0") for run in range(1, 9)
    ]
    for row in (rows[0], rows[13], rows[23]):
        seed, std = NORMAL.seed + int(row["run"]) - 1, float(row[STD])
        rule = Normal(std=std)
        trainer = Trainer(
            circles((4, 3), "tanh", rule, generator="pcg64", seed=seed, optimizer=NORMAL.optimizer)
        )
        start = trainer.snapshot()
        trainer.advance(20)
        end = trainer.snapshot()
        assert float(row["train_loss"]) == end.measurement.train_loss
        assert float(row["test_loss"]) == end.measurement.test_loss
        for name, at in (("first_gradient_start", start), ("first_gradient_end", end)):
            norm = math.hypot(*at.gradient_norms[0])
            assert float(row[name]) == pytest.approx(norm, rel=1e-12)
        assert row["diverged"] == ""


def test_two_values_make_a_grid(tmp_path: Path):
    words = ("--from", "1", "--to", "2", "--points", "2", "--linear")
    words += ("--over", STD, "--from", "0.1", "--to", "10", "--points", "3")
    command(tmp_path, *words, over="depth")
    rows = table(tmp_path / "out" / "sweep.csv")
    assert [(row["depth"], row[STD]) for row in rows] == [
        (depth, std) for depth in ("1.0", "2.0") for std in ("0.1", "1.0", "10.0")
    ]


def test_a_diverged_run_tells_its_step(tmp_path: Path):
    explosive = circles(
        (4,), "linear", Normal(std=3.0), output="linear", loss="mean_squared_error",
        generator="pcg64",
    )  # fmt: skip
    axes = (axis(explosive, "optimizer.learning_rate", 1e-6, 100, 2),)
    swept = Sweep(explosive, axes, runs=1, steps=300)
    sweep(swept, tmp_path / "out", here)
    slow, fast = table(tmp_path / "out" / "sweep.csv")
    trainer = Trainer(vary(explosive, "optimizer.learning_rate", 100.0))
    trainer.advance(300)
    assert trainer.divergence is not None
    assert (slow["diverged"], fast["diverged"]) == ("", str(trainer.divergence.step))
    assert float(fast["train_loss"]) == trainer.measure().train_loss


# Interruptions


def test_an_interrupted_sweep_goes_on_where_it_stopped(tmp_path: Path):
    out, done = tmp_path / "out", []

    def interrupted(work: Callable[[int], list[Row]], tasks: Iterable[int]) -> Results:
        yield from list(here(work, list(tasks)[1:]))  # they come in any order
        raise KeyboardInterrupt

    def counted(work: Callable[[int], list[Row]], tasks: Iterable[int]) -> Results:
        done.extend(tasks)
        yield from here(work, done)

    with pytest.raises(KeyboardInterrupt):
        sweep(SWEEP, out, interrupted)
    assert [path.name for path in out.iterdir()] == [NAME]
    sweep(SWEEP, out, counted)
    assert done == [0]
    sweep(SWEEP, tmp_path / "whole", here)
    assert (out / "sweep.csv").read_bytes() == (tmp_path / "whole" / "sweep.csv").read_bytes()


def stop_after(out: Path, tasks: int) -> Path:
    """Interrupt the sweep after some tasks; return its journal."""

    def share(work: Callable[[int], list[Row]], all_tasks: Iterable[int]) -> Results:
        yield from here(work, list(all_tasks)[:tasks])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(SWEEP, out, share)
    return out / NAME


def test_a_line_that_was_cut_off_is_done_again(tmp_path: Path):
    journal = stop_after(tmp_path / "out", 2)
    journal.write_bytes(journal.read_bytes()[:-7])
    again: list[int] = []

    def share(work: Callable[[int], list[Row]], tasks: Iterable[int]) -> Results:
        again.extend(tasks)
        yield from here(work, again)

    sweep(SWEEP, tmp_path / "out", share)
    assert again == [1, 2]
    assert len(table(tmp_path / "out" / "sweep.csv")) == 24


@pytest.mark.parametrize(
    "other",
    [
        Sweep(NORMAL, SWEEP.axes, runs=8, steps=21),
        Sweep(NORMAL, SWEEP.axes, runs=9, steps=20),
        Sweep(NORMAL, (axis(NORMAL, STD, 0.01, 2, 3),), runs=8, steps=20),
        Sweep(circles((4,)), (axis(NORMAL, "depth", 1, 2, 2),), runs=8, steps=20),
    ],
    ids=["steps", "runs", "values", "experiment"],
)
def test_a_folder_with_another_sweep_is_refused(tmp_path: Path, other: Sweep):
    journal = stop_after(tmp_path / "out", 1)
    before = journal.read_bytes()
    with pytest.raises(Problem) as refusal:
        sweep(other, tmp_path / "out", here)
    assert (refusal.value.path, refusal.value.code) == ("--out", "other_sweep")
    assert journal.read_bytes() == before


def test_a_sweep_of_other_data_is_another_sweep():
    noisy = Sweep(circles(dataset=NORMAL.dataset), SWEEP.axes, 8, 20)
    assert noisy.fingerprint() == noisy.fingerprint() != SWEEP.fingerprint()


def test_tasks_are_all_runs_and_none_twice():
    swept = Sweep(NORMAL, (axis(NORMAL, STD, 0.1, 1, 3),), runs=7, steps=1)
    rows = [row for task in swept.tasks() for row in swept.work(task)]
    assert [len(swept.work(task)) for task in swept.tasks()] == [RUNS_A_TASK, RUNS_A_TASK, 1]
    assert [row[:2] for row in rows] == [(p, r) for (p,) in swept.points() for r in range(1, 8)]


# Wrong input


GOOD = "--from 1 --to 2 --points 2"


@pytest.mark.parametrize(
    ("words", "path", "code"),
    [
        ("--from 1 --to 2", "--over", "incomplete_axis"),
        (f"{GOOD} --over l2", "--over", "incomplete_axis"),
        ("--from x --to 2 --points 2", "--from", "wrong_type"),
        ("--from 0 --to 2 --points 2", "--from", "out_of_range"),
        ("--from 1 --to=-2 --points 2", "--to", "out_of_range"),
        ("--from 1 --to nan --points 2", "--to", "not_finite"),
        ("--from 1 --to 2 --points 0", "--points", "out_of_range"),
        ("--from 1 --to 1e9 --points 2", "layers[0].weights.std", "out_of_range"),
        (f"{GOOD} --runs 600000", "--runs", "out_of_range"),
        (f"{GOOD} --over l2 {GOOD} --over units {GOOD}", "--over", "out_of_range"),
    ],
)
def test_wrong_input_is_refused_before_anything_is_written(
    tmp_path: Path, words: str, path: str, code: str
):
    with pytest.raises(Problem) as refusal:
        command(tmp_path, *words.split())
    assert (refusal.value.path, refusal.value.code) == (path, code)
    assert not (tmp_path / "out").exists()


def test_options_before_the_first_over_belong_to_none(tmp_path: Path):
    file = tmp_path / "experiment.initlab"
    write_experiment(NORMAL, file)
    words = ("--from", "1", "--over", STD, "--to", "2", "--points", "2")
    with pytest.raises(Problem) as refusal:
        main("sweep", str(file), *words, "--steps", "1", "--out", str(tmp_path / "out"))
    assert refusal.value.code == "incomplete_axis"


def test_a_file_is_no_folder(tmp_path: Path):
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(Problem) as refusal:
        sweep(SWEEP, tmp_path / "out", here)
    assert dict(refusal.value.values) == {"file": str(tmp_path / "out"), "reason": "file"}


# Workers


def test_workers_do_every_task():
    assert sorted(share_out(math.factorial, range(20), workers=2)) == [
        (task, math.factorial(task)) for task in range(20)
    ]


def test_workers_compute_with_one_thread_each(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    ((_, threads),) = share_out(threads_of, [0], workers=1)
    assert threads == list(ONE_THREAD.values())
    assert threads_of(0)[0] == "7"
    assert "MKL_NUM_THREADS" not in os.environ


def threads_of(task: int) -> list[str]:
    return [os.environ.get(name, "") for name in ONE_THREAD]


def test_an_interruption_does_not_wait_for_what_is_computed():
    results = share_out(math.factorial, [3, 30_000_000], workers=1)
    assert next(results) == (3, 6)
    assert active_children()
    results.close()
    assert not active_children()


def test_a_lost_worker_is_a_problem():
    results = share_out(math.factorial, [3, 30_000_000], workers=1)
    next(results)
    (child,) = active_children()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGTERM)
    with pytest.raises(Problem) as refusal:
        next(results)
    assert refusal.value.code == "worker_lost"


ABANDONED = """
from core.workers import share_out
results = share_out(abs, [1], workers=2)
print(next(results), flush=True)
input()
"""


def test_no_worker_outlives_a_sweep_that_was_killed():
    """The end of its output comes when the last process that could write there is gone."""
    command = [sys.executable, "-c", ABANDONED]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().split() == [b"(1,", b"1)"]
        process.kill()
        assert process.stdout.read() == b""


def test_a_problem_of_a_worker_arrives_as_it_was():
    problem = Problem("dataset.path", "unreadable_file", file="a.csv", reason="missing")
    again = pickle.loads(pickle.dumps(problem))
    assert (again.path, again.code, again.values) == (problem.path, problem.code, problem.values)
