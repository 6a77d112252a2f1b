"""A network: Z[l] = W[l] A[l-1] + b[l], A[l] = g(Z[l]), and back by the chain rule.

All samples at once, a column each; W and b are one matrix, as the ones under
A are its input for b. Backwards, with L summed over samples and
outputs: dW[l] = dZ[l] A[l-1]^T, db[l] = row sums of dZ[l],
dZ[l-1] = (W[l]^T dZ[l]) * g'(Z[l-1]); dW and db are divided by the number of L
at the end, since J is their mean (S0, S2).

R networks of the same sizes are trained by the same lines: all arrays then
have a leading axis (R,), and every product is R products.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.activations import ACTIVATIONS
from core.filter import Filter
from core.layer import ActivationName
from core.losses import Loss
from core.parameters import Parameters
from core.twins import Twins, find_twins
from core.workspace import Workspace

FloatArray = NDArray[np.float64]


class Network:
    """Layers of `sizes` (n_0, ..., n_L), each with an activation; dense, but for a filter.

    Parameters
    ----------
    sizes, activations : sequences
        The activations are those of layers 1..L.
    runs : int, optional
        R, for R networks; without it there is one, and no leading axis.
    filter : Filter, optional
        Through which layer 1 looks at pictures; W[1] is then (R, n_1, its weights).

    Attributes
    ----------
    weights, biases : tuples of (R, n_l, n_{l-1}) and (R, n_l, 1) arrays
        Of layers 1..L: `weights[0]` is W[1]. Views of `parameters`.
    twins : tuple of Twins
        Units that began identical; they keep identical gradients.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[ActivationName],
        runs: int | None = None,
        filter: Filter | None = None,
    ) -> None:
        self.sizes = tuple(sizes)
        self.filter = filter
        self.runs = runs
        self.activations = tuple(ACTIVATIONS[name] for name in activations)
        inputs = sizes[0] if filter is None else filter.weights
        self.parameters = Parameters((inputs, *sizes[1:]), runs=runs)
        self.weights = self.parameters.weights
        self.biases = self.parameters.biases
        self._transposed = tuple(W.swapaxes(-2, -1) for W in self.weights)
        # Which product is quickest depends on the shapes; all give the same numbers.
        self._product, outer = (np.dot, np.dot) if runs is None else (np.matmul, _outer)
        self._spread = tuple(outer if n == 1 else np.matmul for n in self.sizes[1:])
        self.twins: tuple[Twins, ...] = ()

    def assign(self, weights: Sequence[FloatArray], biases: Sequence[FloatArray]) -> None:
        """Begin with these parameters, layer by layer."""
        self.parameters.assign(weights, biases)
        self.twins = find_twins(self.parameters)

    def forward(self, workspace: Workspace) -> FloatArray:
        """Fill Z and A from A[0] = X; return A[L], which the next pass overwrites."""
        A, Z, windows = workspace.A, workspace.Z, workspace.windows
        for i, activation in enumerate(self.activations):
            if i > 0 or windows is None:
                self._product(self.parameters.rows[i], workspace.inputs[i], out=Z[i])
            else:
                windows.slide(self.parameters.rows[0], Z[0])
            activation.apply(Z[i], A[i + 1])
        return A[-1]

    def backward(self, workspace: Workspace, loss: Loss, gradient: Parameters) -> None:
        """Fill dZ, and `gradient` with dJ/dW and dJ/db, after a forward pass."""
        A, dZ, Y, windows = workspace.A, workspace.dZ, workspace.Y, workspace.windows
        last = len(dZ) - 1
        loss.differentiate(A[-1], Y, dZ[last])
        if loss.gives == "dA":
            self._through_activation(workspace, last)
        for i in range(last, -1, -1):
            if i > 0 or windows is None:
                self._product(dZ[i], workspace.transposed[i], out=gradient.rows[i])
            else:
                windows.accumulate(dZ[0], gradient.rows[0])
            if i > 0:
                self._spread[i](self._transposed[i], dZ[i], out=dZ[i - 1])
                self._through_activation(workspace, i - 1)
        np.divide(gradient.flat, workspace.counts[loss.per], out=gradient.flat)
        for twins in self.twins:
            twins.unite(gradient)

    def _through_activation(self, workspace: Workspace, i: int) -> None:
        """Turn dA, which stands in dZ[i], into dZ = dA * g'(Z)."""
        dZ, slope = workspace.dZ[i], workspace.slopes[i]
        self.activations[i].differentiate(workspace.Z[i], workspace.A[i + 1], slope)
        np.multiply(dZ, slope, out=dZ)


def _outer(columns: FloatArray, rows: FloatArray, out: FloatArray) -> None:
    """Write columns times rows, (R, n, 1) times (R, 1, m): W^T dZ from a layer of one unit."""
    np.einsum("rnk,rkm->rnm", columns, rows, out=out)
