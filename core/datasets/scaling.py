"""Scaling: each row shifted and divided, so that its mean is 0 and its standard deviation 1.

scaled = (original - mean) / std. A dataset that is standardized carries its
scaling, so that a screen can say so and show original units.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Scaling(Struct, frozen=True, eq=False):
    """How rows of values were scaled; the arrays are read-only.

    Attributes
    ----------
    mean, std : (n, 1) arrays
        In original units, a row each. `std` is the population's (divided by m).
    """

    mean: FloatArray
    std: FloatArray

    def __post_init__(self) -> None:
        """Make the arrays read-only: threads share them."""
        self.mean.flags.writeable = False
        self.std.flags.writeable = False

    @classmethod
    def of(cls, values: FloatArray) -> "Scaling":
        """Return the scaling that standardizes these (n, m) values.

        A row of equal values is shifted to 0 and divided by 1.
        """
        equal = np.ptp(values, axis=1, keepdims=True) == 0.0
        mean = np.where(equal, values[:, :1], values.mean(axis=1, keepdims=True))
        std = np.where(equal, 1.0, values.std(axis=1, keepdims=True))
        return cls(mean, std)

    @property
    def is_identity(self) -> bool:
        """Whether scaled and original values are the same."""
        return bool((self.mean == 0.0).all() and (self.std == 1.0).all())

    def to_scaled(self, values: FloatArray) -> FloatArray:
        """Return (n, m) values in original units as the network sees them."""
        return (values - self.mean) / self.std

    def to_original(self, values: FloatArray) -> FloatArray:
        """Return (n, m) scaled values, or outputs of the network, in original units."""
        return values * self.std + self.mean


# One row that fits any number of rows.
IDENTITY = Scaling(np.zeros((1, 1)), np.ones((1, 1)))
