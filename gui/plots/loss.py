"""The loss against time: whether the network learns."""

from math import log, log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from core.experiment import Experiment
from core.snapshot import FloatArray, Snapshot
from gui import numbers, theme
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.base import SnapshotPlot, divergence_text
from gui.plots.canvas import Canvas
from gui.plots.curve import Curve
from gui.plots.entry import Entry
from gui.plots.pens import pen, run_pen, test_pen
from gui.plots.ranges import SteppedDecades, SteppedTop

HEADROOM, LOG_HEADROOM = 1.2, 2.0  # times ln K: what the axis reaches, for the label
FLOOR = 1e-16  # a loss below it is drawn here on the log axis
RUNAWAY = 10.0  # times its start: a loss above it may leave the linear axis
WIDEST = "0.00005"
BEFORE_ZERO = 0.015  # of the axis, so that a first point is seen whole


class LossPlot(SnapshotPlot):
    """Train and test loss, and the loss of a network that knows nothing.

    Signals
    -------
    log_scale_changed(bool)
        The user changed `log_scale`.
    """

    log_scale_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        y_axis = Axis("left", ticks.linear, WIDEST)
        super().__init__(Canvas(Axis("bottom", ticks.counting), y_axis), parent)
        self.setObjectName("lossPlot")
        self._log = QCheckBox(objectName="logScaleCheck")
        self._log.toggled.connect(self._on_log_toggled)
        self.header.addWidget(self._log)
        self.train, self.test = Curve(), Curve()
        self.start = pg.ScatterPlotItem(size=8)
        self.ignorance = pg.InfiniteLine(angle=0)
        self.ignorance_text = pg.TextItem(anchor=(1, 1))
        self.end = pg.InfiniteLine(angle=90)
        self._cursor = pg.InfiniteLine(angle=90)
        self.canvas.add(
            self.ignorance, self.ignorance_text, self.end, self._cursor,
            self.test, self.train, self.start,
        )  # fmt: skip
        self.canvas.x.setGrid(255)
        self.canvas.y.setGrid(255)
        self._steps_top = SteppedTop(1)
        self._forget_ranges()
        self.retranslate()
        self.restyle()

    @property
    def log_scale(self) -> bool:
        """Whether the loss stands on a log axis."""
        return self._log.isChecked()

    @log_scale.setter
    def log_scale(self, on: bool) -> None:
        self._log.blockSignals(True)
        self._log.setChecked(on)
        self._log.blockSignals(False)
        self._apply_scale()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("How wrong it is"))
        self._log.setText(self.tr("Log scale"))
        self._log.setToolTip(self.tr("Equal distances for equal ratios: small losses stay visible"))
        self.canvas.x.set_label(self.tr("step"))
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.train.set_pen(run_pen(0))
        self.test.set_pen(test_pen())
        self.start.setBrush(run_pen(0).color())
        self.start.setPen(None)
        self.ignorance.setPen(pen("quiet", (2, 4)))
        self.ignorance_text.setColor(theme.color("quiet"))
        self.ignorance_text.setFont(theme.font("caption"))
        self.end.setPen(pen("broken"))
        self._cursor.setPen(pen("quiet", width=1))
        super().restyle()

    def draw(self, value: Snapshot) -> None:
        """Draw the run so far."""
        history = value.history
        losses = np.concatenate((history.train_loss, history.test_loss))
        losses = losses[np.isfinite(losses)]
        self._set_range(value, losses)
        self.train.set_points(history.steps, self._heights(history.train_loss))
        self.test.set_points(history.steps, self._heights(history.test_loss))
        begins = len(history.steps) == 1
        self.start.setVisible(begins)
        self.canvas.set_message(self.tr("Press Space to train") if begins else "")
        if begins:
            self.start.setData([0.0], self._heights(history.train_loss))
        self.end.setVisible(value.divergence is not None)
        if value.divergence is not None:
            self.end.setPos(value.divergence.step)
        self.notice.show_text(divergence_text(value.divergence))
        self._name_axis(value)

    def describe(self) -> None:
        """Give the losses at the recorded step nearest to the pointer, else the newest."""
        if self.snapshot is None:
            return
        history, pointer = self.snapshot.history, self.canvas.pointer
        place = -1 if pointer is None else int(np.abs(history.steps - pointer.x()).argmin())
        self._cursor.setVisible(pointer is not None)
        self._cursor.setPos(history.steps[place])
        step = numbers.whole(history.steps[place])
        train = numbers.figure(history.train_loss[place])
        test = numbers.figure(history.test_loss[place])
        self.readout.show_entries(
            Entry(self.tr("train {loss}").format(loss=train), run_pen(0)),
            Entry(self.tr("test {loss}").format(loss=test), test_pen()),
            Entry(self.tr("step {step}").format(step=step)),
        )

    def _set_range(self, snapshot: Snapshot, losses: FloatArray) -> None:
        classes = _classes(snapshot.experiment)
        headroom = LOG_HEADROOM if self.log_scale else HEADROOM
        least = headroom * log(classes) if classes else FLOOR
        end = self._steps_top.follow(snapshot.history.steps[-1])
        if losses.size == 0:
            low, high = 0.0, 1.0
        elif self.log_scale:
            highest = max(losses.max(), least)
            low, high = self._decades.follow(max(losses.min(), FLOOR), highest)
        else:
            self._ceiling = RUNAWAY * max(losses[0], 1.0)
            low, high = 0.0, self._top.follow(max(min(losses.max(), self._ceiling), least))
        self.canvas.set_range((-BEFORE_ZERO * end, end), (low, high))
        self._draw_ignorance(classes, end)

    def _draw_ignorance(self, classes: int, end: float) -> None:
        """Draw what it costs to give each class the same chance; `classes` 0: nothing."""
        self.ignorance.setVisible(classes > 0)
        self.ignorance_text.setVisible(classes > 0)
        if not classes:
            return
        loss = log(classes)
        height = log10(loss) if self.log_scale else loss
        text = self.tr("ln {classes} = {value}: knows nothing")
        self.ignorance_text.setText(text.format(classes=classes, value=numbers.figure(loss)))
        room = self.canvas.view.width() - self.ignorance_text.textItem.boundingRect().width()
        self.ignorance_text.setVisible(room >= 0)
        self.ignorance.setPos(height)
        self.ignorance_text.setPos(end, height)

    def _heights(self, losses: FloatArray) -> FloatArray:
        """Return where losses stand on the axis; what is not finite leaves a gap."""
        if self.log_scale:
            heights = np.log10(np.maximum(losses, FLOOR))
        else:
            # Beyond the axis anyway, and such numbers are too much for a painter.
            heights = np.minimum(losses, RUNAWAY * self._ceiling)
        return np.where(np.isfinite(losses), heights, np.nan)

    def _name_axis(self, snapshot: Snapshot) -> None:
        dataset = snapshot.dataset
        if _classes(snapshot.experiment):
            text = self.tr("loss J (nats)")
        elif dataset.target_scaling.is_identity:
            text = self.tr("loss J (squared error)")
        else:  # of targets whose variance is 1
            text = self.tr("loss J (× variance of {target})")
        self.canvas.y.set_label(text.format(target=", ".join(dataset.target_names)))

    def _forget_ranges(self) -> None:
        self._top, self._decades, self._ceiling = SteppedTop(FLOOR), SteppedDecades(), RUNAWAY

    def _on_log_toggled(self, on: bool) -> None:
        self._apply_scale()
        self.log_scale_changed.emit(on)

    def _apply_scale(self) -> None:
        self._forget_ranges()
        self.canvas.y.set_candidates(ticks.logarithmic if self.log_scale else ticks.linear)
        self.redraw()


def _classes(experiment: Experiment) -> int:
    """Return among how many classes an output must decide; 0 if the loss is no entropy."""
    if experiment.loss == "cross_entropy":
        return experiment.layers[-1].units
    return 2 if experiment.loss == "binary_cross_entropy" else 0
