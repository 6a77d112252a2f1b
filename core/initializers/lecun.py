"""LeCun: inputs of variance 1 give every unit a Z of variance 1.

LeCun et al. 1998, "Efficient BackProp": sigma = 1 / sqrt(n_in), for units that
are near the identity around 0. It is also what keeps SELU networks normalized
(Klambauer et al. 2017).
"""

from typing import ClassVar

from core.initializers.fan import FanNormal, FanUniform

MADE_FOR = ("tanh", "linear", "selu")


class LecunNormal(FanNormal, frozen=True, tag="lecun_normal"):
    """W ~ N(0, 1 / n_in)."""

    share: ClassVar[float] = 1
    formula: ClassVar[str] = "sqrt(1 / fan)"
    made_for: ClassVar[tuple[str, ...]] = MADE_FOR
    source: ClassVar[str] = "LeCun et al. 1998; Klambauer et al. 2017"


class LecunUniform(FanUniform, frozen=True, tag="lecun_uniform"):
    """W ~ U(-a, a), a = sqrt(3 / n_in): sigma as in `lecun_normal`."""

    share: ClassVar[float] = 1
    formula: ClassVar[str] = "sqrt(3 / fan) / sqrt(3)"
    made_for: ClassVar[tuple[str, ...]] = MADE_FOR
    source: ClassVar[str] = "LeCun et al. 1998; Klambauer et al. 2017"
