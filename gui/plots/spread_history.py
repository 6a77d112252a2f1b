"""How the numbers of one layer spread, over the run: a column of shares for each of some steps."""

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from core.diagnostics.spread import (
    BINS,
    NOT_FINITE,
    QUANTITIES,
    ZERO,
    Counts,
    Quantity,
    Spread,
    bounds,
)
from core.snapshot import Snapshot
from gui import numbers
from gui.plots import magnitude, ticks
from gui.plots.axis import Axis
from gui.plots.by_step import StepPlot, place_line
from gui.plots.canvas import Canvas
from gui.plots.entry import Entry
from gui.plots.pens import pen
from gui.plots.ranges import SteppedTop
from gui.plots.scale_bar import ScaleBar, Swatch
from gui.plots.spread_map import HIGH, LOW, SpreadMap
from gui.plots.spread_rows import Frame, Rows, frame_of
from gui.plots.ticks import Tick

WIDEST = "\N{MINUS SIGN}1e\N{MINUS SIGN}12"
FEWEST_STEPS = 10  # on the axis: so that there is room to say how to go on
BOUNDS = bounds()


class SpreadHistory(StepPlot):
    """Steps to the right, sizes upwards, shares in colour; who shows it gives it its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        canvas = Canvas(Axis("bottom", ticks.counting), Axis("left", self._ticks, WIDEST))
        canvas.y.room = 1.2
        super().__init__(canvas, parent)
        self.setObjectName("spreadHistoryPlot")
        self.title.hide()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.map, self.end = SpreadMap(), pg.InfiniteLine(angle=90)
        self._cursor = pg.InfiniteLine(angle=90)
        canvas.add(self.map, self.end, self._cursor)
        swatches = (Swatch("0", magnitude.fill_zero), Swatch("NaN", magnitude.fill_not_finite))
        self.bar = ScaleBar(magnitude.scale, ticks.logarithmic, swatches)
        self.bar.set_scale(LOW, HIGH)
        self.body.addWidget(self.bar, 0, 1)
        self.follow(canvas)
        self._chosen: tuple[Quantity, int] = (QUANTITIES[0], 1)
        self._spreads: tuple[Spread, ...] = ()  # drawn
        self._forget_ranges()
        self.retranslate()
        self.restyle()

    def choose(self, quantity: Quantity, layer: int) -> None:
        """Show another quantity, or another layer, 1..L."""
        if (quantity, layer) != self._chosen:
            self._chosen = quantity, layer
            self._forget_ranges()
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.canvas.x.set_label(self.tr("step"))
        label = self.tr("{quantity}, symmetric log")
        self.canvas.y.set_label(label.format(quantity=self._chosen[0]))
        self.bar.set_label(self.tr("share, %"))
        sizes = self.tr("Two rows to each doubling, the same bins for all steps, layers and runs")
        strips = self.tr("Hatched: exactly 0, as high as its share; crossed: not finite")
        go = self.tr("Ctrl+click goes to a step: every panel shows it")
        self.canvas.setToolTip(f"{sizes}\n{strips}\n{go}")
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self._cursor.setPen(pen("accent", width=1))
        self.end.setPen(pen("broken"))
        self.bar.restyle()
        super().restyle()

    def draw(self, value: Snapshot) -> None:
        """Draw the run so far."""
        self._spreads = spreads = self.whole(value).spreads
        waits = len(spreads) < 2 and not value.reached
        self.canvas.set_message(self.tr("Press Space to train") if waits else "")
        self.map.setVisible(bool(spreads))
        if spreads:
            self._draw_map(value)
        self.end.setVisible(value.ending is not None)
        if value.ending is not None:
            self.end.setPos(value.ending.divergence.step)
        self.draw_present(value)

    def describe(self) -> None:
        """Give the share at the pointer; without one, what is told of a whole column."""
        if self.snapshot is None or not self._spreads:
            return
        pointed = self.pointed_step
        found = self._looked_at(self.snapshot, pointed)
        place_line(self._cursor, None if pointed is None else found.step)
        quantity, layer = self._chosen
        counts, pointer = found.of(layer, quantity), self.canvas.pointer
        step = Entry(self.tr("step {step}").format(step=numbers.whole(found.step)))
        if pointer is None:
            self.readout.show_entries(*self._summary(counts), step)
        else:
            self.readout.show_entries(*self._row(counts, self.rows.bins(pointer.y())), step)

    def _draw_map(self, value: Snapshot) -> None:
        quantity, layer = self._chosen
        counts = np.stack([found.of(layer, quantity) for found in self._spreads], axis=1)
        shares = counts / counts.sum(axis=0)
        frame = frame_of(shares, self._frame)
        if frame != self._frame:
            self._frame, self.rows = frame, Rows(frame)
            self.canvas.y.set_candidates(self._ticks)
        self.map.set_shares(shares, np.array([float(one.step) for one in self._spreads]), self.rows)
        end = self._steps_top.follow(value.reached)
        begin, last = self.map.edges[[0, -1]]
        self.canvas.set_range((begin, max(end, last)), (0.0, self.rows.top))

    def _row(self, counts: Counts, bins: range) -> tuple[Entry, Entry]:
        """Say which numbers a row is of, and how many of them there are."""
        count, total = int(counts[bins.start : bins.stop].sum()), int(counts.sum())
        percent = numbers.figure(100 * count / total)
        if bins.start == ZERO:
            text = self.tr("exactly 0: {percent} %").format(percent=percent)
        elif bins.start == NOT_FINITE:
            text = self.tr("not finite: {percent} %").format(percent=percent)
        else:
            low, high = (numbers.figure(float(BOUNDS[at])) for at in (bins.start, bins.stop))
            text = self.tr("{low} to {high}: {percent} %")
            text = text.format(low=low, high=high, percent=percent)
        of = self.tr("{count} of {all}")
        return Entry(text), Entry(of.format(count=numbers.whole(count), all=numbers.whole(total)))

    def _summary(self, counts: Counts) -> Iterator[Entry]:
        """Say between which bounds all numbers are, and how many have no size."""
        held = np.flatnonzero(counts[:NOT_FINITE])
        if held.size:
            low, high = (float(BOUNDS[end]) for end in (held[0], held[-1] + 1))
            text = self.tr("all from {low} to {high}")
            if low < high and np.isfinite((low, high)).all():
                yield Entry(text.format(low=numbers.figure(low), high=numbers.figure(high)))
        for place in (ZERO, NOT_FINITE):
            if counts[place]:
                yield self._row(counts, range(place, place + 1))[0]

    def _looked_at(self, snapshot: Snapshot, step: float | None) -> Spread:
        """Return the spread nearest to a step, without one the present step's."""
        if step is None:
            return (snapshot.history.spreads or self._spreads)[-1]
        return min(self._spreads, key=lambda found: abs(found.step - step))

    def _ticks(self, low: float, high: float) -> Iterator[list[Tick]]:
        """Yield ticks at powers of ten on both sides of 0, then fewer."""
        rows = self.rows
        ends = [(rows.middle_of_zero, "0")]
        if rows.top > rows.edges[-1]:
            ends.append(((rows.edges[-1] + rows.top) / 2, "NaN"))
        for stride in (1, 2, 3, 4, 6, 10, 30):
            powers = [10.0**power for power in range(-30, 31) if power % stride == 0]
            values = [sign * power for power in powers for sign in (-1.0, 1.0)]
            places = [(rows.place(value), ticks.text(value)) for value in values]
            yield sorted(ends + [(place, text) for place, text in places if place is not None])

    def _forget_ranges(self) -> None:
        self._frame: Frame | None = None
        self.rows = Rows(frame_of(np.zeros((BINS, 1))))
        self._steps_top = SteppedTop(FEWEST_STEPS)
