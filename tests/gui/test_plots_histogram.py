import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from gui.numbers import MINUS
from gui.plots.histogram import WeightHistogram


@pytest.fixture
def plot(qtbot: QtBot) -> WeightHistogram:
    made = WeightHistogram()
    qtbot.addWidget(made)
    made.resize(280, 190)
    made.show()
    return made


def reach(plot: WeightHistogram) -> tuple[float, float]:
    low, high = plot.canvas.view.viewRange()[0]
    return low, high


def test_bars_hold_all_weights_and_sigma_stands_beside_the_mean(plot: WeightHistogram) -> None:
    weights = np.random.default_rng(0).normal(0.1, 0.5, (20, 10))
    plot.show_weights(weights, 0.5, 0.1)
    edges, counts = plot.bars.getData()
    assert counts.sum() == 200
    assert (edges[0], edges[-1]) == (weights.min(), weights.max())
    assert [line.value() for line in plot.sigmas] == pytest.approx([-0.4, 0.6])
    low, high = reach(plot)
    assert low < edges[0]
    assert high > edges[-1]
    assert plot.canvas.view.viewRange()[1][1] > counts.max()
    assert plot.readout.text == "mean ± σ = 0.100 ± 0.500"


def test_the_bar_at_the_pointer_is_read_out(plot: WeightHistogram) -> None:
    plot.show_weights(np.array([-1.0, -1.0, 0.0, 0.0, 0.0, 1.0]), 0.5, 0.0)
    plot.canvas.point(QPointF(-0.9, 0.5))
    assert plot.readout.text == f"{MINUS}1.00 to {MINUS}0.600: 2"
    plot.canvas.point(QPointF(1.0, 0.5))
    assert plot.readout.text == "0.600 to 1.00: 1"
    plot.canvas.point(QPointF(reach(plot)[1], 0.5))
    assert plot.readout.text.startswith("mean")


@pytest.mark.parametrize("value", [0.0, 0.3, -2.0])
def test_equal_weights_make_one_bar_in_the_middle_of_some_room(
    plot: WeightHistogram, value: float
) -> None:
    plot.show_weights(np.full((5, 3), value), 0.0, value)
    edges, counts = plot.bars.getData()
    assert counts.tolist() == [15]
    low, high = reach(plot)
    assert edges[-1] - edges[0] < (high - low) / 5
    assert low < value < high


def test_dragging_sigma_moves_the_axis_in_steps(plot: WeightHistogram) -> None:
    draws = np.random.default_rng(0).normal(size=(30, 30))
    reaches = []
    for sigma in np.geomspace(0.1, 1.0, 60):
        plot.show_weights(sigma * draws, float(sigma), 0.0)
        reaches.append(reach(plot)[1])
    assert len(set(reaches)) < 12
    assert reaches == sorted(reaches)
    for sigma in np.geomspace(1.0, 0.8, 20):  # back a little: no jump
        plot.show_weights(sigma * draws, float(sigma), 0.0)
        assert reach(plot)[1] == reaches[-1]


def test_it_draws_when_it_comes_into_sight(plot: WeightHistogram) -> None:
    plot.hide()
    plot.show_weights(np.arange(10.0), 1.0, 0.0)
    assert plot.bars.getData()[0] is None or len(plot.bars.getData()[0]) == 0
    plot.show()
    assert plot.bars.getData()[1].sum() == 10
