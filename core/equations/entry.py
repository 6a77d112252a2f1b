"""One entry of a result, written out: the arithmetic of a single neuron.

Row j of Z = W A + b is z_j = w_j1 a_1 + w_j2 a_2 + ... + b_j.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from core.equations.symbols import Factor, Part, Quotient, Slope, Symbol, Term

MATRICES = ("W", "dW")  # with two indices; all else is a column, of one sample


def entry(term: Term, row: int, most: int = 4) -> Term | None:
    """Return the first entry in a row of a term's result, for one sample.

    A sum of more than `most` products has its first two, "..." and its last.
    None where a row takes more than products and sums: softmax needs them all.
    """
    parts: list[Part] = []
    written = term.parts
    for before, part, after in zip((None, *written), written, (*written[1:], None), strict=False):
        if not isinstance(part, Factor):
            parts.append("*" if part == "o" else part)
        elif isinstance(after, Factor):
            parts.extend(_products(part, after, row, most))
        elif not isinstance(before, Factor):
            if not part.rowwise:
                return None
            parts.append(_element(part, row, 0))
    return Term(term.step, _element(term.result, row, 0), tuple(parts))


def _products(left: Factor, right: Factor, row: int, most: int) -> Iterator[Part]:
    """Yield the sum that a row of a matrix product is."""
    count = left.shape[1]
    places = range(count) if count <= most else (0, 1, count - 1)
    for place in places:
        if place > 0:
            yield "+"
        if place == count - 1 and count > most:
            yield "..."
            yield "+"
        yield _element(left, row, place)
        yield "*"
        yield _element(right, place, 0)


def _element(factor: Factor, row: int, column: int) -> Factor:
    match factor.expression:
        case Symbol() as symbol:
            one = _indexed(symbol, row, column)
        case Slope(activation, of):
            one = Slope(activation, _indexed(of, row, column))
        case Quotient(above, below, complement):
            pair = _indexed(above, row, column), _indexed(below, row, column)
            one = Quotient(*pair, complement)
    return Factor(one, factor.values[row : row + 1, column : column + 1])


def _indexed(symbol: Symbol, row: int, column: int) -> Symbol:
    if symbol.transposed:
        row, column = column, row
    index = (row, column) if symbol.name in MATRICES else (row,)
    return replace(symbol, transposed=False, index=index)
