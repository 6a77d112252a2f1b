from math import log, log10

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QCheckBox, QLayout
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets.digits import Digits
from core.datasets.houses import Houses
from core.datasets.sine import Sine
from core.experiment import Experiment
from gui import theme
from gui.numbers import figure
from gui.plots.loss import LossPlot
from tests.gui.snapshots import ZEROS, circles, diverged, trained

LN2 = log(2)


@pytest.fixture
def plot(qtbot: QtBot) -> LossPlot:
    made = LossPlot()
    qtbot.addWidget(made)
    made.resize(450, 260)
    made.show()
    return made


def heights(plot: LossPlot) -> tuple[float, float]:
    """Return the ends of the y axis."""
    low, high = plot.canvas.view.viewRange()[1]
    return low, high


def test_both_losses_are_drawn_where_they_were_measured(plot: LossPlot) -> None:
    snapshot = trained(circles(), 30)
    plot.show_snapshot(snapshot)
    for curve, losses in (
        (plot.lines.train, snapshot.history.train_loss),
        (plot.lines.test, snapshot.history.test_loss),
    ):
        x, y = curve.getData()
        assert x.tolist() == snapshot.history.steps.tolist()
        assert y == pytest.approx(losses)
    low, high = heights(plot)
    assert low == 0
    assert high >= snapshot.history.train_loss.max()


def test_at_step_0_a_point_and_the_way_to_more_are_shown(plot: LossPlot) -> None:
    snapshot = trained(circles(), 0)
    plot.show_snapshot(snapshot)
    assert plot.canvas.message == "Press Space to train"
    points = plot.lines.start.getData()
    assert (points[0][0], points[1][0]) == (0, pytest.approx(snapshot.measurement.train_loss))
    plot.show_snapshot(trained(circles(), 1))
    assert plot.canvas.message == ""
    assert not plot.lines.start.isVisible()


def test_the_newest_values_are_read_out_and_those_at_the_pointer(plot: LossPlot) -> None:
    snapshot = trained(circles(), 30)
    plot.show_snapshot(snapshot)
    newest = snapshot.measurement
    assert plot.readout.text.split() == [
        "train", figure(newest.train_loss), "test", figure(newest.test_loss), "step", "30",
    ]  # fmt: skip
    plot.canvas.point(QPointF(12.3, 0.1))
    assert plot.readout.text.startswith(f"train {figure(snapshot.history.train_loss[12])} ")
    assert plot.readout.text.endswith("step 12")
    longer = trained(circles(), 90)  # the number under the pointer is live
    plot.show_snapshot(longer)
    assert plot.canvas.pointer is not None
    nearest = round(plot.canvas.pointer.x())
    assert nearest > 12
    assert plot.readout.text.endswith(f"step {nearest}")
    plot.canvas.point(None)
    assert plot.readout.text.endswith("step 90")


def test_the_line_of_ignorance_belongs_to_the_cross_entropy(plot: LossPlot) -> None:
    zeros = circles(weights=ZEROS)
    plot.show_snapshot(trained(zeros, 5))
    assert plot.ignorance.isVisible()
    assert plot.ignorance.value() == pytest.approx(LN2)
    assert plot.ignorance_text.toPlainText() == "ln 2 = 0.693: knows nothing"
    assert plot.lines.train.getData()[1] == pytest.approx(LN2)
    assert heights(plot)[1] > LN2
    plot.log_scale = True
    assert plot.ignorance.value() == pytest.approx(log10(LN2))
    squared = msgspec.structs.replace(zeros, loss="mean_squared_error")
    plot.show_snapshot(trained(squared, 5))
    assert not plot.ignorance.isVisible()
    assert not plot.ignorance_text.isVisible()


def test_many_classes_have_a_line_of_their_own(plot: LossPlot) -> None:
    digits = classes_of_digits()
    plot.show_snapshot(trained(digits, 2))
    assert plot.ignorance.value() == pytest.approx(log(10))
    assert plot.ignorance_text.toPlainText() == "ln 10 = 2.30: knows nothing"
    assert plot.canvas.y.labelText == "loss J (nats)"
    assert heights(plot)[1] > log(10)
    plot.show_snapshot(trained(circles(), 5))
    assert plot.ignorance_text.toPlainText().startswith("ln 2 ")


def classes_of_digits() -> Experiment:
    dataset = Digits(samples=50, test_samples=20)
    return edits.set_dataset(circles(), dataset)


def test_the_axis_says_in_what_the_loss_is_counted(plot: LossPlot) -> None:
    squared = edits.set_dataset(circles(), Sine(samples=20, test_samples=10))
    houses = edits.set_dataset(circles(), Houses())
    for experiment, label in (
        (circles(), "loss J (nats)"),
        (squared, "loss J (squared error)"),
        (houses, "loss J (× variance of price)"),
    ):
        plot.show_snapshot(trained(experiment, 1))
        assert plot.canvas.y.labelText == label


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_a_huge_loss_leaves_the_label_of_the_axis_its_room(
    plot: LossPlot, qapp: QApplication, zoom: float
) -> None:
    theme.apply(qapp, "light", zoom)
    qapp.sendPostedEvents()
    snapshot = trained(circles(), 2)
    losses = np.array([2.3e7, 1.9e7, 1.2e7])
    history = replace(snapshot.history, train_loss=losses, test_loss=losses)
    plot.show_snapshot(replace(snapshot, history=history))
    metrics = QFontMetricsF(theme.font("caption"))
    low, high = heights(plot)
    texts = [text for _, text in next(plot.canvas.y.candidates(low, high))]
    assert "2e7" in texts
    label = plot.canvas.y.label
    room = plot.canvas.y.width() - label.mapRectToParent(label.boundingRect()).right()
    assert max(map(metrics.horizontalAdvance, texts)) <= room


def test_the_name_of_that_line_is_shown_where_it_fits(plot: LossPlot, qapp: QApplication) -> None:
    plot.show_snapshot(trained(circles(), 5))
    plot.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    plot.setMinimumWidth(1)  # narrower than it asks for
    for width, fits in ((200, False), (450, True)):
        plot.resize(width, 260)
        qapp.sendPostedEvents()
        plot.grab()
        assert plot.ignorance_text.isVisible() == fits
        assert plot.ignorance.isVisible()


def test_the_log_scale_shows_log10(plot: LossPlot) -> None:
    snapshot = trained(circles(), 30)
    plot.show_snapshot(snapshot)
    plot.log_scale = True
    assert plot.lines.train.getData()[1] == pytest.approx(np.log10(snapshot.history.train_loss))
    low, high = heights(plot)
    assert low <= log10(snapshot.history.train_loss.min())
    assert high >= log10(snapshot.history.train_loss.max())
    assert any(text == "1" for _, text in next(plot.canvas.y.candidates(low, high)))


def test_a_loss_of_exactly_zero_stays_on_the_log_axis(plot: LossPlot) -> None:
    snapshot = trained(circles(), 2)
    losses = np.array([1.0, 0.1, 0.0])
    history = replace(snapshot.history, train_loss=losses, test_loss=losses)
    plot.log_scale = True
    plot.show_snapshot(replace(snapshot, history=history))
    low = heights(plot)[0]
    assert low <= plot.lines.train.getData()[1][-1] < -10
    assert "train 0 " in plot.readout.text


def test_the_user_switches_the_scale_with_mouse_or_keyboard(plot: LossPlot, qtbot: QtBot) -> None:
    box = plot.findChild(QCheckBox, "logScaleCheck")
    with qtbot.waitSignal(plot.log_scale_changed) as changed:
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert changed.args == [True]
    assert plot.log_scale
    assert box.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_setting_the_scale_tells_nobody(plot: LossPlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.log_scale_changed):
        plot.log_scale = True
    assert plot.log_scale


@pytest.mark.parametrize("log_scale", [False, True])
def test_after_a_divergence_the_finite_part_stays(plot: LossPlot, log_scale: bool) -> None:
    plot.log_scale = log_scale
    snapshot = diverged()
    assert snapshot.divergence is not None
    plot.show_snapshot(snapshot)
    assert plot.end.isVisible()
    assert plot.end.value() == snapshot.divergence.step
    assert f"Diverged at step {snapshot.divergence.step}" in plot.notice.text
    assert plot.notice.isVisible()
    finite = np.isfinite(snapshot.history.train_loss)
    drawn = plot.lines.train.getData()[1]
    assert np.isfinite(drawn).tolist() == finite.tolist()
    assert np.abs(drawn[finite]).max() < 1e6  # whatever a painter can take
    low, high = heights(plot)
    assert low <= drawn[0] <= high
    plot.show_snapshot(trained(circles(), 3))
    assert not plot.end.isVisible()
    assert not plot.notice.isVisible()


def test_a_run_with_no_finite_loss_is_no_error(plot: LossPlot) -> None:
    snapshot = trained(circles(), 2)
    nothing = np.full(3, np.nan)
    history = replace(snapshot.history, train_loss=nothing, test_loss=nothing)
    for log_scale in (False, True):
        plot.log_scale = log_scale
        plot.show_snapshot(replace(snapshot, history=history))
        assert "train NaN" in plot.readout.text
        assert not plot.grab().isNull()


def test_the_axes_move_in_steps(plot: LossPlot) -> None:
    ends = []
    for steps in range(30, 60, 3):
        plot.show_snapshot(trained(circles(), steps))
        ends.append(plot.canvas.view.viewRange()[0][1])
    assert sorted(set(ends)) == [30, 40, 50, 60]
    assert ends == sorted(ends)


def test_only_a_visible_plot_draws_and_each_snapshot_once(plot: LossPlot, qtbot: QtBot) -> None:
    first, second = trained(circles(), 5), trained(circles(), 6)
    plot.show_snapshot(first)
    with qtbot.assertNotEmitted(plot.lines.train.sigPlotChanged):
        plot.show_snapshot(first)
    plot.hide()
    with qtbot.assertNotEmitted(plot.lines.train.sigPlotChanged):
        plot.show_snapshot(second)
    plot.show()
    assert len(plot.lines.train.getData()[0]) == 7


def test_no_item_is_made_for_a_frame(plot: LossPlot) -> None:
    plot.show_snapshot(trained(circles(), 5))
    items = plot.canvas.scene().items()
    plot.show_snapshot(trained(circles(), 50))
    plot.show_snapshot(diverged())
    assert len(plot.canvas.scene().items()) == len(items)


def test_every_theme_and_zoom_reaches_the_plot(plot: LossPlot, qapp: QApplication) -> None:
    plot.show_snapshot(trained(circles(), 20))
    for name in theme.THEMES:
        theme.apply(qapp, name, 1.5)
        qapp.sendPostedEvents()
        image = plot.grab().toImage()
        assert image.pixelColor(2, 2) == theme.color("plot")
        assert plot.lines.train.opts["pen"].color().name() == theme.current().runs[0].lower()
        assert plot.lines.train.opts["pen"].widthF() == theme.current().data_width
        assert plot.title.font().pointSizeF() == theme.font("title").pointSizeF()


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_train_and_test_differ_in_grey_too(plot: LossPlot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, name, 1.0)
    qapp.sendPostedEvents()
    plot.show_snapshot(trained(circles(), 300))

    def share(curve: object) -> float:
        """Return which part of a line is ink."""
        dashes, connected = curve.opts["pen"].dashPattern(), curve.opts["connect"]
        if dashes:
            return dashes[0] / sum(dashes)
        return 1.0 if isinstance(connected, str) else float(np.mean(connected))

    assert share(plot.lines.train) == 1
    assert 0.3 < share(plot.lines.test) < 0.9
