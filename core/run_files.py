"""The files of a run: curves as CSV, parameters as NPZ, the report as JSON.

`history.csv`: step, train_loss, test_loss, train_accuracy, test_accuracy; an
accuracy that means nothing (regression) is left empty. `gradients.csv`: step,
layer, neuron (both counted from 1), gradient_norm (of the neuron's row of dW
with its db), bias_gradient (its db). Numbers have all 17 digits.
"""

from math import isnan
from pathlib import Path
from typing import Any

import numpy as np

from core.report import report
from core.snapshot import FloatArray, Snapshot
from core.tables import Tables, line

HISTORY = ("step", "train_loss", "test_loss", "train_accuracy", "test_accuracy")
GRADIENTS = ("step", "layer", "neuron", "gradient_norm", "bias_gradient")


class RunFiles(Tables):
    """Writes the files of one run into a folder, row by row."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._history = self.table(folder / "history.csv", HISTORY)
        self._gradients = self.table(folder / "gradients.csv", GRADIENTS)
        self._last_step = -1

    def write_row(self, snapshot: Snapshot) -> None:
        """Add the rows of a step, unless they are there already."""
        if snapshot.step == self._last_step:
            return
        self._last_step = snapshot.step
        measured = snapshot.measurement
        accuracies = (measured.train_accuracy, measured.test_accuracy)
        losses = (measured.train_loss, measured.test_loss)
        shares = ("" if isnan(accuracy) else accuracy for accuracy in accuracies)
        self._history.write(line(snapshot.step, *losses, *shares))
        layers = zip(snapshot.gradient_norms, snapshot.gradients, strict=True)
        for layer, (norms, gradient) in enumerate(layers, start=1):
            neurons = zip(norms.tolist(), gradient.db[:, 0].tolist(), strict=True)
            self._gradients.writelines(
                line(snapshot.step, layer, neuron, norm, db)
                for neuron, (norm, db) in enumerate(neurons, start=1)
            )

    def write_end(self, snapshot: Snapshot) -> None:
        """Write the parameters at step 0 and at the end, and the report."""
        initial = (snapshot.initial_weights, snapshot.initial_biases)
        self._write_parameters("initial_weights.npz", *initial)
        self._write_parameters("weights.npz", snapshot.weights, snapshot.biases)
        (self._folder / "report.json").write_bytes(report(snapshot))

    def _write_parameters(
        self, name: str, weights: tuple[FloatArray, ...], biases: tuple[FloatArray, ...]
    ) -> None:
        """Write W1, b1, W2, ..."""
        arrays: dict[str, Any] = {}
        for layer, (W, b) in enumerate(zip(weights, biases, strict=True), start=1):
            arrays |= {f"W{layer}": W, f"b{layer}": b}
        np.savez(self._folder / name, **arrays)
