"""Orthogonal: a random rotation, which changes no length on its way through.

Saxe et al. 2013. The Q of a QR decomposition of normal draws; its columns take
the signs of R's diagonal, or the rotations would not all be equally likely
(Mezzadri 2007). More units than inputs: the columns are orthonormal,
W^T W = gain^2 I. Fewer: the rows, W W^T = gain^2 I; a single row has length gain.
"""

from math import sqrt
from typing import ClassVar

import numpy as np

from core.fields import NonNegative
from core.initializers.base import FloatArray, Initializer, Shape, SigmaOf, Stream
from core.initializers.constant import Zeros


class Orthogonal(Initializer, frozen=True, tag="orthogonal"):
    """W = gain * Q, Q uniform among the matrices with orthonormal rows or columns.

    The squares of the entries add up to gain^2 min(n_in, n_out), so their root
    mean square is gain / sqrt(max(n_in, n_out)), in every draw.
    """

    formula: ClassVar[str] = "gain / sqrt(max(n_in, n_out))"
    sigma_of: ClassVar[SigmaOf] = "matrix"
    distribution: ClassVar[str] = "orthogonal"
    made_for: ClassVar[tuple[str, ...]] = ("linear", "tanh")
    source: ClassVar[str] = "Saxe et al. 2013"
    scale: ClassVar[str | None] = "gain"
    scale_is_sigma: ClassVar[bool] = False

    gain: NonNegative = 1.0

    @property
    def for_biases(self) -> Zeros:
        """Zeros: one column of biases is no rotation."""
        return Zeros()

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return gain / sqrt(max(n_in, n_out)), the root mean square of the entries."""
        return self.gain / sqrt(max(n_in, n_out))

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return the gain times the orthonormal matrix of standard-normal draws."""
        return orthonormal(rng.standard_normal(shape)) * self.gain


def orthonormal(draws: FloatArray) -> FloatArray:
    """Return the Q of a matrix of normal draws, shaped alike, with R's diagonal positive."""
    is_wide = draws.shape[0] < draws.shape[1]
    Q, R = np.linalg.qr(draws.T if is_wide else draws)
    unbiased = Q * np.copysign(1.0, np.diag(R))
    return np.ascontiguousarray(unbiased.T if is_wide else unbiased)
