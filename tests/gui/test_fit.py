"""The fit, where decisions make no sense: a curve, or predicted against true, in true units."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets.houses import Houses
from core.datasets.sine import Sine
from core.experiment import default_experiment
from core.snapshot import Snapshot
from gui import theme
from gui.main_window import MainWindow
from gui.numbers import figure
from gui.plots.fit import FitPlot
from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot, size=(1440, 900))


def fitted(window: MainWindow, qtbot: QtBot, dataset: Sine | Houses, steps: int = 200) -> FitPlot:
    """Take other data, train, and return the plot that has drawn it."""
    window.document.edit(edits.set_dataset(default_experiment(), dataset), "data")
    qtbot.waitUntil(lambda: window.session.snapshot.experiment.dataset == dataset)
    window.session.advance(steps)
    qtbot.waitUntil(lambda: window.session.snapshot.step == steps)
    plot = window.plots.decision.currentWidget()
    assert isinstance(plot, FitPlot)
    qtbot.waitUntil(lambda: plot.snapshot is window.session.snapshot)
    return plot


def predict(snapshot: Snapshot, X: np.ndarray) -> np.ndarray:
    """Pass the ReLU layers and the linear output by hand."""
    for W, b in zip(snapshot.weights[:-1], snapshot.biases[:-1], strict=True):
        X = np.maximum(W @ X + b, 0)
    return (snapshot.weights[-1] @ X + snapshot.biases[-1])[0]


def point_at(plot: FitPlot, x: float, y: float) -> QPoint:
    return plot.canvas.mapFromScene(plot.canvas.view.mapViewToScene(QPointF(x, y)))


def test_the_dock_is_called_fit_while_values_are_predicted(
    window: MainWindow, qtbot: QtBot
) -> None:
    dock = window.docks.docks["decision"]
    assert dock.windowTitle() == "Decision"
    fitted(window, qtbot, Sine(), 1)
    assert dock.windowTitle() == "Fit"
    window.appearance.set_language("zh_CN")
    window.appearance.set_language("en")
    assert dock.windowTitle() == "Fit"
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: dock.windowTitle() == "Decision")
    assert window.plots.decision.currentWidget() is window.plots.decision.plane


def test_the_sine_gets_a_curve_through_its_points(window: MainWindow, qtbot: QtBot) -> None:
    plot = fitted(window, qtbot, Sine(samples=50, test_samples=20))
    snapshot = plot.snapshot
    x, y = plot.curve.getData()
    assert y == pytest.approx(predict(snapshot, x[np.newaxis]))
    points = plot.train.getData()
    assert points[0] == pytest.approx(snapshot.dataset.train_inputs[0])
    assert points[1] == pytest.approx(snapshot.dataset.train_targets[0])
    assert not plot.units.isVisible()
    data = snapshot.dataset
    error = np.sqrt(np.mean((data.test_targets[0] - predict(snapshot, data.test_inputs)) ** 2))
    assert f"test {figure(error)}" in plot.readout.text


def test_houses_are_shown_in_dollars_and_standardized_by_a_click(
    window: MainWindow, qtbot: QtBot
) -> None:
    plot = fitted(window, qtbot, Houses())
    data, snapshot = plot.snapshot.dataset, plot.snapshot
    scaling = data.target_scaling
    dollars = data.test_targets[0] * scaling.std[0, 0] + scaling.mean[0, 0]
    assert dollars.max() > 100_000
    assert plot.test.getData()[0] == pytest.approx(dollars)
    assert plot.canvas.x.labelText == "true price (Canadian dollars, 1987)"
    residuals = data.test_targets[0] - predict(snapshot, data.test_inputs)
    error = float(np.sqrt(np.mean(residuals**2)))
    assert f"test {figure(error * scaling.std[0, 0])}" in plot.readout.text
    box = plot.findChild(QCheckBox, "originalUnitsCheck")
    assert box.isVisible()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert plot.test.getData()[0] == pytest.approx(data.test_targets[0])
    assert plot.canvas.x.labelText == "true price (standardized)"
    assert f"test {figure(error)}" in plot.readout.text


def test_the_residual_of_the_sample_under_the_mouse_is_read_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    plot = fitted(window, qtbot, Houses())
    data = plot.snapshot.dataset
    mean, std = data.target_scaling.mean[0, 0], data.target_scaling.std[0, 0]
    true = data.train_targets[0] * std + mean
    predicted = predict(plot.snapshot, data.train_inputs) * std + mean
    sample = int(true.argmax())  # far from all others
    place = point_at(plot, true[sample], predicted[sample])
    qtbot.mouseMove(plot.canvas.viewport(), place)
    assert plot.readout.text == (
        f"true {figure(true[sample])}   predicted {figure(predicted[sample])}"
        f"   residual {figure(true[sample] - predicted[sample])}"
    )
    x, y = plot.residual.getData()
    assert x == pytest.approx([true[sample]] * 2)
    assert y == pytest.approx([predicted[sample], true[sample]])


def test_a_plane_of_houses_is_asked_in_square_feet(window: MainWindow, qtbot: QtBot) -> None:
    dataset = Houses(features=("lotsize", "bedrooms"))
    window.document.edit(edits.set_dataset(default_experiment(), dataset), "data")
    plane = window.plots.decision.plane
    qtbot.waitUntil(lambda: plane.canvas.x.labelText == "lotsize (square feet)")
    assert window.docks.docks["decision"].windowTitle() == "Fit"
    snapshot = plane.snapshot
    lots = snapshot.dataset.input_scaling.to_original(snapshot.dataset.train_inputs)[0]
    low, high = plane.canvas.view.viewRange()[0]
    assert low < lots.min() < 5000 < lots.max() < high
    (x1_low, x1_high, x2_low, x2_high), values = plane.grid.extent, plane.grid.values
    rows, columns = values.shape
    middle = np.array([[(x1_low + x1_high) / 2 + (x1_high - x1_low) / (2 * columns)],
                       [(x2_low + x2_high) / 2 + (x2_high - x2_low) / (2 * rows)]])  # fmt: skip
    scaled = snapshot.dataset.input_scaling.to_scaled(middle)
    price = snapshot.dataset.target_scaling.to_original(predict(snapshot, scaled)[np.newaxis])
    assert values[rows // 2, columns // 2] == pytest.approx(price[0, 0])
    plane.canvas.point(QPointF(*middle.ravel()))
    at = plane.canvas.pointer
    asked = snapshot.dataset.input_scaling.to_scaled(np.array([[at.x()], [at.y()]]))
    price = snapshot.dataset.target_scaling.to_original(predict(snapshot, asked)[np.newaxis])
    assert plane.readout.text.endswith(f"answer {figure(price[0, 0])}")
    plane.units.click()
    assert plane.canvas.x.labelText == "lotsize (standardized)"
    assert plane.grid.extent == snapshot.decision.extent


def test_every_theme_and_zoom_reaches_the_fit(window: MainWindow, qtbot: QtBot) -> None:
    plot = fitted(window, qtbot, Sine(samples=50, test_samples=20), 5)
    for name in theme.THEMES:
        theme.apply(QApplication.instance(), name, 1.5)
        QApplication.sendPostedEvents()
        assert plot.grab().toImage().pixelColor(2, 2) == theme.color("plot")
        assert plot.curve.opts["pen"].color().name() == theme.current().runs[0].lower()
