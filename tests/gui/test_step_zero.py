"""Step 0 through the real window: it follows the slider, and stays while the network trains."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.initializers.constant import Zeros
from core.initializers.normal import Normal
from core.trainer import Trainer
from gui.main_window import MainWindow
from gui.numbers import figure, percent
from gui.plots.gauges import LEFT, RIGHT
from gui.plots.step_zero import StepZeroPlot, lost_share
from tests.gui.layers import deep
from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot, deep(Normal(std=0.3), "tanh"), (1024, 768))


def look(qtbot: QtBot, window: MainWindow) -> StepZeroPlot:
    """Click the tab of step 0, and return the plot when it is there."""
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    bar, tab = next(
        (bar, tab) for bar in bars for tab in range(bar.count()) if bar.tabText(tab) == "Step 0"
    )
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tab).center())
    qtbot.waitUntil(lambda: window.findChild(StepZeroPlot, "stepZeroPlot") is not None)
    plot = window.findChild(StepZeroPlot, "stepZeroPlot")
    qtbot.waitUntil(lambda: plot.shown is not None)
    return plot


def drawn(plot: StepZeroPlot) -> tuple[np.ndarray, np.ndarray]:
    """Return the standard deviations that the markers stand at."""
    forward, backward = (10 ** t.points.getData()[1] for t in (plot.forward, plot.backward))
    return forward, backward


def by_numpy(experiment: Experiment) -> tuple[list[float], list[float]]:
    """Return the std of A and of dZ, computed here from the first weights."""
    trainer = Trainer(experiment)
    network, A, outputs = trainer.network, trainer.dataset.train_inputs, []
    for W, b in zip(network.weights, network.biases, strict=True):
        Z = W @ A + b
        A = np.tanh(Z) if len(outputs) < 6 else 1 / (1 + np.exp(-Z))
        outputs.append(A)
    errors = [outputs[-1] - trainer.dataset.train_targets]
    for W, A in zip(network.weights[:0:-1], outputs[-2::-1], strict=True):
        errors.append((W.T @ errors[-1]) * (1 - A * A))
    return [A.std() for A in outputs], [dZ.std() for dZ in errors[::-1]]


def drag_sigma(qtbot: QtBot, window: MainWindow) -> None:
    """Drag the slider to the right, through the middle."""
    slider = window.initializer.findChild(type(window.initializer._scale.slider), "scaleSlider")
    y, left = slider.height() // 2, Qt.MouseButton.LeftButton
    points = [QPoint(slider.middle_of(value), y) for value in (-50, -20, 0)]
    qtbot.mousePress(slider, left, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(slider, point)
    qtbot.mouseRelease(slider, left, pos=points[-1])


def test_what_is_drawn_is_what_numpy_says_and_follows_the_slider(
    qtbot: QtBot, window: MainWindow
) -> None:
    plot = look(qtbot, window)
    for drag in (False, True):
        if drag:
            before = window.document.experiment
            drag_sigma(qtbot, window)
            assert window.document.experiment != before
        experiment = window.document.experiment
        qtbot.waitUntil(lambda: plot.snapshot.experiment == window.document.experiment)
        for shown, expected in zip(drawn(plot), by_numpy(experiment), strict=True):
            assert shown == pytest.approx(expected, rel=1e-9)
        x, y = plot.forward.theory.getData()
        theory = [layer.A for layer in Trainer(experiment)._theory]
        assert 10 ** np.interp(np.arange(1, 8), x, y) == pytest.approx(theory, rel=1e-9)
    assert plot.title.text().startswith("Step 0")
    assert "theory" in plot.readout.text


def test_step_0_stays_while_the_network_trains(qtbot: QtBot, window: MainWindow) -> None:
    plot = look(qtbot, window)
    first = drawn(plot)
    window.session.advance(20)
    qtbot.waitUntil(lambda: window.session.snapshot.step == 20)
    qtbot.waitUntil(lambda: plot.title.text().startswith("Still step 0"))
    assert np.array_equal(drawn(plot), first)
    window.session.rewind(0)
    qtbot.waitUntil(lambda: plot.title.text().startswith("Step 0"))


def test_it_can_be_looked_at_only_after_training(qtbot: QtBot, window: MainWindow) -> None:
    window.session.advance(20)
    qtbot.waitUntil(lambda: window.session.snapshot.step == 20)
    plot = look(qtbot, window)
    assert plot.title.text().startswith("Still step 0")
    for shown, expected in zip(drawn(plot), by_numpy(window.document.experiment), strict=True):
        assert shown == pytest.approx(expected, rel=1e-9)


def test_it_costs_nothing_behind_another_tab(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.session.snapshot is not None)
    assert window.session.snapshot.initial_diagnostics is None
    assert window.findChild(StepZeroPlot, "stepZeroPlot") is None
    plot = look(qtbot, window)
    window.docks.docks["decision"].raise_()
    shown = plot.snapshot
    drag_sigma(qtbot, window)
    qtbot.waitUntil(lambda: window.session.snapshot.experiment == window.document.experiment)
    assert window.session.snapshot.initial_diagnostics is None
    assert plot.snapshot is shown


def test_each_layer_has_its_outputs_and_its_gauge(qtbot: QtBot, window: MainWindow) -> None:
    plot = look(qtbot, window)
    window.document.edit(deep(Normal(std=1.0), "tanh"), "wide")
    qtbot.waitUntil(lambda: plot.snapshot.experiment == window.document.experiment)
    layers = plot.snapshot.initial_diagnostics
    x, y = plot.columns.bars.getData()
    for layer in layers:
        edges = layer.A.histogram.edges
        column = y[np.abs(x - layer.layer) <= 0.5]
        assert (column.min(), column.max()) == (edges[0], edges[-1])
    low, high = plot.columns.view.viewRange()[1]
    corners = plot.columns.fills.getData()[1].reshape(-1, 5)
    shares = [lost_share(layer) for layer in layers]
    assert any(0 < share < 1 for share in shares)
    assert (corners[:, 1] - low) / (high - low) == pytest.approx(shares)
    assert plot.columns.fills.getData()[0][:2].tolist() == [1 + LEFT] * 2
    assert plot.columns.fills.getData()[0][2:4].tolist() == [1 + RIGHT] * 2
    names = [text for _, text in next(plot.columns.x.candidates(0.5, 7.5))]
    assert names == [
        f"{'Layer ' + str(n) if n < 7 else 'Output'}\n{percent(share)} saturated"
        for n, share in enumerate(shares, start=1)
    ]
    plot.columns.point(QPointF(3, 0))
    assert f"forward A {figure(layers[2].A.std)}" in plot.readout.text
    assert plot.readout.text.endswith(f"{percent(shares[2])} saturated")


def test_dead_layers_fill_their_gauge(qtbot: QtBot, window: MainWindow) -> None:
    plot = look(qtbot, window)
    window.document.edit(deep(Zeros()), "zeros")
    qtbot.waitUntil(lambda: plot.snapshot.experiment == window.document.experiment)
    corners = plot.columns.fills.getData()[1].reshape(-1, 5)
    low, high = plot.columns.view.viewRange()[1]
    assert (corners[:6, 1] == high).all()
    assert corners[6, 1] == low  # the output is a sigmoid at 0.5
    assert not plot.forward.theory.isVisible()  # it is 0, and has no log10
    assert "theory" not in plot.readout.text


def test_where_nothing_can_be_lost_there_is_no_gauge(qtbot: QtBot, window: MainWindow) -> None:
    plot = look(qtbot, window)
    layers = tuple(
        replace(layer, saturated=None, dead=None) for layer in plot.snapshot.initial_diagnostics
    )
    plot.show_snapshot(replace(window.session.snapshot, initial_diagnostics=layers))
    assert not plot.columns.fills.isVisible()
    assert not plot.columns.frames.isVisible()
    assert [text for _, text in next(plot.columns.x.candidates(0.5, 7.5))][0] == "Layer 1\n"
