"""One cursor for all plots against steps; and every panel shows the step of the timeline."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from core.experiment import default_experiment
from core.snapshot import Snapshot
from gui.main_window import MainWindow
from gui.numbers import whole
from gui.plots.by_step import StepPlot
from gui.plots.canvas import Canvas
from gui.plots.collection import OF_LAYERS
from tests.gui.windows import open_window

LAST = 400
NAMES = ("loss", "gradient")


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = open_window(qtbot)
    window.session.advance(LAST)
    wait_for(qtbot, window, LAST)
    return window


def wait_for(qtbot: QtBot, window: MainWindow, step: int) -> Snapshot:
    qtbot.waitUntil(lambda: window.session.snapshot.step == step)
    return window.session.snapshot


def go(qtbot: QtBot, window: MainWindow, step: int) -> Snapshot:
    window.timeline.step_requested.emit(step)
    return wait_for(qtbot, window, step)


def plot(window: MainWindow, name: str) -> StepPlot:
    found = getattr(window.plots, name)
    assert isinstance(found, StepPlot)
    return found


def place(canvas: Canvas, step: float) -> QPoint:
    low, high = canvas.view.viewRange()[1]
    point = canvas.view.mapViewToScene(QPointF(step, (low + high) / 2))
    return canvas.mapFromScene(point)


def cursor(each: StepPlot) -> float | None:
    line = each._cursor
    return line.value() if line.isVisible() else None


def test_pointing_into_one_shows_the_line_and_the_values_in_all(
    qtbot: QtBot, window: MainWindow
) -> None:
    for source in NAMES:
        canvas = plot(window, source).canvas
        qtbot.mouseMove(canvas.viewport(), place(canvas, 120))
        found = {name: cursor(plot(window, name)) for name in NAMES}
        assert len(set(found.values())) == 1
        (step,) = set(found.values())
        assert step == pytest.approx(120, abs=LAST / 100)
        for name in NAMES:
            assert plot(window, name).readout.text.endswith(f"step {whole(step)}")
        canvas.leaveEvent(None)
        assert {cursor(plot(window, name)) for name in NAMES} == {None}
        for name in NAMES:
            assert plot(window, name).readout.text.endswith(f"step {LAST}")


@pytest.mark.parametrize("source", NAMES)
def test_all_follow_the_axis_that_moves_under_a_pointer_at_rest(
    qtbot: QtBot, window: MainWindow, source: str
) -> None:
    canvas = plot(window, source).canvas
    qtbot.mouseMove(canvas.viewport(), place(canvas, 120))
    before = cursor(plot(window, source))
    window.session.advance(2 * LAST)
    wait_for(qtbot, window, 3 * LAST)
    found = {cursor(plot(window, name)) for name in NAMES}
    assert len(found) == 1 and found != {before}


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_ctrl_and_a_click_goes_to_the_step(qtbot: QtBot, window: MainWindow, by: str) -> None:
    ctrl, neurons = Qt.KeyboardModifier.ControlModifier, window.selection.neurons
    for name, step in zip(NAMES, (250, 150), strict=True):
        canvas = plot(window, name).canvas
        if by == "mouse":
            at = place(canvas, step)
            qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, ctrl, at)
        else:
            canvas.setFocus()
            canvas.point(QPointF(step, 0.5))
            qtbot.keyClick(canvas, Qt.Key.Key_Return, ctrl)
        qtbot.waitUntil(lambda step=step: abs(window.session.snapshot.step - step) <= LAST / 100)
        assert window.selection.neurons == neurons
        assert "Ctrl+click" in canvas.toolTip()


def test_the_run_is_seen_to_its_end_veiled_from_the_present_step_on(
    qtbot: QtBot, window: MainWindow
) -> None:
    end = window.session.snapshot.history.train_loss
    ranges = {name: plot(window, name).canvas.view.viewRange() for name in NAMES}
    snapshot = go(qtbot, window, 100)
    for name in NAMES:
        each = plot(window, name)
        assert each.canvas.view.viewRange() == ranges[name]  # nothing jumps while it is dragged
        for line, veil in each._presents:
            assert line.isVisible() and line.value() == 100
            assert veil.isVisible() and veil.getRegion()[0] == 100
        assert each.readout.text.endswith("step 100")
    loss = plot(window, "loss")
    assert np.array_equal(loss.whole(snapshot).train_loss, end)
    go(qtbot, window, LAST)
    assert not any(line.isVisible() for line, _ in loss._presents)


def test_a_live_edit_makes_what_was_to_come_another_run(qtbot: QtBot, window: MainWindow) -> None:
    go(qtbot, window, 100)
    window.document.edit(replace(default_experiment(), l2=0.01), "Live")
    qtbot.waitUntil(lambda: window.session.snapshot.reached == 100)
    loss = plot(window, "loss")
    assert loss.whole(window.session.snapshot).steps[-1] == 100
    assert not any(line.isVisible() for line, _ in loss._presents)


DOCKS = (
    "initializer", "data", "matrix", "outline", "loss", "gradient", "decision", "step0", "signal",
    "distribution", "update", "equations", "explanation",
)  # fmt: skip


def test_every_panel_shows_the_step_as_it_was_when_it_was_made(
    qtbot: QtBot, window: MainWindow
) -> None:
    """What a panel looks like at a step does not depend on how one comes there."""
    for name in DOCKS:
        dock = window.docks.docks[name]
        dock.show()
        dock.raise_()
        qtbot.waitUntil(lambda name=name: name in window.docks.seen)
        for tree in dock.findChildren(QTreeView):
            tree.expandAll()
        pictures = []
        for start in (0, LAST, 0, LAST):  # twice: a readout keeps the small type it once needed
            go(qtbot, window, start)
            go(qtbot, window, 37)
            qtbot.waitUntil(lambda: settled(window))
            pictures.append(dock.widget().grab().toImage())
        assert pictures[-2] == pictures[-1], name
        go(qtbot, window, LAST)
        qtbot.waitUntil(lambda: settled(window))
        changes = name not in ("initializer", "matrix", "data", "step0")  # these show step 0 alone
        assert (dock.widget().grab().toImage() != pictures[-1]) == changes, name


def settled(window: MainWindow) -> bool:
    """Say whether what is shown carries all that was asked for."""
    snapshot, seen = window.session.snapshot, window.docks.seen
    decided = snapshot.decision is not None or "decision" not in seen
    return decided and (snapshot.diagnostics is not None or seen.isdisjoint(OF_LAYERS))
