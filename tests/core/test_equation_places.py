"""Where the symbols of each equation stand in the network, written out by hand."""

import pytest

from core.equations import Place, Step, chain, one_pass, places, term
from core.equations.one_pass import Pass
from core.initial import initial_parameters
from tests.core.networks import circles


@pytest.fixture
def passed() -> Pass:
    """One sample through 2-4-3-1."""
    experiment = circles((4, 3), "tanh")
    data = experiment.dataset.draw()
    weights, biases = initial_parameters(experiment)
    X, Y = data.train_inputs[:, :1], data.train_targets[:, :1]
    return one_pass(experiment, weights, biases, X, Y)


def neurons(layer: int, neuron: int | None = None) -> Place:
    return Place(layer, neuron)


def edges(layer: int, neuron: int | None = None, source: int | None = None) -> Place:
    return Place(layer, neuron, True, source)


@pytest.mark.parametrize(
    ("step", "row", "expected"),
    [
        (Step("Z", 2), None, (neurons(2), edges(2), neurons(1))),
        (Step("Z", 2), 1, (neurons(2, 1), edges(2, 1), neurons(1))),
        (Step("A", 1), 3, (neurons(1, 3),)),
        (Step("dA", 3), None, (neurons(3),)),
        (Step("dZ", 3), None, (neurons(3),)),
        (Step("dA", 1), None, (neurons(1), edges(2), neurons(2))),
        (Step("dA", 1), 2, (neurons(1, 2), edges(2, None, 2), neurons(2))),
        (Step("dZ", 1), 2, (neurons(1, 2),)),
        (Step("dW", 2), None, (edges(2), neurons(2), neurons(1))),
        (Step("dW", 2), 0, (edges(2, 0), neurons(2, 0), neurons(1))),
        (Step("db", 1), 1, (neurons(1, 1),)),
    ],
)
def test_the_result_stands_first_and_a_row_needs_its_own(passed, step, row, expected):
    assert places(term(passed, step), row) == expected


def test_a_chain_stands_on_its_path(passed: Pass):
    found = places(chain(passed, (1, 3, 0, 0)))
    assert found[0] == edges(1, 3, 1)
    on_edges = [edges(1, 3, 1), edges(2, 0, 3), edges(3, 0, 0)]
    in_neurons = [neurons(0, 1), neurons(1, 3), neurons(2, 0), neurons(3, 0)]
    assert set(found) == {*on_edges, *in_neurons}
