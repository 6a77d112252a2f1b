"""What stands in an exported script, and that it stands alone."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from msgspec.structs import replace
from numpy.typing import NDArray

from core.datasets import Csv
from core.experiment import Experiment
from core.export import TARGETS, export_code
from core.export.arrays import literal
from core.export.layout import WIDTH
from core.initial import initial_parameters
from core.problem import Problem
from tests.core.exported import cases
from tests.core.networks import circles

CASES = {target: cases(target) for target in TARGETS}
OTHERS = {
    "numpy": {"pathlib", "numpy"},
    "torch": {"pathlib", "numpy", "torch"},
    "keras": {"pathlib", "numpy", "keras", "jax"},
}
finite = st.floats(allow_nan=False, allow_infinity=False)
matrices = arrays(np.float64, array_shapes(min_dims=2, max_dims=2), elements=finite)


def export(experiment: Experiment, target: str, folder: Path, name: str = "script.py") -> str:
    """Export, and return the text of the script."""
    export_code(experiment, target, folder / name)
    return (folder / name).read_text(encoding="utf-8")


def assigned(tree: ast.Module) -> dict[str, ast.expr]:
    """Return what is assigned to plain names at the top of a script."""
    return {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }


@given(matrices)
def test_a_written_matrix_is_the_same_to_the_last_bit(array: NDArray[np.float64]):
    np.testing.assert_array_equal(eval(literal(array), {"np": np}), array, strict=True)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("hidden", [(4, 3), (20, 15)])
def test_the_first_weights_are_ours(target: str, hidden: tuple[int, ...], tmp_path: Path):
    """Written in the script where they are few; in the file beside it where they are many."""
    experiment = circles(hidden)
    values = assigned(ast.parse(export(experiment, target, tmp_path)))
    with np.load(tmp_path / "script.npz") as file:
        names = {"np": np, "data": dict(file)}
    for kind, ours in zip("Wb", initial_parameters(experiment), strict=True):
        for layer, array in enumerate(ours, start=1):
            found = eval(ast.unparse(values[f"{kind}{layer}"]), names)
            np.testing.assert_array_equal(found, array, strict=True)
    assert ("W1" in names["data"]) == (hidden == (20, 15))


def test_the_file_holds_the_data(tmp_path: Path):
    experiment = circles()
    export(experiment, "numpy", tmp_path)
    dataset = experiment.dataset.draw()
    with np.load(tmp_path / "script.npz") as file:
        assert set(file) == {"X", "Y", "X_test", "Y_test"}
        np.testing.assert_array_equal(file["X"], dataset.train_inputs)
        np.testing.assert_array_equal(file["Y_test"], dataset.test_targets)


@pytest.mark.parametrize(
    ("target", "case"), [(target, case) for target in TARGETS for case in CASES[target]]
)
def test_a_script_is_python_that_fits_a_page(target: str, case: str, tmp_path: Path):
    text = export(CASES[target][case], target, tmp_path)
    tree = ast.parse(text)
    assert max(map(len, text.splitlines())) <= WIDTH
    modules = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert modules == OTHERS[target]


def test_keras_gets_our_layers(tmp_path: Path):
    """Its kernels are our W transposed; the loss holds the output's sigmoid."""
    text = export(circles((4, 3), "leaky_relu", l2=0.1), "keras", tmp_path)
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    dense = [call for call in calls if ast.unparse(call.func) == "keras.layers.Dense"]
    regularizer = "kernel_regularizer=keras.regularizers.L2(l2 / 2)"
    assert [ast.unparse(call).removeprefix("keras.layers.Dense") for call in dense] == [
        f"(4, activation=leaky_relu, {regularizer})",
        f"(3, activation=leaky_relu, {regularizer})",
        f"(1, {regularizer})",
    ]
    weights = next(call for call in calls if ast.unparse(call.func) == "model.set_weights")
    assert ast.unparse(weights.args[0]) == "[W1.T, b1[:, 0], W2.T, b2[:, 0], W3.T, b3[:, 0]]"


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    "name",
    [
        "quotes \"\"\" and ''' and \\",
        "two\nimport lines\r\nraise SystemExit\x0craise\x85raise\u2028raise",
        "coding: klingon",
        "backwards \u202e sdrawkcab \u2066",
        "half a character \ud800",
        "a very long name " * 40,
        "圆圈上的 He 初始化",
        "{0} {name} %s $x",
    ],
)
def test_any_name_is_only_a_comment(name: str, target: str, tmp_path: Path):
    plain = export(circles(batch_size=64), target, tmp_path)
    text = export(circles(batch_size=64, name=name), target, tmp_path)
    assert ast.dump(ast.parse(text.encode())) == ast.dump(ast.parse(plain.encode()))
    assert text.replace("\n", "").isprintable()
    assert f"\n# Experiment: {name.split()[0]}" in text


def test_a_script_runs_alone_wherever_it_is(tmp_path: Path):
    folder = tmp_path / 'it\'s a "place" 圆'
    export(circles(), "numpy", folder, "my circles.py")
    export(circles(), "numpy", folder)
    script = folder / "my circles.py"
    python = [sys.executable, "-I", "-W", "error"]
    result = subprocess.run(
        [*python, script], cwd=tmp_path, capture_output=True, text=True, check=True, env=os.environ
    )
    assert result.stderr == ""
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == [
        "step",
        *(str(step) for step in range(0, 1001, 100)),
    ]


def test_twins_are_told_of(tmp_path: Path):
    assert "begin identical" in export(CASES["numpy"]["twins"], "numpy", tmp_path)
    assert "begin identical" not in export(circles(), "numpy", tmp_path)


@pytest.mark.parametrize("name", ["script", "script.npz", "script.txt"])
def test_a_script_is_called_py(name: str, tmp_path: Path):
    with pytest.raises(Problem) as caught:
        export_code(circles(), "numpy", tmp_path / name)
    assert (caught.value.path, caught.value.code) == ("--out", "unknown_name")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(Problem, match="unwritable_file"):
        export_code(circles(), "numpy", tmp_path / "file" / "script.py")
    missing = replace(circles(), dataset=Csv(path=str(tmp_path / "none.csv")))
    with pytest.raises(Problem, match="unreadable_file"):
        export_code(missing, "numpy", tmp_path / "new" / "script.py")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
