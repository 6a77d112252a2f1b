"""Explicit: a matrix typed by hand, for examples whose numbers are known."""

from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from core.fields import Number
from core.initializers.base import FloatArray, Initializer, Shape, SigmaOf, Stream
from core.problem import Problem

MOST = 64  # rows, and numbers a row: what a person can still type and look at
Row = Annotated[tuple[Number, ...], Meta(min_length=1, max_length=MOST)]


class Explicit(Initializer, frozen=True, tag="explicit"):
    """W = matrix, row by row: a row a unit, a number an input; b is a column.

    `mean` and `sigma` are those of the numbers themselves. A file must give
    the right shape; an edit that asks for another one fits the matrix (`core.typed`).
    """

    formula: ClassVar[str] = ""
    sigma_of: ClassVar[SigmaOf] = "matrix"
    distribution: ClassVar[str] = "explicit"

    matrix: Annotated[tuple[Row, ...], Meta(min_length=1, max_length=MOST)]

    @property
    def expression(self) -> str:
        """Sigma as a plain number: there is no formula."""
        return np.format_float_positional(self.sigma(1, 1), trim="-")

    def mean(self, n_in: int, n_out: int) -> float:
        """Return the mean of the numbers."""
        return float(np.mean(self.matrix))

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return the standard deviation of the numbers."""
        return float(np.std(self.matrix))

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return the matrix; `rng` is not used."""
        return np.array(self.matrix, dtype=np.float64)

    def check_shape(self, path: str, shape: Shape) -> None:
        """Raise `matrix_rows` or `matrix_columns` (found, needed) unless the matrix fits."""
        rows, columns = shape
        if len(self.matrix) != rows:
            raise Problem(f"{path}.matrix", "matrix_rows", found=len(self.matrix), needed=rows)
        for index, row in enumerate(self.matrix):
            if len(row) != columns:
                place = f"{path}.matrix[{index}]"
                raise Problem(place, "matrix_columns", found=len(row), needed=columns)
