"""The decision of a network with two inputs, over the square that holds the data."""

import numpy as np

from core.datasets import Dataset
from core.network import Network
from core.snapshot import DecisionGrid
from core.workspace import Workspace

MOST_CELLS, FEWEST_CELLS = 96, 12  # along one side
MOST_PRODUCTS = 20_000_000  # weights times cells: what a frame has time for
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
    affordable = int((MOST_PRODUCTS / weights) ** 0.5)
    return max(FEWEST_CELLS, min(MOST_CELLS, affordable))
