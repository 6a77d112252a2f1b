"""The gradient of J, layer by layer, and how strongly it reaches each neuron.

The gradient of neuron j of layer l is the L2 norm of its row of dW[l] together
with its db[l]. The row is scaled by its largest element before it is squared,
so that a gradient of 1e-200 is shown as that, and not as an exact zero.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Gradient(NamedTuple):
    """Gradient of J with respect to one layer's weights (n_l, n_{l-1}) and biases (n_l, 1)."""

    dW: FloatArray
    db: FloatArray


def neuron_norms(gradients: Iterable[Gradient]) -> tuple[FloatArray, ...]:
    """Return |gradient| of every neuron, one array (n_l,) a layer."""
    return tuple(_row_norms(np.hstack(gradient)) for gradient in gradients)


def vector_norm(vector: FloatArray) -> float:
    """Return the L2 norm of a vector, right whenever it is itself a number that fits.

    The plain formula is tried first; only where the squares overflow or vanish
    is the vector scaled before it is squared.
    """
    square = float(vector @ vector)
    if 1e-200 < square < np.inf:
        return square**0.5
    return float(_row_norms(vector[np.newaxis, :])[0])


def _row_norms(rows: FloatArray) -> FloatArray:
    """Return the L2 norm of every row; NaN and infinities stay what they are."""
    largest = np.max(np.abs(rows), axis=1, keepdims=True)
    scale = np.where((largest > 0) & np.isfinite(largest), largest, 1.0)
    return (scale * np.sqrt(np.sum((rows / scale) ** 2, axis=1, keepdims=True)))[:, 0]
