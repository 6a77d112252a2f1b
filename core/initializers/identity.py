"""Identity: every unit begins as a copy of one input.

Le et al. 2015, for ReLU units repeated many times: W = I hands the signal on as
it is, gain * I multiplies it by the gain in every layer (S1: W^t explodes or
vanishes). Units without an input of their own begin at 0.
"""

from math import sqrt
from typing import ClassVar

import numpy as np

from core.fields import NonNegative
from core.initializers.base import FloatArray, Initializer, Shape, SigmaOf, Stream
from core.initializers.constant import Zeros


class Identity(Initializer, frozen=True, tag="identity"):
    """W[i, j] = gain where i = j, else 0; not random.

    With n the larger of n_in and n_out, one entry in n is the gain, so the
    mean is gain / n and the variance gain^2 (1 / n - 1 / n^2).
    """

    formula: ClassVar[str] = "gain * sqrt(max(n_in, n_out) - 1) / max(n_in, n_out)"
    sigma_of: ClassVar[SigmaOf] = "matrix"
    distribution: ClassVar[str] = "identity"
    made_for: ClassVar[tuple[str, ...]] = ("linear", "relu")
    source: ClassVar[str] = "Le et al. 2015; S1"
    scale: ClassVar[str | None] = "gain"
    scale_is_sigma: ClassVar[bool] = False

    gain: NonNegative = 1.0

    @property
    def for_biases(self) -> Zeros:
        """Zeros, as in the paper."""
        return Zeros()

    def mean(self, n_in: int, n_out: int) -> float:
        """Return the mean of the entries."""
        return self.gain / max(n_in, n_out)

    def sigma(self, n_in: int, n_out: int) -> float:
        """Return the standard deviation of the entries about their mean."""
        larger = max(n_in, n_out)
        return self.gain * sqrt(larger - 1) / larger

    def draw(self, rng: Stream, shape: Shape, n_in: int, n_out: int) -> FloatArray:
        """Return the gain on the diagonal, zeros elsewhere; `rng` is not used."""
        return self.gain * np.eye(*shape)
