"""What every initializer can do: draw, and say what it draws.

The formula is data: a text for people whose numbers a test evaluates and
compares with `sigma` and with the drawn weights.
"""

from math import sqrt
from typing import ClassVar, Literal, Protocol, Self

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Shape = tuple[int, int]
SigmaOf = Literal["weight", "matrix", "start"]


class Stream(Protocol):
    """A random stream: NumPy's Generator and its legacy RandomState both are."""

    def standard_normal(self, size: tuple[int, ...]) -> FloatArray:
        """Draw from N(0, 1), row by row."""
        ...

    def random(self, size: tuple[int, ...]) -> FloatArray:
        """Draw from U[0, 1), row by row."""
        ...


class Initializer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="name"):
    """A rule for the first weights, or the first biases, of one layer.

    Class attributes
    ----------------
    formula : str
        Standard deviation as an arithmetic expression in `n_in`, `n_out` and
        the rule's own parameters, with `sqrt`, `max` and `min`: `sqrt(2 / n_in)`;
        empty where there is none.
    sigma_of : str
        Whose standard deviation that is. `weight`: of each weight, by the law
        it is drawn from. `matrix`: of the entries of the whole matrix, and exact,
        since they are not drawn one by one. `start`: of the matrix before the
        training data scale it.
    distribution : str
        `constant`, `normal`, `truncated_normal`, `uniform`, `sparse`,
        `orthogonal`, `identity` or `explicit`.
    made_for : tuple of str
        Names of the activations the rule was derived for; empty: none.
    source : str
        The paper or course text (S0..S4 of the sources) it comes from.
    scale : str or None
        The parameter that the sigma slider moves; None where the rule fixes
        its own sigma.
    scale_is_sigma : bool
        Whether the slider's number is sigma; else it goes by its own name.
    uses_data : bool
        Whether `fit` needs the training inputs.
    """

    formula: ClassVar[str]
    sigma_of: ClassVar[SigmaOf] = "weight"
    distribution: ClassVar[str]
    made_for: ClassVar[tuple[str, ...]] = ()
    source: ClassVar[str] = ""
    scale: ClassVar[str | None] = None
    scale_is_sigma: ClassVar[bool] = True
    uses_data: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The rule's name, as in the experiment file."""
        return str(self.__struct_config__.tag)

    @property
    def expression(self) -> str:
        """The formula of sigma for this rule's own choices."""
        return self.formula

    @property
    def for_biases(self) -> "Initializer":
        """The rule that draws the biases where this one is chosen for them.

        Itself, unless its source treats biases otherwise: rules that are about
        a matrix leave the biases at zero.
        """
        return self

    def mean(self, n_in: int, n_out: int) -> float:
        """Return the expected value of a weight."""
        return 0.0

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return the standard deviation that `sigma_of` names."""
        raise NotImplementedError

    def variance(self, n_in: int, n_out: int) -> float:
        """Return the variance of a weight, sigma squared."""
        return self.sigma(n_in, n_out) ** 2

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Draw an array of `shape` for a layer of `n_out` units fed by `n_in`.

        Weights have shape (n_out, n_in), biases (n_out, 1); both use the fans
        of the weights. A rule that is not random leaves `rng` untouched.
        """
        raise NotImplementedError

    def fit(self, W: FloatArray, Z: FloatArray) -> FloatArray:
        """Return W (n_out, n_in) fitted to Z = W A (n_out, m), A being what the data bring."""
        return W

    def check_shape(self, path: str, shape: Shape) -> None:
        """Raise a Problem below `path` if the rule can't give an array of this shape."""

    def scale_value(self, n_in: int, n_out: int) -> float:
        """Return what the sigma slider shows: its parameter, else sigma."""
        return self.sigma(n_in, n_out) if self.scale is None else float(getattr(self, self.scale))

    def with_scale(self, value: float) -> Self:
        """Return the same rule with the slider's parameter, if it has one, set to `value`."""
        return self if self.scale is None else replace(self, **{self.scale: value})


class NormalRule(Initializer, frozen=True):
    """W ~ N(0, sigma^2): all such rules scale the same standard-normal draws."""

    distribution: ClassVar[str] = "normal"

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return standard-normal draws times sigma."""
        return rng.standard_normal(shape) * self.sigma(n_in, n_out)


class UniformRule(Initializer, frozen=True):
    """W ~ U(-bound, bound): sigma is the bound divided by sqrt(3)."""

    distribution: ClassVar[str] = "uniform"

    def bound(self, n_in: int, n_out: int) -> float:
        """Return the largest size of a weight."""
        raise NotImplementedError

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return bound / sqrt(3)."""
        return self.bound(n_in, n_out) / sqrt(3)

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return draws of U[0, 1), stretched to the bounds."""
        return self.bound(n_in, n_out) * (2 * rng.random(shape) - 1)
