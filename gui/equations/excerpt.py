"""An excerpt of a large matrix: its first rows and columns, the chosen one, the last."""

from core.equations import Factor
from gui import numbers, theme
from gui.equations.boxes import Box, Matrix, Row, Text
from gui.equations.typeset import Type

DOTS = {"rows": "⋮", "columns": "⋯", "both": "⋱"}
USUAL = "0.000"  # its room is kept, so that columns stand still while numbers change


def shown(count: int, most: int, chosen: int | None = None) -> list[int | None]:
    """Return at most `most` of 0..count-1, and None wherever some are left out.

    A single one is never left out: the dots take its room.
    """
    if count <= most + 1:
        return list(range(count))
    head = list(range(max(1, most - 2)))
    if chosen is not None and chosen not in (*head, count - 1):
        head[-1] = chosen
    result: list[int | None] = []
    for place in (*head, count - 1):
        last = result[-1] if result else -1
        if last is not None and place > last + 1:
            result.append(None)
        result.append(place)
    return result


def matrix(factor: Factor, kind: Type, most: int, neuron: int | None) -> Box:
    """Return a factor's numbers in brackets, at most so many rows and columns.

    What row `neuron` of the result is made from is lit.
    """
    rows, columns = factor.shape
    chosen = neuron if factor.rowwise else None
    places = shown(rows, most, chosen), shown(columns, most)
    cells = [[_cell(factor, kind, row, column) for column in places[1]] for row in places[0]]
    whole = neuron is not None and not factor.rowwise
    lit = [whole or (row is not None and row == chosen) for row in places[0]]
    return Matrix(cells, lit, kind.face, (theme.color("text"), theme.color("accent")))


def _cell(factor: Factor, kind: Type, row: int | None, column: int | None) -> Box:
    if row is not None and column is not None:
        number = kind.text(numbers.figure(float(factor.values[row, column])))
        return Row([Box(max(0.0, kind.text(USUAL).width - number.width)), number])
    dots = "columns" if row is not None else "rows" if column is not None else "both"
    return Text(DOTS[dots], kind.face, theme.color("quiet"))
