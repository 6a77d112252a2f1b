"""The mouse over every plot of the window: what it reads is worked out here once more."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QComboBox, QTabBar
from pytestqt.qtbot import QtBot

from core.initializers.xavier import XavierNormal
from core.trainer import Trainer
from gui.main_window import MainWindow
from gui.numbers import figure
from gui.plots.base import SnapshotPlot
from gui.plots.canvas import Canvas
from gui.plots.histogram import WeightHistogram
from tests.gui.layers import deep
from tests.gui.windows import open_window

STEPS, EARLIER = 300, 120


class Desk:
    """The window after some steps, its mouse, and a trainer of our own at the same step."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window: MainWindow = open_window(
            qtbot, deep(XavierNormal(), "tanh", layers=2), (1440, 900)
        )
        self.window.session.advance(STEPS)
        qtbot.waitUntil(lambda: self.window.session.snapshot.step == STEPS)
        self.trainer = Trainer(self.window.document.experiment)
        self.trainer.advance(STEPS)

    def open(self, title: str, name: str) -> SnapshotPlot:
        """Click a tab, and return its plot when it shows the present step."""
        bars = [bar for bar in self.window.findChildren(QTabBar) if bar.isVisible()]
        bar, tab = next(
            (bar, tab) for bar in bars for tab in range(bar.count()) if bar.tabText(tab) == title
        )
        left = Qt.MouseButton.LeftButton
        self.qtbot.mouseClick(bar, left, pos=bar.tabRect(tab).center())

        def shown() -> SnapshotPlot | None:
            plot = self.window.findChild(SnapshotPlot, name)
            return plot if plot is not None and plot.snapshot is not None else None

        self.qtbot.waitUntil(lambda: shown() is not None)
        return shown()

    def point(self, canvas: Canvas, x: float, y: float) -> QPointF:
        """Move the mouse to a place of the axes; return where it came to stand."""

        def there() -> bool:
            at = canvas.mapFromScene(canvas.view.mapViewToScene(QPointF(x, y)))
            self.qtbot.mouseMove(canvas.viewport(), at)
            return canvas.pointer is not None

        self.qtbot.waitUntil(there)  # a plot made a moment ago still finds its place
        assert canvas.pointer is not None
        return canvas.pointer

    def outputs(self) -> Iterator[np.ndarray]:
        """Yield A of the layers, tanh and at last sigmoid, of the training set."""
        network, A = self.trainer.network, self.trainer.dataset.train_inputs
        last = len(network.weights) - 1
        for place, (W, b) in enumerate(zip(network.weights, network.biases, strict=True)):
            Z = W @ A + b
            A = np.tanh(Z) if place < last else 1 / (1 + np.exp(-Z))
            yield A


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def cross_entropy(desk: Desk) -> float:
    *_, A = desk.outputs()
    Y = desk.trainer.dataset.train_targets
    return float(-(Y * np.log(A) + (1 - Y) * np.log(1 - A)).mean())


def test_the_plots_against_steps(desk: Desk) -> None:
    loss, gradient = desk.window.plots.loss, desk.window.plots.gradient
    step = round(desk.point(loss.canvas, EARLIER, 0.5).x())
    desk.trainer.rewind(step)
    assert f"train {figure(cross_entropy(desk))} " in loss.readout.text + " "
    assert loss.readout.text.endswith(f"step {step}")
    gradients = desk.trainer.gradients()
    of_all = [np.hypot(np.linalg.norm(one.dW, axis=1), one.db[:, 0]) for one in gradients]
    least, most = (figure(pick(np.concatenate(of_all))) for pick in (np.min, np.max))
    assert gradient.readout.text == f"smallest {least}   largest {most}   step {step}"
    step = round(desk.point(gradient.canvas, EARLIER, 11.5).x())
    desk.trainer.rewind(step)
    second = desk.trainer.gradients()[1]
    norm = np.hypot(np.linalg.norm(second.dW[1]), second.db[1, 0])
    assert gradient.readout.text == f"L2 n2   |dJ/dW| = {figure(norm)}   step {step}"
    combo = gradient.findChild(QComboBox)
    desk.qtbot.keyClick(combo, Qt.Key.Key_Down)
    canvas = next(one for one in gradient.findChildren(Canvas) if one.isVisible())
    low, high = canvas.view.viewRange()[1]
    step = round(desk.point(canvas, EARLIER, (low + high) / 2).x())
    desk.trainer.rewind(step)
    norms = [np.hypot(np.linalg.norm(g.dW), np.linalg.norm(g.db)) for g in desk.trainer.gradients()]
    assert gradient.readout.text == "   ".join((*map(figure, norms), f"step {step}"))


def test_the_plots_by_layer(desk: Desk) -> None:
    A = list(desk.outputs())
    signal = desk.open("Signal", "signalPlot")
    desk.point(signal.canvas, 2, -1)
    assert signal.readout.text.startswith(f"Layer 2   forward A {figure(A[1].std())} (theory ")
    spread = desk.open("Distributions", "distributionPlot")
    desk.point(spread.canvas, 1, 0.0)
    assert spread.readout.text.startswith(f"Layer 1: {figure(A[0].mean())} ± {figure(A[0].std())}")
    updates = desk.open("Updates", "updatePlot")
    desk.point(updates.canvas, 2, -3)
    before = desk.trainer.network.weights[1].copy()
    desk.trainer.advance(1)
    ratio = (desk.trainer.network.weights[1] - before).std() / before.std()
    assert updates.readout.text == f"Layer 2   {figure(ratio)} of its weights' size"


def test_what_the_first_weights_do(desk: Desk) -> None:
    histogram = desk.window.initializer.findChild(WeightHistogram)
    at = desk.point(histogram.canvas, 0.1, 1)
    desk.trainer.rewind(0)
    first = np.concatenate([W.ravel() for W in desk.trainer.network.weights])
    edges = histogram.bars.getData()[0]
    place = int(np.searchsorted(edges, at.x())) - 1
    inside = ((first >= edges[place]) & (first < edges[place + 1])).sum()
    assert histogram.readout.text == (
        f"{figure(edges[place])} to {figure(edges[place + 1])}: {inside}"
    )
    plot = desk.open("Step 0", "stepZeroPlot")
    desk.point(plot.canvas, 3, -1)
    *_, A = desk.outputs()
    assert plot.readout.text.startswith(f"Output   forward A {figure(A.std())} (theory ")


def test_the_plane(desk: Desk) -> None:
    plane = desk.window.plots.decision.plane
    at = desk.point(plane.canvas, 0.3, -0.4)
    A = np.array([[at.x()], [at.y()]])
    for W, b in zip(desk.trainer.network.weights, desk.trainer.network.biases, strict=True):
        Z = W @ A + b
        A = np.tanh(Z)
    answer = figure(1 / (1 + np.exp(-Z[0, 0])))
    assert plane.readout.text == f"x1 = {figure(at.x())}   x2 = {figure(at.y())}   answer {answer}"
