"""A snapshot is one painting, done before others hear of it."""

from collections import Counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets.sine import Sine
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
