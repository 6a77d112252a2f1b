"""The sweep over sigma and depth as two maps: the loss at the end, the gradient at the start.

Both have the colours of magnitudes on a fixed scale of their own.
"""

from collections.abc import Sequence
from math import ceil, floor, log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsRectItem, QHBoxLayout, QVBoxLayout, QWidget

from core.outcomes import Outcome
from core.snapshot import FloatArray
from gui import numbers, theme
from gui.plots import magnitude, ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas
from gui.plots.column_image import column_edges
from gui.plots.entry import Entry
from gui.plots.heat_map import HeatMap
from gui.plots.pens import pen
from gui.plots.row_axis import RowAxis
from gui.plots.scale_bar import ScaleBar, Swatch
from gui.plots.sweep.places import Place, Places
from gui.plots.sweep.view import SweepView

LOSSES = (-2.0, 1.0)  # log10 of the ends of the loss's scale
GRADIENTS = (theme.MAGNITUDE_LOW, theme.MAGNITUDE_HIGH)


class _Map(QWidget):
    """One map with its bar; rows are depths from 1 on, downwards."""

    def __init__(self, scale: tuple[float, float]) -> None:
        super().__init__()
        self._scale = scale
        self.names = RowAxis("32")
        self.canvas = Canvas(Axis("bottom", ticks.logarithmic), self.names, rows=True)
        self.heat_map, self.column_cursor = HeatMap(), pg.InfiniteLine(angle=90)
        self.row_cursor = pg.InfiniteLine(angle=0)
        self._blank = QGraphicsRectItem()  # over what is not computed yet
        self.canvas.add(self.heat_map, self._blank, self.column_cursor, self.row_cursor)
        self.bar = ScaleBar(magnitude.scale, ticks.logarithmic, _swatches())
        self.bar.set_scale(*scale)
        self.places = Places(self.canvas)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.places)
        column.addLayout(row, 1)

    def show_values(self, values: Sequence[float], x: FloatArray, depths: int) -> None:
        """Show the values found so far, depth after depth, on the axis of all x."""
        rows = ceil(len(values) / len(x))
        edges = column_edges(x)
        self.canvas.set_range((edges[0], edges[-1]), (0, depths))
        self.names.set_names([numbers.whole(row + 1) for row in range(depths)], [])
        self.heat_map.setVisible(rows > 0)
        self._blank.setVisible(len(values) < rows * len(x))
        if rows:
            table = np.ones(rows * len(x))
            table[: len(values)] = magnitudes(np.array(values), self._scale)
            self.heat_map.set_values(table.reshape(rows, -1), x, (0, rows))
            done = edges[len(values) - (rows - 1) * len(x)]
            self._blank.setRect(QRectF(done, rows - 1, edges[-1] - done, 1.0))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self._blank.setPen(pg.mkPen(None))
        self._blank.setBrush(theme.color("plot"))
        for cursor in (self.column_cursor, self.row_cursor):
            cursor.setPen(pen("accent", width=1))
        self.canvas.restyle()
        self.bar.restyle()
        self.places.restyle()


class SweepMap(SweepView):
    """Loss and gradient for every sigma and depth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss, self.gradient = _Map(LOSSES), _Map(GRADIENTS)
        self._outcomes: Sequence[Outcome] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for each in (self.loss, self.gradient):
            row.addWidget(each, 1)
        self.listen_to(self.loss.canvas, self.gradient.canvas)

    def show_outcomes(
        self,
        outcomes: Sequence[Outcome],
        sigmas: Sequence[float],
        places: tuple[Place, ...],
        depth: int | None = None,
    ) -> None:
        """Show what is found so far, on the axes of all sigmas and depths."""
        self._outcomes = outcomes
        x, depths = np.log10(sigmas), depth or 1
        self.loss.show_values([each.train.median for each in outcomes], x, depths)
        self.gradient.show_values([each.gradient.median for each in outcomes], x, depths)
        self.gradient.setVisible(bool(outcomes))
        self.loss.places.show_places(places)
        self.gradient.places.show_places(places)

    def pointed_outcome(self) -> Outcome | None:
        """Return what is found at the pointer, and put the cursors there."""
        pointer, found = self.pointer, None
        if pointer is not None:
            row = [each for each in self._outcomes if each.point[0] == floor(pointer.y()) + 1]
            found = min(
                row, key=lambda each: abs(log10(each.point[-1]) - pointer.x()), default=None
            )
        for each in (self.loss, self.gradient):
            for cursor in (each.column_cursor, each.row_cursor):
                cursor.setVisible(found is not None)
            if found is not None:
                each.column_cursor.setPos(log10(found.point[-1]))
                each.row_cursor.setPos(found.point[0] - 0.5)
        return found

    def entries(self, outcome: Outcome) -> list[Entry]:
        """Return the exact values of a point."""
        depth = self.tr("depth {depth}").format(depth=numbers.whole(int(outcome.point[0])))
        train = self.tr("train {loss}").format(loss=numbers.figure(outcome.train.median))
        test = self.tr("test {loss}").format(loss=numbers.figure(outcome.test.median))
        norm = self.tr("gradient {norm}").format(norm=numbers.figure(outcome.gradient.median))
        return [Entry(depth), Entry(train), Entry(test), Entry(norm)]

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.loss.bar.set_label(self.tr("loss J"))
        self.gradient.bar.set_label(self.tr("|dJ/dW1|"))
        self.loss.canvas.setAccessibleName(self.tr("Final loss by σ and depth"))
        self.gradient.canvas.setAccessibleName(self.tr("First gradient by σ and depth"))
        for each in (self.loss, self.gradient):
            each.names.set_label(self.tr("hidden layers"))
            each.canvas.x.set_label(self.tr("σ of the first weights"))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.loss.restyle()
        self.gradient.restyle()


def magnitudes(values: FloatArray, scale: tuple[float, float]) -> FloatArray:
    """Return the magnitudes that have the colours of these values on another scale."""
    low, high = scale
    stretch = (theme.MAGNITUDE_HIGH - theme.MAGNITUDE_LOW) / (high - low)
    with np.errstate(over="ignore", under="ignore"):
        exponents = np.clip(np.log10(np.where(values > 0, values, 1.0)), low, high)
        stretched = 10.0 ** (theme.MAGNITUDE_LOW + (exponents - low) * stretch)
    return np.where(np.isfinite(values) & (values > 0), stretched, values)


def _swatches() -> tuple[Swatch, ...]:
    return (
        Swatch("0", magnitude.fill_zero),
        Swatch("\N{INFINITY}", magnitude.fill_not_finite),
    )
