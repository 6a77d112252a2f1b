"""The history of a run: what was measured at steps, few and evenly spaced (`core.records`).

Losses, accuracies and gradients come with every record. How much a step changes
the weights takes longer to work out: it comes with some of them. So do the
spreads, of a run that somebody watches.
"""

from copy import copy

import numpy as np
from numpy.typing import NDArray

from core.diagnostics import LayerDiagnostics, Spread
from core.records import Records
from core.snapshot import History, Measurement
from core.spreads import Spreads

FloatArray = NDArray[np.float64]

MOST_RECORDS = 1024  # in a history
MOST_RATIOS = 128  # of the updates: working one out takes as long as a small step
MOST_SPREADS = 128  # columns of a map: more would not be told apart
MOST_NORMS = 1 << 22  # numbers in the neurons x records array: 32 MiB
ROWS = 5  # step, losses, accuracies; the norms of all neurons follow


class Recorder:
    """Records measurements, the gradient norms of all neurons, and the updates of all layers.

    Parameters
    ----------
    neurons : int
        In all layers together; very many of them leave room for fewer records.
    spacing : int
        Steps between the first records, a power of two.
    layers : int
    watched : bool
        Keep spreads, too: looked at are only those of runs in a window.
    """

    def __init__(
        self, neurons: int, spacing: int = 1, layers: int = 1, watched: bool = False
    ) -> None:
        most = MOST_RECORDS
        while most > 2 and neurons * most > MOST_NORMS:
            most //= 2
        self._records = Records(ROWS + neurons, most, spacing)
        self._ratios = Records(1 + layers, min(most, MOST_RATIOS), spacing)
        self.watched = watched
        self._spreads = Spreads(layers, spacing, min(most, MOST_SPREADS))

    def is_due(self, step: int) -> bool:
        """Say whether `step` is the next one to be recorded."""
        return self._records.is_due(step)

    def are_ratios_due(self, step: int) -> bool:
        """Say whether the update of `step`, which is recorded, is to be recorded too."""
        return self._ratios.is_due(step)

    def record(self, measurement: Measurement, norms: FloatArray) -> None:
        """Keep what was measured at the step that is due."""
        _write(self._records.new(), measurement, norms)

    def record_ratios(self, step: int, ratios: FloatArray) -> None:
        """Keep how much the update of the step that is due changes each layer's weights."""
        _write_ratios(self._ratios.new(), step, ratios)

    def is_spread_due(self, step: int) -> bool:
        """Say whether the spread at `step`, which is recorded, is to be kept too."""
        return self.watched and self._spreads.is_due(step)

    def keep_spread(self, spread: Spread) -> None:
        """Keep how the numbers of the layers spread at the step that is due."""
        self._spreads.keep(spread)

    def copy(self) -> "Recorder":
        """Return a recorder with the same records, which goes on by itself."""
        other = copy(self)
        other._records, other._ratios = self._records.copy(), self._ratios.copy()
        other._spreads = self._spreads.copy()
        return other

    def forget_from(self, step: int) -> None:
        """Forget the records of `step` and of all later ones."""
        self._records.forget_from(step)
        self._ratios.forget_from(step)
        self._spreads.forget_from(step)

    def history(
        self,
        measurement: Measurement,
        norms: FloatArray,
        found: tuple[LayerDiagnostics, ...] | None = None,
        spread: Spread | None = None,
    ) -> History:
        """Return the records before the measured step, ended by what is known of that one."""
        present = np.empty((ROWS + norms.size, 1))
        _write(present[:, 0], measurement, norms)
        records = self._records.before(measurement.step, present)
        steps, train_loss, test_loss, train_accuracy, test_accuracy = records[:ROWS]
        updates = self._updates(measurement.step, found)
        spreads = (*self._spreads.before(measurement.step), *([spread] if spread else []))
        return History(
            steps, train_loss, test_loss, train_accuracy, test_accuracy, records[ROWS:],
            updates[0], updates[1:], spreads,
        )  # fmt: skip

    def _updates(self, step: int, found: tuple[LayerDiagnostics, ...] | None) -> FloatArray:
        if found is None:
            return self._ratios.before(step)
        present = np.empty((1 + len(found), 1))
        _write_ratios(present[:, 0], step, np.array([layer.update_ratio for layer in found]))
        return self._ratios.before(step, present)


def _write(column: FloatArray, measurement: Measurement, norms: FloatArray) -> None:
    column[:ROWS] = (
        measurement.step,
        measurement.train_loss,
        measurement.test_loss,
        measurement.train_accuracy,
        measurement.test_accuracy,
    )
    column[ROWS:] = norms


def _write_ratios(column: FloatArray, step: int, ratios: FloatArray) -> None:
    column[0] = step
    column[1:] = ratios
