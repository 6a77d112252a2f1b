"""The accuracy below the loss, and the hint where a linear axis hides what is learnt."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets.sine import Sine
from core.experiment import default_experiment
from core.initializers.normal import ScaledNormal
from core.layer import Layer
from core.snapshot import Snapshot
from gui.main_window import MainWindow
from gui.numbers import figure
from tests.gui.windows import open_window

HINT = "The first losses are so large that the rest lies flat: try Log scale."


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot, size=(1440, 900))


def train(window: MainWindow, qtbot: QtBot, steps: int) -> Snapshot:
    """Train, and return the snapshot that is drawn."""
    goal = window.session.snapshot.step + steps
    window.session.advance(steps)
    qtbot.waitUntil(lambda: window.session.snapshot.step == goal)
    qtbot.waitUntil(lambda: window.plots.loss.snapshot is window.session.snapshot)
    return window.session.snapshot


def share_right(snapshot: Snapshot) -> float:
    """Return the share of test points on the right side, worked out by hand."""
    A = snapshot.dataset.test_inputs
    for W, b in zip(snapshot.weights[:-1], snapshot.biases[:-1], strict=True):
        A = np.maximum(W @ A + b, 0)
    Z = snapshot.weights[-1] @ A + snapshot.biases[-1]
    return float(np.mean((Z > 0) == (snapshot.dataset.test_targets > 0.5)))


def test_a_click_shows_the_accuracy_below_the_loss(window: MainWindow, qtbot: QtBot) -> None:
    plot = window.plots.loss
    snapshot = train(window, qtbot, 1500)
    assert not plot.accuracy.isVisible()
    box = plot.findChild(QCheckBox, "accuracyCheck")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 2)
    assert plot.accuracy.isVisible()
    assert not plot.canvas.x.isVisible()
    percent = plot.accuracy.lines.test.getData()[1]
    assert percent[-1] == pytest.approx(100 * share_right(snapshot))
    assert 50 < percent[-1] <= 100
    assert f"{figure(100 * share_right(snapshot))} %" in plot.readout.text
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not plot.accuracy.isVisible()
    assert plot.canvas.x.isVisible()


def test_the_next_window_shows_it_again(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.findChild(QCheckBox, "accuracyCheck"), Qt.MouseButton.LeftButton)
    window.close()
    again = open_window(qtbot)
    train(again, qtbot, 10)
    assert again.findChild(QCheckBox, "accuracyCheck").isChecked()
    assert again.plots.loss.accuracy.isVisible()


def test_both_panels_read_out_the_same_step(window: MainWindow, qtbot: QtBot) -> None:
    plot = window.plots.loss
    snapshot = train(window, qtbot, 200)
    plot.findChild(QCheckBox, "accuracyCheck").click()
    plot.accuracy.point(QPointF(120, 50))
    nearest = round(plot.accuracy.pointer.x())
    loss, accuracy = snapshot.history.train_loss[nearest], snapshot.history.train_accuracy[nearest]
    assert plot.readout.text.startswith(f"train {figure(loss)}, {figure(100 * accuracy)} %")
    assert plot.readout.text.endswith(f"step {nearest}")
    upper, lower = plot.canvas.view.viewRange()[0], plot.accuracy.view.viewRange()[0]
    assert upper == pytest.approx(lower)


def test_values_have_no_accuracy_and_the_switch_says_so(window: MainWindow, qtbot: QtBot) -> None:
    plot = window.plots.loss
    box = plot.findChild(QCheckBox, "accuracyCheck")
    box.click()
    window.document.edit(edits.set_dataset(window.document.experiment, Sine()), "sine")
    qtbot.waitUntil(lambda: not box.isEnabled())
    assert not plot.accuracy.isVisible()
    assert "values" in box.toolTip()


def test_losses_that_start_far_too_high_get_a_hint(window: MainWindow, qtbot: QtBot) -> None:
    plot = window.plots.loss
    train(window, qtbot, 100)
    assert not plot.hint.isVisible()
    huge = tuple(
        Layer(layer.units, layer.activation, ScaledNormal(factor=10.0))
        for layer in default_experiment().layers
    )
    experiment = replace(default_experiment(), layers=huge)
    window.document.edit(experiment, "too large")
    qtbot.waitUntil(lambda: window.session.snapshot.experiment.layers == huge)
    snapshot = train(window, qtbot, 300)
    first = snapshot.history.train_loss[0]
    assert first > 10 * np.log(2)
    assert plot.canvas.view.viewRange()[1][1] >= first  # the axis is not changed in silence
    assert plot.hint.isVisible()
    assert plot.hint.text == HINT
    plot.findChild(QCheckBox, "logScaleCheck").click()
    assert not plot.hint.isVisible()
