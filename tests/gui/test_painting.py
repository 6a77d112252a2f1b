"""A snapshot is one painting, done before others hear of it."""

from collections import Counter
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets.sine import Sine
from core.experiment import Experiment
from gui.main_window import MainWindow
from tests.gui.windows import open_window


class Layouts(QObject):
    """Counts the requests to lay a window out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


class Paints(QObject):
    """Counts how often each of some views is painted."""

    def __init__(self, views: list[QGraphicsView]) -> None:
        super().__init__()
        self.count: Counter[QObject] = Counter()
        for view in views:
            view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count[watched] += 1
        return False


def with_units(experiment: Experiment, units: int) -> Experiment:
    """Return the experiment with another first layer."""
    first, *others = experiment.layers
    return replace(experiment, layers=(replace(first, units=units), *others))


def test_a_snapshot_paints_every_view_once(qtbot: QtBot):
    window = open_window(qtbot)
    views = [window.diagram, *(plot.canvas for plot in (window.plots.loss, window.plots.gradient))]
    paints = Paints(views)
    for _ in range(3):  # the first may move things about
        paints.count.clear()
        with qtbot.waitSignal(window.session.snapshot_changed):
            window.session.advance(1)
    assert [paints.count[view.viewport()] for view in views] == [1, 1, 1]
    layouts = Layouts(window)
    with qtbot.waitSignal(window.session.snapshot_changed):
        window.session.advance(1)
    QApplication.processEvents()
    assert layouts.count == 0


def test_a_plot_made_for_other_data_is_painted_with_the_others(qtbot: QtBot):
    window = open_window(qtbot)
    window.document.edit(edits.set_dataset(window.document.experiment, Sine()), "sine")
    answers = window.plots.decision
    qtbot.waitUntil(lambda: answers.count() == 2 and answers.currentWidget().snapshot is not None)
    paints = Paints([answers.currentWidget().canvas, window.plots.loss.canvas])
    for _ in range(3):
        paints.count.clear()
        with qtbot.waitSignal(window.session.snapshot_changed):
            window.session.advance(1)
    assert list(paints.count.values()) == [1, 1]


class HeldBack(QObject):
    """Notes of every painting of a widget whether the training holds back meanwhile."""

    def __init__(self, window: MainWindow, widget: QWidget) -> None:
        super().__init__()
        self._may_train = window.session._worker._clear_to_train
        self.notes: list[bool] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.notes.append(not self._may_train.is_set())
        return False


@pytest.mark.qt_log_ignore("This plugin does not support raise")
@pytest.mark.parametrize("afloat", [False, True])
def test_the_training_holds_back_while_a_plot_is_painted(qtbot: QtBot, afloat: bool):
    """Also in a dock that is a window by itself, and for the pointer alone."""
    window = open_window(qtbot)
    dock, viewport = window.docks.docks["loss"], window.plots.loss.canvas.viewport()
    dock.setFloating(afloat)
    qtbot.waitUntil(lambda: dock.isWindow() == afloat and window.plots.loss.is_seen())
    with qtbot.waitSignal(window.session.snapshot_changed):
        window.session.advance(20)
    painted = HeldBack(window, viewport)
    for place in (viewport.rect().center(), viewport.rect().center() / 2):
        before = len(painted.notes)
        qtbot.mouseMove(viewport, place)
        qtbot.waitUntil(lambda before=before: len(painted.notes) > before)
    assert all(painted.notes)


def test_an_edit_is_painted_with_the_snapshot_that_it_leads_to(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.painting.AWAITED_MS", 1_000_000)
    window = open_window(qtbot)
    QApplication.processEvents()
    paints = Paints([window.diagram])
    for units in (3, 4, 5):
        paints.count.clear()
        with qtbot.waitSignal(window.session.snapshot_changed):
            window.document.edit(with_units(window.document.experiment, units), "units")
            QApplication.processEvents()
        assert paints.count[window.diagram.viewport()] == 1


def test_an_edit_whose_snapshot_takes_long_is_painted_before(qtbot: QtBot) -> None:
    window = open_window(qtbot)
    QApplication.processEvents()
    paints, over = Paints([window.diagram]), Event()
    window.session._worker._commands.put(over.wait)  # something that takes long
    smaller = with_units(window.document.experiment, 3)
    window.document.edit(smaller, "units")
    try:
        qtbot.waitUntil(lambda: paints.count[window.diagram.viewport()] > 0)
    finally:
        over.set()
    qtbot.waitUntil(lambda: window.session.snapshot.experiment == smaller)
