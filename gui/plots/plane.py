"""The plane: the samples of a dataset over its two inputs, or over its one, to look at and draw.

A square that moves in steps: a point more does not shift what is seen.
"""

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from core.datasets import Dataset, Points, Scaling
from core.datasets.points import MAX_POINTS, Point
from core.snapshot import FloatArray
from gui import numbers, theme
from gui.labels import quantity_name
from gui.plots import ticks
from gui.plots.around import box_around, square_around
from gui.plots.axis import Axis
from gui.plots.base import Plot
from gui.plots.drawing import ERASER, DrawingCanvas
from gui.plots.entry import Entry
from gui.plots.markers import class_marker, neutral_marker
from gui.plots.points import MOST
from gui.plots.points import Points as PointsItem
from gui.plots.readout import Readout

SIDE, LOW = 200, 130  # px: of a square, at most, and the height of a curve
REACH = 8  # px of the eraser around its middle
DIGITS = 3  # after the point, of what is drawn: as fine as a pixel
FEWEST = 2  # points that stay


class PlanePlot(Plot):
    """Training and test samples with the marker of their class or value.

    Signals
    -------
    drawn(object)
        The training points after a stroke, as a tuple of `Point`.
    digit_typed(int)
    """

    drawn = Signal(object)
    digit_typed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        canvas = DrawingCanvas(Axis("bottom", ticks.linear), Axis("left", ticks.linear, "0.5"))
        super().__init__(canvas, parent)
        self.setObjectName("dataPlot")
        self.title.hide()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.points, self.key = PointsItem("quiet"), Readout("caption")
        canvas.add(self.points)
        self.body.addWidget(self.key, 1, 0)
        self.body.setVerticalSpacing(theme.GRID // 2)
        self.body.setAlignment(canvas, Qt.AlignmentFlag.AlignLeft)
        self._tool = 0  # the class that is drawn, or the eraser
        self._rule: Points | None = None
        self._draft: list[Point] | None = None
        self._full = False
        canvas.drawn.connect(self._on_drawn)
        canvas.stroke_ended.connect(self._on_stroke_ended)
        canvas.digit_typed.connect(self.digit_typed)
        self.retranslate()
        self.restyle()

    def show_dataset(self, dataset: Dataset, rule: Points | None) -> None:
        """Show samples; those of a rule can be drawn."""
        self._rule, self._draft = rule, None
        self.canvas.enabled_to_draw = rule is not None
        self.take(dataset)

    def choose(self, tool: int) -> None:
        """Draw points of this class from now on, or take the `ERASER`."""
        self._tool = tool

    def draw(self, value: Dataset) -> None:
        """Draw the samples, as far as the axes reach."""
        around = square_around if _is_plane(value) else box_around
        self.canvas.set_range(*around(*_rows(value)))
        for axis, quantity in zip((self.canvas.x, self.canvas.y), _quantities(value), strict=True):
            axis.set_label(quantity_name(quantity.name, "", scaled=quantity.scaled))
        self.points.show_dataset(value, MOST if self._rule is None else MAX_POINTS)
        self._show_key(value)
        self._fit()

    def describe(self) -> None:
        """Give the place of the pointer, else what the markers stand for."""
        pointer, dataset = self.canvas.pointer, self.shown
        if not isinstance(dataset, Dataset):
            return
        if self._full:
            most = numbers.whole(MAX_POINTS)
            self.readout.show_entries(Entry(self.tr("At most {most} points").format(most=most)))
        elif pointer is not None:
            places = zip(_quantities(dataset), (pointer.x(), pointer.y()), strict=True)
            self.readout.show_entries(*(Entry(quantity.text(place)) for quantity, place in places))
        else:
            self.readout.show_entries(
                Entry(self.tr("train"), neutral_marker()),
                Entry(self.tr("test"), neutral_marker(hollow=True)),
            )

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("The samples of the data"))
        self.canvas.setAccessibleDescription(
            self.tr("Arrows move the pointer, Return draws a point, Delete erases")
        )
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and markers of the theme in force."""
        self.key.restyle()
        super().restyle()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width that there is."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room of the canvas and the lines around it."""
        return QSize(theme.pixels(SIDE), self.column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for the height, and leave the width to the panel."""
        return QSize(theme.pixels(LOW), self.column.sizeHint().height())

    def _fit(self) -> None:
        """Make a plane square, and let a curve be as wide as it can."""
        across, up = self.canvas.frame_size()
        room = max(1, self.width() - across)
        side = min(room, theme.pixels(SIDE))
        plane = not isinstance(self._newest, Dataset) or _is_plane(self._newest)
        width, height = (side, side) if plane else (room, theme.pixels(LOW))
        self.canvas.setFixedSize(width + across, height + up)

    def _show_key(self, dataset: Dataset) -> None:
        kinds = len(dataset.class_names)
        counts = zip(dataset.class_names, _counts(dataset), strict=True)
        entries = [
            Entry(f"{name} ({numbers.whole(count)})", class_marker(number, kinds))
            for number, (name, count) in enumerate(counts)
        ]
        self.key.show_entries(*entries)
        self.key.setVisible(bool(entries))

    def _on_drawn(self, place: QPointF, erases: bool) -> None:
        if self._rule is None:
            return
        draft = list(self._rule.points) if self._draft is None else self._draft
        before = len(draft)
        if erases or self._tool == ERASER:
            draft = self._without(draft, place)
        elif before < MAX_POINTS:
            draft.append((round(place.x(), DIGITS), round(place.y(), DIGITS), self._tool))
        self._full = before == len(draft) == MAX_POINTS
        self._draft = draft
        if len(draft) != before:
            self.points.show_dataset(replace(self._rule, points=tuple(draft)).draw(), MAX_POINTS)
        self.describe()

    def _without(self, draft: list[Point], place: QPointF) -> list[Point]:
        """Return the points that the eraser, at a place, leaves; the last two always."""
        pixel = self.canvas.view.viewPixelSize()
        reach = theme.pixels(REACH)
        near = [
            hypot((x - place.x()) / pixel[0], (y - place.y()) / pixel[1]) <= reach
            for x, y, _ in draft
        ]
        left = [point for point, is_near in zip(draft, near, strict=True) if not is_near]
        return left if len(left) >= FEWEST else draft

    def _on_stroke_ended(self) -> None:
        rule, draft, self._draft = self._rule, self._draft, None
        if rule is None or draft is None or tuple(draft) == rule.points:
            return
        self.drawn.emit(tuple(draft))
        if self._rule is rule:  # it was refused
            self.redraw()


class _Quantity(NamedTuple):
    """What lies across or up: its name, and how it was scaled."""

    name: str
    mean: float
    std: float

    @property
    def scaled(self) -> bool:
        """Whether the axis counts in standard deviations."""
        return (self.mean, self.std) != (0.0, 1.0)

    def text(self, place: float) -> str:
        """Return a place on the axis in the units that people know."""
        return f"{self.name} = {numbers.figure(self.mean + self.std * place)}"


def _quantities(dataset: Dataset) -> list[_Quantity]:
    """Return the two inputs, or the one input and the target."""
    inputs = _scaled(dataset.feature_names, dataset.input_scaling)
    return [*inputs, *_scaled(dataset.target_names, dataset.target_scaling)][:2]


def _scaled(names: Sequence[str], scaling: Scaling) -> list[_Quantity]:
    means, stds = (np.broadcast_to(part, (len(names), 1)) for part in (scaling.mean, scaling.std))
    parts = zip(names, means.flat, stds.flat, strict=True)
    return [_Quantity(name, float(mean), float(std)) for name, mean, std in parts]


def _is_plane(dataset: Dataset) -> bool:
    return len(dataset.feature_names) == 2


def _rows(dataset: Dataset) -> tuple[FloatArray, FloatArray]:
    """Return what is seen across and up: the inputs, or the one input and the target."""
    inputs = np.hstack((dataset.train_inputs, dataset.test_inputs))
    if _is_plane(dataset):
        return inputs[0], inputs[1]
    targets = np.hstack((dataset.train_targets, dataset.test_targets))
    return inputs[0], targets[0]


def _counts(dataset: Dataset) -> list[int]:
    """Return how many training samples each class has."""
    if not dataset.class_names:
        return []
    targets = dataset.train_targets
    classes = targets[0] if len(targets) == 1 else targets.argmax(axis=0)
    return np.bincount(classes.astype(np.intp), minlength=len(dataset.class_names)).tolist()
