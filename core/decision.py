"""The decision of a network: its answers, over the square that holds the data if it is flat."""

from collections.abc import Callable

import numpy as np

from core.answers import Answers, DecisionGrid, affordable, answer_kind
from core.confusion import confusion
from core.datasets import Dataset
from core.fit import FitLine, fit
from core.measure import Evaluation
from core.network import Network
from core.workspace import Workspace

MOST_CELLS, FEWEST_CELLS = 96, 12  # along one side
MARGIN = 1.1  # the square's side over the extent of the data


class DecisionPlane:
    """The grid of points at which a network is asked; made once a run."""

    def __init__(self, network: Network, dataset: Dataset) -> None:
        points = np.hstack((dataset.train_inputs, dataset.test_inputs))
        low, high = points.min(axis=1), points.max(axis=1)
        centre = (low + high) / 2
        half = max(MARGIN * float((high - low).max()) / 2, 1e-9)
        cells = _cells(network.parameters.weight_count)
        offsets = half * (2 * np.arange(cells) + 1 - cells) / cells
        x1 = np.tile(centre[0] + offsets, cells)
        x2 = np.repeat(centre[1] + offsets, cells)
        self._network = network
        self._cells = cells
        self._extent = (
            float(centre[0] - half),
            float(centre[0] + half),
            float(centre[1] - half),
            float(centre[1] + half),
        )
        self._workspace = Workspace(network.sizes, np.vstack((x1, x2)))

    def grid(self) -> DecisionGrid:
        """Return the first output at the middle of every cell."""
        values = self._network.forward(self._workspace)[0].reshape(self._cells, self._cells).copy()
        values.flags.writeable = False
        return DecisionGrid(self._extent, values)


def _cells(weights: int) -> int:
    """Return the cells along one side: fewer for a network that takes long to ask."""
    return max(FEWEST_CELLS, min(MOST_CELLS, int(affordable(weights) ** 0.5)))


def question(network: Network, dataset: Dataset, evaluation: Evaluation) -> Callable[[], Answers]:
    """Return how to ask the network, after each measurement, what the data allow to ask."""
    kind = answer_kind(dataset)
    if kind == "plane":
        return DecisionPlane(network, dataset).grid
    if kind == "classes":
        kinds, test = len(dataset.class_names), evaluation.test
        return lambda: confusion(test.A[-1], test.Y, kinds)
    line = FitLine(network, dataset) if len(dataset.train_inputs) == 1 else None
    return lambda: fit(evaluation, line)
