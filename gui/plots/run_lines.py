"""The lines of runs: train and test of one alone, or one line for each of several."""

from collections.abc import Mapping, Sequence
from functools import reduce
from math import isfinite
from typing import Literal, NamedTuple

import numpy as np
import pyqtgraph as pg

from core.snapshot import FloatArray, History, Snapshot
from gui.plots.canvas import Canvas
from gui.plots.curve import Curve
from gui.plots.pens import run_pen, test_pen

Quantity = Literal["loss", "accuracy"]

BEHIND = -1  # the others' place in depth: the present run lies over them


class Line(NamedTuple):
    """Heights over steps."""

    steps: FloatArray
    heights: FloatArray


Lines = dict[int, Line]  # by the numbers of runs


class RunLines:
    """The lines on one canvas, each in the pen of its run; at step 0 a point for each.

    Attributes
    ----------
    train : Curve
        Of the present run.
    test : Curve
        Its test data, where it is alone.
    begins : bool
        Whether there is nothing beyond step 0.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.train, self.test = Curve(), Curve()
        self.start = pg.ScatterPlotItem(size=8, pen=None)
        self._others: dict[int, Curve] = {}
        self._present = 0
        self.begins = False
        canvas.add(self.test, self.train, self.start)

    def curve(self, number: int) -> Curve:
        """Return the line of a run; it must have been shown."""
        return self.train if number == self._present else self._others[number]

    def show(self, present: int, lines: Mapping[int, Line], test: Line | None = None) -> None:
        """Show the lines of runs by number, the present one over the others."""
        if present != self._present:
            self._present = present
            self.restyle()
        self.train.set_points(*lines[present])
        self.test.setVisible(test is not None)
        if test is not None:
            self.test.set_points(*test)
        self._show_others({number: line for number, line in lines.items() if number != present})
        self.begins = all(len(line.steps) == 1 for line in lines.values())
        self.start.setVisible(self.begins)
        if self.begins:
            starts = {number: line.heights[0] for number, line in lines.items()}
            finite = {number: height for number, height in starts.items() if isfinite(height)}
            brushes = [run_pen(number).color() for number in finite]
            self.start.setData([0.0] * len(finite), list(finite.values()), brush=brushes)

    def restyle(self) -> None:
        """Take pens of the theme in force."""
        self.train.set_pen(run_pen(self._present))
        self.test.set_pen(test_pen(self._present))
        for number, curve in self._others.items():
            curve.set_pen(run_pen(number))

    def _show_others(self, lines: Mapping[int, Line]) -> None:
        for number in lines.keys() - self._others.keys():
            curve = self._others[number] = Curve()
            curve.setZValue(BEHIND)
            curve.set_pen(run_pen(number))
            self._canvas.add(curve)
        for number, curve in self._others.items():
            curve.setVisible(number in lines)
            if number in lines:
                curve.set_points(*lines[number])


def lines_of(
    runs: Sequence[Snapshot], quantity: Quantity, on_test: bool
) -> tuple[Lines, Line | None]:
    """Return what is drawn: a line for each run, and the test line of one alone.

    `on_test`: compare several runs on the test data.
    """
    several = len(runs) > 1
    lines = {run.place: line_of(run.history, quantity, several and on_test) for run in runs}
    return lines, None if several else line_of(runs[0].history, quantity, on_test=True)


def line_of(history: History, quantity: Quantity, on_test: bool) -> Line:
    """Return one quantity of a run on the training or the test data."""
    losses = history.test_loss if on_test else history.train_loss
    accuracies = history.test_accuracy if on_test else history.train_accuracy
    return Line(history.steps, losses if quantity == "loss" else accuracies)


def common_step(runs: Sequence[Snapshot], near: float | None) -> float:
    """Return the step, recorded by all runs that go on, nearest to a place; None: the newest."""
    now = max(run.step for run in runs)
    if near is None:
        return float(now)
    steps = reduce(np.intersect1d, [run.history.steps for run in runs if run.step == now])
    return float(steps[int(np.abs(steps - near).argmin())])


def record_at(history: History, step: float) -> int | None:
    """Return which record of a run is that of a step, if it has one."""
    place = int(np.searchsorted(history.steps, step))
    return place if place < len(history.steps) and history.steps[place] == step else None
