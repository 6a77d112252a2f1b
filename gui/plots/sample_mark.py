"""The sample that is looked at, chosen with a click on its point and ringed there."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject

from core.datasets import Dataset
from gui import theme
from gui.plots.canvas import Canvas
from gui.plots.markers import SIZE
from gui.plots.pens import line_pen
from gui.selection import Selection

RING = 2.5  # of the size of a point
WIDTH = 2.0


class SampleMark(QObject):
    """A ring around one training point; there is none before a sample was chosen."""

    def __init__(self, canvas: Canvas, selection: Selection) -> None:
        super().__init__(canvas)
        self._canvas, self._selection = canvas, selection
        self._dataset: Dataset | None = None
        self.ring = pg.ScatterPlotItem()
        canvas.add(self.ring)
        canvas.chosen.connect(self._choose)
        selection.sample_changed.connect(self._draw)

    def show_dataset(self, dataset: Dataset) -> None:
        """Choose among the training points of a dataset with two inputs."""
        self._dataset = dataset
        if self.ring.data.size:
            self._draw()

    def _choose(self) -> None:
        """Look at the training point nearest to the pointer."""
        pointer = self._canvas.pointer
        if self._dataset is not None and pointer is not None:
            x, y = self._dataset.train_inputs
            self._selection.set_sample(int(np.hypot(x - pointer.x(), y - pointer.y()).argmin()))
            self._draw()

    def _draw(self) -> None:
        if self._dataset is None:
            return
        inputs = self._dataset.train_inputs
        sample = min(self._selection.sample, inputs.shape[1] - 1)
        pen = line_pen(theme.color("accent"), WIDTH * theme.zoom())
        size = theme.pixels(RING * SIZE)
        self.ring.setData(
            inputs[0, [sample]], inputs[1, [sample]], size=size, symbol="o", pen=pen, brush=None
        )
