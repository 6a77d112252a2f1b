"""What `pip install .` installs works from any folder, with its resources."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("core", "gui", "resources", "main.py", "pyproject.toml", "README.md", "LICENSE")
EXPERIMENT = ROOT / "tests" / "data" / "he_on_circles.initlab"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install a copy of the checkout, without its dependencies, into a folder of its own."""
    source = tmp_path_factory.mktemp("source")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name)
        else:
            shutil.copy(ROOT / name, source)
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", target, source], check=True, capture_output=True)
    return target


def run(installed: Path, folder: Path, *command: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
def test_every_resource_is_installed(installed: Path):
    def data(folder: Path) -> set[Path]:
        files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
        return {path for path in files if path.suffix != ".ts" and path.name != "screenshot.png"}

    assert data(installed / "resources") == data(ROOT / "resources")


@pytest.mark.slow
def test_the_installed_program_finds_its_resources(installed: Path, tmp_path: Path):
    code = "from core.resources import resource; print(resource('icons', 'play.svg').resolve())"
    result = run(installed, tmp_path, sys.executable, "-c", code)
    assert Path(result.stdout.strip()) == (installed / "resources/icons/play.svg").resolve()


@pytest.mark.slow
def test_the_installed_program_trains_from_another_folder(installed: Path, tmp_path: Path):
    program = installed / "bin" / "initlab-console"
    result = run(installed, tmp_path, program, "run", EXPERIMENT, "--steps", "3", "--out", "out")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out" / "history.csv").read_text(encoding="utf-8").count("\n") == 5
