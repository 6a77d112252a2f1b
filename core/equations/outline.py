"""The order of the computation: forward from the input, backward from the output (S0)."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

StepName = Literal["Z", "A", "dA", "dZ", "dW", "db", "chain"]


class Step(NamedTuple):
    """What is computed, and for which layer; "chain" is the product along one path (S1)."""

    name: StepName
    layer: int


OF_INPUTS = (Step("Z", 1), Step("dW", 1), Step("chain", 1))


def outline(layers: int, filtered: bool = False) -> tuple[Step, ...]:
    """Return all steps of a network with so many layers, the input not counted.

    Where layer 1 is `filtered`, without those that are no product with its inputs as a whole.
    """
    steps = (*_forward(layers), *_backward(layers), Step("chain", 1))
    return tuple(step for step in steps if step not in OF_INPUTS) if filtered else steps


def _forward(layers: int) -> Iterator[Step]:
    for layer in range(1, layers + 1):
        yield Step("Z", layer)
        yield Step("A", layer)


def _backward(layers: int) -> Iterator[Step]:
    for layer in range(layers, 0, -1):
        yield Step("dA", layer)
        yield Step("dZ", layer)
        yield Step("dW", layer)
        yield Step("db", layer)
