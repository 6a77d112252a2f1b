"""A window whose first layer is a filter: every part of it shows what it can, or says why not."""

import pytest
from msgspec import UNSET
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.datasets.ball import Ball
from core.datasets.circles import Circles
from core.edits import set_dataset
from core.experiment import Experiment, default_experiment
from core.layer import Layer
from gui.diagram import words
from gui.diagram.target import Target
from gui.diagram.view import DiagramView
from gui.equations.view import EquationsView
from gui.main_window import MainWindow
from gui.panels.outline import OutlinePanel
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk
from tests.gui.windows import open_window

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

BALL = Experiment(
    format=1,
    dataset=Ball(samples=40, test_samples=20),
    layers=(Layer(4, filter=4), Layer(1, "sigmoid")),
)


def train(qtbot: QtBot, window: MainWindow, steps: int) -> None:
    before = window.session.snapshot.step
    window.session.advance(steps)
    qtbot.waitUntil(lambda: window.session.snapshot.step == before + steps)


def part(window: MainWindow, kind: type, name: str):
    found = window.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def test_every_dock_follows_a_filter_over_steps_and_edits(qtbot: QtBot) -> None:
    window = open_window(qtbot, BALL)
    docks = window.docks.docks.values()
    train(qtbot, window, 200)
    diagram = part(window, DiagramView, "diagramView")
    for dock in docks:
        dock.show()
        dock.raise_()
        train(qtbot, window, 5)
    for side in (None, 4):  # the old snapshot is on show for a moment
        diagram.editor.set_filter(side)
        run = window.session.snapshot.run
        qtbot.waitUntil(lambda run=run: window.session.snapshot.run != run)
        for dock in docks:
            dock.raise_()
            train(qtbot, window, 5)
    window.grab()
    assert window.session.snapshot.weights[0].shape == (4, 16)


def test_the_equations_say_what_they_leave_out(qtbot: QtBot) -> None:
    window = open_window(qtbot, BALL, (1024, 768))
    window.docks.docks["equations"].raise_()
    view = part(window, EquationsView, "equationsView")
    qtbot.waitUntil(lambda: view.step is not None)
    seen = set()
    for _ in range(20):
        seen.add(view.step)
        if view.step.layer == 1:
            assert "best place" in view.note.text
            assert "best place" in view.accessibleDescription()
        assert view.note.isVisible() == (view.step.layer == 1)
        assert view.title.shown_text() == view.title.text()
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert {(step.name, step.layer) for step in seen} >= {("A", 1), ("dZ", 1), ("db", 1)}
    assert not {("Z", 1), ("dW", 1), ("chain", 1)} & {(step.name, step.layer) for step in seen}


def test_the_outline_counts_the_parameters(qtbot: QtBot) -> None:
    window = open_window(qtbot, BALL)
    window.docks.docks["outline"].show()
    window.docks.docks["outline"].raise_()
    qtbot.waitUntil(lambda: window.findChild(OutlinePanel) is not None)
    model = part(window, OutlinePanel, "outlinePanel").tree.model()
    header = model.headerData(1, Qt.Orientation.Horizontal)
    assert header == "Value (73 parameters in all)"  # 4 * 17 + 5
    layer = model.index(0, 0)
    assert "4 filters 4 × 4" in layer.siblingAtColumn(1).data()
    assert "68 parameters" in layer.siblingAtColumn(1).data()
    assert model.rowCount(model.index(0, 0, layer)) == 17
    part(window, DiagramView, "diagramView").editor.set_filter(None)
    layer = model.index(0, 0)
    assert "1,028 parameters" in layer.siblingAtColumn(1).data()
    assert model.rowCount(model.index(0, 0, layer)) == 257


def test_the_menu_of_layer_1_shares_a_filter_and_takes_it_back(desk: Desk) -> None:
    assert not [one for one in entries(desk) if "filter" in one.text()]  # circles are no pictures
    desk.document.edit(set_dataset(default_experiment(), Ball()), "Ball")
    for side in (4, UNSET):
        (action,) = [one for one in entries(desk) if "filter" in one.text()]
        assert action.text() == "Shared filter 4 × 4"
        assert action.isChecked() == (side is UNSET)
        action.trigger()
        assert desk.experiment.layers[0].filter == side
    desk.document.undo_stack.undo()
    assert desk.experiment.layers[0].filter == 4
    desk.document.edit(set_dataset(desk.experiment, Circles()), "Circles")
    assert desk.experiment.layers[0].filter is UNSET
    assert not desk.problems


def entries(desk: Desk) -> list:
    menu = desk.open_context_menu("name", 1)
    assert isinstance(menu, QMenu)
    menu.hide()
    return menu.actions()


def test_the_lines_to_a_filter_have_no_number_to_type(desk: Desk) -> None:
    desk.document.edit(BALL, "Ball")
    scene = desk.view.scene()
    columns = scene.layout_.columns
    middle = (columns[0].x + columns[1].x) / 2
    height = (columns[0].ys[0] + columns[1].ys[0]) / 2
    at = QPointF(middle, height)
    assert scene.edge_at(at) is not None
    assert scene.target_at(at) == Target("empty")
    assert words.shared(BALL.filter()) == "A filter: the same 16 weights at all 169 places"
    assert words.header_texts(BALL, 1, BALL.sizes()).name == "Filters 4 × 4"
