"""What a written equation is made of: symbols with their arrays, and the signs between.

dZ[2] = dA[2] o g'(Z[2]) is a `Term`: what it defines, and its parts from left
to right. Nothing here says how it looks.
"""

from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.equations.outline import Step
from core.layer import ActivationName

FloatArray = NDArray[np.float64]
SymbolName = Literal["W", "b", "Z", "A", "Y", "dW", "db", "dZ", "dA"]
Sign = Literal["+", "-", "*", "o", "(", ")", "2", "sum", "..."]
"""`*` multiplies numbers and `o` element by element; matrices side by side are a product;
`sum` adds up the rows of what follows, over the samples; `...` stands for summands
left out."""


class Symbol(Struct, frozen=True):
    """W[2], A[1]^T, or an element of them: `index` counts from 0. Y has no layer."""

    name: SymbolName
    layer: int | None = None
    transposed: bool = False
    index: tuple[int, ...] = ()


class Slope(Struct, frozen=True):
    """g'(of), element by element."""

    activation: ActivationName
    of: Symbol


class Quotient(Struct, frozen=True):
    """above / below, element by element; with `complement` (1 - above) / (1 - below)."""

    above: Symbol
    below: Symbol
    complement: bool = False


class Factor(Struct, frozen=True, eq=False):
    """A symbol, or a small expression, that has an array of its own.

    Attributes
    ----------
    expression : Symbol, Slope or Quotient
    values : (rows, columns) array
        As it stands in the formula: of A^T, the transposed.
    rowwise : bool
        Whether row j of the term's result needs only row j of it, else all of it.
    """

    expression: Symbol | Slope | Quotient
    values: FloatArray
    rowwise: bool = True

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        rows, columns = self.values.shape
        return rows, columns


class Call(Struct, frozen=True):
    """g and its opening bracket."""

    activation: ActivationName


class Scale(Struct, frozen=True):
    """1 / (outputs times samples): J is the mean of so many L."""

    outputs: int
    samples: int


Part = Factor | Call | Scale | Sign


class Term(Struct, frozen=True, eq=False):
    """One equation: `result` = `parts`, read from left to right."""

    step: Step
    result: Factor
    parts: tuple[Part, ...]

    @property
    def factors(self) -> tuple[Factor, ...]:
        """The parts that have arrays."""
        return tuple(part for part in self.parts if isinstance(part, Factor))
