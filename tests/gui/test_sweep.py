"""The sweep in the window: a guess first, results point by point, and the way back."""

import csv
from collections.abc import Iterator
from math import inf, log10
from multiprocessing import active_children
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.axis import axis
from core.bands import Bands
from core.commands.sweep import sweep
from core.experiment import Experiment
from core.initializers.normal import Normal
from core.optimizers import Sgd
from core.outcomes import Outcome, best, outcomes
from core.sweep import Sweep
from gui.main_window import MainWindow
from gui.numbers import figure
from gui.plots import magnitude
from gui.plots.sweep.curves import MOST_LOSS, Against
from gui.plots.sweep.form import DEPTHS
from gui.plots.sweep.map import LOSSES, magnitudes
from gui.plots.sweep.panel import SweepPanel
from gui.plots.sweep.places import spread
from gui.plots.sweep.words import verdict
from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(qtbot)
    yield window
    window.close()
    assert not active_children()


@pytest.fixture
def panel(qtbot: QtBot, window: MainWindow) -> SweepPanel:
    assert window.findChild(SweepPanel) is None  # it is made when it is first seen
    window.docks.docks["sweep"].raise_()
    qtbot.waitUntil(lambda: window.findChild(SweepPanel) is not None)
    panel = window.findChild(QWidget, "sweepPlot")
    assert isinstance(panel, SweepPanel)
    qtbot.waitUntil(lambda: panel.curves.loss.canvas.view.width() > 100)
    qtbot.waitUntil(lambda: bool(panel.curves.loss.places.shown))
    return panel


def enter(qtbot: QtBot, panel: SweepPanel, **values: object) -> None:
    """Type values into the fields of the form."""
    for name, value in values.items():
        field = panel.form.fields[name]
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, str(value))
        qtbot.keyClick(field, Qt.Key.Key_Return)


def press(qtbot: QtBot, panel: SweepPanel, name: str) -> None:
    button = panel.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def finish(qtbot: QtBot, panel: SweepPanel) -> None:
    with qtbot.waitSignal(panel.finished) as finished:
        press(qtbot, panel, "sweepStartButton")
    assert finished.args == [True]


def place(panel: SweepPanel, sigma: float) -> QPoint:
    """Return where a sigma stands in the viewport of the loss."""
    canvas = panel.curves.loss.canvas
    middle = sum(canvas.view.viewRange()[1]) / 2
    return canvas.mapFromScene(canvas.view.mapViewToScene(QPointF(log10(sigma), middle)))


def test_the_numbers_are_those_of_the_command(
    qtbot: QtBot, window: MainWindow, panel: SweepPanel, tmp_path: Path
) -> None:
    enter(qtbot, panel, low=0.01, high=1, points=3, runs=4, steps=30)
    assert len(panel.findChildren(Against)) == 1  # the gradient's when there is one
    finish(qtbot, panel)
    drawn = edits.set_weights(window.document.experiment, {1, 2, 3}, Normal())
    swept = Sweep(drawn, (axis(drawn, "layers[*].weights.std", 0.01, 1, 3),), 4, 30)
    sweep(swept, tmp_path)
    with (tmp_path / "sweep.csv").open(encoding="utf-8") as file:
        table = list(csv.reader(file))[1:]
    rows = [[float(cell) if cell else None for cell in row] for row in table]
    expected = list(outcomes(swept, rows))
    assert [each.point for each in panel.outcomes] == [each.point for each in expected]
    for mine, headless in zip(panel.outcomes, expected, strict=True):
        for shown, told in zip(mine[1:4], headless[1:4], strict=True):
            assert shown == pytest.approx(told, rel=1e-12)
    x, y = panel.curves.loss.points.getData()
    assert x == pytest.approx([-2, -1, 0])
    assert y == pytest.approx(np.log10([each.train.median for each in expected]))
    assert panel.curves.gradient.points.getData()[1] == pytest.approx(
        np.log10([each.gradient.median for each in expected])
    )


def test_a_guess_by_click_stays_and_its_distance_is_told(qtbot: QtBot, panel: SweepPanel) -> None:
    enter(qtbot, panel, low=0.01, high=1, points=3, runs=2, steps=20)
    canvas = panel.curves.loss.canvas
    assert "Where will the loss be lowest?" in canvas.message
    at = place(panel, 0.02)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    guess = panel.guess
    assert guess == pytest.approx(0.02, rel=0.05)
    assert canvas.message == ""
    finish(qtbot, panel)
    found = best(panel.outcomes).point[0]
    times, side = max(found / guess, guess / found), "small" if guess < found else "large"
    assert f"Your guess {figure(guess)} was {figure(times)} times too {side}." in panel.readout.text
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 0.5))
    assert panel.guess == guess  # the answer is on the screen
    assert guess in [each.sigma for each in panel.curves.loss.places.shown]
    press(qtbot, panel, "sweepClearButton")
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 0.5))
    assert panel.guess == pytest.approx(0.5, rel=0.05)


def test_a_guess_is_right_where_no_point_is_nearer() -> None:
    calm = Bands(0.5, 0.6, 0.7)
    found = Outcome((0.1,), calm, calm, calm, 0, 9)
    words = [verdict(found, guess, (0.01, 0.1, 1.0)) for guess in (0.25, 0.4)]
    assert words[0] == "Lowest loss 0.600 at σ = 0.100. Your guess 0.250 was right."
    assert words[1].endswith("Your guess 0.400 was 4.00 times too large.")
    assert verdict(None, 0.1, (0.01, 0.1)) == "At every σ most runs diverged."


def test_a_guess_by_keys_and_by_typing(qtbot: QtBot, panel: SweepPanel) -> None:
    canvas = panel.curves.loss.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    pointed = 10 ** canvas.pointer.x()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert panel.guess == pytest.approx(pointed, rel=0.01)
    enter(qtbot, panel, guess="0,25")
    assert panel.guess == 0.25
    enter(qtbot, panel, guess="none")
    assert panel.guess is None


def test_results_come_point_by_point_and_cancel_is_prompt(qtbot: QtBot, panel: SweepPanel) -> None:
    enter(qtbot, panel, points=60, runs=10, steps=2000)
    with qtbot.waitSignal(panel.computation.arrived):
        press(qtbot, panel, "sweepStartButton")
    shown = len(panel.curves.loss.points.getData()[0])
    assert 0 < shown == len(panel.outcomes) < 60
    assert panel.readout.text == f"{shown} of 60 points"
    assert panel.progress.isVisible()
    finished: list[bool] = []
    panel.finished.connect(finished.append)
    press(qtbot, panel, "sweepStartButton")
    assert finished == [False]
    assert not active_children()
    assert not panel.progress.isVisible()
    assert panel.readout.text.startswith(f"{len(panel.outcomes)} of 60 points   Lowest loss ")


def wild(experiment: Experiment) -> Experiment:
    """Return a regression with far too large steps for large weights."""
    *hidden, output = experiment.layers
    output = msgspec.structs.replace(output, activation="linear")
    return msgspec.structs.replace(
        experiment,
        loss="mean_squared_error",
        optimizer=Sgd(learning_rate=2.0),
        layers=(*hidden, output),
    )


def test_runs_that_diverge_are_marked_at_the_top(
    qtbot: QtBot, window: MainWindow, panel: SweepPanel
) -> None:
    window.document.edit(wild(window.document.experiment), "wild")
    qtbot.waitUntil(lambda: window.session.snapshot.experiment.loss == "mean_squared_error")
    enter(qtbot, panel, low=0.01, high=10, points=4, runs=4, steps=1000)
    finish(qtbot, panel)
    over = [each for each in panel.outcomes if each.diverged]
    assert over
    x, y = panel.curves.diverged.getData()
    assert x == pytest.approx([log10(each.point[0]) for each in over])
    strip = panel.curves.loss.canvas.not_finite
    assert strip.isVisible()
    assert y == pytest.approx(strip.tick[0])
    panel.curves.loss.canvas.point(QPointF(x[-1], 0.0))
    assert f"{over[-1].diverged} of 4 diverged" in panel.readout.text


def test_losses_beyond_the_axis_stand_at_its_end(panel: SweepPanel) -> None:
    calm, huge = Bands(0.5, 0.6, 0.7), Bands(0.5, 1e200, inf)
    found = [Outcome((0.1,), calm, calm, calm, 0, 9), Outcome((1.0,), huge, huge, huge, 1, 9)]
    panel.curves.show_outcomes(found, (0.1, 1.0), ())
    assert panel.curves.loss.points.getData()[1] == pytest.approx([log10(0.6), log10(MOST_LOSS)])
    assert panel.curves.loss.canvas.view.viewRange()[1][1] < log10(MOST_LOSS) + 1


def test_sigma_times_depth_is_a_map_with_exact_values(qtbot: QtBot, panel: SweepPanel) -> None:
    panel.form.what.setFocus()
    while panel.form.what.currentData() != DEPTHS:
        qtbot.keyClick(panel.form.what, Qt.Key.Key_Down)
    enter(qtbot, panel, points=3, runs=2, steps=5, depth=2)
    finish(qtbot, panel)
    assert [each.point[0] for each in panel.outcomes] == [1, 1, 1, 2, 2, 2]
    deep = panel.outcomes[4]
    panel.map.gradient.canvas.point(QPointF(log10(deep.point[1]), 1.5))
    text = panel.readout.text
    assert "depth 2" in text
    assert f"train {figure(deep.train.median)}" in text
    assert f"gradient {figure(deep.gradient.median)}" in text
    low = magnitude.indices(
        magnitudes(np.array([1e-9, 10.0 ** LOSSES[0], 10.0 ** LOSSES[1]]), LOSSES)
    )
    assert low.tolist() == [0, 0, magnitude.STEPS - 1]


def test_results_of_another_experiment_are_marked(
    qtbot: QtBot, window: MainWindow, panel: SweepPanel
) -> None:
    enter(qtbot, panel, points=2, runs=1, steps=5)
    finish(qtbot, panel)
    document, session = window.document, window.session
    document.edit(edits.set_weights(document.experiment, {1}, Normal(std=0.2)), "weights")
    qtbot.waitUntil(lambda: session.snapshot.experiment == document.experiment)
    assert panel.notice.text == ""  # these weights are what was swept
    document.edit(edits.set_units(document.experiment, 1, 5), "units")
    qtbot.waitUntil(lambda: session.snapshot.experiment == document.experiment)
    assert "before the last change" in panel.notice.text
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: panel.notice.text == "")


def test_closing_the_window_ends_the_sweep(
    qtbot: QtBot, window: MainWindow, panel: SweepPanel
) -> None:
    press(qtbot, panel, "sweepStartButton")
    assert active_children()
    window.close()
    assert not active_children()


def test_ends_that_are_the_same_are_refused_beside_the_field(
    qtbot: QtBot, panel: SweepPanel
) -> None:
    enter(qtbot, panel, low=1, high=1)
    press(qtbot, panel, "sweepStartButton")
    assert panel.notice.text == "The ends of the axis must differ."
    assert not panel.computation.running
    enter(qtbot, panel, points=1)
    beside = panel.window().findChild(QLabel, "fieldMessage")
    assert beside.isVisible()
    assert "at least 2" in beside.text()


def test_names_above_the_axis_never_meet() -> None:
    lefts = spread([10.0, 12.0, 95.0], [30, 30, 30], room=100, gap=4)
    assert lefts == [0, 34, 70]
    assert spread([50.0], [20], 100, 4) == [40]
