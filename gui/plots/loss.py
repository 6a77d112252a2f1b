"""The loss against time: whether the network learns."""

from collections.abc import Sequence
from functools import cached_property
from math import e, isfinite, log, log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QToolButton, QWidget

from core.experiment import Experiment
from core.snapshot import FloatArray, Snapshot
from gui import numbers, theme
from gui.icons import icon
from gui.labels import caution_text
from gui.panels.notice import Notice
from gui.plots import ticks
from gui.plots.accuracy import AccuracyLines
from gui.plots.axis import Axis
from gui.plots.band import Band, Traced
from gui.plots.base import divergence_text
from gui.plots.by_step import StepPlot, place_line
from gui.plots.canvas import Canvas
from gui.plots.pens import pen
from gui.plots.ranges import SteppedDecades, SteppedTop
from gui.plots.run_lines import Line, Lines, Quantity, RunLines, common_step, lines_of
from gui.plots.run_readouts import RunReadouts
from gui.plots.seed_line import SeedLine

HEADROOM, LOG_HEADROOM = 1.2, 2.0  # times ln K: what the axis reaches, for the label
FLOOR = 1e-16  # a loss below it is drawn here on the log axis
RUNAWAY = 10.0  # times its start: a loss above it may leave the linear axis
WIDEST = "0.00005"
HUGE = 10.0  # times what knowing nothing costs: an axis this high hides what is learnt
BEFORE_ZERO = 0.015  # of the axis, so that a first point is seen whole


class LossPlot(StepPlot):
    """Train and test loss, and the loss of a network that knows nothing; below, the accuracy.

    Signals
    -------
    log_scale_changed(bool)
        The user changed `log_scale`.
    with_accuracy_changed(bool)
        The user changed `with_accuracy`.
    """

    log_scale_changed = Signal(bool)
    with_accuracy_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        y_axis = Axis("left", ticks.linear, WIDEST)
        super().__init__(Canvas(Axis("bottom", ticks.counting), y_axis), parent)
        self.setObjectName("lossPlot")
        self._log = QCheckBox(objectName="logScaleCheck")
        self._log.toggled.connect(self._on_log_toggled)
        self._accuracy = QCheckBox(objectName="accuracyCheck")
        self._accuracy.toggled.connect(self._on_accuracy_toggled)
        self.seeds_button = QToolButton(objectName="seedsButton")  # the window gives it its menu
        self.seeds_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.header.addWidget(self.seeds_button)
        self._on_test = QCheckBox(objectName="compareTestCheck")
        self._on_test.toggled.connect(self.redraw)
        self._on_test.hide()
        self.header.addWidget(self._on_test)
        self.header.addWidget(self._accuracy)
        self.header.addWidget(self._log)
        self.hint = Notice("attention")
        self.column.insertWidget(self.column.indexOf(self.notice), self.hint)
        self.seeds, self.band = SeedLine(), Band()
        self.column.insertWidget(self.column.indexOf(self.hint), self.seeds)
        self._traced: Traced | None = None
        self.readouts = RunReadouts(self.readout, self.column)
        self.ignorance = pg.InfiniteLine(angle=0)
        self.ignorance_text = pg.TextItem(anchor=(1, 1))
        self.end = pg.InfiniteLine(angle=90)
        self._cursor = pg.InfiniteLine(angle=90)
        self.canvas.add(
            self.band, self.ignorance, self.ignorance_text, self.end, self._cursor,
            self.band.median,
        )  # fmt: skip
        self.lines = RunLines(self.canvas)
        self.canvas.x.setGrid(255)
        self.canvas.y.setGrid(255)
        self.body.setRowStretch(0, 3)
        self.follow(self.canvas)
        self._steps_top = SteppedTop(1)
        self._forget_ranges()
        self.retranslate()
        self.restyle()

    @cached_property
    def accuracy(self) -> AccuracyLines:
        """The canvas below."""
        canvas = AccuracyLines(WIDEST)
        canvas.pointed.connect(self._on_pointed)
        canvas.hide()
        self.body.addWidget(canvas, 1, 0)
        self.follow(canvas)
        self._name_accuracy(canvas)
        canvas.restyle()
        return canvas

    @property
    def log_scale(self) -> bool:
        """Whether the loss stands on a log axis."""
        return self._log.isChecked()

    @log_scale.setter
    def log_scale(self, on: bool) -> None:
        _tick(self._log, on)
        self._apply_scale()

    @property
    def with_accuracy(self) -> bool:
        """Whether the accuracy is asked for; values to predict have none."""
        return self._accuracy.isChecked()

    @with_accuracy.setter
    def with_accuracy(self, on: bool) -> None:
        _tick(self._accuracy, on)
        self.redraw()

    def show_band(self, traced: Traced | None) -> None:
        """Show what other seeds do beneath the run; None: nothing of it."""
        self._traced = traced
        self.seeds.show_traced(traced, None)
        self.redraw()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("How wrong it is"))
        self._log.setText(self.tr("Log scale"))
        self._log.setToolTip(self.tr("Equal distances for equal ratios: small losses stay visible"))
        self.seeds_button.setAccessibleName(self.tr("Seeds"))
        self.seeds_button.setToolTip(self.tr("Train other seeds too: is it the weights or luck?"))
        self._on_test.setText(self.tr("Test"))
        self._on_test.setToolTip(
            self.tr("Compare the runs on the test data, not the training data")
        )
        self._accuracy.setText(self.tr("Accuracy"))
        self._name_steps(self.canvas)
        for canvas in self.made("accuracy"):
            self._name_accuracy(canvas)
        self.redraw()

    def _name_accuracy(self, canvas: Canvas) -> None:
        canvas.setAccessibleName(self.tr("How often it is right"))
        canvas.y.set_label(self.tr("right (%)"))
        self._name_steps(canvas)

    def _name_steps(self, canvas: Canvas) -> None:
        canvas.x.set_label(self.tr("step"))
        canvas.setToolTip(self.tr("Ctrl+click goes to a step: every panel shows it"))

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.lines.restyle()
        self.ignorance.setPen(pen("quiet", (2, 4)))
        self.ignorance_text.setColor(theme.color("quiet"))
        self.ignorance_text.setFont(theme.font("caption"))
        self.end.setPen(pen("broken"))
        self._cursor.setPen(pen("quiet", width=1))
        self.hint.setFont(theme.font("caption"))
        self.seeds_button.setIcon(icon("dices"))
        self.readouts.restyle()
        for canvas in self.made("accuracy"):
            canvas.restyle()
        super().restyle()

    def draw(self, value: Snapshot) -> None:
        """Draw the runs so far."""
        if self._on_test.isHidden() == bool(value.beside):
            self._on_test.setVisible(bool(value.beside))
            self.arrange_heading()
        lines, test = self._lines(value, "loss")
        self._set_range(value, [line.heights for line in (*lines.values(), test) if line])
        self._draw_band()
        lifted = {number: self._lifted(line) for number, line in lines.items()}
        self.lines.show(value.place, lifted, test and self._lifted(test))
        waits = self.lines.begins and self._traced is None
        waits = waits and isfinite(value.measurement.train_loss)
        self.canvas.set_message(self.tr("Press Space to train") if waits else "")
        self.end.setVisible(value.ending is not None)
        if value.ending is not None:
            self.end.setPos(value.ending.divergence.step)
        self.draw_present(value)
        self.notice.show_text(divergence_text(value))
        self.hint.show_text(self._hint(value))
        self._name_axis(value)
        self._draw_accuracy(value)

    def describe(self) -> None:
        """Give the losses at the recorded step nearest to the pointer, else the newest."""
        if self.snapshot is None:
            return
        pointed = self.pointed_step
        runs = self.snapshot.runs if pointed is None else self.whole_runs(self.snapshot)
        step = common_step(runs, pointed)
        cursors = (canvas.cursor for canvas in self.made("accuracy"))
        for cursor in (self._cursor, *cursors):
            place_line(cursor, None if pointed is None else step)
        self.seeds.show_traced(self._traced, pointed)
        self.readouts.show_runs(runs, step, self._on_test.isChecked(), self._shows_accuracy)

    def _draw_band(self) -> None:
        steps, bands = (self._traced.steps, self._traced.bands) if self._traced else ((), ())
        stale = self._traced is not None and self._traced.stale
        self.band.show_bands(steps, bands, self._heights, stale)

    def _draw_accuracy(self, snapshot: Snapshot) -> None:
        """Draw the accuracy below, if it is asked for and there is one."""
        classes = snapshot.dataset.task == "classification"
        self._accuracy.setEnabled(classes)
        why = self.tr("These data are values, not classes: no answer is simply right or wrong")
        how = self.tr("How often the answer is the right class, below the loss")
        self._accuracy.setToolTip(how if classes else why)
        shown = classes and self.with_accuracy
        if shown != self._shows_accuracy:
            self.accuracy.setVisible(shown)
            self.canvas.show_x_axis(not shown)
            self.body.setRowStretch(1, 2 if shown else 0)
        if shown:
            steps = self.canvas.view.viewRange()[0]
            lines, test = self._lines(snapshot, "accuracy")
            self.accuracy.show_lines(snapshot.place, lines, test, (steps[0], steps[1]))

    @property
    def _shows_accuracy(self) -> bool:
        return any(not canvas.isHidden() for canvas in self.made("accuracy"))

    def _hint(self, snapshot: Snapshot) -> str:
        """Return why runs can't be compared, or what hides the rest on a linear axis."""
        caution = caution_text(tuple(run.experiment for run in snapshot.runs))
        if caution:
            return caution
        nothing = log(_classes(snapshot.experiment) or e)
        top = self.canvas.view.viewRange()[1][1]
        if self.log_scale or top <= HUGE * nothing or snapshot.measurement.train_loss > top / HUGE:
            return ""
        return self.tr("The first losses are so large that the rest lies flat: try Log scale.")

    def _set_range(self, snapshot: Snapshot, lines: Sequence[FloatArray]) -> None:
        others = self._traced.bands if self._traced else ()
        losses = np.concatenate((*lines, np.ravel(others)))
        losses = losses[np.isfinite(losses)]
        classes = _classes(snapshot.experiment)
        headroom = LOG_HEADROOM if self.log_scale else HEADROOM
        least = headroom * log(classes) if classes else FLOOR
        others = self._traced.steps if self._traced else ()
        end = self._steps_top.follow(max(*others[-1:], 0, snapshot.reached))
        if losses.size == 0:
            low, high = 0.0, 1.0
        elif self.log_scale:
            highest = max(losses.max(), least)
            low, high = self._decades.follow(max(losses.min(), FLOOR), highest)
        else:
            starts = (line[0] for line in lines if np.isfinite(line[0]))
            self._ceiling = RUNAWAY * max(1.0, *starts)
            low, high = 0.0, self._top.follow(max(min(losses.max(), self._ceiling), least))
        self.canvas.set_range((-BEFORE_ZERO * end, end), (low, high))
        self._draw_ignorance(classes, end)

    def _draw_ignorance(self, classes: int, end: float) -> None:
        """Draw what it costs to give each class the same chance; `classes` 0: nothing."""
        self.ignorance.setVisible(classes > 0)
        if not classes:
            self.ignorance_text.setVisible(False)
            return
        loss = log(classes)
        height = log10(loss) if self.log_scale else loss
        text = self.tr("ln {classes} = {value}: knows nothing")
        text = text.format(classes=classes, value=numbers.figure(loss))
        if text != self.ignorance_text.toPlainText():
            self.ignorance_text.setText(text)
        room = self.canvas.view.width() - self.ignorance_text.textItem.boundingRect().width()
        self.ignorance_text.setVisible(room >= 0)
        self.ignorance.setPos(height)
        self.ignorance_text.setPos(end, height)

    def _lines(self, snapshot: Snapshot, quantity: Quantity) -> tuple[Lines, Line | None]:
        return lines_of(self.whole_runs(snapshot), quantity, self._on_test.isChecked())

    def _lifted(self, line: Line) -> Line:
        return Line(line.steps, self._heights(line.heights))

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

    def _on_accuracy_toggled(self, on: bool) -> None:
        self.redraw()
        self.with_accuracy_changed.emit(on)

    def _apply_scale(self) -> None:
        self._forget_ranges()
        self.canvas.y.set_candidates(ticks.logarithmic if self.log_scale else ticks.linear)
        self.redraw()


def _tick(box: QCheckBox, on: bool) -> None:
    """Show what is chosen. Never emits."""
    blocked = box.blockSignals(True)
    box.setChecked(on)
    box.blockSignals(blocked)


def _classes(experiment: Experiment) -> int:
    """Return among how many classes an output must decide; 0 if the loss is no entropy."""
    if experiment.loss == "cross_entropy":
        return experiment.layers[-1].units
    return 2 if experiment.loss == "binary_cross_entropy" else 0
