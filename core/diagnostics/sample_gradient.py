"""The gradient of a single sample: what reaches the weights of a layer.

The gradient of J is a mean, in which the samples' gradients cancel: at a minimum
it is 0 though nothing vanished on the way. So vanishing and exploding are read
off the single samples: dL/dW[l] = dZ[l] A[l-1]^T for each, whose squares add up
to |dZ[l]|^2 |A[l-1]|^2.
"""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


def sample_gradient(dZ: FloatArray, A: FloatArray) -> float:
    """Return the root mean square of dL/dW over the weights of a layer and all samples.

    Parameters
    ----------
    dZ : (n_l, m) array
        Of the layer.
    A : (n_{l-1}, m) array
        What the layer is fed with.
    """
    return float(np.sqrt(np.mean(_mean_squares(dZ) * _mean_squares(A))))


def _mean_squares(array: FloatArray) -> FloatArray:
    """Return the mean square of every column."""
    return np.einsum("js,js->s", array, array) / len(array)
