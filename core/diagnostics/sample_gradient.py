"""The gradient of a single sample: what reaches the weights of a layer.

The gradient of J is a mean, in which the samples' gradients cancel: at a minimum
it is 0 though nothing vanished on the way. So vanishing and exploding are read
off the single samples: dL/dW[l] = dZ[l] A[l-1]^T for each, whose squares add up
to |dZ[l]|^2 |A[l-1]|^2.
"""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from core.filter import Windows
from core.gradient import LARGE, SMALL, size_of
from core.workspace import Workspace

FloatArray = NDArray[np.float64]


def sample_gradient(dZ: FloatArray, A: FloatArray, windows: Windows | None = None) -> float:
    """Return the root mean square of dL/dW over the weights of a layer and all samples.

    Parameters
    ----------
    dZ : (n_l, m) array
        Of the layer.
    A : (n_{l-1}, m) array
        What the layer is fed with.
    windows : Windows, optional
        What the units of a layer with a filter are fed with instead, each with its own.
    """
    if windows is not None:
        return float(np.sqrt(np.mean(dZ * dZ * windows.mean_squares())))
    (back, errors), (forward, fed) = _mean_squares(dZ), _mean_squares(A)
    return back * forward * float(np.sqrt(np.mean(errors * fed)))


def sample_gradients(workspace: Workspace) -> list[float]:
    """Return `sample_gradient` of layers 1..L, after a forward and a backward pass."""
    windows = [workspace.windows, *[None] * (len(workspace.dZ) - 1)]
    return [
        sample_gradient(*layer)
        for layer in zip(workspace.dZ, workspace.A[:-1], windows, strict=True)
    ]


def _mean_squares(array: FloatArray) -> tuple[float, FloatArray]:
    """Return a size, and the mean square of every column of the array divided by it.

    Mean squares of two arrays, each a number, may have a product that is none.
    """
    squares = np.einsum("js,js->s", array, array) / len(array)
    largest = float(squares.max())
    if SMALL < largest < LARGE:
        return sqrt(largest), squares / largest
    size = size_of(array)  # 1e-200 is not exactly 0
    array = array / size
    return size, np.einsum("js,js->s", array, array) / len(array)
