"""`main.py export`: the command line of the exported code."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.experiment import read_experiment
from core.trainer import Trainer

ROOT = Path(__file__).resolve().parents[2]
EXPERIMENT = ROOT / "tests" / "data" / "he_on_circles.initlab"


def export(folder: Path, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-W", "error", ROOT / "main.py", "export", EXPERIMENT, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


def test_what_the_command_writes_prints_our_losses(tmp_path: Path):
    script = tmp_path / "new" / "he.py"
    result = export(tmp_path, "--to", "numpy", "--out", script, "--steps", "30", "--every", "15")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert {path.name for path in script.parent.iterdir()} == {"he.py", "he.npz"}
    printed = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=True, timeout=60
    )
    last = printed.stdout.splitlines()[-1].split(",")
    trainer = Trainer(read_experiment(EXPERIMENT))
    trainer.advance(30)
    assert int(last[0]) == 30
    assert float(last[1]) == pytest.approx(trainer.snapshot().measurement.train_loss, rel=1e-9)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--to", "fortran", "--out", "he.py"], "fortran"),
        (["--to", "torch", "--out", "he.txt"], ".py"),
        (["--to", "keras", "--out", "he.py", "--steps", "0"], "--steps"),
        (["--to", "numpy"], "--out"),
    ],
)
def test_wrong_input_is_one_line_and_exit_2(arguments: list[str], part: str, tmp_path: Path):
    result = export(tmp_path, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert part in result.stderr
    assert list(tmp_path.iterdir()) == []
