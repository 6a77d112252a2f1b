"""Exported scripts, executed: they print the losses of our own training.

All scripts of a target run in one process, which knows nothing of InitLab.
"""

import os
import subprocess
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

from core.export import TARGETS, export_code
from tests.core.exported import EVERY, STEPS, cases, expected_losses

CASES = {target: cases(target) for target in TARGETS}
BACKEND = "jax" if find_spec("jax") else "torch"
NEEDS = {"numpy": ["numpy"], "torch": ["torch"], "keras": ["keras", BACKEND]}
# With PyTorch, Keras multiplies in single precision (keras-team/keras#23704), with JAX it
# computes tanh so.
TOLERANCE = {"numpy": 1e-9, "torch": 1e-9, "keras": 2e-7 if BACKEND == "jax" else 2e-5}
WARNINGS = {"numpy": "error", "torch": "error", "keras": "default"}  # Keras warns of itself

# Runs every script of a folder; what one prints goes into a file of its name.
RUNNER = """
import contextlib, pathlib, runpy, sys, traceback
for script in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    with script.with_suffix(".csv").open("w") as file, contextlib.redirect_stdout(file):
        try:
            runpy.run_path(str(script), run_name="__main__")
        except Exception:
            traceback.print_exc(file=file)
"""


@lru_cache
def printed(target: str) -> dict[str, str]:
    """Return what each script of a target prints."""
    with TemporaryDirectory(prefix="initlab-export-") as name:
        folder = Path(name)
        for case, experiment in CASES[target].items():
            export_code(experiment, target, folder / f"{case}.py", STEPS, EVERY)
        python = [sys.executable, "-I", "-W", WARNINGS[target]]
        # To compile for speed takes JAX longer than these few steps.
        home = {
            "KERAS_BACKEND": BACKEND, "KERAS_HOME": name, "JAX_DISABLE_MOST_OPTIMIZATIONS": "1"
        }  # fmt: skip
        subprocess.run(
            [*python, "-c", RUNNER, name], env={**os.environ, **home}, check=True, timeout=300
        )
        return {file.stem: file.read_text(encoding="utf-8") for file in folder.glob("*.csv")}


@pytest.mark.timeout(400)  # the first of a target runs them all; Keras alone takes its time
@pytest.mark.parametrize(
    ("target", "case"),
    [
        pytest.param(target, case, marks=[] if target == "numpy" else [pytest.mark.slow])
        for target in TARGETS
        for case in CASES[target]
    ],
)
def test_a_script_prints_our_losses(target: str, case: str):
    for package in NEEDS[target]:
        if find_spec(package) is None:
            pytest.skip(f"{package} is not installed")
    head, *lines = printed(target)[case].splitlines()
    assert head == "step,train_loss,test_loss"
    assert len(lines) == STEPS // EVERY + 1, lines
    rows = [[float(cell) for cell in line.split(",")] for line in lines]
    most = TOLERANCE[target]
    expected = expected_losses(CASES[target][case])
    np.testing.assert_allclose(rows, expected, rtol=most, atol=most)
