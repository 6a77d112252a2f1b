"""The files of an ensemble: every run's losses, and bands.

`ensemble.csv`: step, run (counted from 1), train_loss. `bands.csv`: step, p10,
median, p90 of the training losses of all runs. Numbers have all 17 digits.
"""

from pathlib import Path

from core.bands import bands
from core.parameters import FloatArray
from core.tables import Tables, line

ENSEMBLE = ("step", "run", "train_loss")
BANDS = ("step", "p10", "median", "p90")


class EnsembleFiles(Tables):
    """Writes the files of one ensemble into a folder, step by step."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._losses = self.table(folder / "ensemble.csv", ENSEMBLE)
        self._bands = self.table(folder / "bands.csv", BANDS)

    def write_row(self, step: int, losses: FloatArray) -> None:
        """Add what the runs are at in a step."""
        self._losses.writelines(
            line(step, run, loss) for run, loss in enumerate(losses.tolist(), start=1)
        )
        self._bands.write(line(step, *bands(losses)))
