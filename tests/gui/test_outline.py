"""The outline through the keyboard, as a screen reader's user meets it."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from core import edits
from core.by_hand import NUDGE, first_numbers
from core.problem import Problem
from core.trainer import Trainer
from gui import numbers
from gui.document import Document
from gui.labels import problem_text
from gui.main_window import MainWindow
from gui.panels.outline import OutlinePanel
from gui.panels.outline_model import Node
from gui.selection import Selection
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@dataclass
class Desk:
    """The outline in the window."""

    qtbot: QtBot
    document: Document
    selection: Selection
    panel: OutlinePanel
    problems: list[Problem] = field(default_factory=list)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.panel.tree, key, modifier)

    def go_to(self, *node: int, column: int = 0) -> None:
        index = self.panel.model.index_of(Node(*node))
        self.panel.tree.setCurrentIndex(index.siblingAtColumn(column))

    def type(self, text: str, leave: bool = False) -> None:
        """Type into the present cell, and press Return; perhaps go elsewhere after that."""
        tree = self.panel.tree
        self.press(Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        self.qtbot.keyClicks(editor, text)
        self.qtbot.keyClick(editor, Key.Key_Return)
        if leave:
            assert editor.text() == text
            tree.setFocus()
        self.qtbot.waitUntil(lambda: tree.state() != QTreeView.State.EditingState)

    def text(self, *node: int, column: int = 1) -> str:
        return self.panel.model.index_of(Node(*node)).siblingAtColumn(column).data()

    def units(self) -> list[int]:
        return [layer.units for layer in self.document.experiment.layers]

    def menu(self) -> QMenu:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        return menu

    def open_menu(self) -> QMenu:
        """Press the menu key."""
        tree = self.panel.tree
        at = tree.visualRect(tree.currentIndex()).center()
        place = tree.viewport().mapToGlobal(at)
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(
            tree.viewport(), QContextMenuEvent(reason, at, place, Modifier.NoModifier)
        )
        return self.menu()

    def choose(self, text: str) -> None:
        """Go down to an entry of the menu that is open, and press Return."""
        menu = self.menu()
        for _ in menu.actions():
            self.qtbot.keyClick(menu, Key.Key_Down)
            if menu.activeAction().text().split("\t")[0] == text:
                break
        self.qtbot.keyClick(menu, Key.Key_Return)

    def current(self) -> Node:
        return self.panel.model.node(self.panel.tree.currentIndex())


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow) -> Desk:
    window.docks.open("outline")
    qtbot.waitUntil(lambda: window.findChild(OutlinePanel) is not None)
    panel = window.findChild(OutlinePanel)
    panel.tree.setFocus()
    desk = Desk(qtbot, window.document, window.selection, panel)
    window.document.refused.connect(desk.problems.append)
    return desk


def test_the_model_is_a_tree_as_qt_understands_it(desk: Desk) -> None:
    tester = QAbstractItemModelTester(
        desk.panel.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    desk.document.edit(edits.add_layer(desk.document.experiment, 1), "")
    assert tester.model() is desk.panel.model


def test_layers_neurons_and_numbers_are_named_and_counted(desk: Desk) -> None:
    model = desk.panel.model
    layer = model.index(0, 0)
    neuron = model.index(2, 0, layer)
    assert [model.rowCount(one) for one in (QModelIndex(), layer, neuron)] == [3, 4, 3]
    assert model.rowCount(model.index(0, 0, neuron)) == 0
    nodes = ((1,), (1, 2), (1, 2, 0), (1, 2, 1), (3, 0, 3))
    assert [desk.text(*one, column=0) for one in nodes] == [
        "Layer 1", "Neuron 3", "b1[3]", "W1[3, 1]", "W3[1, 3]",
    ]  # fmt: skip
    assert desk.text(1) == "4 neurons, ReLU, He normal, 12 parameters"


def test_the_numbers_are_those_of_the_newest_snapshot(desk: Desk) -> None:
    trainer = Trainer(desk.document.experiment)
    first = trainer.snapshot()
    assert desk.text(2, 1, 3) == numbers.figure(first.weights[1][1, 2])
    trainer.advance(5)
    shown = trainer.snapshot()
    desk.panel.show_snapshot(shown)
    assert desk.text(2, 1, 3) == numbers.figure(shown.weights[1][1, 2])
    assert desk.text(2, 1, 0) == numbers.figure(shown.biases[1][1, 0])
    assert desk.text(2, 1) == f"|gradient| = {numbers.figure(shown.gradient_norms[1][1])}"


def test_the_arrows_lead_through_the_tree_and_select(desk: Desk) -> None:
    desk.press(Key.Key_Home, Key.Key_Down)
    assert desk.selection.layers == {2}
    desk.press(Key.Key_Right, Key.Key_Down, Key.Key_Down)
    assert desk.current() == Node(2, 1)
    assert (desk.selection.layers, desk.selection.neurons) == (frozenset(), ((2, 1),))


def test_shift_selects_several_layers(desk: Desk) -> None:
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Down, modifier=Modifier.ShiftModifier)
    assert desk.selection.layers == {1, 2}


def test_what_is_selected_elsewhere_is_selected_here(desk: Desk) -> None:
    desk.selection.select(frozenset({3}), ((1, 0), (2, 2)))
    rows = desk.panel.tree.selectionModel().selectedRows()
    assert {desk.panel.model.node(one) for one in rows} == {Node(3), Node(1, 0), Node(2, 2)}


def test_a_weight_is_typed_at_its_row(desk: Desk) -> None:
    before = desk.document.experiment
    desk.go_to(2, 1, 3, column=1)
    desk.type("0.5")
    assert first_numbers(desk.document.experiment, 2, "weights")[1, 2] == 0.5
    desk.go_to(2, 1, 0, column=1)
    desk.type("-2")
    assert first_numbers(desk.document.experiment, 2, "biases").ravel().tolist() == [0, -2, 0]
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    assert desk.document.experiment == before


def test_what_is_no_number_is_refused_in_one_line(desk: Desk) -> None:
    desk.go_to(1, 0, 1, column=1)
    desk.type("half", leave=True)
    assert [problem_text(one) for one in desk.problems] == [
        "W1[1, 1]: must be a number; found a text"
    ]
    assert desk.document.undo_stack.count() == 0


def test_the_keys_of_the_diagram_change_the_layer(desk: Desk) -> None:
    desk.go_to(2)
    desk.press(Key.Key_Plus, Key.Key_Plus, Key.Key_Minus)
    assert desk.units() == [4, 4, 1]
    assert desk.current() == Node(2)
    desk.press(Key.Key_Insert)
    assert desk.units() == [4, 4, 4, 1]
    desk.press(Key.Key_Delete)
    assert desk.units() == [4, 4, 1]
    desk.press(Key.Key_End, Key.Key_Delete)
    assert [problem.code for problem in desk.problems] == ["output_stays"]


def test_layers_are_doubled_moved_cut_and_pasted_by_the_keys_of_the_diagram(desk: Desk) -> None:
    desk.go_to(2)
    ctrl = Modifier.ControlModifier
    desk.press(Key.Key_D, modifier=ctrl)
    assert desk.units() == [4, 3, 3, 1]
    assert desk.current() == Node(3)
    desk.press(Key.Key_Left, Key.Key_Left, modifier=ctrl)
    assert desk.units() == [3, 4, 3, 1]
    assert desk.current() == Node(1)
    desk.press(Key.Key_X, modifier=ctrl)
    assert desk.units() == [4, 3, 1]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_V, modifier=ctrl)
    assert desk.units() == [4, 3, 3, 1]


def test_a_opens_the_activations_of_all_selected_layers(desk: Desk) -> None:
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Down, modifier=Modifier.ShiftModifier)
    desk.press(Key.Key_A)
    desk.choose("tanh")
    layers = desk.document.experiment.layers
    assert [layer.activation for layer in layers] == ["tanh", "tanh", "sigmoid"]


def test_the_menu_of_a_row_is_that_of_the_diagram(desk: Desk) -> None:
    before = first_numbers(desk.document.experiment, 2, "weights")
    desk.go_to(2, 1, 3)
    assert desk.open_menu().actions()[0].text() == "W2[2, 3]"
    desk.choose("Nudge the weight by 0.01")
    after = first_numbers(desk.document.experiment, 2, "weights")
    assert after[1, 2] == before[1, 2] + NUDGE
    desk.go_to(1)
    desk.open_menu()
    desk.choose("Remove the layer")
    assert desk.units() == [3, 1]


def test_neurons_selected_in_the_outline_are_painted_together(desk: Desk) -> None:
    desk.go_to(1)
    desk.press(Key.Key_Right, Key.Key_Down, Key.Key_Down)
    desk.press(Key.Key_Down, modifier=Modifier.ShiftModifier)
    assert desk.selection.neurons == ((1, 1), (1, 2))
    rules = desk.open_menu()
    for _ in rules.actions():
        desk.qtbot.keyClick(rules, Key.Key_Down)
        if rules.activeAction().text() == "Weights into 2 chosen neurons":
            break
    desk.qtbot.keyClick(rules, Key.Key_Right)
    desk.qtbot.keyClick(desk.menu(), Key.Key_Return)
    W = first_numbers(desk.document.experiment, 1, "weights")
    assert [bool(row.any()) for row in W] == [True, False, False, True]


def test_what_was_open_stays_open_when_a_neuron_comes(desk: Desk) -> None:
    desk.go_to(2)
    desk.press(Key.Key_Right, Key.Key_Plus)
    tree, model = desk.panel.tree, desk.panel.model
    assert [tree.isExpanded(model.index(row, 0)) for row in range(3)] == [False, True, False]


def test_a_hidden_outline_reads_nothing_until_it_is_shown(desk: Desk) -> None:
    before = desk.text(3, 0, 0)
    desk.panel.hide()
    trainer = Trainer(desk.document.experiment)
    trainer.advance(50)
    desk.panel.show_snapshot(trainer.snapshot())
    assert desk.text(3, 0, 0) == before
    desk.panel.show()
    assert desk.text(3, 0, 0) == numbers.figure(trainer.network.biases[2][0, 0]) != before


def test_the_names_have_room_however_deep_they_stand(desk: Desk) -> None:
    desk.press(Key.Key_Home, Key.Key_Right, Key.Key_Down, Key.Key_Right, Key.Key_Down)
    assert desk.current() == Node(1, 0, 0)
    tree = desk.panel.tree
    desk.qtbot.waitUntil(lambda: tree.columnWidth(0) >= tree.sizeHintForColumn(0))
    row = tree.visualRect(tree.currentIndex())
    assert row.width() > tree.fontMetrics().horizontalAdvance("W1[3, 1]")
