"""Runs compared in the real window: pinned by key, trained in lockstep, read side by side."""

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from core import edits
from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.initializers.constant import Zeros
from core.initializers.normal import ScaledNormal
from core.optimizers import Sgd
from core.snapshot import Snapshot
from core.trainer import Trainer
from gui.compare.comparison import Comparison
from gui.main_window import MainWindow
from gui.numbers import figure
from gui.plots.readout import Readout
from gui.plots.run_lines import common_step, record_at
from gui.run_chips import Chip
from tests.gui.snapshots import circles, trained
from tests.gui.windows import open_window


def newest(window: MainWindow) -> Snapshot:
    assert window.session.snapshot is not None
    return window.session.snapshot


def letters(window: MainWindow) -> str:
    return "".join(run.letter for run in newest(window).runs)


def pin(qtbot: QtBot, window: MainWindow) -> None:
    """Pin the present run with its key."""
    runs = len(newest(window).runs)
    qtbot.keyClick(window, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(newest(window).runs) == runs + 1)


def take(qtbot: QtBot, window: MainWindow, experiment: Experiment) -> None:
    """Take an edited experiment as the present one."""
    window.document.edit(experiment, "edit")
    qtbot.waitUntil(lambda: newest(window).experiment == experiment)


def take_weights(qtbot: QtBot, window: MainWindow, rule: AnyInitializer) -> None:
    take(qtbot, window, edits.set_weights(window.document.experiment, (1, 2, 3), rule))


def advance(qtbot: QtBot, window: MainWindow, step: int) -> None:
    window.session.advance(step - newest(window).now)
    qtbot.waitUntil(lambda: newest(window).now == step)


def three_runs(qtbot: QtBot, window: MainWindow) -> None:
    """Pin He and zeros beside small weights."""
    for rule in (Zeros(), ScaledNormal(factor=0.01)):
        pin(qtbot, window)
        take_weights(qtbot, window, rule)


def chip(window: MainWindow, letter: str) -> Chip:
    found = window.findChild(QToolButton, f"run{letter}Chip")
    assert isinstance(found, Chip)
    return found


def assert_alone(run: Snapshot) -> None:
    """Assert that a run is what its experiment gives without any other beside it."""
    alone = Trainer(run.experiment)
    alone.advance(run.step)
    history = alone.snapshot().history
    assert np.array_equal(run.history.steps, history.steps)
    assert np.array_equal(run.history.train_loss, history.train_loss)
    assert np.array_equal(run.history.gradient_norms, history.gradient_norms)


def comparison(qtbot: QtBot, window: MainWindow) -> Comparison:
    """Return what the dock shows, which it makes when it is first seen."""
    qtbot.waitUntil(lambda: window.findChild(Comparison) is not None)
    found = window.findChild(Comparison)
    assert isinstance(found, Comparison)
    return found


def test_three_runs_pinned_by_key_are_drawn_as_each_would_be_alone(
    qtbot: QtBot, window: MainWindow
) -> None:
    three_runs(qtbot, window)
    advance(qtbot, window, 60)
    assert letters(window) == "ABC"
    plot = window.plots.loss
    for run in newest(window).runs:
        assert_alone(run)
        curve = plot.lines.curve(run.place)
        assert curve.isVisible()
        assert curve.getData()[1] == pytest.approx(run.history.train_loss)
        assert f"{run.letter} {figure(run.measurement.train_loss)} " in f"{plot.readout.text} "
    assert not plot.lines.test.isVisible()
    assert plot.readout.text.endswith("step 60")
    assert [chip(window, letter).isChecked() for letter in "ABC"] == [False, False, True]


def test_the_pointer_reads_all_runs_at_one_step_and_on_the_test_data_too(
    qtbot: QtBot, window: MainWindow
) -> None:
    three_runs(qtbot, window)
    advance(qtbot, window, 60)
    plot, runs = window.plots.loss, newest(window).runs
    plot.canvas.point(QPointF(20.3, 0.1))
    read = [f"{run.letter} {figure(run.history.train_loss[20])}" for run in runs]
    assert plot.readout.text.split("   ") == [*read, "step 20"]
    on_test = plot.findChild(QCheckBox, "compareTestCheck")
    assert isinstance(on_test, QCheckBox)
    on_test.setFocus()
    qtbot.keyClick(on_test, Qt.Key.Key_Space)
    assert plot.lines.curve(0).getData()[1] == pytest.approx(runs[0].history.test_loss)
    read = [f"{run.letter} {figure(run.history.test_loss[20])}" for run in runs]
    assert plot.readout.text.split("   ") == [*read, "step 20"]


def test_of_six_runs_each_has_its_line_and_its_loss_above_the_plot(qtbot: QtBot) -> None:
    window = open_window(qtbot, size=(1440, 900))
    for rule in (Zeros(), *(ScaledNormal(factor=factor) for factor in (0.01, 0.1, 1.0, 3.0))):
        pin(qtbot, window)
        take_weights(qtbot, window, rule)
    lines = [one for one in window.plots.loss.findChildren(Readout) if one.isVisible()]
    assert [line.height() for line in lines] == [line.sizeHint().height() for line in lines]
    advance(qtbot, window, 50)
    told = "   ".join(line.text for line in lines)
    for run in newest(window).runs:
        alone = Trainer(run.experiment)
        alone.advance(50)
        assert f"{run.letter} {figure(alone.measure().train_loss)}" in told


def test_rewind_step_and_the_timeline_move_all_runs(qtbot: QtBot, window: MainWindow) -> None:
    three_runs(qtbot, window)
    advance(qtbot, window, 30)
    before = {run.letter: run.history.train_loss for run in newest(window).runs}
    window.session.rewind(12)
    qtbot.waitUntil(lambda: newest(window).now == 12)
    for run in newest(window).runs:
        assert run.step == 12
        assert np.array_equal(run.history.train_loss, before[run.letter][:13])
    qtbot.keyClick(window, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: [run.step for run in newest(window).runs] == [11] * 3)
    qtbot.keyClick(window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: [run.step for run in newest(window).runs] == [12] * 3)
    assert newest(window).reached == 30
    qtbot.keyClick(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: [run.step for run in newest(window).runs] == [0] * 3)


def test_a_live_edit_is_the_present_runs_alone(qtbot: QtBot, window: MainWindow) -> None:
    first = window.document.experiment
    pin(qtbot, window)
    take(qtbot, window, msgspec.structs.replace(first, optimizer=Sgd(learning_rate=0.5)))
    a, b = newest(window).runs
    assert (a.experiment, a.letter) == (first, "A")
    assert (b.experiment.optimizer.learning_rate, b.letter) == (0.5, newest(window).letter)


def test_pins_survive_undo_and_one_is_the_present_experiment_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    first = window.document.experiment
    pin(qtbot, window)
    take_weights(qtbot, window, Zeros())
    zeros = window.document.experiment
    chip(window, "A").use.trigger()
    qtbot.waitUntil(lambda: newest(window).experiment == first)
    assert window.document.undo_stack.undoText() == "Settings of A"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: newest(window).experiment == zeros)
    assert letters(window) == "AB"


def test_a_run_taken_away_is_gone_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    three_runs(qtbot, window)
    advance(qtbot, window, 5)
    chip(window, "A").unpin.trigger()
    qtbot.waitUntil(lambda: letters(window) == "BC")
    assert chip(window, "A").isHidden()
    assert not window.plots.loss.lines.curve(0).isVisible()
    chip(window, "B").unpin.trigger()
    qtbot.waitUntil(lambda: letters(window) == "A")
    assert window.plots.loss.lines.test.isVisible()
    assert window.plots.loss.readout.text.startswith("train ")
    assert [chip(window, letter).isHidden() for letter in "ABC"] == [True] * 3


def wild(experiment: Experiment, **changes: object) -> Experiment:
    """Return an experiment with weights so large, and so little in their way, that it diverges."""
    layers = tuple(
        msgspec.structs.replace(layer, activation="linear", weights=ScaledNormal(factor=1e3))
        for layer in experiment.layers
    )
    return msgspec.structs.replace(experiment, layers=layers, loss="mean_squared_error", **changes)


def test_one_that_diverges_does_not_stop_the_others(qtbot: QtBot, window: MainWindow) -> None:
    pin(qtbot, window)
    take(qtbot, window, wild(window.document.experiment, optimizer=Sgd(learning_rate=1e5)))
    advance(qtbot, window, 50)
    calm, broken = newest(window).runs
    assert (calm.step, calm.divergence) == (50, None)
    assert broken.divergence is not None
    assert broken.step < 50
    assert "B diverged" in window.plots.loss.readout.text
    assert "can't be compared" in window.plots.loss.hint.text  # nor can their losses
    label = window.findChild(QLabel, "stepLabel")
    assert isinstance(label, QLabel)
    assert label.text() == "step 50"


def test_time_goes_on_beside_a_run_that_broke(qtbot: QtBot, window: MainWindow) -> None:
    """The timeline, its bookmarks and the cross stand where the runs stand that go on."""
    pin(qtbot, window)
    first = window.document.experiment
    take(qtbot, window, wild(first))
    advance(qtbot, window, 50)
    slider = window.findChild(QSlider, "timelineSlider")
    assert slider.value() == slider.maximum() == 50
    window.session.rewind(30)
    qtbot.waitUntil(lambda: newest(window).now == 30)
    assert slider.value() == 30
    window.actions_.bookmark.trigger()
    end = newest(window).step
    assert end < 30
    marks = window.timeline.bookmarks.marks
    assert {step: mark.breaks for step, mark in marks.items()} == {end: "B", 30: ""}
    assert slider.accessibleDescription() == f"step {end}: here B breaks, step 30"
    pin(qtbot, window)  # B breaks beside the present run, too
    take(qtbot, window, first)
    advance(qtbot, window, 50)
    assert slider.accessibleDescription() == f"step {end}: here B breaks"


def test_the_title_finds_room_beside_what_comes_with_a_second_run(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1024, 768)
    pin(qtbot, window)
    title = window.plots.loss.title
    qtbot.waitUntil(lambda: title.shown_text() == "How wrong it is")


def test_what_cannot_be_pinned_says_why(qtbot: QtBot, window: MainWindow) -> None:
    pin(qtbot, window)
    action = window.actions_.pin
    assert not action.isEnabled()
    assert "Run A has the same settings" in action.toolTip()
    for factor in range(1, 5):
        take_weights(qtbot, window, ScaledNormal(factor=factor))
        assert action.isEnabled()
        pin(qtbot, window)
    take_weights(qtbot, window, Zeros())
    assert letters(window) == "ABCDEF"
    assert not action.isEnabled()
    assert "at most" in action.toolTip()
    assert [run.step for run in newest(window).runs] == [0] * 6


def test_the_panel_shows_each_run_and_what_differs(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    panel = comparison(qtbot, window)
    assert "Press P" in panel.summary.text()
    three_runs(qtbot, window)
    advance(qtbot, window, 20)
    assert panel.summary.text() == "One thing differs: Weights."
    assert [cell.text() for cell in panel.cells] == [
        "Weights", "He normal", "Zeros", "Scaled normal, Factor 0.01",
    ]  # fmt: skip
    for run in newest(window).runs:
        column = panel.columns[run.letter]
        assert column.loss.text == figure(run.measurement.train_loss)
        assert column.test_loss.text == figure(run.measurement.test_loss)
        assert not column.network.grab().isNull()
    assert not panel.caution.isVisible()
    other = msgspec.structs.replace(window.document.experiment, seed=1)
    take(qtbot, window, other)
    assert panel.summary.text().startswith("2 things differ")
    assert panel.caution.isVisible()
    assert "luck of the draw" in panel.caution.text
    window.appearance.set_language("zh_CN")
    window.appearance.set_language("en")
    assert panel.summary.text().startswith("2 things differ")


def test_the_panel_draws_only_while_it_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_.compare.trigger()
    pin(qtbot, window)
    take_weights(qtbot, window, Zeros())
    window.docks.docks["decision"].raise_()
    qtbot.waitUntil(lambda: "compare" not in window.docks.seen)
    drawn = comparison(qtbot, window).columns["A"].loss.text
    advance(qtbot, window, 200)
    assert comparison(qtbot, window).columns["A"].loss.text == drawn
    window.actions_.compare.trigger()
    qtbot.waitUntil(lambda: comparison(qtbot, window).columns["A"].loss.text != drawn)


def test_runs_recorded_at_other_steps_are_read_where_all_were() -> None:
    one = trained(circles(), 90)
    places = [*range(0, 90, 4), 90]  # as a larger network may be recorded
    history = one.history
    thin = replace(history, steps=history.steps[places], train_loss=history.train_loss[places])
    other = replace(one, history=thin, letter="B")
    assert common_step((one, other), 41.2) == 40
    assert common_step((one, other), None) == 90
    assert record_at(thin, 40) == 10
    assert record_at(thin, 41) is None
