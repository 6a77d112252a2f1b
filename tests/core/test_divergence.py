"""Divergence: a run that left the numbers ends with a result, not with an error."""

import numpy as np
import pytest
from msgspec.structs import replace

from core.divergence import Divergence, first_not_finite
from core.initializers.constant import Constant
from core.parameters import Parameters
from core.trainer import Trainer
from core.workspace import Workspace
from tests.core.networks import circles
from tests.core.runs import BLOWS_UP, parameters


def test_divergence_ends_the_run_with_the_last_finite_parameters():
    trainer = Trainer(BLOWS_UP)
    made = trainer.advance(1000)
    assert 0 < made < 1000
    assert trainer.step == made
    assert trainer.divergence is not None
    assert trainer.divergence.step == made
    assert np.isfinite(trainer.network.parameters.flat).all()
    assert trainer.advance(10) == 0
    snapshot = trainer.snapshot()
    assert snapshot.divergence == trainer.divergence
    assert snapshot.history.steps[-1] == made
    assert [finding.code for finding in snapshot.findings] == ["diverged"]


@pytest.mark.parametrize("batch_size", [None, 64])
def test_divergence_does_not_depend_on_chunks(batch_size: int | None):
    experiment = replace(BLOWS_UP, batch_size=batch_size)
    whole, chunked = Trainer(experiment), Trainer(experiment)
    whole.advance(1000)
    while chunked.advance(3) == 3:
        chunked.snapshot()
    assert chunked.divergence == whole.divergence
    assert parameters(chunked) == parameters(whole)


def test_rewind_goes_back_before_a_divergence():
    trainer = Trainer(BLOWS_UP)
    start = parameters(trainer)
    made = trainer.advance(1000)
    trainer.rewind(made - 1)
    assert trainer.divergence is None
    assert trainer.advance(1) == 1
    trainer.rewind()
    assert trainer.divergence is None
    assert parameters(trainer) == start


def test_a_loss_that_overflows_is_found_though_the_gradient_is_finite():
    """Outputs of 1e200 have squares beyond any number, and a gradient of 1e200."""
    experiment = circles((4,) * 34, "linear", Constant(value=1e6), output="linear")
    trainer = Trainer(replace(experiment, loss="mean_squared_error"))
    trainer.advance(1)
    assert trainer.divergence == Divergence(step=0, layer=35, quantity="loss")


QUANTITIES = [
    ("Z", 1), ("A", 1), ("Z", 2), ("A", 2), ("loss", 2), ("dZ", 2), ("dW", 2), ("db", 2),
    ("dZ", 1), ("dW", 1), ("db", 1), ("W", 1), ("b", 1), ("W", 2), ("b", 2),
]  # fmt: skip


@pytest.mark.parametrize("first", range(len(QUANTITIES)))
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_the_first_quantity_in_the_order_of_a_step_is_named(first: int, value: float):
    sizes = (2, 2, 1)
    workspace = Workspace(sizes, np.zeros((2, 3)))
    for array in (*workspace.Z, *workspace.A, *workspace.dZ):
        array.fill(0.0)
    gradient, proposal = Parameters(sizes), Parameters(sizes)
    places = {
        **{("Z", layer): workspace.Z[layer - 1] for layer in (1, 2)},
        **{("A", layer): workspace.A[layer] for layer in (1, 2)},
        **{("dZ", layer): workspace.dZ[layer - 1] for layer in (1, 2)},
        **{("dW", layer): gradient.weights[layer - 1] for layer in (1, 2)},
        **{("db", layer): gradient.biases[layer - 1] for layer in (1, 2)},
        **{("W", layer): proposal.weights[layer - 1] for layer in (1, 2)},
        **{("b", layer): proposal.biases[layer - 1] for layer in (1, 2)},
    }
    loss = 0.0
    for place in QUANTITIES[first:]:  # it and everything after it
        if place in places:
            places[place][0, 0] = value
        else:
            loss = value
    quantity, layer = QUANTITIES[first]
    found = first_not_finite(7, workspace, loss, gradient, proposal)
    assert found == Divergence(7, layer, quantity)


def test_finite_numbers_are_no_divergence():
    workspace = Workspace((2, 1), np.zeros((2, 3)))
    for array in (*workspace.Z, *workspace.A, *workspace.dZ):
        array.fill(1e308)
    parameters = Parameters((2, 1))
    assert first_not_finite(0, workspace, 1e308, parameters, parameters) is None
