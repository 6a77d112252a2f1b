"""The chain of factors along one path, from an input to an output (S1).

What reaches a first weight along one path is a product: the input enters once,
but every layer on the way gives a g' and a w, so small ones vanish and large
ones explode. Over all paths the products add up to that weight's gradient.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.equations.one_pass import Pass
from core.equations.outline import Step
from core.equations.symbols import Factor, Part, Slope, Symbol, SymbolName, Term
from core.equations.terms import term

FloatArray = NDArray[np.float64]


@np.errstate(all="ignore")
def chain(passed: Pass, path: Sequence[int]) -> Term:
    """Return dL/dw of the first weight on a path, with what comes along the path written out.

    Where other paths lead from that weight to an output, "..." stands for their products.

    Parameters
    ----------
    passed : Pass
        Of one sample.
    path : sequence of int
        A unit of every layer 0..L, from 0.
    """
    factors = [*_from_loss(passed, path), *_through_layers(passed, path)]
    factors.append(_element("A", 0, (path[0],), passed.A[0][path[0], 0]))
    place = (path[1], path[0])
    gradient = term(passed, Step("dW", 1)).result.values[place]
    result = _element("dW", 1, place, gradient)
    parts: list[Part] = [factors[0]]
    for factor in factors[1:]:
        parts.append("*")
        parts.append(factor)
    if any(len(Z) > 1 for Z in passed.Z[1:]):
        parts += ("+", "...")
    return Term(Step("chain", 1), result, tuple(parts))


def along(chained: Term) -> float:
    """Return what a chain's factors give together: the share of its path."""
    return math.prod(float(factor.values[0, 0]) for factor in chained.factors)


@np.errstate(all="ignore")
def strongest_path(passed: Pass, chosen: Mapping[int, int]) -> tuple[int, ...]:
    """Return a path through the chosen units (layer: unit).

    Where none is chosen, from the output back, it goes to the unit with the
    largest |w g'(z)|, or |w x| at the input.
    """
    last = len(passed.Z)
    path = [chosen.get(last, int(np.argmax(np.abs(passed.dZ[-1][:, 0]))))]
    for layer in range(last - 1, -1, -1):
        reach = passed.slopes[layer - 1] if layer else passed.A[0]
        strength = np.abs(passed.weights[layer][path[0]] * reach[:, 0])
        path.insert(0, chosen.get(layer, int(np.argmax(strength))))
    return tuple(path)


def _from_loss(passed: Pass, path: Sequence[int]) -> list[Factor]:
    """Return dL/da and g'(z) of the output; in one, a - y, where the loss gives that."""
    last = len(passed.Z)
    unit = path[-1]
    if passed.loss.gives == "dZ":
        return [_element("dZ", last, (unit,), passed.dZ[-1][unit, 0])]
    dA = term(passed, Step("dA", last)).result.values[unit, 0]
    return [_element("dA", last, (unit,), dA), _slope(passed, last, unit)]


def _through_layers(passed: Pass, path: Sequence[int]) -> list[Factor]:
    """Return w and g'(z) of every layer, from the last back to the first."""
    factors: list[Factor] = []
    for layer in range(len(passed.Z), 1, -1):
        place = (path[layer], path[layer - 1])
        factors.append(_element("W", layer, place, passed.weights[layer - 1][place]))
        factors.append(_slope(passed, layer - 1, path[layer - 1]))
    return factors


def _slope(passed: Pass, layer: int, unit: int) -> Factor:
    name = passed.activations[layer - 1].name
    value = passed.slopes[layer - 1][unit, 0]
    return Factor(Slope(name, Symbol("Z", layer, index=(unit,))), np.array([[value]]))


def _element(name: SymbolName, layer: int, index: tuple[int, ...], value: float) -> Factor:
    return Factor(Symbol(name, layer, index=index), np.array([[value]]))
