"""He (Kaiming): what ReLU throws away, the factor 2 gives back.

He et al. 2015: variance 2 / n_in, or 2 / n_out for the way back. Made for ReLU,
which makes half of all signals 0 (S3).
"""

from typing import ClassVar

from core.initializers.fan import FanNormal, FanUniform

MADE_FOR = ("relu", "leaky_relu")


class HeNormal(FanNormal, frozen=True, tag="he_normal"):
    """W ~ N(0, 2 / n_in)."""

    share: ClassVar[float] = 2
    formula: ClassVar[str] = "sqrt(2 / fan)"
    made_for: ClassVar[tuple[str, ...]] = MADE_FOR
    source: ClassVar[str] = "He et al. 2015; S3"


class HeUniform(FanUniform, frozen=True, tag="he_uniform"):
    """W ~ U(-a, a), a = sqrt(6 / n_in): sigma as in `he_normal`."""

    share: ClassVar[float] = 2
    formula: ClassVar[str] = "sqrt(6 / fan) / sqrt(3)"
    made_for: ClassVar[tuple[str, ...]] = MADE_FOR
    source: ClassVar[str] = "He et al. 2015; S3"
