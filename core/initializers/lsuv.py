"""LSUV: let the training data say how large the weights must be.

Mishkin and Matas 2015, "All you need is a good init": begin orthonormal, then,
layer by layer, divide W by the standard deviation of Z over all units and
training samples: its variance is 1. The authors see one mini-batch at a time
and repeat; with all the data one division is exact.

The bias is left out of that Z = W A: the paper's are zero, and biases that
differ from unit to unit add their own variance. Where W A does not vary (data of
zeros, dead units before) or is not finite, W stays the orthonormal start.
"""

from math import inf, sqrt
from typing import ClassVar

from core.initializers.base import FloatArray, Initializer, Shape, SigmaOf, Stream
from core.initializers.constant import Zeros
from core.initializers.orthogonal import orthonormal

ROUNDING = 1e-12  # relative; what varies less is a constant, and its rounding errors


class Lsuv(Initializer, frozen=True, tag="lsuv"):
    """W = Q / std(Q A), Q as in `orthogonal`; sigma is that of Q."""

    formula: ClassVar[str] = "1 / sqrt(max(n_in, n_out))"
    sigma_of: ClassVar[SigmaOf] = "start"
    distribution: ClassVar[str] = "orthogonal"
    source: ClassVar[str] = "Mishkin and Matas 2015"
    uses_data: ClassVar[bool] = True

    @property
    def for_biases(self) -> Zeros:
        """Zeros, as in the paper."""
        return Zeros()

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return 1 / sqrt(max(n_in, n_out)), before the data scale it."""
        return 1 / sqrt(max(n_in, n_out))

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return the orthonormal start."""
        return orthonormal(rng.standard_normal(shape))

    def fit(self, W: FloatArray, Z: FloatArray) -> FloatArray:
        """Return W divided by the standard deviation of Z, if there is one."""
        deviation = float(Z.std())
        largest = float(max(Z.max(), -Z.min()))
        return W / deviation if ROUNDING * largest < deviation < inf else W
