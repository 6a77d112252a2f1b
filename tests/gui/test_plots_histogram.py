import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from core.density import Layers
from core.initializers import INITIALIZERS, Initializer
from core.initializers.constant import Constant, Zeros
from core.initializers.normal import Normal
from core.initializers.uniform import Uniform
from gui.numbers import MINUS
from gui.plots.histogram import WeightHistogram


@pytest.fixture
def plot(qtbot: QtBot) -> WeightHistogram:
    made = WeightHistogram()
    qtbot.addWidget(made)
    made.resize(280, 190)
    made.show()
    return made


def normal(std: float, mean: float = 0.0) -> Layers:
    return Layers([(Normal(std=std, centre=mean), 10, 20)])


def reach(plot: WeightHistogram) -> tuple[float, float]:
    low, high = plot.canvas.view.viewRange()[0]
    return low, high


def test_bars_hold_all_weights_and_sigma_stands_beside_the_mean(plot: WeightHistogram) -> None:
    weights = np.random.default_rng(0).normal(0.1, 0.5, (20, 10))
    plot.show_weights(weights, normal(0.5, 0.1))
    edges, counts = plot.bars.getData()
    assert counts.sum() == 200
    assert (edges[0], edges[-1]) == (weights.min(), weights.max())
    assert [line.value() for line in plot.sigmas] == pytest.approx([-0.4, 0.6])
    low, high = reach(plot)
    assert low < edges[0]
    assert high > edges[-1]
    assert plot.canvas.view.viewRange()[1][1] > counts.max()
    assert plot.readout.text == "theory: 0.100 ± 0.500"


def test_the_bar_at_the_pointer_is_read_out(plot: WeightHistogram) -> None:
    plot.show_weights(np.array([-1.0, -1.0, 0.0, 0.0, 0.0, 1.0]), normal(0.5))
    plot.canvas.point(QPointF(-0.9, 0.5))
    assert plot.readout.text == f"{MINUS}1.00 to {MINUS}0.600: 2"
    plot.canvas.point(QPointF(1.0, 0.5))
    assert plot.readout.text == "0.600 to 1.00: 1"
    plot.canvas.point(QPointF(reach(plot)[1], 0.5))
    assert plot.readout.text.startswith("theory")


@pytest.mark.parametrize("value", [0.0, 0.3, -2.0])
def test_equal_weights_make_one_bar_in_the_middle_of_some_room(
    plot: WeightHistogram, value: float
) -> None:
    plot.show_weights(np.full((5, 3), value), Layers([(Constant(value=value), 3, 5)]))
    edges, counts = plot.bars.getData()
    assert counts.tolist() == [15]
    low, high = reach(plot)
    assert edges[-1] - edges[0] < (high - low) / 5
    assert low < value < high


def test_dragging_sigma_moves_the_axis_in_steps(plot: WeightHistogram) -> None:
    draws = np.random.default_rng(0).normal(size=(30, 30))
    reaches = []
    for sigma in np.geomspace(0.1, 1.0, 60):
        plot.show_weights(sigma * draws, normal(float(sigma)))
        reaches.append(reach(plot)[1])
    assert len(set(reaches)) < 12
    assert reaches == sorted(reaches)
    for sigma in np.geomspace(1.0, 0.8, 20):  # back a little: no jump
        plot.show_weights(sigma * draws, normal(float(sigma)))
        assert reach(plot)[1] == reaches[-1]


def test_it_draws_when_it_comes_into_sight(plot: WeightHistogram) -> None:
    plot.hide()
    plot.show_weights(np.arange(10.0), normal(1.0))
    assert plot.bars.getData()[0] is None or len(plot.bars.getData()[0]) == 0
    plot.show()
    assert plot.bars.getData()[1].sum() == 10


@pytest.mark.parametrize("rule", [Normal(std=0.5, centre=0.2), Uniform(low=-1.0, high=2.0)])
def test_the_curve_is_as_high_as_the_bars_of_many_draws(
    plot: WeightHistogram, rule: Initializer
) -> None:
    drawn = rule.draw(np.random.default_rng(0), (300, 300), 300, 300)
    plot.show_weights(drawn, Layers([(rule, 300, 300)]))
    x, heights = plot.curve.getData()
    assert plot.curve.isVisible()
    edges, counts = plot.bars.getData()
    middles = (edges[1:] + edges[:-1]) / 2
    expected = np.interp(middles, x, heights)
    assert counts == pytest.approx(expected, rel=0.1, abs=0.02 * counts.max())
    assert plot.canvas.view.viewRange()[1][1] > heights.max()


def test_values_that_many_weights_share_stand_on_stems(plot: WeightHistogram) -> None:
    layers = Layers([(Constant(value=0.5), 3, 4), (Zeros(), 4, 2)])
    plot.show_weights(np.repeat([0.5, 0.0], [12, 8]), layers)
    x, heights = plot.stems.getData()
    assert x.tolist() == [0, 0, 0.5, 0.5]
    assert heights == pytest.approx([0, 8, 0, 12])


def test_no_curve_where_the_data_decide(plot: WeightHistogram) -> None:
    plot.show_weights(np.arange(8.0), normal(1.0))
    plot.show_weights(np.arange(8.0), Layers([(INITIALIZERS["lsuv"](), 2, 4)]))
    assert not any(item.isVisible() for item in (plot.curve, plot.stems, *plot.sigmas))
    assert plot.readout.text == ""


def test_a_law_that_stands_beside_other_draws_is_seen_whole(plot: WeightHistogram) -> None:
    plot.show_weights(np.linspace(-1, 1, 200), normal(0.5))
    assert plot.curve.getData()[1].max() < plot.canvas.view.viewRange()[1][1]
    plot.show_weights(np.linspace(-1, 1, 200), normal(1e-6))  # a needle
    counts = plot.bars.getData()[1]
    assert plot.canvas.view.viewRange()[1][1] < 4 * counts.max()
