"""The history of a run in bounded memory, however long the run.

Steps are recorded at multiples of a spacing. When the room is full, every
other record is dropped and the spacing doubles. What is recorded depends on
the step alone, never on how the training was chunked.
"""

import numpy as np
from numpy.typing import NDArray

from core.snapshot import History, Measurement

FloatArray = NDArray[np.float64]

MOST_RECORDS = 1024
MOST_NORMS = 1 << 22  # numbers in the neurons x records array: 32 MiB
ROWS = 5  # step, losses, accuracies


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
        self._measurements = np.empty((ROWS, capacity))
        self._norms = np.empty((neurons, capacity))
        self._first_spacing = spacing
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self._count = 0
        self._spacing = self._first_spacing

    def is_due(self, step: int) -> bool:
        """Say whether `step`, the next one not yet recorded, is to be recorded."""
        return step % self._spacing == 0

    def record(self, measurement: Measurement, norms: FloatArray) -> None:
        """Keep what was measured at a step that is due."""
        self._write(measurement, norms)
        self._count += 1
        if self._count == self._norms.shape[1]:
            self._thin_out()

    def history(self, measurement: Measurement, norms: FloatArray) -> History:
        """Return the records so far, ended by the present step's if it is not among them."""
        count = self._count
        if count == 0 or self._measurements[0, count - 1] < measurement.step:
            self._write(measurement, norms)  # in the free column; the next record overwrites it
            count += 1
        measurements = self._measurements[:, :count].copy()
        gradient_norms = self._norms[:, :count].copy()
        measurements.flags.writeable = gradient_norms.flags.writeable = False
        steps, train_loss, test_loss, train_accuracy, test_accuracy = measurements
        return History(steps, train_loss, test_loss, train_accuracy, test_accuracy, gradient_norms)

    def _write(self, measurement: Measurement, norms: FloatArray) -> None:
        self._measurements[:, self._count] = (
            measurement.step,
            measurement.train_loss,
            measurement.test_loss,
            measurement.train_accuracy,
            measurement.test_accuracy,
        )
        self._norms[:, self._count] = norms

    def _thin_out(self) -> None:
        self._count //= 2
        self._spacing *= 2
        for array in (self._measurements, self._norms):
            array[:, : self._count] = array[:, ::2].copy()
