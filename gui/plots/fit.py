"""The fit: what the network predicts beside what is true, in the units that people know."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from core.answers import Fit
from core.datasets import Dataset
from core.snapshot import FloatArray, Snapshot
from gui import numbers, theme
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.base import SnapshotPlot
from gui.plots.canvas import Canvas
from gui.plots.curve import Curve
from gui.plots.entry import Entry
from gui.plots.markers import SIZE, Marker, marker
from gui.plots.pairs import Pairs, extent, pairs
from gui.plots.pens import line_pen, pen, run_pen
from gui.plots.units import UnitsSwitch

WIDEST = "150,000"
MARGIN = 0.04  # of the extent of what is drawn, on each side
REACH = 24  # px: how far from a point the pointer still means it
LINE = 2.0  # px: the diagonal and a residual
WIDE = 2.0  # times a data line: the curve is the whole story


class FitPlot(SnapshotPlot):
    """Of one input the curve through the data; of more, predicted against true values.

    The residual of the sample at the pointer is drawn as a line, and read out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        x, y = Axis("bottom", ticks.amounts), Axis("left", ticks.amounts, WIDEST)
        super().__init__(Canvas(x, y), parent)
        self.setObjectName("fitPlot")
        self.units = UnitsSwitch()
        self.units.toggled.connect(self.redraw)
        self.header.addWidget(self.units)
        self.ideal = Curve()
        self.train, self.test = pg.ScatterPlotItem(), pg.ScatterPlotItem()
        self.curve, self.residual = Curve(), Curve()
        self.canvas.add(self.test, self.train, self.ideal, self.curve, self.residual)
        self.canvas.x.setGrid(255)
        self.canvas.y.setGrid(255)
        self._fit: Fit | None = None  # in the units shown
        self._pairs: tuple[Pairs, Pairs] | None = None
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("What it predicts beside what is true"))
        self.units.retranslate()
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        ink = run_pen(0).color()
        self.curve.set_pen(line_pen(ink, WIDE * theme.current().data_width))
        self.ideal.set_pen(pen("good", width=LINE))
        self.residual.set_pen(pen("attention", width=LINE))
        for points, look in ((self.train, _train_marker()), (self.test, _test_marker())):
            points.setSymbol(look.symbol)
            points.setBrush(look.brush)
            points.setPen(look.pen)
            points.setSize(theme.pixels(SIZE))
        super().restyle()

    def draw(self, value: Snapshot) -> None:
        """Draw the predictions at this step."""
        fit = value.decision
        if not isinstance(fit, Fit):
            return  # the plot was hidden a moment ago; the next snapshot carries the answers
        dataset = self.units.dataset(value)
        self._fit = fit if dataset is value.dataset else fit.in_original_units(value.dataset)
        self._pairs = pairs(dataset, self._fit)
        for points, shown in zip((self.train, self.test), self._pairs, strict=True):
            points.setData(shown.x, shown.y)
        self._draw_lines(self._fit, self._pairs)
        self._name_axes(dataset, self._fit)

    def describe(self) -> None:
        """Give the sample at the pointer and its residual, else the typical error."""
        snapshot, fit = self.snapshot, self._fit
        if snapshot is None or fit is None:
            return
        found = self._pointed()
        self.residual.setVisible(found is not None)
        if found is not None:
            self._describe_sample(*found)
            return
        step = self.tr("step {step}").format(step=numbers.whole(snapshot.step))
        train, test = numbers.figure(fit.train.error), numbers.figure(fit.test.error)
        typical = self.tr("typical error: train {error}").format(error=train)
        self.readout.show_entries(
            Entry(typical, _train_marker()),
            Entry(self.tr("test {error}").format(error=test), _test_marker()),
            Entry(self._line_text(fit), self._line_pen(fit)),
            Entry(step),
        )

    def _describe_sample(self, shown: Pairs, place: int, look: Marker) -> None:
        x, y, foot = shown.x[place], shown.y[place], shown.foot[place]
        self.residual.set_points(np.array([x, x]), np.array([y, foot]))
        true, answer = shown.true[place], shown.answer[place]
        text = self.tr("true {true}").format(true=numbers.figure(true))
        said = self.tr("predicted {value}").format(value=numbers.figure(answer))
        residual = self.tr("residual {value}").format(value=numbers.figure(true - answer))
        pen_ = pen("attention", width=LINE)
        self.readout.show_entries(Entry(text, look), Entry(said), Entry(residual, pen_))

    def _draw_lines(self, fit: Fit, shown: tuple[Pairs, Pairs]) -> None:
        """Draw the curve, or the diagonal, and fit the axes to the data."""
        x = np.concatenate([each.x for each in shown])
        true = np.concatenate([each.true for each in shown])
        across = extent(x, MARGIN)
        up = extent(np.concatenate((true, _near(fit, true))), MARGIN)
        if fit.curve is None:
            self.ideal.set_points(np.array(across), np.array(across))
        else:
            self.curve.set_points(*fit.curve)
        self.ideal.setVisible(fit.curve is None)
        self.curve.setVisible(fit.curve is not None)
        self.canvas.set_range(across, up)

    def _name_axes(self, dataset: Dataset, fit: Fit) -> None:
        target = self.units.name(dataset.target_names[0], is_target=True)
        if fit.curve is None:
            self.canvas.x.set_label(self.tr("true {target}").format(target=target))
            self.canvas.y.set_label(self.tr("predicted"))
        else:
            self.canvas.x.set_label(self.units.name(dataset.feature_names[0]))
            self.canvas.y.set_label(target)

    def _line_text(self, fit: Fit) -> str:
        return self.tr("predicted = true") if fit.curve is None else self.tr("prediction")

    def _line_pen(self, fit: Fit) -> QPen:
        line = self.ideal if fit.curve is None else self.curve
        return line.opts["pen"]

    def _pointed(self) -> tuple[Pairs, int, Marker] | None:
        """Return the sample nearest to the pointer, if it is near."""
        pointer = self.canvas.pointer
        if pointer is None or self._pairs is None:
            return None
        looks = (_train_marker(), _test_marker())
        nearest = [
            (*self._nearest(shown, pointer), shown, look)
            for shown, look in zip(self._pairs, looks, strict=True)
        ]
        distance, place, shown, look = min(nearest, key=lambda each: each[0])
        return (shown, place, look) if distance <= theme.pixels(REACH) else None

    def _nearest(self, shown: Pairs, pointer: QPointF) -> tuple[float, int]:
        """Return the distance in px of the nearest sample, and which it is."""
        width, height = self.canvas.view.viewPixelSize()
        distances = np.hypot((shown.x - pointer.x()) / width, (shown.y - pointer.y()) / height)
        distances[~np.isfinite(distances)] = np.inf
        place = int(distances.argmin())
        return float(distances[place]), place


def _near(fit: Fit, true: FloatArray) -> FloatArray:
    """Return the answers within reach of the data: a wild one must not flatten the picture."""
    answers = np.concatenate((fit.train.values, fit.test.values))
    low, high = extent(true, 1.0)
    return answers[(answers >= low) & (answers <= high)]


def _train_marker() -> Marker:
    return marker(theme.color("quiet"), "o")


def _test_marker() -> Marker:
    return marker(theme.color("quiet"), "o", hollow=True)
