"""The condition of the inputs: how differently stretched, and how far from 0, the data are.

Gradient descent follows the narrow directions slowly while the wide ones limit
the learning rate; an offset is the widest direction of all, and makes all weights
of a unit move together (LeCun et al. 1998, Efficient BackProp: centre and scale).
"""

from math import inf

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class InputCondition(Struct, frozen=True, eq=False):
    """The size and the shape of the inputs.

    Attributes
    ----------
    singular_values : (min(n_0, m),) array
        Of X / sqrt(m), largest first: the root mean square of the samples along
        each principal direction, the mean not taken off.
    condition : float
        The largest divided by the smallest; infinite if that is 0 but for rounding.
    means : (n_0,) array
        Mean of each feature.
    offset : float
        |mean of the samples| / root mean square of |sample|: 0 if centred, 1 if
        all samples are the same.
    """

    singular_values: FloatArray
    condition: float
    means: FloatArray
    offset: float


def input_condition(X: FloatArray) -> InputCondition:
    """Measure the inputs X (n_0, m)."""
    sizes = np.linalg.svd(X / np.sqrt(X.shape[1]), compute_uv=False)
    singular_values = np.asarray(sizes, dtype=np.float64)
    largest, smallest = float(singular_values[0]), float(singular_values[-1])
    is_flat = smallest <= largest * max(X.shape) * float(np.finfo(np.float64).eps)
    means = X.mean(axis=1)
    size = float(np.sqrt(np.sum(singular_values**2)))
    return InputCondition(
        singular_values=singular_values,
        condition=inf if is_flat else largest / smallest,
        means=means,
        offset=float(np.linalg.norm(means)) / size if size > 0.0 else 0.0,
    )
