from math import log10

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import ScaledNormal
from core.optimizers import Sgd
from gui import theme
from gui.labels import layer_name
from gui.numbers import figure
from gui.plots.update_history import GOOD
from gui.plots.updates import UpdatePlot
from gui.selection import Selection
from tests.gui.layers import deep, diagnosed
from tests.gui.windows import open_window


@pytest.fixture
def plot(qtbot: QtBot) -> UpdatePlot:
    made = UpdatePlot(Selection())
    qtbot.addWidget(made)
    made.resize(450, 260)
    made.show()
    return made


def test_every_layer_has_a_stem_from_the_guide_to_its_ratio(plot: UpdatePlot) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    plot.show_snapshot(snapshot)
    ratios = np.log10([layer.update_ratio for layer in snapshot.diagnostics])
    x, y = plot.stems.getData()
    assert x.tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7]
    assert y[0::2] == pytest.approx(log10(GOOD))
    assert y[1::2] == pytest.approx(ratios)
    assert plot.points.getData()[1] == pytest.approx(ratios)
    assert plot.guide.value() == pytest.approx(log10(1e-3))


def test_ten_times_the_learning_rate_lifts_all_points_by_a_decade(plot: UpdatePlot) -> None:
    slow = deep(HeNormal())
    fast = msgspec.structs.replace(slow, optimizer=Sgd(learning_rate=10 * 0.01))
    slow = msgspec.structs.replace(slow, optimizer=Sgd(learning_rate=0.01))
    plot.show_snapshot(diagnosed(slow))
    before = plot.points.getData()[1].copy()
    plot.show_snapshot(diagnosed(fast))
    assert plot.points.getData()[1] == pytest.approx(before + 1, abs=1e-6)


def test_weights_that_do_not_move_stand_on_zero(plot: UpdatePlot) -> None:
    plot.show_snapshot(diagnosed(deep(Zeros())))
    assert plot.decades.zero.isVisible()
    assert plot.points.getData()[1] == pytest.approx(plot.decades.zero.tick[0])
    assert "slowest: Layer 1, 0" in plot.readout.text


def test_equal_weights_that_move_apart_have_no_ratio(plot: UpdatePlot) -> None:
    snapshot = diagnosed(deep(Constant(value=0.5)))
    plot.show_snapshot(snapshot)
    assert np.isinf(snapshot.diagnostics[0].update_ratio)
    assert plot.points.getData()[1][0] == plot.decades.not_finite.tick[0]
    assert plot.decades.not_finite.tick[1] == "\N{INFINITY}"


def test_far_too_large_steps_stay_in_the_picture(plot: UpdatePlot) -> None:
    plot.show_snapshot(diagnosed(deep(ScaledNormal(factor=10.0))))
    y = plot.points.getData()[1]
    assert y.min() > 0
    low, high = plot.canvas.view.viewRange()[1]
    assert low < log10(GOOD) < y.max() <= high


def test_slowest_and_fastest_are_read_out_and_the_layer_at_the_pointer(plot: UpdatePlot) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    plot.show_snapshot(snapshot)
    ratios = [layer.update_ratio for layer in snapshot.diagnostics]
    fastest = int(np.argmax(ratios)) + 1
    assert f"fastest: {layer_name(fastest, 7)}, {figure(max(ratios))}" in plot.readout.text
    assert "0.001: a good step" in plot.readout.text
    plot.canvas.point(QPointF(2.2, -3.0))
    assert plot.readout.text == f"Layer 2   {figure(ratios[1])} of its weights' size"


def test_every_theme_and_zoom_reaches_the_plot(plot: UpdatePlot, qapp: QApplication) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal())))
    for name in theme.THEMES:
        theme.apply(qapp, name, 1.5)
        qapp.sendPostedEvents()
        assert plot.grab().toImage().pixelColor(2, 2) == theme.color("plot")
        assert plot.guide.pen.color() == theme.color("good")
        assert plot.points.opts["brush"].color().name() == theme.current().runs[0].lower()


def test_beside_it_the_run_is_a_line_a_layer_with_the_guide(plot: UpdatePlot) -> None:
    snapshot = diagnosed(deep(HeNormal(), layers=2), 30)
    plot.show_snapshot(snapshot)
    history, drawn = snapshot.history, plot.over_time.lines
    assert history.update_steps[-1] == 30
    for curve, ratios in zip(drawn.curves, history.update_ratios, strict=False):
        assert curve.getData()[1] == pytest.approx(np.log10(ratios))
    assert not drawn.curves[3].isVisible()
    newest = [layer.update_ratio for layer in snapshot.diagnostics]
    assert history.update_ratios[:, -1].tolist() == newest  # the lines end where the bars stand
    assert plot.over_time.readout.text == "L1   L2   Out"
    assert plot.over_time.guide.value() == pytest.approx(log10(1e-3))
    drawn.point(QPointF(11.8, -3))
    assert plot.over_time.readout.text.startswith(f"L1 {figure(history.update_ratios[0, 12])}")
    assert plot.over_time.readout.text.endswith("step 12")


def test_a_run_without_a_step_is_a_line_across(plot: UpdatePlot) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal()), 0))
    x, _ = plot.over_time.lines.curves[0].getData()
    assert x.tolist() == [-0.5, 0.5]


def test_in_the_window_the_lines_follow_the_run_and_share_its_cursor(qtbot: QtBot) -> None:
    window = open_window(qtbot, size=(1440, 900))
    window.docks.docks["update"].raise_()
    window.session.advance(200)
    over_time = window.findChild(UpdatePlot).over_time
    qtbot.waitUntil(lambda: over_time.snapshot is not None and over_time.snapshot.step == 200)
    history = over_time.snapshot.history
    assert over_time.lines.curves[2].getData()[0].tolist() == history.update_steps.tolist()
    window.plots.loss.canvas.point(QPointF(100, 0.5))
    assert over_time.lines.cursor.isVisible()
    assert over_time.lines.cursor.value() == pytest.approx(100, abs=4)
    assert over_time.readout.text.endswith(f"step {round(over_time.lines.cursor.value())}")
