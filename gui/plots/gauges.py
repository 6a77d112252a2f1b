"""Histograms, and beside each a gauge: the share of the layer that is dead or saturated."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from core.histogram import Histogram
from core.snapshot import FloatArray
from gui import theme
from gui.plots.columns import Columns
from gui.plots.markers import Marker, marker
from gui.plots.pens import line_pen

BREADTH = 0.72  # of a layer's column: its fullest bin
LEFT, RIGHT = 0.32, 0.44  # of a gauge, from the middle of the column
LINES = 2  # name, share


class GaugedColumns(Columns):
    """A gauge is as high as the picture; it is full where the whole layer is lost."""

    def __init__(self) -> None:
        super().__init__(LINES, BREADTH)
        self.frames = pg.PlotCurveItem()
        self.fills = pg.PlotCurveItem(fillLevel="enclosed")
        self.add(self.fills, self.frames)

    @property
    def sample(self) -> Marker:
        """How a gauge is filled."""
        return marker(theme.color("broken"), "s")

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.frames.setPen(line_pen(theme.color("quiet")))
        self.fills.setPen(None)
        self.fills.setBrush(theme.color("broken"))
        super().restyle()

    def show_layers(
        self, found: Sequence[Histogram | None], shares: Sequence[float | None]
    ) -> None:
        """Show histograms and shares, 0 to 1; None where nothing can be lost."""
        self.show_histograms(found)
        gauged = [
            (place, share) for place, share in enumerate(shares, start=1) if share is not None
        ]
        places = np.array([place for place, _ in gauged], dtype=np.float64)
        low, high = self.view.viewRange()[1]
        tops = low + (high - low) * np.array([share for _, share in gauged])
        for item, heights in ((self.frames, np.full(len(gauged), high)), (self.fills, tops)):
            item.setVisible(bool(gauged))
            if gauged:
                item.setData(*_boxes(places, low, heights), connect=_closed(len(gauged)))


def _boxes(places: FloatArray, low: float, tops: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the corners of boxes, five for each: the last is the first again."""
    x = places[:, np.newaxis] + np.array([LEFT, LEFT, RIGHT, RIGHT, LEFT])
    bottoms = np.full(len(tops), low)
    return x.ravel(), np.stack((bottoms, tops, tops, bottoms, bottoms), axis=1).ravel()


def _closed(boxes: int) -> np.ndarray:
    """Return which corners are connected with the next."""
    return np.tile([True, True, True, True, False], boxes)
