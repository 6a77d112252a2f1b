"""The power of a matrix: what t equal linear layers do to a signal (S1).

W^t = V diag(lambda)^t V^-1: along each eigenvector the signal is multiplied by
lambda^t. What is above 1 in size explodes, what is below vanishes.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
ComplexArray = NDArray[np.complex128]

PARALLEL = 1e10  # condition of V from which eigenvectors are no basis any more


class Eigen(Struct, frozen=True, eq=False):
    """A square matrix by its eigenvalues.

    Attributes
    ----------
    W : (n, n) array
    eigenvalues : (n,) complex array
        The largest in size first.
    eigenvectors : (n, n) complex array
        A column for each.
    """

    W: FloatArray
    eigenvalues: ComplexArray
    eigenvectors: ComplexArray

    @property
    def radius(self) -> float:
        """The size of the largest eigenvalue: what the matrix does in the end."""
        return float(np.abs(self.eigenvalues[0]))

    @property
    def is_diagonalizable(self) -> bool:
        """Whether the eigenvectors are a basis, as far as floating point can tell."""
        return bool(np.linalg.cond(self.eigenvectors) < PARALLEL)

    def factors(self, t: int) -> ComplexArray:
        """Return lambda^t for every eigenvalue."""
        return self.eigenvalues**t

    def power(self, t: int) -> FloatArray:
        """Return W^t; multiplied out where there is no basis of eigenvectors."""
        if not self.is_diagonalizable:
            return np.linalg.matrix_power(self.W, t)
        V = self.eigenvectors
        return np.ascontiguousarray((V * self.factors(t) @ np.linalg.inv(V)).real)


def eigen(W: FloatArray) -> Eigen:
    """Return the eigenvalues and eigenvectors of W (n, n)."""
    values, vectors = np.linalg.eig(W.astype(np.complex128))
    order = np.argsort(-np.abs(values), kind="stable")
    return Eigen(W, values[order], vectors[:, order])
