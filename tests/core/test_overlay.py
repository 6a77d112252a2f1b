"""What is drawn on a network is what it computes, and only what was asked for."""

import numpy as np
import pytest
from msgspec.structs import replace

from core import by_hand, edits
from core.datasets.houses import Houses
from core.decision import MOST_MAP_CELLS, map_cells
from core.equations import activations_of
from core.experiment import default_experiment
from core.initializers.normal import Normal
from core.optimizers import Adam, Sgd
from core.trainer import Trainer


def test_nothing_is_computed_that_was_not_asked_for():
    overlay = Trainer(default_experiment()).snapshot().overlay
    assert (overlay.silence, overlay.updates, overlay.maps) == (None, None, None)


@pytest.mark.parametrize(
    "optimizer",
    [Sgd(learning_rate=0.1), Sgd(learning_rate=0.1, momentum=0.9), Adam(learning_rate=0.01)],
)
def test_the_update_is_what_the_next_step_does(optimizer):
    trainer = Trainer(replace(default_experiment(), optimizer=optimizer, l2=0.01, clip_norm=0.05))
    trainer.advance(20)
    updates = trainer.snapshot(updates=True).overlay.updates
    before = [W.copy() for W in trainer.network.weights]
    trainer.advance(1)
    for update, W, now in zip(updates, before, trainer.network.weights, strict=True):
        assert update == pytest.approx(now - W, rel=1e-9, abs=1e-16)
        assert not update.flags.writeable


def test_each_neuron_has_its_activation_at_every_point_of_the_plane():
    trainer = Trainer(default_experiment())
    trainer.advance(50)
    snapshot = trainer.snapshot(maps=True, decision=True)
    left, right, bottom, top = snapshot.decision.extent
    cells = MOST_MAP_CELLS
    across = left + (np.arange(cells) + 0.5) * (right - left) / cells
    up = bottom + (np.arange(cells) + 0.5) * (top - bottom) / cells
    points = np.stack([plane.ravel() for plane in np.meshgrid(across, up)])
    expected = activations_of(snapshot.experiment, snapshot.weights, snapshot.biases, points)
    assert [maps.shape[0] for maps in snapshot.overlay.maps] == [2, 4, 3, 1]
    for maps, A in zip(snapshot.overlay.maps, expected, strict=True):
        assert maps.reshape(len(A), -1) == pytest.approx(A, rel=1e-9, abs=1e-12)


def test_maps_need_two_inputs_and_grow_coarse_with_the_network():
    houses = edits.set_dataset(default_experiment(), Houses())
    assert Trainer(houses).snapshot(maps=True).overlay.maps is None
    large = map_cells(31 * 64 * 64, 32 * 64)
    assert 6 <= large < MOST_MAP_CELLS == map_cells(23, 10)


def test_a_dead_relu_is_silent_and_a_tanh_for_its_saturated_share():
    dead = by_hand.type_numbers(default_experiment(), 1, "biases", {(1, 0): -100.0})
    assert Trainer(dead).snapshot(silence=True).overlay.silence[0].tolist() == [0, 1, 0, 0]
    wide = edits.set_weights(default_experiment(), {1}, Normal(std=3.0))
    trainer = Trainer(edits.set_activation(wide, {1}, "tanh"))
    shares = trainer.snapshot(silence=True, diagnostics=True)
    assert shares.overlay.silence[0] == pytest.approx(shares.diagnostics[0].saturated)
    assert 0 < shares.overlay.silence[0].max() < 1


def test_an_activation_that_can_be_neither_has_no_share():
    linear = edits.set_activation(default_experiment(), {1}, "softplus")
    assert Trainer(linear).snapshot(silence=True).overlay.silence[0] is None
