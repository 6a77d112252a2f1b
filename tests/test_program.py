"""`main.py` as a person calls it: what it answers, and with which exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXPERIMENT = str(ROOT / "tests" / "data" / "he_on_circles.initlab")


def program(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-W", "error", str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=60)


def test_run_trains_and_succeeds(tmp_path: Path):
    result = program("run", EXPERIMENT, "--steps", "3", "--out", str(tmp_path / "out"))
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out" / "report.json").exists()


def test_run_never_imports_qt(tmp_path: Path):
    arguments = ["initlab", "run", EXPERIMENT, "--steps", "1", "--out", str(tmp_path)]
    code = (
        f"import sys, main\nsys.argv = {arguments}\n"
        "assert main.main() == 0\n"
        "assert 'PySide6' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["no_such_file.initlab"], "no_such_file.initlab"),
        (["--theme", "pink"], "'pink'"),
        (["--language", "tlh"], "'tlh'"),
        (["--no-such-option"], "--no-such-option"),
        (["run"], "--steps"),
        (["run", "no_such_file.initlab", "--steps", "1", "--out", "x"], "no_such_file.initlab"),
        (["run", EXPERIMENT, "--steps", "many", "--out", "x"], "--steps"),
    ],
)
def test_wrong_input_is_one_line_and_exit_2(arguments: list[str], part: str):
    result = program(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("initlab: ")
    assert result.stderr.count("\n") == 1
    assert part in result.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["window", "--help"]])
def test_help_is_there_without_a_display(arguments: list[str]):
    result = program(*arguments)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("usage: initlab")


def test_the_version_is_that_of_the_package():
    assert program("--version").stdout.startswith("InitLab ")


def test_without_streams_nothing_breaks():
    """A Windows program without a console has neither stdout nor stderr."""
    code = (
        "import sys, main\n"
        "sys.stdout = sys.stderr = None\n"
        "sys.argv = ['initlab', 'no_such_file.initlab']\n"
        "raise SystemExit(main.main())\n"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60)
    assert result.returncode == 2
