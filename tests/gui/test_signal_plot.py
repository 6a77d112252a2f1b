from math import inf, log10, nan

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import ScaledNormal
from core.initializers.xavier import XavierNormal
from core.snapshot import Snapshot
from gui import theme
from gui.numbers import figure
from gui.plots.signal import LEAST, MOST, SignalPlot
from tests.gui.layers import deep, diagnosed


@pytest.fixture
def plot(qtbot: QtBot) -> SignalPlot:
    made = SignalPlot()
    qtbot.addWidget(made)
    made.resize(450, 260)
    made.show()
    return made


def with_std(snapshot: Snapshot, layer: int, std: float) -> Snapshot:
    """Return the snapshot with another std of A in a layer."""
    assert snapshot.diagnostics is not None
    layers = list(snapshot.diagnostics)
    layers[layer - 1] = replace(layers[layer - 1], A=replace(layers[layer - 1].A, std=std))
    return replace(snapshot, diagnostics=tuple(layers))


def test_both_ways_are_drawn_as_log10(plot: SignalPlot) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    plot.show_snapshot(snapshot)
    for track, stds in (
        (plot.forward, [layer.A.std for layer in snapshot.diagnostics]),
        (plot.backward, [layer.dZ.std for layer in snapshot.diagnostics]),
    ):
        for x, y in (track.line.getData(), track.points.getData()):
            assert x.tolist() == [1, 2, 3, 4, 5, 6, 7]
            assert y == pytest.approx(np.log10(stds))


def test_a_signal_that_keeps_its_strength_is_not_magnified(plot: SignalPlot) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal())))
    low, high = plot.canvas.view.viewRange()[1]
    assert low <= log10(LEAST)
    assert high >= log10(MOST)
    y = plot.forward.points.getData()[1][:6]
    assert y.max() - y.min() < 0.3 * (high - low)


def test_a_vanishing_gradient_falls_through_the_picture(plot: SignalPlot) -> None:
    plot.show_snapshot(diagnosed(deep(XavierNormal(), "sigmoid")))
    y = plot.backward.points.getData()[1]
    low, high = plot.canvas.view.viewRange()[1]
    assert (np.diff(y) > 0).all()
    assert y[-1] - y[0] > 0.6 * (high - low)
    assert low <= y[0] <= y[-1] <= high


def test_an_exploding_signal_stays_in_the_picture(plot: SignalPlot) -> None:
    plot.show_snapshot(diagnosed(deep(ScaledNormal(factor=10.0))))
    y = plot.forward.points.getData()[1]
    low, high = plot.canvas.view.viewRange()[1]
    assert y[5] - y[0] > 5
    assert low <= y.min() <= y.max() <= high


def test_an_exact_zero_has_a_marker_in_its_strip_but_no_line(plot: SignalPlot) -> None:
    plot.show_snapshot(diagnosed(deep(Zeros())))
    strip = plot.decades.zero
    assert strip.isVisible()
    places = plot.forward.points.getData()[1]
    assert all(strip.boundingRect().top() < y < strip.boundingRect().bottom() for y in places)
    assert not plot.forward.line.isVisible()
    ticks = next(plot.decades.y.candidates(*plot.canvas.view.viewRange()[1]))
    assert ticks[0] == strip.tick
    assert ticks[0][1] == "0"
    plot.show_snapshot(diagnosed(deep(HeNormal())))
    assert not strip.isVisible()
    assert plot.forward.line.isVisible()


@pytest.mark.parametrize(("std", "name"), [(nan, "NaN"), (inf, "\N{INFINITY}")])
def test_what_is_not_finite_stands_above_all(plot: SignalPlot, std: float, name: str) -> None:
    plot.show_snapshot(with_std(diagnosed(deep(HeNormal())), 6, std))
    strip = plot.decades.not_finite
    assert strip.isVisible()
    assert strip.tick[1] == name
    heights = plot.forward.points.getData()[1]
    assert heights[5] == strip.tick[0] > max(heights[:5])
    assert np.isnan(plot.forward.line.getData()[1][5])
    assert not plot.grab().isNull()


def test_exact_values_are_read_out_at_the_pointer(plot: SignalPlot) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    plot.show_snapshot(snapshot)
    plot.canvas.point(QPointF(3.3, -1.0))
    third = snapshot.diagnostics[2]
    assert plot.readout.text.startswith("Layer 3 ")
    assert f"forward A {figure(third.A.std)}" in plot.readout.text
    assert f"back dZ {figure(third.dZ.std)}" in plot.readout.text
    assert plot.pointer_lines[0].value() == 3
    plot.canvas.point(None)
    first, last = snapshot.diagnostics[0], snapshot.diagnostics[-1]
    assert f"forward A {figure(first.A.std)} → {figure(last.A.std)}" in plot.readout.text
    assert not plot.pointer_lines[0].isVisible()


def test_the_keyboard_moves_the_pointer(plot: SignalPlot, qtbot: QtBot) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal())))
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Right)
    assert plot.readout.text.startswith("Layer 4 ")


def test_without_diagnostics_the_last_ones_stay(plot: SignalPlot) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    plot.show_snapshot(snapshot)
    before = plot.forward.points.getData()[1]
    plot.show_snapshot(replace(snapshot, diagnostics=None))
    assert plot.forward.points.getData()[1].tolist() == before.tolist()
    assert plot.readout.text.startswith("forward A")


def test_a_network_of_another_depth_is_named_anew(plot: SignalPlot) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal(), layers=2)))
    assert [name for _, name in next(plot.decades.x.candidates(0.5, 3.5))] == [
        "Layer 1", "Layer 2", "Output",
    ]  # fmt: skip
    plot.show_snapshot(diagnosed(deep(HeNormal(), layers=40)))
    *_, last = plot.decades.x.candidates(0.5, 41.5)
    assert last[0][1] == "L1"
    assert plot.canvas.view.viewRange()[0] == [0.5, 41.5]


def test_no_item_is_made_for_a_frame(plot: SignalPlot) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal())))
    items = len(plot.canvas.scene().items())
    plot.show_snapshot(diagnosed(deep(Zeros(), layers=3)))
    assert len(plot.canvas.scene().items()) == items


def test_every_theme_and_zoom_reaches_the_plot(plot: SignalPlot, qapp: QApplication) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal())))
    for name in theme.THEMES:
        theme.apply(qapp, name, 1.5)
        qapp.sendPostedEvents()
        assert plot.grab().toImage().pixelColor(2, 2) == theme.color("plot")
        assert plot.forward.points.opts["brush"].color().name() == theme.current().runs[0].lower()
        assert plot.title.font().pointSizeF() == theme.font("title").pointSizeF()


def test_theory_is_dashed_beside_what_was_measured(plot: SignalPlot) -> None:
    snapshot = diagnosed(deep(XavierNormal(), "sigmoid"))
    plot.show_snapshot(snapshot)
    for track, stds in (
        (plot.forward, [layer.A for layer in snapshot.theory]),
        (plot.backward, [layer.dZ for layer in snapshot.theory]),
    ):
        x, y = track.theory.getData()
        assert np.interp(np.arange(1, 8), x, y) == pytest.approx(np.log10(stds))
        assert 0.2 < np.mean(track.theory.opts["connect"]) < 0.8
        assert track.line.opts["connect"] == "finite"
    assert plot.readout.text.endswith("theory")
    plot.canvas.point(QPointF(2, 0))
    assert f"(theory {figure(snapshot.theory[1].dZ)})" in plot.readout.text


def test_where_there_is_no_theory_there_is_no_line(plot: SignalPlot) -> None:
    snapshot = diagnosed(deep(Constant(value=0.5)))
    assert snapshot.theory is None
    plot.show_snapshot(snapshot)
    assert not plot.forward.theory.isVisible()
    assert not plot.backward.theory.isVisible()
    assert "theory" not in plot.readout.text
    plot.canvas.point(QPointF(2, 0))
    assert "theory" not in plot.readout.text


def test_theory_stays_where_it_began_while_the_network_trains(plot: SignalPlot) -> None:
    before, after = (diagnosed(deep(HeNormal()), steps) for steps in (0, 50))
    assert before.theory == after.theory
    assert before.diagnostics[0].A.std != after.diagnostics[0].A.std
