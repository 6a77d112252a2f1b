"""Snapshots: all there is to know of a run at a step, and nothing that changes later."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core import workspace as workspace_module
from core.experiment import Experiment
from core.problem import Problem
from core.snapshot import Snapshot
from core.trainer import Trainer
from core.workspace import Workspace
from tests.core.networks import circles
from tests.core.runs import FULL, advanced, arrays_of, both_modes


def every_array(snapshot: Snapshot) -> list[NDArray[np.float64]]:
    history, decision = snapshot.history, snapshot.decision
    assert decision is not None
    return [
        *snapshot.weights,
        *snapshot.biases,
        *snapshot.initial_weights,
        *snapshot.initial_biases,
        *(array for gradient in snapshot.gradients for array in gradient),
        *snapshot.gradient_norms,
        *arrays_of(history),
        decision.values,
    ]


@both_modes
def test_a_snapshot_stays_as_it_is_while_training_goes_on(experiment: Experiment):
    trainer = advanced(experiment, 3)
    snapshot = trainer.snapshot(run=7, decision=True)
    arrays = every_array(snapshot)
    assert not any(array.flags.writeable for array in arrays)
    before = [array.tobytes() for array in arrays]
    trainer.advance(1500)
    trainer.snapshot(decision=True)
    assert [array.tobytes() for array in arrays] == before
    assert (snapshot.run, snapshot.step, snapshot.measurement.step) == (7, 3, 3)


def test_a_snapshot_tells_the_start_and_the_present():
    trainer = Trainer(FULL)
    start = [W.copy() for W in trainer.network.weights]
    trainer.advance(10)
    snapshot = trainer.snapshot()
    for initial, present, W0, W in zip(
        snapshot.initial_weights, snapshot.weights, start, trainer.network.weights, strict=True
    ):
        assert np.array_equal(initial, W0)
        assert np.array_equal(present, W)
    assert snapshot.decision is None
    for norms, (dW, db) in zip(snapshot.gradient_norms, snapshot.gradients, strict=True):
        np.testing.assert_allclose(norms, np.sqrt((dW**2).sum(axis=1) + db[:, 0] ** 2), rtol=1e-14)


def test_the_decision_grid_holds_the_output_at_the_middle_of_its_cells():
    trainer = advanced(FULL, 50)
    grid = trainer.snapshot(decision=True).decision
    assert grid is not None
    left, right, low, high = grid.extent
    points = np.hstack((trainer.dataset.train_inputs, trainer.dataset.test_inputs))
    assert left < points[0].min() and points[0].max() < right
    assert low < points[1].min() and points[1].max() < high
    assert right - left == pytest.approx(high - low)
    rows, columns = grid.values.shape
    row, column = 10, 70
    x = np.array([
        [left + (right - left) * (column + 0.5) / columns],
        [low + (high - low) * (row + 0.5) / rows],
    ])  # fmt: skip
    A = trainer.network.forward(Workspace(trainer.network.sizes, x))
    assert grid.values[row, column] == pytest.approx(A[0, 0], rel=1e-12)


def test_a_large_network_is_asked_at_fewer_points():
    grid = Trainer(circles((1000, 1000))).snapshot(decision=True).decision
    assert grid is not None
    assert grid.values.shape == (12, 12)


def test_more_activations_than_fit_into_memory_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workspace_module, "MOST_ACTIVATIONS", 400 * (4 + 3 + 1))
    Trainer(FULL)
    with pytest.raises(Problem) as refusal:
        Trainer(circles((5, 3)))
    assert refusal.value.code == "too_many_activations"
    assert dict(refusal.value.values) == {"found": 400 * (5 + 3 + 1), "most": 400 * (4 + 3 + 1)}
