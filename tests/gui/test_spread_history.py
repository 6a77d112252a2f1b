"""One layer's numbers over the run: true counts in fixed rows, in the window and by itself."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QTabBar
from pytestqt.qtbot import QtBot

from core.diagnostics.spread import BINS, NOT_FINITE, ZERO, Quantity, bounds
from core.initializers.constant import Zeros
from core.initializers.he import HeNormal
from core.snapshot import Snapshot
from core.trainer import Trainer
from gui import theme
from gui.main_window import MainWindow
from gui.numbers import figure, whole
from gui.plots import magnitude
from gui.plots.distribution import DistributionPlot
from gui.plots.spread_map import colours
from gui.plots.spread_rows import FEWEST, Frame, Rows, frame_of
from gui.selection import Selection
from tests.gui.layers import deep
from tests.gui.windows import open_window

BOUNDS = bounds()


def watched(steps: int, activation: str = "relu", weights: object = HeNormal()) -> Trainer:
    trainer = Trainer(deep(weights, activation, layers=2), watched=True)
    trainer.advance(steps)
    return trainer


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[DistributionPlot]:
    made = DistributionPlot(Selection())
    qtbot.addWidget(made)
    made.over_time = True
    made.resize(600, 400)
    made.show()
    yield made
    theme.apply(QApplication.instance(), "light", 1.0)


def show(plot: DistributionPlot, snapshot: Snapshot, quantity: Quantity = "A") -> None:
    plot.quantity = quantity
    plot.show_snapshot(snapshot)


def at(plot: DistributionPlot, step: float, height: float) -> QPoint:
    canvas = plot.history.canvas
    return canvas.mapFromScene(canvas.view.mapViewToScene(QPointF(step, height)))


def shares_of(*places: tuple[int, float]) -> np.ndarray:
    shares = np.zeros((BINS, 1))
    for place, share in places:
        shares[place] = share
    return shares


def test_a_row_is_where_its_numbers_are() -> None:
    rows = Rows(Frame(low=61, high=84, negative=True, positive=True, zero=True, lost=True))
    for lower, upper in pairwise(rows.edges):
        bins = rows.bins((lower + upper) / 2)
        low, high = BOUNDS[bins.start], BOUNDS[bins.stop]
        for bound, edge in ((low, lower), (high, upper)):
            if bound:
                assert rows.place(bound) == pytest.approx(edge, abs=1e-9)
    assert rows.bins(rows.middle_of_zero) == range(ZERO, ZERO + 1)
    assert rows.bins(rows.top - 0.1) == range(NOT_FINITE, NOT_FINITE + 1)
    assert (rows.place(1e-12), rows.place(1e6)) == (None, None)


def test_no_number_is_lost_between_the_rows() -> None:
    shares = np.full((BINS, 1), 1.0)
    rows = Rows(replace(frame_of(shares), low=30, high=128))
    assert rows.sums(shares).sum() == BINS - 1 - 2  # but what is lost, and beyond on both sides
    assert rows.sums(shares)[rows.zero] == 1.0


def test_the_frame_keeps_still_while_it_fits() -> None:
    first = frame_of(shares_of((ZERO + 70, 0.5), (ZERO + 90, 0.5)))
    assert (first.negative, first.positive, first.zero, first.lost) == (False, True, False, False)
    assert first.low <= 69 < 89 <= first.high
    inside = shares_of((ZERO + 72, 0.5), (ZERO + 88, 0.5))
    assert frame_of(inside, first) == first
    assert frame_of(shares_of((ZERO + 40, 0.5), (ZERO + 90, 0.5)), first).low <= 39
    alone = frame_of(shares_of((ZERO, 0.9), (ZERO - 70, 0.1)))
    assert (alone.negative, alone.positive, alone.zero) == (True, False, True)
    assert alone.high - alone.low + 1 >= FEWEST


def test_every_cell_is_painted_in_the_colour_of_its_share(plot: DistributionPlot) -> None:
    trainer = watched(40)
    show(plot, trainer.snapshot(diagnostics=True), "Z")
    image, rows = plot.history.canvas.grab().toImage(), plot.history.rows
    seen = 0
    for step in (0, 17, 39):
        trainer.rewind(step)
        trainer.measure()
        Z = trainer._evaluation.train.Z[0]
        for lower, upper in pairwise(np.unique(rows.edges)):  # no exact zeros: no strip
            bins = rows.bins((lower + upper) / 2)
            low, high = BOUNDS[bins.start], BOUNDS[bins.stop]
            inside = (low <= Z) & (high > Z) if low >= 0 else (low < Z) & (high >= Z)
            ink = QColor.fromRgba(int(colours(np.array([inside.mean()]))[0]))
            expected = ink if inside.any() else theme.color("plot")
            pixel = image.pixelColor(at(plot, step, (lower + upper) / 2))
            assert pixel.name() == expected.name()
            seen += bool(inside.any())
    assert seen > 30


def test_the_scale_of_the_shares_is_fixed() -> None:
    found = colours(np.array([0.0, 1e-6, 1e-3, 1.0]))
    assert found.tolist() == [0, *magnitude.scale()[[0, 0, -1]].tolist()]


def test_exact_zeros_are_hatched_as_high_as_their_share(plot: DistributionPlot) -> None:
    trainer = watched(5)
    show(plot, trainer.snapshot(diagnostics=True))
    rows, image = plot.history.rows, plot.history.canvas.grab().toImage()
    foot, head = rows.edges[rows.zero : rows.zero + 2]
    share = (trainer._evaluation.train.A[1] == 0).mean()
    assert 0.2 < share < 0.8
    ground = theme.color("plot").name()
    left, right = at(plot, 2.6, foot).x(), at(plot, 5.4, foot).x()
    for part, is_filled in ((0.5 * share, True), (0.5 + 0.5 * share, False)):
        y = at(plot, 5, foot + part * (head - foot)).y()
        row = {image.pixelColor(x, y).name() for x in range(left, right)}
        assert (ground not in row) == is_filled
        assert (len(row) > 1) == is_filled


def test_what_is_not_finite_is_crossed_above_all(plot: DistributionPlot) -> None:
    snapshot = watched(3).snapshot(diagnostics=True)
    *before, last = snapshot.history.spreads
    counts = last.counts.copy()
    counts[0, 2] = 0
    counts[0, 2, NOT_FINITE] = 1000
    spreads = (*before, replace(last, counts=counts))
    show(plot, replace(snapshot, history=replace(snapshot.history, spreads=spreads)))
    rows, image = plot.history.rows, plot.history.canvas.grab().toImage()
    place = at(plot, 3, (rows.edges[-1] + rows.top) / 2)
    row = {image.pixelColor(place.x() + x, place.y()).name() for x in range(-9, 10)}
    assert theme.color("broken").name() in row
    assert plot.history.readout.text == "not finite: 100 %   step 3"
    assert (pytest.approx((rows.edges[-1] + rows.top) / 2), "NaN") in next(
        plot.history.canvas.y.candidates(0, rows.top)
    )


def test_the_mouse_reads_step_bin_and_share(plot: DistributionPlot, qtbot: QtBot) -> None:
    trainer = watched(30)
    show(plot, trainer.snapshot(diagnostics=True), "W")
    rows = plot.history.rows
    trainer.rewind(12)
    W = trainer.network.weights[0]
    value = float(W.flat[3])
    qtbot.mouseMove(plot.history.canvas.viewport(), at(plot, 12.2, rows.place(value)))
    bins = rows.bins(plot.history.canvas.pointer.y())
    low, high = BOUNDS[bins.start], BOUNDS[bins.stop]
    count = ((low <= W) & (high > W)).sum() if value > 0 else ((low < W) & (high >= W)).sum()
    assert count > 0
    assert plot.history.readout.text == (
        f"{figure(low)} to {figure(high)}: {figure(100 * count / W.size)} %   "
        f"{count} of {W.size}   step 12"
    )


def test_without_a_pointer_the_present_step_is_told(plot: DistributionPlot) -> None:
    trainer = watched(30, weights=Zeros())
    show(plot, trainer.snapshot(diagnostics=True))
    assert plot.history.readout.text == "exactly 0: 100 %   step 30"
    show(plot, trainer.snapshot(diagnostics=True), "dZ")
    plot.show_snapshot(watched(2, "tanh").snapshot(diagnostics=True))
    text = plot.history.readout.text
    assert text.startswith("all from \N{MINUS SIGN}")
    assert text.endswith("step 2")


def test_before_the_first_step_it_says_how_to_go_on(plot: DistributionPlot) -> None:
    plot.show_snapshot(watched(0).snapshot())
    assert plot.history.canvas.message == "Press Space to train"
    assert not plot.history.map.isVisible()
    plot.show_snapshot(watched(0).snapshot(diagnostics=True))
    assert plot.history.canvas.message == "Press Space to train"
    assert plot.history.map.isVisible()
    plot.show_snapshot(watched(1).snapshot(diagnostics=True))
    assert plot.history.canvas.message == ""


@pytest.mark.parametrize("name", list(theme.THEMES))
@pytest.mark.parametrize("size", [(300, 200), (900, 700)])
def test_at_every_size_and_theme_it_can_be_drawn(
    plot: DistributionPlot, qapp: QApplication, name: str, size: tuple[int, int]
) -> None:
    plot.show_snapshot(watched(40).snapshot(diagnostics=True))
    theme.apply(qapp, name, 1.5)
    plot.resize(*size)
    qapp.sendPostedEvents()
    assert plot.grab().toImage().pixelColor(2, 2) == theme.color("plot")
    assert plot.history.bar.width() > 0


def test_no_item_is_made_for_a_frame(plot: DistributionPlot) -> None:
    plot.show_snapshot(watched(3).snapshot(diagnostics=True))
    items = len(plot.history.canvas.scene().items())
    plot.show_snapshot(watched(300, "tanh").snapshot(diagnostics=True))
    assert len(plot.history.canvas.scene().items()) == items


def test_a_layer_that_is_not_there_any_more_gives_way_to_the_last(plot: DistributionPlot) -> None:
    box = plot.findChild(QComboBox, "distributionLayerCombo")
    plot.show_snapshot(watched(3).snapshot(diagnostics=True))
    assert [box.itemText(place) for place in range(3)] == ["Layer 1", "Layer 2", "Output"]
    box.setCurrentIndex(2)
    fewer = Trainer(deep(HeNormal(), layers=1), watched=True).snapshot(diagnostics=True)
    plot.show_snapshot(fewer)
    assert box.currentText() == "Output"
    assert box.count() == 2


# In the window


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot)


def open_dock(qtbot: QtBot, window: MainWindow) -> DistributionPlot:
    """Click the tab of the distributions."""
    bar, place = next(
        (bar, place)
        for bar in window.findChildren(QTabBar)
        for place in range(bar.count())
        if bar.tabText(place) == "Distributions"
    )
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
    found = window.plots.distribution.findChildren
    qtbot.waitUntil(lambda: [plot.isVisible() for plot in found(DistributionPlot)] == [True])
    return found(DistributionPlot)[0]


def switch(qtbot: QtBot, plot: DistributionPlot, key: Qt.Key) -> None:
    """Press a key on the switch."""
    box = plot.findChild(QComboBox, "distributionViewCombo")
    assert box.accessibleName() == "Now or over time"
    assert box.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(box, key)


def shown(qtbot: QtBot, plot: DistributionPlot, step: int) -> list[int]:
    """Return the steps of the columns when the window has come to a step."""
    history = plot.history
    qtbot.waitUntil(lambda: history.snapshot is not None and history.snapshot.now == step)
    qtbot.waitUntil(lambda: history.snapshot.diagnostics is not None)
    return [spread.step for spread in history._spreads]


def test_the_user_looks_back_from_any_step(qtbot: QtBot, window: MainWindow) -> None:
    window.session.advance(300)
    qtbot.waitUntil(lambda: window.session.snapshot.step == 300)
    plot = open_dock(qtbot, window)
    assert plot.columns.isVisible()
    assert plot.history.snapshot is None  # nobody sees it
    switch(qtbot, plot, Qt.Key.Key_Down)
    assert not plot.columns.isVisible()
    assert shown(qtbot, plot, 300) == [*range(0, 300, 4), 300]  # also of when nobody looked
    window.selection.set_layers(frozenset({2}))
    assert plot.findChild(QComboBox, "distributionLayerCombo").currentText() == "Layer 2"
    window.plots.loss.canvas.point(QPointF(101, 0.5))
    assert plot.history.readout.text.endswith("step 100")
    window.plots.loss.canvas.point(None)
    switch(qtbot, plot, Qt.Key.Key_Up)
    assert plot.columns.isVisible()
    assert not plot.history.isVisible()


def test_what_is_still_to_come_is_veiled_until_another_future_is_made(
    qtbot: QtBot, window: MainWindow
) -> None:
    plot = open_dock(qtbot, window)
    switch(qtbot, plot, Qt.Key.Key_Down)
    window.session.advance(100)
    assert shown(qtbot, plot, 100) == list(range(101))
    before = plot.history._spreads
    canvas = plot.history.canvas
    place = at(plot, 40, plot.history.rows.top / 2)
    qtbot.mouseClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
    )
    assert shown(qtbot, plot, 40) == list(range(101))
    line, veil = plot.history._presents[0]
    assert veil.isVisible()
    assert line.value() == 40
    experiment = window.document.experiment
    optimizer = replace(experiment.optimizer, learning_rate=0.3)
    window.document.edit(replace(experiment, optimizer=optimizer), "faster")
    qtbot.waitUntil(lambda: shown(qtbot, plot, 40) == list(range(41)))
    window.session.advance(60)
    assert shown(qtbot, plot, 100) == list(range(101))
    after = plot.history._spreads
    same = [np.array_equal(x.counts, y.counts) for x, y in zip(before, after, strict=True)]
    assert all(same[:41])
    assert not any(same[60:])


def test_the_steps_to_come_are_there_for_who_comes_late(qtbot: QtBot, window: MainWindow) -> None:
    window.session.advance(100)
    qtbot.waitUntil(lambda: window.session.snapshot.step == 100)
    window.timeline.step_requested.emit(30)
    qtbot.waitUntil(lambda: window.session.snapshot.step == 30)
    plot = open_dock(qtbot, window)
    switch(qtbot, plot, Qt.Key.Key_Down)
    assert shown(qtbot, plot, 30) == list(range(100))


def test_of_the_runs_compared_it_shows_the_present_one(qtbot: QtBot, window: MainWindow) -> None:
    plot = open_dock(qtbot, window)
    switch(qtbot, plot, Qt.Key.Key_Down)
    window.session.pin()
    experiment = window.document.experiment
    layers = tuple(replace(layer, weights=Zeros()) for layer in experiment.layers)
    window.document.edit(replace(experiment, layers=layers), "zeros")
    window.session.advance(50)
    assert shown(qtbot, plot, 50) == list(range(51))
    assert plot.history.readout.text == f"exactly 0: 100 %   step {whole(50)}"
    assert plot.history.snapshot.beside[0].weights[0].any()  # of the pinned run they are not


def test_the_switch_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    switch(qtbot, open_dock(qtbot, window), Qt.Key.Key_Down)
    window.close()
    again = open_window(qtbot)
    plot = open_dock(qtbot, again)
    assert plot.over_time
    assert plot.history.isVisible()
    again.appearance.set_language("zh_CN")
    assert plot.over_time
    again.close()
