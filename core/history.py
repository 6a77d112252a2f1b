"""The history of a run in memory that hardly grows, however long the run.

Steps are recorded at multiples of a spacing. After every HALF-th record the
spacing doubles, so that twice the steps cost HALF records more. A history shows
the run at the last spacing throughout: at most 2 HALF records, evenly spaced.

What is recorded depends on the step alone, never on how the training was
chunked, and nothing is dropped: the history of an earlier step is what it was
then.
"""

from copy import copy

import numpy as np
from numpy.typing import NDArray

from core.snapshot import History, Measurement

FloatArray = NDArray[np.float64]

MOST_RECORDS = 1024  # in a history
MOST_NORMS = 1 << 22  # numbers in the neurons x records array: 32 MiB
ROWS = 5  # step, losses, accuracies; the norms of all neurons follow


class Recorder:
    """Records measurements and the gradient norms of all neurons.

    Parameters
    ----------
    neurons : int
        In all layers together; very many of them leave room for fewer records.
    spacing : int
        Steps between the first records, a power of two.
    """

    def __init__(self, neurons: int, spacing: int = 1) -> None:
        capacity = MOST_RECORDS
        while capacity > 2 and neurons * capacity > MOST_NORMS:
            capacity //= 2
        self._half = capacity // 2
        self._rows = ROWS + neurons
        self._spacing = spacing
        self._blocks: list[FloatArray] = []  # each (rows, half)
        self._count = 0
        self._next = 0

    def copy(self) -> "Recorder":
        """Return a recorder with the same records, which goes on by itself."""
        other = copy(self)
        other._blocks = [block.copy() for block in self._blocks]
        return other

    def is_due(self, step: int) -> bool:
        """Say whether `step` is the next one to be recorded."""
        return step == self._next

    def record(self, measurement: Measurement, norms: FloatArray) -> None:
        """Keep what was measured at the step that is due."""
        block, column = divmod(self._count, self._half)
        if block == len(self._blocks):
            self._blocks.append(np.empty((self._rows, self._half)))
        self._write(self._blocks[block][:, column], measurement, norms)
        self._go_to(self._count + 1)

    def forget_from(self, step: int) -> None:
        """Forget the records of `step` and of all later ones."""
        self._go_to(min(self._count, self._records_before(step)))
        del self._blocks[-(-self._count // self._half) :]

    def history(self, measurement: Measurement, norms: FloatArray) -> History:
        """Return the records before the measured step, ended by that step's."""
        count = min(self._count, self._records_before(measurement.step))
        last, columns = divmod(count, self._half)
        parts = [self._thinned(index, last) for index in range(last)]
        if columns:
            parts.append(self._blocks[last][:, :columns])
        present = np.empty((self._rows, 1))
        self._write(present[:, 0], measurement, norms)
        records = np.concatenate((*parts, present), axis=1)
        records.flags.writeable = False
        steps, train_loss, test_loss, train_accuracy, test_accuracy = records[:ROWS]
        return History(steps, train_loss, test_loss, train_accuracy, test_accuracy, records[ROWS:])

    def _thinned(self, index: int, last: int) -> FloatArray:
        """Return the records of a block that have the spacing of the last one."""
        stride = 1 << (last - max(1, index))
        first = -self._half % stride if index else 0
        return self._blocks[index][:, first::stride]

    def _write(self, column: FloatArray, measurement: Measurement, norms: FloatArray) -> None:
        column[:ROWS] = (
            measurement.step,
            measurement.train_loss,
            measurement.test_loss,
            measurement.train_accuracy,
            measurement.test_accuracy,
        )
        column[ROWS:] = norms

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
