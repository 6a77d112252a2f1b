"""The same sweep on a cluster: real processes, one of them killed, and nothing lost."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from core import cluster
from core.commands.sweep import sweep
from core.experiment import write_experiment
from core.problem import Problem
from tests.core.cluster_client import SWEEP as LONGER
from tests.core.test_sweep import NORMAL, STD, SWEEP, here

ROOT = Path(__file__).parents[2]
ON_THIS_MACHINE = ("--host", "127.0.0.1", "--no-dashboard")

needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None, reason="Dask is not installed: pip install -e '.[cluster]'"
)


def start(*words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", *words]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Start a scheduler; yield its address."""
    process = start("distributed.cli.dask_scheduler", "--port", "0", *ON_THIS_MACHINE)
    assert process.stderr is not None
    told = (re.search(r"Scheduler at: +(tcp://\S+)", line) for line in process.stderr)
    yield next(match[1] for match in told if match)
    end(process)


@pytest.fixture(scope="module")
def workers(
    scheduler: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[subprocess.Popen[str]]]:
    """Start two workers."""
    folder = tmp_path_factory.mktemp("dask")
    options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
    words = ("distributed.cli.dask_worker", scheduler, *ON_THIS_MACHINE, *options)
    processes = [start(*words) for _ in range(2)]
    yield processes
    for process in processes:
        end(process)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)


@needs_dask
@pytest.mark.slow
def test_a_cluster_gives_the_same_rows(
    scheduler: str, workers: list[subprocess.Popen[str]], tmp_path: Path
):
    file = tmp_path / "experiment.initlab"
    write_experiment(NORMAL, file)
    words = ["--over", STD, "--from", "0.01", "--to", "1", "--points", "3", "--runs", "8"]
    words += ["--steps", "20", "--out", str(tmp_path / "cluster"), "--scheduler", scheduler]
    ended = run("main.py", "sweep", str(file), *words)
    assert ended.returncode == 0, ended.stderr
    sweep(SWEEP, tmp_path / "here", here)
    here_and_there = [tmp_path / name / "sweep.csv" for name in ("here", "cluster")]
    assert here_and_there[0].read_bytes() == here_and_there[1].read_bytes()


@needs_dask
@pytest.mark.slow
def test_nothing_is_lost_with_a_worker(
    scheduler: str, workers: list[subprocess.Popen[str]], tmp_path: Path
):
    killed, left = workers
    out = tmp_path / "cluster"
    client = "tests.core.cluster_client"
    ended = run("-m", client, scheduler, str(killed.pid), str(out))
    assert ended.returncode == 0, ended.stderr
    assert killed.wait() < 0
    assert left.poll() is None
    sweep(LONGER, tmp_path / "here", here)
    assert (out / "sweep.csv").read_bytes() == (tmp_path / "here" / "sweep.csv").read_bytes()
    assert [path.name for path in out.iterdir()] == ["sweep.csv"]


@needs_dask
@pytest.mark.slow
def test_an_address_without_a_scheduler_is_a_problem():
    code = (
        "from core import cluster\n"
        "from core.problem import Problem\n"
        "cluster.SECONDS = 1\n"
        "try:\n"
        "    next(cluster.share_out_to('tcp://127.0.0.1:1', abs, [1]))\n"
        "except Problem as problem:\n"
        "    print(problem.path, problem.code, problem.values['found'])\n"
    )
    ended = run("-c", code)
    assert ended.stdout.split() == ["--scheduler", "no_scheduler", "tcp://127.0.0.1:1"]


def test_without_dask_there_is_a_word_on_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Problem) as refusal:
        next(cluster.share_out_to("tcp://127.0.0.1:1", abs, [1]))
    assert refusal.value.code == "missing_library"
    assert dict(refusal.value.values) == {"name": "distributed", "extra": "cluster"}
