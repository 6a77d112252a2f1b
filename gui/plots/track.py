"""A track: one quantity from layer to layer, as measured and as theory has it."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPen

from core.snapshot import FloatArray
from gui import theme
from gui.plots.curve import Curve
from gui.plots.decades import Decades
from gui.plots.markers import marker
from gui.plots.pens import line_pen, run_pen

SIZE = 9  # px of a marker
WIDTH = 2.0  # times a data line's: the few lines here are the whole story
THEORY_DASH = (2, 3)


class Track:
    """A line with a marker at each layer, and the prediction dashed in the same colour.

    Parameters
    ----------
    number : int
        Of the run pen that gives the colour.
    symbol : str
        Of the markers, as pyqtgraph names it.

    Attributes
    ----------
    pen, theory_pen : QPen
        How the measured line and the prediction are drawn.
    """

    def __init__(self, canvas: Decades, number: int, symbol: str) -> None:
        self._canvas, self._number, self._symbol = canvas, number, symbol
        self.theory, self.line, self.points = Curve(), Curve(), pg.ScatterPlotItem()
        self.pen, self.theory_pen = QPen(), QPen()
        canvas.add(self.theory, self.line, self.points)

    def restyle(self) -> None:
        """Take colours and sizes of the theme in force."""
        colour = run_pen(self._number).color()
        self.pen = line_pen(colour, WIDTH * theme.current().data_width)
        self.theory_pen = QPen(self.pen)
        self.theory_pen.setDashPattern(THEORY_DASH)
        self.line.set_pen(self.pen)
        self.theory.set_pen(self.theory_pen)
        look = marker(colour, self._symbol)
        self.points.setSymbol(look.symbol)
        self.points.setBrush(look.brush)
        self.points.setPen(look.pen)
        self.points.setSize(theme.pixels(SIZE))

    def show_measured(self, sizes: FloatArray) -> None:
        """Show the sizes in layers 1..L; what has no log10 has a marker, but no line."""
        layers = np.arange(1.0, len(sizes) + 1)
        heights = self._canvas.heights(sizes)
        self.points.setData(layers, heights)
        _draw(self.line, layers, _with_gaps(sizes, heights))

    def show_theory(self, sizes: FloatArray) -> None:
        """Show what to expect in layers 1..L."""
        heights = self._canvas.heights(sizes)
        _draw(self.theory, np.arange(1.0, len(sizes) + 1), _with_gaps(sizes, heights))


def _with_gaps(sizes: FloatArray, heights: FloatArray) -> FloatArray:
    """Return the heights, without those of sizes that have no log10."""
    return np.where(np.isfinite(sizes) & (sizes > 0), heights, np.nan)


def _draw(curve: Curve, layers: FloatArray, heights: FloatArray) -> None:
    """Draw a line, if there is one: pyqtgraph can't cut nothing into dashes."""
    some = bool(np.isfinite(heights).any())
    curve.setVisible(some)
    if some:
        curve.set_points(layers, heights)
