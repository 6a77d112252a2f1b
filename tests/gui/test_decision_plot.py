import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.answers import DecisionGrid
from core.datasets import Dataset
from core.snapshot import Snapshot
from gui import theme
from gui.numbers import figure
from gui.plots.decision import DecisionPlot
from gui.plots.points import MOST
from gui.selection import Selection
from tests.gui.snapshots import ZEROS, circles, trained


@pytest.fixture
def plot(qtbot: QtBot) -> DecisionPlot:
    made = DecisionPlot(Selection())
    qtbot.addWidget(made)
    made.resize(450, 260)
    made.show()
    return made


def dataset(inputs: np.ndarray, targets: np.ndarray, classes: tuple[str, ...]) -> Dataset:
    """Return a dataset whose training and test set are the same."""
    return Dataset(
        train_inputs=inputs.copy(), train_targets=targets.copy(),
        test_inputs=inputs.copy(), test_targets=targets.copy(),
        feature_names=tuple(f"x{row + 1}" for row in range(len(inputs))),
        target_names=("y",), class_names=classes,
    )  # fmt: skip


def halves() -> Snapshot:
    """Return answers 0 on the left, 1 on the right, and one point of each class there."""
    points = np.array([[-0.5, 0.5], [-0.5, 0.5]])
    snapshot = trained(circles(), 0)
    values = np.repeat([[0.0, 0.0, 1.0, 1.0]], 4, axis=0)
    return replace(
        snapshot,
        dataset=dataset(points, np.array([[0.0, 1.0]]), ("0", "1")),
        decision=DecisionGrid((-1.0, 1.0, -1.0, 1.0), values),
    )


def told(snapshot: Snapshot, at: QPointF) -> str:
    """Return what is to be read at a point: ReLU layers and a sigmoid, worked out here."""
    A = np.array([[at.x()], [at.y()]])
    for W, b in zip(snapshot.weights, snapshot.biases, strict=True):
        Z = W @ A + b
        A = np.maximum(Z, 0)
    answer = 1 / (1 + np.exp(-Z[0, 0]))
    return f"x1 = {figure(at.x())}   x2 = {figure(at.y())}   answer {figure(answer)}"


def colour(plot: DecisionPlot, x: float, y: float) -> QColor:
    place = plot.canvas.mapFromScene(plot.canvas.view.mapViewToScene(QPointF(x, y)))
    return plot.canvas.grab().toImage().pixelColor(place)


def distance(first: QColor, second: QColor) -> int:
    return sum(abs(a - b) for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True))


def test_answers_are_coloured_by_side_and_parted_by_a_line(plot: DecisionPlot) -> None:
    plot.show_snapshot(halves())
    negative, positive = theme.color("negative"), theme.color("positive")
    left, right = colour(plot, -0.8, 0.8), colour(plot, 0.8, 0.8)
    assert distance(left, negative) < distance(left, positive)
    assert distance(right, positive) < distance(right, negative)
    darkest = min(distance(colour(plot, x, 0.5), theme.color("text")) for x in (-0.01, 0, 0.01))
    assert darkest < 400 < distance(left, theme.color("text")) + 100
    x, y = plot.boundary.getData()
    assert x == pytest.approx(0)
    assert (y.min(), y.max()) == (pytest.approx(-0.75), pytest.approx(0.75))


def test_points_tell_their_class_by_colour_and_shape_and_their_set_by_filling(
    plot: DecisionPlot,
) -> None:
    plot.show_snapshot(halves())
    spots = plot.points.points()
    assert [(spot.pos().x(), spot.symbol()) for spot in spots] == [
        (-0.5, "s"), (0.5, "o"), (-0.5, "s"), (0.5, "o"),
    ]  # fmt: skip
    negative, positive, ground = (
        theme.color(token).name() for token in ("negative", "positive", "plot")
    )
    assert [spot.brush().color().name() for spot in spots] == [ground, ground, negative, positive]
    assert [spot.pen().color().name() for spot in spots[:2]] == [negative, positive]
    assert plot.key.text == "class 0   class 1   train   test   answer 0.5"


def test_the_answer_at_the_pointer_is_its_own_and_not_that_of_a_cell(plot: DecisionPlot) -> None:
    snapshot = trained(circles(learning_rate=0.5), 500, decision=True)
    plot.show_snapshot(snapshot)
    assert plot.readout.text.startswith("train ")
    for x1, x2 in ((0.6, -0.2), (0.61, -0.2), (-0.3, 0.013)):
        plot.canvas.point(QPointF(x1, x2))
        assert plot.readout.text == told(snapshot, plot.canvas.pointer)


def test_a_real_network_gets_its_boundary(plot: DecisionPlot) -> None:
    snapshot = trained(circles(learning_rate=0.5), 500, decision=True)
    assert snapshot.decision is not None
    plot.show_snapshot(snapshot)
    assert plot.canvas.message == ""
    low, high = snapshot.decision.values.min(), snapshot.decision.values.max()
    assert low < 0.5 < high
    assert len(plot.boundary.getData()[0]) > 10
    x_range, y_range = plot.canvas.view.viewRange()
    assert (*x_range, *y_range) == pytest.approx(snapshot.decision.extent)


def test_a_network_that_knows_nothing_has_no_boundary(plot: DecisionPlot) -> None:
    plot.show_snapshot(trained(circles(weights=ZEROS), 5, decision=True))
    assert len(plot.boundary.getData()[0]) == 0
    assert colour(plot, 0, 0) == theme.color("plot")


def test_a_snapshot_without_answers_leaves_the_last_ones(plot: DecisionPlot) -> None:
    without = replace(trained(circles(), 9), decision=None)
    plot.show_snapshot(without)
    assert not plot.surface.isVisible()
    plot.show_snapshot(halves())
    shown = colour(plot, 0.8, 0.8)
    plot.show_snapshot(without)
    assert plot.surface.isVisible()
    assert colour(plot, 0.8, 0.8) == shown
    plot.canvas.point(QPointF(0.6, 0))
    assert plot.readout.text == told(halves(), plot.canvas.pointer)


def test_values_to_predict_are_coloured_on_the_scale_of_the_targets(plot: DecisionPlot) -> None:
    points = np.array([[-0.5, 0.0, 0.5], [0.0, 0.0, 0.0]])
    prices = dataset(points, np.array([[100.0, 200.0, 300.0]]), ())
    values = np.full((4, 4), 200.0)
    plot.show_snapshot(
        replace(halves(), dataset=prices, decision=DecisionGrid((-1.0, 1.0, -1.0, 1.0), values))
    )
    low, middle, high = (spot.brush().color() for spot in plot.points.points()[3:])
    assert middle == theme.color("plot") == colour(plot, 0.8, 0.8)
    assert distance(low, theme.color("negative")) < distance(low, theme.color("positive"))
    assert distance(high, theme.color("positive")) < distance(high, theme.color("negative"))
    assert plot.key.text == "train   test   answer 200"
    assert plot.readout.text == "step 0"


def test_answers_that_are_not_finite_are_broken(plot: DecisionPlot) -> None:
    values = np.full((4, 4), np.nan)
    grid = DecisionGrid((-1.0, 1.0, -1.0, 1.0), values)
    plot.show_snapshot(replace(halves(), decision=grid))
    assert colour(plot, 0.8, 0.8) == theme.color("broken")


def test_of_very_many_points_an_even_choice_is_drawn(plot: DecisionPlot) -> None:
    inputs = np.random.default_rng(0).normal(size=(2, 5000))
    targets = (inputs[:1] > 0).astype(np.float64)
    plot.show_snapshot(replace(halves(), dataset=dataset(inputs, targets, ("0", "1"))))
    assert MOST < len(plot.points.points()) <= 2 * MOST


@pytest.mark.parametrize("size", [(300, 400), (450, 260), (700, 450), (1200, 300)])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_a_unit_is_as_long_up_as_across(
    plot: DecisionPlot, qtbot: QtBot, qapp: QApplication, size: tuple[int, int], zoom: float
) -> None:
    plot.show_snapshot(halves())
    theme.apply(qapp, "light", zoom)
    plot.resize(*size)
    qapp.processEvents()
    view = plot.canvas.view
    # The layout may need another moment.
    qtbot.waitUntil(lambda: 60 < view.width() == pytest.approx(view.height(), abs=2))


def test_points_are_made_once_for_a_dataset(plot: DecisionPlot, qtbot: QtBot) -> None:
    first = trained(circles(), 5, decision=True)
    plot.show_snapshot(first)
    spots = plot.points.data
    plot.show_snapshot(replace(first))
    assert plot.points.data is spots


def test_the_theme_reaches_points_and_answers(plot: DecisionPlot, qapp: QApplication) -> None:
    plot.show_snapshot(halves())
    theme.apply(qapp, "dark", 1.0)
    qapp.sendPostedEvents()
    filled = plot.points.points()[2].brush().color()
    assert filled.name() == theme.DARK.negative.lower()
    assert distance(colour(plot, 0.8, 0.8), QColor(theme.DARK.plot)) < distance(
        colour(plot, 0.8, 0.8), QColor(theme.LIGHT.plot)
    )


def test_the_plane_grows_again_with_the_window(plot: DecisionPlot, qtbot: QtBot) -> None:
    plot.resize(200, 130)
    plot.show_snapshot(halves())
    qtbot.waitUntil(lambda: plot.canvas.height() < 130)
    plot.resize(700, 500)
    qtbot.waitUntil(lambda: plot.canvas.height() > 350)
