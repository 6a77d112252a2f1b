"""What every initializer can do: draw, and say what it draws.

The formula is data: a text for people whose numbers a test evaluates and
compares with `sigma` and with the drawn weights.
"""

from typing import ClassVar, Protocol

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


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
        the rule's own parameters: `sqrt(2 / n_in)`.
    distribution : str
        `constant`, `normal` or `uniform`.
    made_for : tuple of str
        Names of the activations the rule was derived for; empty: none.
    source : str
        The paper or course text (S0..S4 of the sources) it comes from.
    scale : str or None
        The parameter that the sigma slider moves; None where the rule fixes
        its own sigma.
    """

    formula: ClassVar[str]
    distribution: ClassVar[str]
    made_for: ClassVar[tuple[str, ...]] = ()
    source: ClassVar[str] = ""
    scale: ClassVar[str | None] = None

    @property
    def name(self) -> str:
        """The rule's name, as in the experiment file."""
        return str(self.__struct_config__.tag)

    @property
    def expression(self) -> str:
        """The formula of sigma for this rule's own choices."""
        return self.formula

    def mean(self, n_in: int, n_out: int) -> float:
        """Return the expected value of a weight."""
        return 0.0

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return the standard deviation of a weight."""
        raise NotImplementedError

    def variance(self, n_in: int, n_out: int) -> float:
        """Return the variance of a weight, sigma squared."""
        return self.sigma(n_in, n_out) ** 2

    def draw(self, rng: Stream, shape: tuple[int, int], n_in: int, n_out: int) -> FloatArray:
        """Draw an array of `shape` for a layer of `n_out` units fed by `n_in`.

        Weights have shape (n_out, n_in), biases (n_out, 1); both use the fans
        of the weights. A rule that is not random leaves `rng` untouched.
        """
        raise NotImplementedError

    def scale_value(self, n_in: int, n_out: int) -> float:
        """Return what the sigma slider shows: its parameter, else sigma."""
        return self.sigma(n_in, n_out) if self.scale is None else float(getattr(self, self.scale))

    def with_scale(self, value: float) -> "Initializer":
        """Return the same rule with the slider's parameter set to `value`."""
        raise NotImplementedError
