"""Where the parts of an equation stand in the network: what a diagram lights for it.

W and dW stand on the edges into a layer, all else in its neurons.
"""

from collections.abc import Iterator
from typing import NamedTuple

from core.equations.entry import MATRICES
from core.equations.symbols import Factor, Quotient, Slope, Symbol, Term


class Place(NamedTuple):
    """Neurons of a layer, or edges into them; None stands for all of them.

    Attributes
    ----------
    layer : int
        0 is the input.
    neuron : int or None
    on_edges : bool
        Whether it is the edges that are meant: to `neuron`, from `source`.
    source : int or None
        A neuron of the layer before.
    """

    layer: int
    neuron: int | None = None
    on_edges: bool = False
    source: int | None = None


def places(term: Term, row: int | None = None) -> tuple[Place, ...]:
    """Return the places of a term's symbols, its result's first; of one row only what it needs."""
    found = list(_places(term.result, row))
    for factor in term.factors:
        found.extend(_places(factor, row if factor.rowwise else None))
    return tuple(dict.fromkeys(found))


def _places(factor: Factor, row: int | None) -> Iterator[Place]:
    match factor.expression:
        case Symbol() as symbol:
            yield from _place(symbol, row)
        case Slope(of=symbol):
            yield from _place(symbol, row)
        case Quotient(above=above, below=below):
            yield from _place(above, row)
            yield from _place(below, row)


def _place(symbol: Symbol, row: int | None) -> Iterator[Place]:
    """Yield where a symbol stands; the targets stand nowhere."""
    if symbol.layer is None:
        return
    if symbol.name not in MATRICES:
        yield Place(symbol.layer, symbol.index[0] if symbol.index else row)
    elif symbol.index:
        yield Place(symbol.layer, symbol.index[0], True, symbol.index[1])
    elif symbol.transposed:
        yield Place(symbol.layer, None, True, row)
    else:
        yield Place(symbol.layer, row, True)
