import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from core.histogram import histogram
from core.initializers.constant import Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import ScaledNormal
from core.initializers.xavier import XavierNormal
from gui import theme
from gui.numbers import figure
from gui.plots.columns import BREADTH, outline
from gui.plots.distribution import DistributionPlot
from gui.selection import Selection
from tests.gui.layers import deep, diagnosed


@pytest.fixture
def plot(qtbot: QtBot) -> DistributionPlot:
    made = DistributionPlot(Selection())
    qtbot.addWidget(made)
    made.resize(450, 260)
    made.show()
    return made


def names(plot: DistributionPlot) -> list[str]:
    """Return what stands under the layers, in as many words as there are."""
    return [text for _, text in next(plot.canvas.x.candidates(0.5, 9.5))]


def test_an_outline_is_the_histogram_on_its_side() -> None:
    found = histogram(np.array([0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 2.0]), 2)
    x, y, connected = outline(found, 3.0, 0.1)
    foot = 3 - BREADTH / 2
    assert x == pytest.approx(
        [foot, foot + BREADTH, foot + BREADTH, foot + 0.75 * BREADTH, foot + 0.75 * BREADTH, foot]
    )
    assert y.tolist() == [0, 0, 1, 1, 2, 2]
    assert connected.tolist() == [True, True, True, True, True, False]


def test_equal_numbers_are_a_flat_bar_at_their_place() -> None:
    _, y, _ = outline(histogram(np.full(5, 0.5), 5), 1.0, 0.1)
    assert y == pytest.approx([0.4, 0.4, 0.6, 0.6])


def test_every_layer_has_its_histogram_in_its_column(plot: DistributionPlot) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    plot.show_snapshot(snapshot)
    x, y = plot.columns.bars.getData()
    for layer in snapshot.diagnostics:
        column = np.abs(x - layer.layer) <= 0.5
        edges = layer.A.histogram.edges
        assert (y[column].min(), y[column].max()) == (edges[0], edges[-1])
        assert column.sum() == 2 * len(edges)
    low, high = plot.canvas.view.viewRange()[1]
    assert low == 0  # ReLU has no outputs below
    assert high >= y.max()


@pytest.mark.parametrize("quantity", ["W", "Z", "A", "dZ"])
def test_the_user_switches_the_quantity(
    plot: DistributionPlot, qtbot: QtBot, quantity: str
) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    plot.show_snapshot(snapshot)
    combo = plot.findChild(QComboBox, "quantityCombo")
    assert combo.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.findData(quantity)):
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert plot.quantity == quantity == plot.canvas.y.labelText
    edges = getattr(snapshot.diagnostics[0], quantity).histogram.edges
    x, y = plot.columns.bars.getData()
    first = y[np.abs(x - 1) <= 0.5]
    assert (first.min(), first.max()) == (edges[0], edges[-1])


def test_dead_units_are_counted_under_their_layer(plot: DistributionPlot) -> None:
    snapshot = diagnosed(deep(Zeros()))
    plot.show_snapshot(snapshot)
    assert names(plot)[0] == "Layer 1\n10 of 10\ndead"
    assert names(plot)[6] == "Output\n0 %\nsaturated"


def test_saturation_is_told_under_its_layer(plot: DistributionPlot) -> None:
    snapshot = diagnosed(deep(ScaledNormal(factor=10.0), "tanh"))
    plot.show_snapshot(snapshot)
    share = round(100 * snapshot.diagnostics[2].saturated.mean())
    assert share > 80
    assert names(plot)[2] == f"Layer 3\n{share} %\nsaturated"


def test_vanished_gradients_are_flat_beside_the_last(plot: DistributionPlot) -> None:
    plot.quantity = "dZ"
    plot.show_snapshot(diagnosed(deep(XavierNormal(), "sigmoid")))
    x, y = plot.columns.bars.getData()
    spans = [float(np.ptp(y[np.abs(x - layer) <= 0.5])) for layer in range(1, 8)]
    low, high = plot.canvas.view.viewRange()[1]
    assert spans[0] < 0.001 * (high - low)
    assert spans[-1] > 0.5 * (high - low)


def test_numbers_that_are_not_finite_are_told_not_drawn(plot: DistributionPlot) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    layers = list(snapshot.diagnostics)
    layers[1] = replace(layers[1], A=replace(layers[1].A, std=np.nan, histogram=None))
    plot.show_snapshot(replace(snapshot, diagnostics=tuple(layers)))
    assert names(plot)[1] == "Layer 2\nnot\nfinite"
    assert not (np.abs(plot.columns.bars.getData()[0] - 2) <= 0.5).any()
    plot.canvas.point(QPointF(2, 0.1))
    assert "NaN" in plot.readout.text
    broken = [replace(layer, A=replace(layer.A, histogram=None)) for layer in layers]
    plot.show_snapshot(replace(snapshot, diagnostics=tuple(broken)))
    assert not plot.columns.bars.isVisible()


def test_zeros_are_a_bar_that_is_seen(plot: DistributionPlot) -> None:
    plot.quantity = "W"
    plot.show_snapshot(diagnosed(deep(Zeros())))
    low, high = plot.canvas.view.viewRange()[1]
    y = plot.columns.bars.getData()[1]
    assert np.ptp(y) > 0.01 * (high - low)
    assert low < y.min() < 0 < y.max() < high


def test_mean_and_bin_are_read_out_at_the_pointer(plot: DistributionPlot) -> None:
    snapshot = diagnosed(deep(HeNormal()))
    plot.show_snapshot(snapshot)
    third = snapshot.diagnostics[2].A
    edges, counts = third.histogram.edges, third.histogram.counts
    plot.canvas.point(QPointF(3.0, (edges[1] + edges[2]) / 2))
    assert plot.readout.text.split("   ") == [
        f"Layer 3: {figure(third.mean)} ± {figure(third.std)}",
        f"{snapshot.diagnostics[2].dead.sum()} of 10 dead",
        f"{figure(edges[1])} to {figure(edges[2])}: {counts[1]}",
    ]
    plot.canvas.point(None)
    assert plot.readout.text.startswith("Layer 1: ")


def test_no_item_is_made_for_a_frame(plot: DistributionPlot) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal())))
    items = len(plot.canvas.scene().items())
    plot.show_snapshot(diagnosed(deep(Zeros(), layers=3)))
    assert len(plot.canvas.scene().items()) == items


def test_every_theme_and_zoom_reaches_the_plot(plot: DistributionPlot, qapp: QApplication) -> None:
    plot.show_snapshot(diagnosed(deep(HeNormal())))
    for name in theme.THEMES:
        theme.apply(qapp, name, 1.5)
        qapp.sendPostedEvents()
        assert plot.grab().toImage().pixelColor(2, 2) == theme.color("plot")
        assert plot.columns.bars.opts["pen"].color().name() == theme.current().runs[0].lower()
