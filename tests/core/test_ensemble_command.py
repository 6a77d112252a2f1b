"""`ensemble`: every run's losses, and the bands of all."""

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from core.bands import bands
from core.ensemble import Ensemble, draws
from core.experiment import Experiment, write_experiment
from core.initializers.normal import Normal
from core.optimizers import Sgd
from core.problem import Problem
from core.trainer import Trainer
from tests.core.networks import circles
from tests.core.test_commands import main, table

SMALL = circles((3,), "tanh", generator="pcg64", optimizer=Sgd(learning_rate=0.3))


def ensemble(experiment: Experiment, folder: Path, *options: str) -> int:
    file = folder / "experiment.initlab"
    write_experiment(experiment, file)
    return main("ensemble", str(file), "--out", str(folder / "out"), *options)


def test_all_runs_have_a_row_for_step_0_every_k_steps_and_the_last(tmp_path: Path):
    assert ensemble(SMALL, tmp_path, "--runs", "4", "--steps", "25", "--every", "10") == 0
    rows = table(tmp_path / "out" / "ensemble.csv")
    expected = [(str(step), str(run)) for step in (0, 10, 20, 25) for run in (1, 2, 3, 4)]
    assert [(row["step"], row["run"]) for row in rows] == expected
    trainer = Trainer(replace(SMALL, seed=SMALL.seed + 2))  # run 3
    for row in rows[2::4]:
        trainer.advance(int(row["step"]) - trainer.step)
        assert float(row["train_loss"]) == pytest.approx(trainer.measure().train_loss, rel=1e-12)


def test_bands_are_those_of_the_runs(tmp_path: Path):
    ensemble(SMALL, tmp_path, "--runs", "7", "--steps", "20", "--every", "20")
    losses = [float(row["train_loss"]) for row in table(tmp_path / "out" / "ensemble.csv")]
    for row, at_step in zip(
        table(tmp_path / "out" / "bands.csv"), np.reshape(losses, (2, 7)), strict=True
    ):
        found = [float(row[name]) for name in ("p10", "median", "p90")]
        np.testing.assert_allclose(found, np.percentile(at_step, (10, 50, 90)), rtol=1e-15)


def test_a_diverged_run_counts_on_with_its_last_finite_loss(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    explosive = circles(
        (4,), "linear", Normal(std=3.0), output="linear", loss="mean_squared_error",
        generator="pcg64", optimizer=Sgd(learning_rate=0.05),
    )  # fmt: skip
    many = Ensemble(draws(explosive, 6))
    many.advance(300)
    diverged = [run for run, divergence in enumerate(many.divergences) if divergence]
    assert 0 < len(diverged) < 6
    ensemble(explosive, tmp_path, "--runs", "6", "--steps", "300", "--every", "299")
    rows = table(tmp_path / "out" / "ensemble.csv")
    assert [row["step"] for row in rows[::6]] == ["0", "299", "300"]
    for run in diverged:
        assert rows[6 + run]["train_loss"] == rows[12 + run]["train_loss"]
    assert f"diverged={len(diverged)} runs=6" in capsys.readouterr().err


def test_percentiles_are_interpolated_but_not_to_infinity():
    assert bands(np.arange(11.0)) == (1.0, 5.0, 9.0)
    assert bands(np.array([1.0, 2.0, 3.0, np.inf])) == (2.0, 3.0, np.inf)


@pytest.mark.parametrize(
    ("text", "code"), [("many", "wrong_type"), ("0", "out_of_range"), ("10001", "out_of_range")]
)
def test_a_wrong_number_of_runs_is_refused_before_anything_is_written(
    tmp_path: Path, text: str, code: str
):
    with pytest.raises(Problem) as refusal:
        ensemble(SMALL, tmp_path, "--steps", "5", f"--runs={text}")
    assert (refusal.value.path, refusal.value.code) == ("--runs", code)
    assert not (tmp_path / "out").exists()
