"""The base of plots with the steps of the run on their x axis: they share one cursor.

Pointing into one shows the line in all. Where the window stands before the end
of the run, the run is drawn to its end, veiled from the present step on.
"""

from collections.abc import Iterable
from typing import Any, Protocol, runtime_checkable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.snapshot import History, Snapshot
from gui import theme
from gui.lazy import Lazy
from gui.plots.base import SnapshotPlot
from gui.plots.canvas import Canvas
from gui.plots.pens import pen

VEIL = 190  # of 255: how much of what is still to come is covered
PRESENT_DASH = (4, 3)


class StepPlot(SnapshotPlot):
    """A plot of a run against its steps.

    A subclass calls `follow` for each of its canvases, takes what it draws from
    `whole` and what it reads out from `looked_at`, and calls `draw_present`.

    Signals
    -------
    step_pointed(float or None)
        The pointer is at another step, or at none any more.
    step_requested(int)
        Ctrl+click, or Ctrl+Return at the pointer: go there.
    """

    step_pointed = Signal(object)
    step_requested = Signal(int)

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(canvas, parent)
        self._canvases: list[Canvas] = []
        self._presents: list[tuple[pg.InfiniteLine, pg.LinearRegionItem]] = []
        self._shared: float | None = None  # the step that another plot points at
        self._told: float | None = None  # the step that the others know of
        self._ends = Ends()

    def follow(self, canvas: Canvas) -> None:
        """Share the cursor of a canvas, and show in it where the run stands."""
        line, veil = pg.InfiniteLine(angle=90), pg.LinearRegionItem(movable=False)
        for edge in veil.lines:
            edge.hide()
        canvas.add(veil, line)
        veil.setZValue(10)
        line.setZValue(11)
        self._canvases.append(canvas)
        self._presents.append((line, veil))
        self._style_presents()
        canvas.pointed.connect(self._tell_step)
        canvas.sought.connect(self._on_sought)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run at a step."""
        self._ends.take(snapshot)
        super().show_snapshot(snapshot)
        self._tell_step()  # the axis may have moved under a pointer at rest

    def show_step(self, step: float | None) -> None:
        """Show the cursor where another plot has it. Never emits."""
        self._shared = step
        if self.shown is not None and self.is_seen():
            self.describe()

    @property
    def pointed_step(self) -> float | None:
        """The step pointed at here, else in another plot; None if in none."""
        own = self._own_step
        return self._shared if own is None else own

    @property
    def _own_step(self) -> float | None:
        pointers = (canvas.pointer for canvas in self._canvases)
        return next((pointer.x() for pointer in pointers if pointer is not None), None)

    def whole(self, snapshot: Snapshot) -> History:
        """Return the history to the end of the run, as far as it has been shown."""
        runs = self.whole_runs(snapshot)
        return next(run.history for run in runs if run.letter == snapshot.letter)

    def whole_runs(self, snapshot: Snapshot) -> tuple[Snapshot, ...]:
        """Return all runs compared at the end, as far as it has been shown."""
        return self._ends.runs(snapshot)

    def looked_at(self, snapshot: Snapshot) -> tuple[History, int]:
        """Return a history, and the place in it that is pointed at; else the present step's."""
        step = self.pointed_step
        if step is None:
            return snapshot.history, -1
        history = self.whole(snapshot)
        return history, int(np.abs(history.steps - step).argmin())

    def draw_present(self, snapshot: Snapshot) -> None:
        """Mark the present step, unless the run ends there."""
        back = snapshot.now < snapshot.reached
        for line, veil in self._presents:
            place_line(line, snapshot.now if back else None)
            veil.setVisible(back)
            if back:
                veil.setRegion((snapshot.now, 2 * snapshot.reached + 1))

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self._style_presents()
        super().restyle()

    def _style_presents(self) -> None:
        ground = theme.color("plot")
        ground.setAlpha(VEIL)
        for line, veil in self._presents:
            line.setPen(pen("accent", PRESENT_DASH))
            veil.setBrush(ground)

    def _tell_step(self) -> None:
        step = self._own_step
        if step != self._told:
            self._told = step
            self.step_pointed.emit(step)

    def _on_sought(self) -> None:
        snapshot = self.snapshot
        if snapshot is not None and self.pointed_step is not None:
            self.step_requested.emit(max(0, min(round(self.pointed_step), snapshot.reached)))


def place_line(line: pg.InfiniteLine, place: float | None) -> None:
    """Let a line stand at a place of its axis, or nowhere; what is not seen is not moved."""
    line.setVisible(place is not None)
    if place is not None:
        line.setPos(place)


class Ends:
    """What the runs were like at their end, for whoever has gone back since."""

    def __init__(self) -> None:
        self._longest: Snapshot | None = None  # the newest one that stood at the end of its run

    def take(self, snapshot: Snapshot) -> None:
        """Keep a snapshot if its runs have not been further."""
        if snapshot.now == snapshot.reached:
            self._longest = snapshot

    def runs(self, snapshot: Snapshot) -> tuple[Snapshot, ...]:
        """Return all runs compared at the end, as far as it has been taken."""
        longest = self._longest
        if longest is None or _extent(longest) != _extent(snapshot):
            return snapshot.runs
        return longest.runs


def _extent(snapshot: Snapshot) -> tuple[int, int, str]:
    """Return what two snapshots of the same runs, as far as they reach, have in common."""
    return snapshot.run, snapshot.reached, "".join(run.letter for run in snapshot.runs)


@runtime_checkable
class OfSteps(Protocol):
    """What shares the cursor: signals as of `StepPlot`, and `show_step`."""

    step_pointed: Any
    step_requested: Any

    def show_step(self, step: float | None) -> None:
        """Show the cursor where another has it. Never emits."""


class StepCursor(QObject):
    """The one cursor of all that has steps on an axis; those made later join when they are made.

    Signals
    -------
    step_requested(int)
        Go to a step that was chosen in one of them.
    """

    step_requested = Signal(int)

    def __init__(self, parts: Iterable[QWidget], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[OfSteps] = []
        for part in parts:
            self._join(part)

    def _join(self, part: QWidget) -> None:
        if isinstance(part, Lazy):
            part.made.connect(self._join)
        for each in (part, *part.findChildren(StepPlot)):
            if isinstance(each, OfSteps):
                self._parts.append(each)
                each.step_pointed.connect(lambda step, each=each: self._share(each, step))
                each.step_requested.connect(self.step_requested)

    def _share(self, source: OfSteps, step: float | None) -> None:
        for part in self._parts:
            if part is not source:
                part.show_step(step)
