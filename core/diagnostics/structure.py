"""The structure of a matrix: what S4 finds when the first weights are not all random.

Zeros and constants lead to constant matrices, a random matrix before them to
equal rows (units that do the same), one after them to equal columns (units that
are fed the same).
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
Structure = Literal["zero", "constant", "row_equal", "column_equal", "random"]

ROUNDING = 1e-12  # of the largest element; what differs less is equal


def structure(W: FloatArray, tolerance: float = ROUNDING) -> Structure:
    """Name a matrix (n_l, n_{l-1}).

    `zero`: all elements are 0. `constant`: all are equal. `row_equal`: the rows
    are equal, so all units have the same weights. `column_equal`: the columns
    are equal, so all inputs count the same. `random`: none of these. There must
    be two rows, or columns, or elements, to be equal.

    Parameters
    ----------
    tolerance : float
        How much elements may differ, relative to the largest; 0 for exact equality.
    """
    most = float(np.abs(W).max()) * tolerance
    if not W.any():
        return "zero"
    rows = len(W) > 1 and bool(np.ptp(W, axis=0).max() <= most)
    columns = W.shape[1] > 1 and bool(np.ptp(W, axis=1).max() <= most)
    if W.size > 1 and np.ptp(W) <= most:
        return "constant"
    return "row_equal" if rows else "column_equal" if columns else "random"
