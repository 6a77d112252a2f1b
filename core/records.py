"""Records of numbers at steps, in memory that hardly grows, however long the run.

Steps are recorded at multiples of a spacing. After every HALF-th record the
spacing doubles, so that twice the steps cost HALF records more. What is shown is
the run at the last spacing throughout: at most 2 HALF records, evenly spaced.

What is recorded depends on the step alone, never on how the training was
chunked, and nothing is dropped: the records of an earlier step are what they
were then. Of two `Records` with the same first spacing, the one of fewer
records keeps some of the steps of the other, and no others.
"""

from copy import copy

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Records:
    """Columns of numbers, the step first.

    Parameters
    ----------
    rows : int
        Numbers in a record.
    most : int
        Records that are shown at once, a power of two.
    spacing : int
        Steps between the first records, a power of two.
    """

    def __init__(self, rows: int, most: int, spacing: int = 1) -> None:
        self._half = most // 2
        self._rows = rows
        self._spacing = spacing
        self._blocks: list[FloatArray] = []  # each (rows, half)
        self._count = 0
        self._next = 0

    def is_due(self, step: int) -> bool:
        """Say whether `step` is the next one to be recorded."""
        return step == self._next

    def new(self) -> FloatArray:
        """Return a new record for the step that is due, to be filled."""
        block, column = divmod(self._count, self._half)
        if block == len(self._blocks):
            self._blocks.append(np.empty((self._rows, self._half)))
        self._go_to(self._count + 1)
        return self._blocks[block][:, column]

    def copy(self) -> "Records":
        """Return the same records, which go on by themselves."""
        other = copy(self)
        other._blocks = [block.copy() for block in self._blocks]
        return other

    def forget_from(self, step: int) -> None:
        """Forget the records of `step` and of all later ones."""
        self._go_to(min(self._count, self._records_before(step)))
        del self._blocks[-(-self._count // self._half) :]

    def before(self, step: int, *present: FloatArray) -> FloatArray:
        """Return the records (rows, k) before a step; then `present`, columns (rows, 1)."""
        count = min(self._count, self._records_before(step))
        last, columns = divmod(count, self._half)
        parts = [self._thinned(index, last) for index in range(last)]
        if columns:
            parts.append(self._blocks[last][:, :columns])
        records = np.concatenate((np.empty((self._rows, 0)), *parts, *present), axis=1)
        records.flags.writeable = False
        return records

    def _thinned(self, index: int, last: int) -> FloatArray:
        """Return the records of a block that have the spacing of the last one."""
        stride = 1 << (last - max(1, index))
        first = -self._half % stride if index else 0
        return self._blocks[index][:, first::stride]

    def _go_to(self, count: int) -> None:
        """Expect the record of this number, counted from 0."""
        doublings = max(0, count // self._half - 1)
        self._count = count
        self._next = (count - doublings * self._half << doublings) * self._spacing

    def _records_before(self, step: int) -> int:
        """Return how many records a run has made when it comes to `step`."""
        multiples = -(-step // self._spacing)
        doublings = (max(0, multiples - 1) // (2 * self._half)).bit_length()
        return doublings * self._half + -(-multiples >> doublings)
