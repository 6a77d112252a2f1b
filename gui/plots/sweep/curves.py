"""The sweep as curves: what training comes to, and the gradient it begins with."""

from collections.abc import Sequence
from math import inf, log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

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


class SweepCurves(SweepView):
    """Loss and first gradient against sigma, with bands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss = Decades(Axis("bottom", ticks.logarithmic), 0.5, 1.0)
        self.gradient = Decades(Axis("bottom", ticks.logarithmic), 1e-6, 1.0)
        self.loss_band, self.gradient_band, self.test = Band(0), Band(1), Curve()
        self.points, self.gradient_points = pg.ScatterPlotItem(), pg.ScatterPlotItem()
        self.diverged = pg.ScatterPlotItem(symbol="x")
        self._cursors = [pg.InfiniteLine(angle=90) for _ in range(2)]
        self.loss.add(self.loss_band, self.test, self.loss_band.median, self.points, self.diverged)
        self.gradient.add(self.gradient_band, self.gradient_band.median, self.gradient_points)
        self.places, self._more_places = Places(self.loss), Places(self.gradient)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._outcomes: Sequence[Outcome] = ()
        for canvas, cursor in zip((self.loss, self.gradient), self._cursors, strict=True):
            canvas.add(cursor)
            canvas.x.setGrid(255)
        self.listen_to(self.loss, self.gradient)
        self._arrange()

    def show_outcomes(
        self,
        outcomes: Sequence[Outcome],
        sigmas: Sequence[float],
        places: tuple[Place, ...],
        depth: int | None = None,
    ) -> None:
        """Show what is found so far on the axis of all sigmas; there is only one depth."""
        self._outcomes = outcomes
        self.gradient.setVisible(bool(outcomes))
        self._arrange()
        x = np.log10([outcome.point[-1] for outcome in outcomes])
        ends = _ends(sigmas)
        self._draw_loss(x, outcomes, ends)
        gradients = _within(
            [outcome.gradient for outcome in outcomes], LEAST_GRADIENT, MOST_GRADIENT
        )
        self.gradient.fit(*ends, gradients.ravel())
        self.gradient_band.show_bands(x, gradients, self.gradient.heights)
        self.gradient_points.setData(x, self.gradient.heights(gradients[:, MEDIAN]))
        self.places.show_places(places)
        self._more_places.show_places(places)

    def _draw_loss(
        self, x: FloatArray, outcomes: Sequence[Outcome], ends: tuple[float, float]
    ) -> None:
        train = _within([outcome.train for outcome in outcomes], 0.0, MOST_LOSS)
        test = _within([outcome.test for outcome in outcomes], 0.0, MOST_LOSS)[:, MEDIAN]
        over = np.array([outcome.diverged > 0 for outcome in outcomes], dtype=bool)
        edge = [inf] if over.any() else []
        self.loss.fit(*ends, np.concatenate((train.ravel(), test, edge)))
        heights = self.loss.heights
        self.loss_band.show_bands(x, train, heights)
        self.test.setVisible(len(x) > 0)
        if len(x):
            self.test.set_points(x, np.where(np.isfinite(test), heights(test), np.nan))
        self.points.setData(x, heights(train[:, MEDIAN]))
        self.diverged.setData(x[over], heights(np.full(int(over.sum()), inf)))

    def pointed_outcome(self) -> Outcome | None:
        """Return what is found nearest to the pointer, and put the cursors there."""
        pointer, found = self.pointer, None
        if pointer is not None and self._outcomes:
            found = min(self._outcomes, key=lambda each: abs(log10(each.point[-1]) - pointer.x()))
        for cursor in self._cursors:
            cursor.setVisible(found is not None)
            if found is not None:
                cursor.setPos(log10(found.point[-1]))
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
        self.loss.y.set_label(self.tr("final loss J"))
        self.loss.setAccessibleName(self.tr("Final loss against σ"))
        self.gradient.y.set_label(self.tr("|dJ/dW1| at step 0"))
        self.gradient.setAccessibleName(self.tr("First gradient of layer 1 against σ"))
        for canvas in (self.loss, self.gradient):
            canvas.x.set_label(self.tr("σ of the first weights"))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        for points, number in ((self.points, 0), (self.gradient_points, 1)):
            points.setBrush(run_pen(number).color())
            points.setPen(None)
            points.setSize(theme.pixels(POINT))
        self.diverged.setPen(pen("plot", width=2))
        self.diverged.setSize(theme.pixels(2 * POINT))
        self.test.set_pen(test_pen())
        for cursor in self._cursors:
            cursor.setPen(pen("quiet", width=1))
        for part in (self.loss, self.gradient, self.places, self._more_places):
            part.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other in a low dock, below each other in a high one."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() > WIDE * self.height()
        row, column = (0, 1) if beside else (2, 0)
        self._more_places.setVisible(beside and bool(self._outcomes))
        for part, at in (
            (self.places, (0, 0)), (self.loss, (1, 0)),
            (self._more_places, (row, column)), (self.gradient, (row + 1, column)),
        ):  # fmt: skip
            self._grid.addWidget(part, *at)
        for other, stretch in ((1, 3), (3, 0 if beside else 2)):
            self._grid.setRowStretch(other, stretch)
        for other in (0, 1):
            shown = other == 0 or (beside and bool(self._outcomes))
            self._grid.setColumnStretch(other, int(shown))


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
