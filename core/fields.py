"""The kinds of numbers and texts an experiment may hold, each with its range.

Every number is bounded on both sides, so NaN and infinities are refused by the
same check that refuses a learning rate of -1.
"""

from typing import Annotated

from msgspec import Meta

MAX_LAYERS = 64
MAX_UNITS = 1024
MAX_WEIGHTS = 2_000_000
MAX_SAMPLES = 100_000

Number = Annotated[float, Meta(ge=-1e6, le=1e6)]
NonNegative = Annotated[float, Meta(ge=0.0, le=1e6)]
Positive = Annotated[float, Meta(gt=0.0, le=1e6)]
Fraction = Annotated[float, Meta(ge=0.0, lt=1.0)]
OpenFraction = Annotated[float, Meta(gt=0.0, lt=1.0)]
Seed = Annotated[int, Meta(ge=0, le=2**32 - 1)]
Units = Annotated[int, Meta(ge=1, le=MAX_UNITS)]
Samples = Annotated[int, Meta(ge=2, le=MAX_SAMPLES)]

# No control characters and no halves of surrogate pairs: they can't be shown or written.
PRINTABLE = r"^[^\x00-\x1f\x7f\ud800-\udfff]*\Z"
Text = Annotated[str, Meta(max_length=200, pattern=PRINTABLE)]
FilePath = Annotated[str, Meta(min_length=1, max_length=4096, pattern=PRINTABLE)]
