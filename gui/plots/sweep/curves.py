"""The sweep as curves: what training comes to, and the gradient it begins with."""

from collections.abc import Sequence
from functools import cached_property
from math import inf, log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from core.bands import Bands
from core.outcomes import Outcome
from core.snapshot import FloatArray
from gui import numbers, theme
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.band import Band
from gui.plots.curve import Curve
from gui.plots.decades import Decades
from gui.plots.entry import Entry
from gui.plots.pens import pen, run_pen, test_pen
from gui.plots.sweep.places import Place, Places
from gui.plots.sweep.view import SweepView

WIDE = 1.8  # times the height: from here on the plots stand beside each other
POINT = 5  # px
MOST_LOSS = 1e6  # what is beyond an end of an axis stands at that end
MEDIAN = Bands._fields.index("median")
LEAST_GRADIENT, MOST_GRADIENT = 1e-16, 1e6


class Against(QWidget):
    """One quantity against sigma: its band, its medians as points, a cursor, and the places."""

    def __init__(self, number: int, least: float) -> None:
        super().__init__()
        self.number = number  # of its pen
        self.canvas = Decades(Axis("bottom", ticks.logarithmic), least, 1.0)
        self.canvas.x.setGrid(255)
        self.band, self.points = Band(number), pg.ScatterPlotItem()
        self.reading = pg.InfiniteLine(angle=90)
        self.canvas.add(self.band, self.band.median, self.points, self.reading)
        self.places = Places(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.places)
        column.addWidget(self.canvas, 1)

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.points.setBrush(run_pen(self.number).color())
        self.points.setPen(None)
        self.points.setSize(theme.pixels(POINT))
        self.reading.setPen(pen("quiet", width=1))
        self.canvas.restyle()
        self.places.restyle()


class SweepCurves(SweepView):
    """Loss and first gradient against sigma, with bands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss, self.test = Against(0, 0.5), Curve()
        self.diverged = pg.ScatterPlotItem(symbol="x")
        self.loss.canvas.add(self.test, self.diverged)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._outcomes: Sequence[Outcome] = ()
        self.listen_to(self.loss.canvas)
        self._arrange()

    @cached_property
    def gradient(self) -> Against:
        """The first gradient, as soon as there is one: to make it takes as long as a frame."""
        gradient = Against(1, 1e-6)
        self.listen_to(gradient.canvas)
        self._name_gradient(gradient)
        gradient.restyle()
        return gradient

    def _made(self) -> list[Against]:
        """Return what there is so far."""
        return [part for name, part in vars(self).items() if name in ("loss", "gradient")]

    def show_outcomes(
        self,
        outcomes: Sequence[Outcome],
        sigmas: Sequence[float],
        places: tuple[Place, ...],
        depth: int | None = None,
    ) -> None:
        """Show what is found so far on the axis of all sigmas; there is only one depth."""
        self._outcomes = outcomes
        self._arrange()
        x = np.log10([outcome.point[-1] for outcome in outcomes])
        ends = _ends(sigmas)
        self._draw_loss(x, outcomes, ends)
        if outcomes:
            self._draw_gradient(x, outcomes, ends)
        for part in self._made():
            part.places.show_places(places)

    def _draw_loss(
        self, x: FloatArray, outcomes: Sequence[Outcome], ends: tuple[float, float]
    ) -> None:
        train = _within([outcome.train for outcome in outcomes], 0.0, MOST_LOSS)
        test = _within([outcome.test for outcome in outcomes], 0.0, MOST_LOSS)[:, MEDIAN]
        over = np.array([outcome.diverged > 0 for outcome in outcomes], dtype=bool)
        edge = [inf] if over.any() else []
        self.loss.canvas.fit(*ends, np.concatenate((train.ravel(), test, edge)))
        heights = self.loss.canvas.heights
        self.loss.band.show_bands(x, train, heights)
        self.test.setVisible(len(x) > 0)
        if len(x):
            self.test.set_points(x, np.where(np.isfinite(test), heights(test), np.nan))
        self.loss.points.setData(x, heights(train[:, MEDIAN]))
        self.diverged.setData(x[over], heights(np.full(int(over.sum()), inf)))

    def _draw_gradient(
        self, x: FloatArray, outcomes: Sequence[Outcome], ends: tuple[float, float]
    ) -> None:
        bands = [outcome.gradient for outcome in outcomes]
        gradients = _within(bands, LEAST_GRADIENT, MOST_GRADIENT)
        canvas = self.gradient.canvas
        canvas.fit(*ends, gradients.ravel())
        self.gradient.band.show_bands(x, gradients, canvas.heights)
        self.gradient.points.setData(x, canvas.heights(gradients[:, MEDIAN]))

    def pointed_outcome(self) -> Outcome | None:
        """Return what is found nearest to the pointer, and put the cursors there."""
        pointer, found = self.pointer, None
        if pointer is not None and self._outcomes:
            found = min(self._outcomes, key=lambda each: abs(log10(each.point[-1]) - pointer.x()))
        for part in self._made():
            part.reading.setVisible(found is not None)
            if found is not None:
                part.reading.setPos(log10(found.point[-1]))
        return found

    def entries(self, outcome: Outcome) -> list[Entry]:
        """Return the exact values of a point."""
        low, median, high = map(numbers.figure, outcome.train)
        train = self.tr("train {loss} ({low} to {high})").format(loss=median, low=low, high=high)
        test = self.tr("test {loss}").format(loss=numbers.figure(outcome.test.median))
        norm = self.tr("gradient {norm}").format(norm=numbers.figure(outcome.gradient.median))
        return [Entry(train, run_pen(0)), Entry(test, test_pen()), Entry(norm, run_pen(1))]

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        canvas = self.loss.canvas
        canvas.x.set_label(self.tr("σ of the first weights"))
        canvas.y.set_label(self.tr("final loss J"))
        canvas.setAccessibleName(self.tr("Final loss against σ"))
        for part in self._made()[1:]:
            self._name_gradient(part)

    def _name_gradient(self, gradient: Against) -> None:
        gradient.canvas.x.set_label(self.tr("σ of the first weights"))
        gradient.canvas.y.set_label(self.tr("|dJ/dW1| at step 0"))
        gradient.canvas.setAccessibleName(self.tr("First gradient of layer 1 against σ"))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.diverged.setPen(pen("plot", width=2))
        self.diverged.setSize(theme.pixels(2 * POINT))
        self.test.set_pen(test_pen())
        for part in self._made():
            part.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other in a low dock, below each other in a high one."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, found = self.width() > WIDE * self.height(), bool(self._outcomes)
        self._grid.addWidget(self.loss, 0, 0)
        if found:
            self._grid.addWidget(self.gradient, *((0, 1) if beside else (1, 0)))
            self.gradient.places.setVisible(beside)
        for part in self._made()[1:]:
            part.setVisible(found)
        for row, stretch in enumerate((3, 2 * int(found and not beside))):
            self._grid.setRowStretch(row, stretch)
        for column, stretch in enumerate((1, int(beside and found))):
            self._grid.setColumnStretch(column, stretch)


def _within(bands: Sequence[Bands], least: float, most: float) -> FloatArray:
    """Return bands as rows, kept between two ends; an exact 0 and an infinity stay."""
    table = np.array(bands, dtype=float).reshape(-1, len(Bands._fields))
    inside = np.isfinite(table) & (table != 0)
    return np.where(inside, np.clip(table, least, most), table)


def _ends(sigmas: Sequence[float]) -> tuple[float, float]:
    """Return log10 of the ends, with half a step of room."""
    low, high = log10(sigmas[0]), log10(sigmas[-1])
    room = (high - low) / max(1, len(sigmas) - 1) / 2 or 0.5
    return low - room, high + room
