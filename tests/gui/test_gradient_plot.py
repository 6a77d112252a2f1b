from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from core.gradient import layer_norms
from gui import theme
from gui.numbers import figure
from gui.plots import magnitude
from gui.plots.gradient import GradientPlot
from gui.plots.neuron_lines import ZERO_PLACE
from gui.selection import Selection
from tests.gui.snapshots import ZEROS, circles, diverged, trained, with_norms


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def plot(qtbot: QtBot, selection: Selection) -> GradientPlot:
    made = GradientPlot(selection)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def cell(plot: GradientPlot, step: float, row: int) -> QPoint:
    """Return where a cell's middle is on the canvas."""
    return plot.canvas.mapFromScene(plot.canvas.view.mapViewToScene(QPointF(step, row + 0.5)))


def colour(plot: GradientPlot, step: float, row: int) -> str:
    return plot.canvas.grab().toImage().pixelColor(cell(plot, step, row)).name()


def names(plot: GradientPlot) -> list[str]:
    low, high = plot.canvas.view.viewRange()[1]
    return [text for _, text in next(plot.names.candidates(low, high))]


def test_every_neuron_has_a_row_layer_after_layer(plot: GradientPlot) -> None:
    snapshot = trained(circles(units=(2, 3)), 10)
    plot.show_snapshot(snapshot)
    assert plot.canvas.view.viewRange()[1] == [0, 6]
    assert names(plot) == ["L1 n1", "L1 n2", "L2 n1", "L2 n2", "L2 n3", "Out n1"]
    history = snapshot.history
    table = magnitude.table()
    for row in range(6):
        norm = history.gradient_norms[row, 5]
        index = magnitude.indices(np.array([norm]))[0]
        if index < magnitude.STEPS:
            expected = int(table[index])
            assert colour(plot, 5, row) == f"#{expected & 0xFFFFFF:06x}"


def test_a_network_of_another_shape_gets_other_rows(plot: GradientPlot) -> None:
    plot.show_snapshot(trained(circles(units=(2, 3)), 1))
    plot.show_snapshot(trained(circles(units=(3,)), 1))
    assert plot.canvas.view.viewRange()[1] == [0, 4]
    assert names(plot) == ["L1 n1", "L1 n2", "L1 n3", "Out n1"]


def test_very_many_neurons_are_named_by_layer(plot: GradientPlot) -> None:
    snapshot = trained(circles(units=(200, 100)), 0)
    plot.show_snapshot(snapshot)
    assert names(plot) == ["L1", "L2", "Out"]
    plot.canvas.point(QPointF(0, 250.5))
    value = figure(snapshot.gradient_norms[1][50])
    assert plot.readout.text == f"L2 n51   |dJ/dW| = {value}   step 0"


def test_the_newest_extremes_are_read_out_and_the_cell_at_the_pointer(plot: GradientPlot) -> None:
    snapshot = trained(circles(), 20)
    plot.show_snapshot(snapshot)
    newest = snapshot.history.gradient_norms[:, -1]
    assert plot.readout.text == (
        f"smallest {figure(newest.min())}   largest {figure(newest.max())}   step 20"
    )
    plot.canvas.point(QPointF(7.2, 4.5))
    value = figure(snapshot.history.gradient_norms[4, 7])
    assert plot.readout.text == f"L2 n1   |dJ/dW| = {value}   step 7"


def test_a_click_on_a_row_chooses_its_neuron_and_lets_it_go(
    plot: GradientPlot, selection: Selection, qtbot: QtBot
) -> None:
    plot.show_snapshot(trained(circles(), 20))
    assert not plot.lines.isVisible()
    qtbot.mouseClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=cell(plot, 10, 5))
    assert selection.neurons == ((2, 1),)
    assert plot.lines.isVisible()
    assert plot.key.text == "L2 n2"
    qtbot.mouseClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=cell(plot, 10, 5))
    assert selection.neurons == ()
    assert not plot.lines.isVisible()


def test_the_keyboard_goes_from_row_to_row_and_chooses(
    plot: GradientPlot, selection: Selection, qtbot: QtBot
) -> None:
    plot.show_snapshot(trained(circles(units=(2,)), 20))
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Down)
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Up)
    assert plot.readout.text.startswith("L1 n2")
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Return)
    assert selection.neurons == ((1, 1),)


def test_chosen_neurons_have_lines_on_the_scale_of_the_map(
    plot: GradientPlot, selection: Selection
) -> None:
    norms = np.array([[1e-3, 1e-2, 1.0], [0.0, 1e-30, np.nan], [1e-5, 1e-5, 1e-5]])
    selection.toggle_neuron((1, 1))
    selection.toggle_neuron((1, 0))
    plot.show_snapshot(with_norms(trained(circles(units=(2,)), 0), norms))
    second, first, *others = plot.lines.curves
    assert first.getData()[1].tolist() == pytest.approx([-3, -2, 0])
    zero, tiny, nan = second.getData()[1]
    assert (zero, tiny) == (ZERO_PLACE, theme.MAGNITUDE_LOW)
    assert np.isnan(nan)
    assert not any(curve.isVisible() for curve in others)
    assert plot.lines.view.viewRange()[0] == plot.canvas.view.viewRange()[0]
    assert plot.key.text == "L1 n2   L1 n1"
    plot.lines.point(QPointF(1, 0))
    assert plot.readout.text == f"{figure(1e-30)}   0.0100   step 1"


def test_a_chosen_neuron_that_the_network_no_longer_has_draws_nothing(
    plot: GradientPlot, selection: Selection
) -> None:
    selection.toggle_neuron((1, 3))
    plot.show_snapshot(trained(circles(units=(2,)), 5))
    assert not any(curve.isVisible() for curve in plot.lines.curves)


def test_at_step_0_the_map_fills_the_plot_and_lines_go_across(
    plot: GradientPlot, selection: Selection
) -> None:
    snapshot = trained(circles(), 0)
    selection.toggle_neuron((1, 0))
    plot.show_snapshot(snapshot)
    assert plot.canvas.view.viewRange()[0] == [-0.5, 0.5]
    x, y = plot.lines.curves[0].getData()
    assert x.tolist() == [-0.5, 0.5]
    assert y == pytest.approx(np.log10(snapshot.gradient_norms[0][0]))


def test_zeros_are_hatched_and_read_out_as_0(plot: GradientPlot) -> None:
    plot.show_snapshot(trained(circles(weights=ZEROS), 10))
    area = plot.canvas.grab(plot.canvas.view.sceneBoundingRect().toRect().adjusted(5, 5, -5, -30))
    image = area.toImage()
    found = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(40)}
    assert theme.color("quiet").name() in found  # the hatching
    assert len(found) == 2
    assert "smallest 0 " in plot.readout.text


def test_a_divergence_is_marked(plot: GradientPlot) -> None:
    snapshot = diverged()
    assert snapshot.divergence is not None
    plot.show_snapshot(snapshot)
    assert plot.end.isVisible()
    assert plot.end.value() == snapshot.divergence.step
    plot.show_snapshot(trained(circles(), 3))
    assert not plot.end.isVisible()


def test_a_gradient_that_is_not_finite_is_crossed(plot: GradientPlot) -> None:
    norms = np.full((4, 3), 1e-3)
    norms[2, 1] = np.nan
    plot.show_snapshot(with_norms(trained(circles(units=(3,)), 0), norms))
    left = cell(plot, 0.6, 2)
    right = cell(plot, 1.4, 2)
    image = plot.canvas.grab().toImage()
    found = {image.pixelColor(x, left.y()).name() for x in range(left.x(), right.x())}
    assert found == {theme.color("broken").name(), theme.color("plot").name()}
    plot.canvas.point(QPointF(1, 2.5))
    assert "= NaN " in plot.readout.text


def test_the_numbered_bar_is_always_there(plot: GradientPlot, selection: Selection) -> None:
    for neuron in ((1, 0), (1, 1), (2, 0)):
        selection.toggle_neuron(neuron)
        plot.show_snapshot(trained(circles(), 4))
        assert plot.bar.isVisible()
        assert plot.bar.height() > 100


def test_only_a_visible_plot_draws(plot: GradientPlot, selection: Selection) -> None:
    plot.hide()
    plot.show_snapshot(trained(circles(units=(2, 3)), 2))
    assert plot.snapshot is None
    selection.toggle_neuron((1, 0))
    plot.show()
    assert plot.snapshot is not None
    assert plot.lines.curves[0].getData()[0].tolist() == [0, 1, 2]


def test_no_item_is_made_for_a_frame(plot: GradientPlot) -> None:
    plot.show_snapshot(trained(circles(), 5))
    items = plot.canvas.scene().items()
    plot.show_snapshot(trained(circles(units=(5, 5)), 50))
    assert len(plot.canvas.scene().items()) == len(items)


def test_at_every_size_and_theme_it_can_be_drawn(
    plot: GradientPlot, selection: Selection, qapp: QApplication
) -> None:
    for index in range(4):
        selection.toggle_neuron((1, index))
    plot.show_snapshot(trained(circles(), 40))
    for name, size in product(theme.THEMES, [(300, 200), (450, 260), (900, 700)]):
        theme.apply(qapp, name, 1.5)
        plot.resize(*size)
        qapp.sendPostedEvents()
        image = plot.grab().toImage()
        assert image.pixelColor(2, 2) == theme.color("plot"), (name, size)
        assert plot.bar.width() > 0


def choose(plot: GradientPlot, qtbot: QtBot, key: Qt.Key) -> None:
    """Choose what is shown, with the keyboard."""
    box = plot.findChild(QComboBox, "gradientViewCombo")
    qtbot.keyClick(box, key)


def test_a_switch_shows_the_norm_of_each_layer_over_time(plot: GradientPlot, qtbot: QtBot) -> None:
    snapshot = trained(circles(units=(4, 3)), 40)
    plot.show_snapshot(snapshot)
    choose(plot, qtbot, Qt.Key.Key_Down)
    assert plot.by_layer
    assert plot.layers.isVisible()
    assert not plot.canvas.isVisible()
    assert not plot.bar.isVisible()
    norms = snapshot.history.gradient_norms
    by_hand = [np.sqrt((norms[rows] ** 2).sum(axis=0)) for rows in (slice(4), slice(4, 7), [7])]
    for curve, expected in zip(plot.layers.curves, by_hand, strict=False):
        assert curve.getData()[1] == pytest.approx(np.log10(expected))
    assert plot.key.text == "L1   L2   Out"
    newest = [figure(each[-1]) for each in by_hand]
    assert plot.readout.text == "   ".join((*newest, "step 40"))
    whole = [np.sqrt((dW**2).sum() + (db**2).sum()) for dW, db in snapshot.gradients]
    assert [each[-1] for each in by_hand] == pytest.approx(whole)
    plot.layers.point(QPointF(12.2, -2))
    assert plot.readout.text.startswith(f"{figure(by_hand[0][12])}   {figure(by_hand[1][12])}")
    choose(plot, qtbot, Qt.Key.Key_Up)
    assert plot.canvas.isVisible()
    assert plot.bar.isVisible()


def test_of_many_layers_an_even_choice_is_drawn_or_the_selected_ones(
    plot: GradientPlot, selection: Selection, qtbot: QtBot
) -> None:
    choose(plot, qtbot, Qt.Key.Key_Down)
    plot.show_snapshot(trained(circles(units=(2,) * 15), 5))
    assert plot.key.text == "L1   L4   L7   L10   L13   Out"
    selection.set_layers(frozenset({2, 16}))
    assert plot.key.text == "L2   Out"
    assert [curve.isVisible() for curve in plot.layers.curves] == [True] * 2 + [False] * 4


def test_a_layer_without_gradient_stands_on_zero(plot: GradientPlot, qtbot: QtBot) -> None:
    choose(plot, qtbot, Qt.Key.Key_Down)
    plot.show_snapshot(trained(circles(weights=ZEROS), 10))
    assert plot.layers.zero.isVisible()
    assert plot.layers.curves[0].getData()[1] == pytest.approx(plot.layers.zero.tick[0])


def test_the_norm_of_a_layer_survives_where_squares_do_not() -> None:
    norms = np.array([[3e-200, 0.0], [4e-200, 0.0], [2.0, np.nan]])
    found = layer_norms(norms, (2, 1))
    assert found[:, 0] == pytest.approx([5e-200, 2.0], rel=1e-12)
    assert found[0, 1] == 0
    assert np.isnan(found[1, 1])


def test_of_more_than_six_chosen_neurons_the_last_six_have_lines_and_it_says_so(
    plot: GradientPlot, selection: Selection
) -> None:
    snapshot = trained(circles(units=(8,)), 20)
    plot.show_snapshot(snapshot)
    for index in range(6):
        selection.toggle_neuron((1, index))
    assert plot.hint.text == ""
    selection.toggle_neuron((1, 6))
    assert plot.hint.text == "7 neurons are chosen: the 6 chosen last have a line."
    assert plot.hint.isVisible()
    assert plot.key.text.split("   ") == [f"L1 n{number}" for number in (7, 2, 3, 4, 5, 6)]
    norms = snapshot.history.gradient_norms
    for curve, row in zip(plot.lines.curves, (6, 1, 2, 3, 4, 5), strict=True):
        assert curve.isVisible()
        drawn = curve.getData()[1]
        assert drawn == pytest.approx(np.log10(norms[row]))
    selection.toggle_neuron((1, 3))
    assert plot.hint.text == ""
