"""Scaling: there and back, and where there is nothing to divide by."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal

from core import edits
from core.datasets import Scaling
from core.datasets.plane import Plane
from core.datasets.scaling import IDENTITY
from core.experiment import default_experiment
from core.trainer import Trainer


def test_a_hand_worked_row():
    """Mean 3; variance ((-2)^2 + 0 + 0 + 2^2) / 4 = 2."""
    scaling = Scaling.of(np.array([[1.0, 3.0, 3.0, 5.0]]))
    assert scaling.mean == 3.0
    assert_allclose(scaling.std, np.sqrt(2.0))
    assert_allclose(scaling.to_scaled(np.array([[5.0]])), np.sqrt(2.0))
    assert_allclose(scaling.to_original(np.array([[-1.0, 0.0]])), [[3.0 - np.sqrt(2.0), 3.0]])


@given(arrays(np.float64, (2, 5), elements=st.floats(-1e6, 1e6, width=32)))
def test_original_values_come_back(values: np.ndarray):
    scaling = Scaling.of(values)
    scaled = scaling.to_scaled(values)
    assert np.isfinite(scaled).all()
    assert_allclose(scaling.to_original(scaled), values, rtol=1e-12, atol=1e-6)


@pytest.mark.parametrize("value", [0.0, 0.1, -7.0, 1e6 / 3])
def test_equal_values_become_exactly_0(value: float):
    scaling = Scaling.of(np.full((1, 7), value))
    assert (scaling.mean, scaling.std) == (value, 1.0)
    assert_array_equal(scaling.to_scaled(np.full((1, 7), value)), 0.0)


def test_the_identity_fits_any_number_of_rows():
    values = np.arange(6.0).reshape(3, 2)
    assert IDENTITY.is_identity
    assert_array_equal(IDENTITY.to_original(values), values)
    assert_array_equal(IDENTITY.to_scaled(values), values)


def test_a_scaling_cannot_be_written():
    scaling = Scaling.of(np.arange(4.0).reshape(2, 2))
    assert not scaling.is_identity
    for array in (scaling.mean, scaling.std):
        assert array.shape == (2, 1)
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 0.0


def test_all_equal_targets_are_learnt_like_any_other():
    flat = edits.set_dataset(default_experiment(), Plane(a1=0.0, a2=0.0, noise=0.0))
    trainer = Trainer(flat)
    assert_array_equal(trainer.dataset.train_targets, 0.0)
    before = trainer.measure().train_loss
    assert trainer.advance(100) == 100
    assert trainer.measure().train_loss < before / 10
