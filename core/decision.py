"""The answers of a network, and of its neurons, over the square that holds flat data."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.answers import Answers, DecisionGrid, affordable, answer_kind
from core.confusion import confusion
from core.datasets import Dataset
from core.fit import FitLine, fit
from core.measure import Evaluation
from core.network import Network
from core.workspace import Workspace

FloatArray = NDArray[np.float64]

MOST_CELLS, FEWEST_CELLS = 96, 12  # along one side
MOST_MAP_CELLS, FEWEST_MAP_CELLS = 24, 6  # of the small picture in a neuron
MAP_PRODUCTS, MAP_NUMBERS = 5_000_000, 100_000  # a frame's, together about 2 ms
MARGIN = 1.1  # the square's side over the extent of the data


class DecisionPlane:
    """The grid of points at which a network is asked; made once a run."""

    def __init__(self, network: Network, dataset: Dataset, cells: int | None = None) -> None:
        points = np.hstack((dataset.train_inputs, dataset.test_inputs))
        low, high = points.min(axis=1), points.max(axis=1)
        centre = (low + high) / 2
        half = max(MARGIN * float((high - low).max()) / 2, 1e-9)
        cells = cells or _cells(network.parameters.weight_count)
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

    def neurons(self) -> tuple[FloatArray, ...]:
        """Return A[0], ..., A[L] at the middle of every cell, (n_l, rows, columns)."""
        self._network.forward(self._workspace)
        layers = [A.reshape(-1, self._cells, self._cells).copy() for A in self._workspace.A]
        for layer in layers:
            layer.flags.writeable = False
        return tuple(layers)


def neuron_plane(network: Network, dataset: Dataset) -> DecisionPlane | None:
    """Return the plane for the small pictures of all neurons; None unless there are two inputs."""
    if len(dataset.train_inputs) != 2:
        return None
    cells = map_cells(network.parameters.weight_count, sum(network.sizes))
    return DecisionPlane(network, dataset, cells)


def map_cells(weights: int, units: int) -> int:
    """Return how many cells along one side the maps of so many neurons have."""
    cells = int(min(MAP_PRODUCTS / weights, MAP_NUMBERS / units) ** 0.5)
    return max(FEWEST_MAP_CELLS, min(MOST_MAP_CELLS, cells))


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
