"""Likeness: which rows of a matrix are equal, number by number.

Quick enough to be asked of every layer thirty times a second: most matrices
are answered by their first column, the others by comparing rows as bytes.
"""

import numpy as np
from numpy.typing import NDArray


def first_alike(matrix: NDArray[np.float64]) -> tuple[int, ...]:
    """Return for every row the index of the first row that equals it: itself if none does."""
    column = np.sort(matrix[:, 0])
    if (column[1:] > column[:-1]).all():
        return tuple(range(len(matrix)))
    # Adding 0 makes a negative zero the zero it equals.
    rows = [row.tobytes() for row in np.ascontiguousarray(matrix + 0.0)]
    first: dict[bytes, int] = {}
    return tuple(first.setdefault(row, index) for index, row in enumerate(rows))
