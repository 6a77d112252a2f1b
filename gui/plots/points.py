"""The points of a dataset with two inputs, each with the marker of its target.

Those of one input stand over it at the height of their target.
"""

from itertools import chain

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from core.datasets import Dataset
from core.snapshot import FloatArray
from gui import theme
from gui.plots import signed
from gui.plots.kept import keep_picture
from gui.plots.markers import SIZE, Marker, class_marker, marker

MOST = 800  # points of each set; more would hide what is under them


def target_range(dataset: Dataset) -> tuple[float, float]:
    """Return the ends of the scale of targets and answers."""
    if dataset.task == "classification":
        return 0.0, 1.0
    low, high = float(dataset.train_targets[0].min()), float(dataset.train_targets[0].max())
    return (low, high) if low < high else (low - 0.5, high + 0.5)


class Points(pg.ScatterPlotItem):
    """Training points filled, test points hollow; a picture of them is kept.

    `rim` is the token of the colour around values: on a plain ground, those in
    the middle of the range can't be seen without.
    """

    def __init__(self, rim: str = "plot") -> None:
        super().__init__()
        self._rim = rim

    def viewTransformChanged(self) -> None:
        """Draw anew what stands elsewhere."""
        super().viewTransformChanged()
        keep_picture(self)

    def show_dataset(self, dataset: Dataset, most: int = MOST) -> None:
        """Show these points; of more than `most` in a set, an even choice."""
        train = np.vstack((dataset.train_inputs, dataset.train_targets))
        test = np.vstack((dataset.test_inputs, dataset.test_targets))
        places = np.hstack((_some(test, most), _some(train, most)))  # the filled ones on top
        markers = list(
            chain(
                _markers(dataset, _some(dataset.test_targets, most), True, self._rim),
                _markers(dataset, _some(dataset.train_targets, most), False, self._rim),
            )
        )
        self.setData(
            places[0],
            places[1],
            size=theme.pixels(SIZE),
            symbol=[each.symbol for each in markers],
            brush=[each.brush for each in markers],
            pen=[each.pen for each in markers],
        )


def _some(columns: FloatArray, most: int) -> FloatArray:
    return columns[:, :: -(-columns.shape[1] // most)]


def _markers(dataset: Dataset, targets: FloatArray, hollow: bool, rim: str) -> list[Marker]:
    if len(dataset.feature_names) == 1 and dataset.task == "regression":
        return [marker(theme.color("positive"), "o", hollow)] * targets.shape[1]
    if dataset.task == "regression":
        colours = signed.table()[signed.indices(targets[0], *target_range(dataset))]
        return [marker(QColor(int(colour)), "o", hollow, rim) for colour in colours]
    numbers = targets[0] if len(targets) == 1 else targets.argmax(axis=0)
    kinds = len(dataset.class_names)
    by_class = [class_marker(number, kinds, hollow) for number in range(kinds)]
    return [by_class[int(number)] for number in numbers]
