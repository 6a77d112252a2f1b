"""The decision: what the network answers at each point of the plane."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.answers import DecisionGrid
from core.contour import contour
from core.datasets import Dataset
from core.snapshot import Snapshot
from gui import numbers
from gui.plots import signed, ticks
from gui.plots.axis import Axis
from gui.plots.base import SnapshotPlot
from gui.plots.canvas import Canvas
from gui.plots.curve import Curve
from gui.plots.entry import Entry
from gui.plots.key import Key
from gui.plots.markers import class_marker, neutral_marker
from gui.plots.pens import pen
from gui.plots.points import Points, target_range
from gui.plots.sample_mark import SampleMark
from gui.plots.scale_bar import ScaleBar
from gui.plots.surface import Surface
from gui.plots.units import UnitsSwitch
from gui.selection import Selection

WIDEST = "\N{MINUS SIGN}0.5"


class DecisionPlot(SnapshotPlot):
    """The first output over two inputs as colour, its middle as a line, the data as points.

    A click on a point chooses the sample that diagram and equations look at.
    """

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        canvas = Canvas(Axis("bottom", ticks.amounts), Axis("left", ticks.amounts, WIDEST))
        super().__init__(canvas, parent)
        self.setObjectName("decisionPlot")
        self.surface, self.boundary, self.points = Surface(), Curve(), Points()
        canvas.add(self.surface, self.boundary, self.points)
        self._mark = SampleMark(canvas, selection)
        self._bar, self.key = ScaleBar(signed.scale, ticks.amounts), Key()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._bar, 1)
        side.addWidget(self.key)
        self.body.addWidget(self._side, 0, 1)
        self.body.setColumnStretch(0, 10_000)
        self.body.setRowStretch(0, 10_000)
        self.body.setColumnStretch(2, 1)  # empty: what the square leaves
        self.body.setRowStretch(1, 1)
        self._dataset: Dataset | None = None
        self.grid: DecisionGrid | None = None  # in the units shown
        self._asked: Snapshot | None = None  # the network that gave these answers
        self._original = False
        self.units = UnitsSwitch()
        self.units.toggled.connect(self.redraw)
        self.header.addWidget(self.units)
        self.retranslate()
        self.restyle()
        self._show_parts(False)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("The answer at each point"))
        self._bar.set_label(self.tr("answer"))
        self.units.retranslate()
        self._dataset = None
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.boundary.set_pen(pen("text"))
        self._bar.restyle()
        self.key.restyle()
        self._dataset = None
        super().restyle()
        self._fit()

    def draw(self, value: Snapshot) -> None:
        """Draw the answers at this step."""
        grid = value.decision
        if not isinstance(grid, DecisionGrid):
            return  # the plot was hidden a moment ago; the next snapshot carries the answers
        dataset = self.units.dataset(value)
        self._asked, self._original = value, dataset is not value.dataset
        self.grid = grid if dataset is value.dataset else grid.in_original_units(value.dataset)
        self._show_parts(True)
        self._draw_grid(self.grid, *target_range(dataset))
        self._show_dataset(dataset)

    def describe(self) -> None:
        """Give the answer at the pointer, else how often the network is right."""
        snapshot, pointer = self.snapshot, self.canvas.pointer
        if snapshot is None:
            return
        if self._asked is not None and pointer is not None:
            from core.asked import answer_at  # the window need not wait for it

            first, second = snapshot.dataset.feature_names
            answer = answer_at(self._asked, pointer.x(), pointer.y(), self._original)
            self.readout.show_entries(
                Entry(f"{first} = {numbers.figure(pointer.x())}"),
                Entry(f"{second} = {numbers.figure(pointer.y())}"),
                Entry(self.tr("answer {value}").format(value=numbers.figure(answer))),
            )
            return
        step = self.tr("step {step}").format(step=numbers.whole(snapshot.step))
        self.readout.show_entries(*self._accuracies(snapshot), Entry(step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the plane square."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keep the plane square when the lines above it take more or less room."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _draw_grid(self, grid: DecisionGrid, low: float, high: float) -> None:
        left, right, bottom, top = grid.extent
        colours = signed.table()[signed.indices(grid.values, low, high)]
        self.surface.set_colours(colours, QRectF(left, bottom, right - left, top - bottom))
        rows, columns = grid.values.shape
        ends = contour(grid.values, (low + high) / 2).reshape(-1, 2)
        self.boundary.setData(
            left + (ends[:, 0] + 0.5) * (right - left) / columns,
            bottom + (ends[:, 1] + 0.5) * (top - bottom) / rows,
            connect="pairs",
        )
        self._bar.set_scale(low, high)
        self.canvas.set_range((left, right), (bottom, top))

    def _show_dataset(self, dataset: Dataset) -> None:
        if dataset is self._dataset:
            return
        self._dataset = dataset
        self.points.show_dataset(dataset)
        self._mark.show_dataset(dataset)
        first, second = dataset.feature_names
        self.canvas.x.set_label(self.units.name(first))
        self.canvas.y.set_label(self.units.name(second))
        kinds = len(dataset.class_names)
        classes = (
            Entry(self.tr("class {name}").format(name=name), class_marker(number, kinds))
            for number, name in enumerate(dataset.class_names)
        )
        middle = ticks.text(sum(target_range(dataset)) / 2, ticks.AMOUNT)
        self.key.show_entries(
            *classes,
            Entry(self.tr("train"), neutral_marker()),
            Entry(self.tr("test"), neutral_marker(hollow=True)),
            Entry(self.tr("answer {value}").format(value=middle), pen("text")),
        )
        self._fit()

    def _show_parts(self, shown: bool) -> None:
        for part in (self.surface, self.boundary, self.points):
            part.setVisible(shown)
        for part in (self.canvas.x, self.canvas.y):
            part.setVisible(shown)
        self._side.setVisible(shown)

    def _accuracies(self, snapshot: Snapshot) -> list[Entry]:
        if snapshot.dataset.task == "regression":
            return []
        measured = snapshot.measurement
        train = numbers.figure(100 * measured.train_accuracy)
        test = numbers.figure(100 * measured.test_accuracy)
        return [
            Entry(self.tr("train {percent} % right").format(percent=train)),
            Entry(self.tr("test {percent} %").format(percent=test)),
        ]

    def _fit(self) -> None:
        """Give the canvas the largest size at which a unit is as long up as across."""
        self.column.activate()
        across, up = self.canvas.frame_size()
        # Not the body's own size: it is bounded by what the canvas was allowed before.
        # Nor the column's: a layout that is about to be done again has none.
        room = self.rect().marginsRemoved(self.column.contentsMargins())
        room.setTop(self.body.geometry().top())
        beside = self._side.sizeHint().width()
        side = max(1, min(room.width() - beside - across, room.height() - up))
        self.canvas.setMaximumSize(side + across, side + up)
        self._side.setMaximumHeight(side + up)
