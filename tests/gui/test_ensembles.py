"""An ensemble in the window: started from the menu, watched, cancelled, marked when it is old."""

import csv
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from core import edits
from core.commands.ensemble import ensemble
from core.experiment import default_experiment, write_experiment
from core.initializers.constant import Zeros
from core.seed_band import SeedBand
from gui.main_window import MainWindow
from gui.numbers import figure
from tests.gui.windows import open_window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(qtbot)
    yield window
    window.close()
    assert not active_children()


def finish(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.ensembles.computation.ended) as ended:
        window.actions_.ensemble_20.trigger()
    assert ended.args == [True]


def test_the_band_equals_the_command(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    finish(qtbot, window)
    traced = window.ensembles.traced
    write_experiment(default_experiment(), tmp_path / "it.initlab")
    ensemble(tmp_path / "it.initlab", 20, 1000, 5, tmp_path / "out")
    with (tmp_path / "out" / "bands.csv").open(encoding="utf-8") as file:
        rows = [[float(cell) for cell in row] for row in list(csv.reader(file))[1:]]
    assert list(traced.steps) == [row[0] for row in rows]
    assert np.array(traced.bands) == pytest.approx(np.array(rows)[:, 1:], rel=1e-12)
    x, y = window.plots.loss.band.median.getData()
    assert x.tolist() == list(traced.steps)
    assert y == pytest.approx([each.median for each in traced.bands])


def test_the_pointer_reads_the_band(qtbot: QtBot, window: MainWindow) -> None:
    finish(qtbot, window)
    plot = window.plots.loss
    assert plot.canvas.message == ""
    plot.canvas.point(QPointF(501.0, 0.1))
    p10, median, p90 = window.ensembles.traced.bands[100]
    words = f"median {figure(median)}   10–90 %: {figure(p10)}–{figure(p90)}   step 500"
    assert plot.seeds.text == f"20 seeds   {words}"


def test_it_says_how_far_it_is_from_the_first_moment_on(window: MainWindow) -> None:
    """Before its processes have begun, which takes a while."""
    window.actions_.ensemble_100.trigger()
    assert window.plots.loss.seeds.text == "100 seeds: step 0 of 1,000"


def test_it_is_cancelled_at_once_and_leaves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    computation, plot = window.ensembles.computation, window.plots.loss
    with qtbot.waitSignal(computation.arrived):
        window.actions_.ensemble_100.trigger()
    assert "100 seeds: step" in plot.seeds.text
    button = window.findChild(QToolButton, "closeEnsembleButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not computation.running
    assert plot.seeds.isHidden()
    assert not plot.band.isVisible()
    assert not active_children()


def test_another_experiment_makes_it_old_and_undo_makes_it_new(
    qtbot: QtBot, window: MainWindow
) -> None:
    finish(qtbot, window)
    document, plot = window.document, window.plots.loss
    document.draw_again()  # another of the same seeds
    assert "before the last change" not in plot.seeds.text
    document.edit(edits.set_weights(document.experiment, {1}, Zeros()), "zeros")
    assert "before the last change" in plot.seeds.text
    document.undo_stack.undo()
    assert "before the last change" not in plot.seeds.text


def test_closing_the_window_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_.ensemble_100.trigger()
    assert active_children()
    window.close()
    assert not active_children()


def test_a_bug_in_it_is_raised_in_the_window(qtbot: QtBot, window: MainWindow) -> None:
    computation = window.ensembles.computation
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(computation.ended):
        computation.start(SeedBand.trace)  # a method without its value
    assert "TypeError" in str(raised[0][1])
    assert not computation.running
