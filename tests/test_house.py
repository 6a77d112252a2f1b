"""The house keeps its promises: what the README, the package and CI say is the same."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from core.resources import FOLDER, resource
from gui import preflight

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def start_commands() -> list[str]:
    """Return the code blocks of the README's first section."""
    section = README.split("## Start")[1].split("\n## ")[0]
    return re.findall(r"```\n(.+)\n```", section)


def test_the_readme_starts_with_exactly_two_commands():
    window, tests = start_commands()
    assert window.endswith("/initlab")
    assert tests.endswith("/pytest")
    assert window == preflight.SET_UP["posix"]


def test_the_preflight_and_the_readme_agree_on_windows():
    assert f"`{preflight.SET_UP['nt']}`" in README


def test_ci_runs_the_readmes_second_command_word_for_word():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    function = re.search(r"^readme_test_command\(\) \{.*\}$", script, re.MULTILINE)
    assert function is not None
    shown = subprocess.run(
        ["bash", "-c", f"{function[0]}; readme_test_command"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.splitlines() == [start_commands()[1]]
    assert 'bash -c "$command"' in script


def test_the_licence_and_version_are_told_once():
    assert PROJECT["project"]["license"] == "MIT"
    assert "InitLab contributors" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = PROJECT["project"]["version"]
    assert f"## [{version}]" in changes or "## [Unreleased]" in changes


def test_every_dependency_is_in_the_readme_with_its_licence():
    names = {re.split(r"[><=!;\[]", entry)[0] for entry in PROJECT["project"]["dependencies"]}
    for name in names:
        row = next(line for line in README.splitlines() if f"/project/{name}/" in line)
        assert row.count("|") == 6


def test_resources_are_found_wherever_core_is():
    assert FOLDER == ROOT / "resources"
    assert resource("icons", "play.svg").is_file()


def test_resources_hold_data_only():
    assert [path for path in FOLDER.rglob("*.py")] == []


@pytest.mark.parametrize("package", ["core.commands", "core.trainer", "main", "gui.command_line"])
def test_qt_is_not_imported_before_a_window_is_wanted(package: str):
    code = (
        f"import sys, {package}\n"
        "print([name for name in ('PySide6', 'pyqtgraph') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("package", ["core.trainer", "gui.app", "gui.command_line"])
def test_the_core_chooses_the_threads_of_the_mathematics_before_numpy_looks(package: str):
    code = f"import sys, {package}; print([n for n in sys.modules if n in ('core', 'numpy')])"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.startswith("['core'")


def test_the_program_is_short():
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) <= 40


@pytest.mark.parametrize(
    "name", ["main.py", "core/__init__.py", "gui/__init__.py", "gui/preflight.py"]
)
def test_a_python_that_is_too_old_can_read_what_tells_it_so(name: str):
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_no_file_and_no_function_has_grown_too_large():
    large = []
    folders = [ROOT / name for name in ("core", "gui", "tests")]
    for path in [path for folder in folders for path in folder.rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 350:
            large.append(str(path))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 45:
                large.append(f"{path}: {node.name}")
    assert large == []
