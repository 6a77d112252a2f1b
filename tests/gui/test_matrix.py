"""The matrix panel through keyboard and clipboard."""

from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from core import edits
from core.by_hand import first_rows
from core.problem import Problem
from gui.document import Document
from gui.labels import problem_text
from gui.main_window import MainWindow
from gui.panels.matrix import MatrixPanel
from gui.selection import Selection

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass
class Desk:
    """The panel in the window."""

    qtbot: QtBot
    document: Document
    selection: Selection
    panel: MatrixPanel
    problems: list[Problem] = field(default_factory=list)

    def rows(self, layer: int) -> list[list[float]]:
        return first_rows(self.document.experiment, layer).tolist()

    def go_to(self, row: int, column: int) -> None:
        self.panel.table.setCurrentIndex(self.panel.model.index(row, column))

    def type(self, text: str, leave: bool = False) -> None:
        """Type into the present cell, and press Return; perhaps go elsewhere after that."""
        table = self.panel.table
        self.qtbot.keyClick(table, Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        self.qtbot.keyClicks(editor, text)
        self.qtbot.keyClick(editor, Key.Key_Return)
        if leave:
            assert editor.text() == text
            table.setFocus()
        self.qtbot.waitUntil(lambda: table.state() != QTableView.State.EditingState)

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.qtbot.keyClick(self.panel.table, Key.Key_V, Modifier.ControlModifier)


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow) -> Desk:
    window.docks.open("matrix")
    qtbot.waitUntil(lambda: window.findChild(MatrixPanel) is not None)
    panel = window.findChild(MatrixPanel)
    panel.table.setFocus()
    desk = Desk(qtbot, window.document, window.selection, panel)
    window.document.refused.connect(desk.problems.append)
    return desk


def test_the_table_shows_the_first_weights_and_in_the_last_column_the_biases(desk: Desk) -> None:
    assert desk.panel.model.rows == desk.rows(1)
    assert (desk.panel.model.rowCount(), desk.panel.model.columnCount()) == (4, 3)
    headers = [
        desk.panel.model.headerData(section, Qt.Orientation.Horizontal) for section in range(3)
    ]
    assert headers == ["1", "2", "b"]


def test_a_typed_number_is_one_edit(desk: Desk) -> None:
    before, rows = desk.document.experiment, desk.rows(1)
    desk.go_to(2, 1)
    desk.type("0,5")
    rows[2][1] = 0.5
    assert desk.rows(1) == rows == desk.panel.model.rows
    assert desk.document.experiment.layers[0].biases == before.layers[0].biases
    assert desk.panel.table.currentIndex().row() == 2
    desk.document.undo_stack.undo()
    assert desk.document.experiment == before


def test_a_typed_bias_leaves_the_rule_of_the_weights(desk: Desk) -> None:
    desk.go_to(1, 2)
    desk.type("-1")
    assert [row[2] for row in desk.rows(1)] == [0, -1, 0, 0]
    assert desk.document.experiment.layers[0].weights.name == "he_normal"


def test_a_number_left_as_it_is_changes_nothing(desk: Desk) -> None:
    desk.go_to(0, 0)
    desk.qtbot.keyClick(desk.panel.table, Key.Key_F2)
    desk.qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.panel.table.state() != QTableView.State.EditingState)
    assert desk.document.undo_stack.count() == 0


def test_a_word_is_refused_with_its_place(desk: Desk) -> None:
    desk.go_to(1, 0)
    desk.type("one", leave=True)
    assert [problem_text(one) for one in desk.problems] == [
        "W1[2, 1]: must be a number; found a text"
    ]
    assert desk.document.undo_stack.count() == 0


def test_a_whole_matrix_is_pasted_in_one_undoable_edit(desk: Desk) -> None:
    before = desk.document.experiment
    desk.paste("1\t2\t3\n4\t5\t6\n7\t8\t9\n10\t11\t12\n")
    assert desk.rows(1) == [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]
    assert desk.document.undo_stack.count() == 1
    desk.document.undo_stack.undo()
    assert desk.document.experiment == before


def test_a_part_is_pasted_from_the_current_cell_on(desk: Desk) -> None:
    rows = desk.rows(1)
    desk.go_to(2, 1)
    desk.paste("0.1\n0.2")
    rows[2][1], rows[3][1] = 0.1, 0.2
    assert desk.rows(1) == rows


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "1\t2\t3\t4\n5\t6\t7\t8",
            f"2 {TIMES} 4 numbers do not fit; from the chosen cell on there is"
            f" room for 3 {TIMES} 2",
        ),
        ("1\tx", "To paste: row 1, column 2: \u201cx\u201d is not a number"),
        ("", "There are no numbers to paste"),
    ],
)
def test_what_does_not_fit_is_answered_in_one_line(desk: Desk, text: str, answer: str) -> None:
    desk.go_to(1, 1)
    desk.paste(text)
    beside = desk.panel.window().findChild(QLabel, "fieldMessage")
    assert beside.isVisible()
    assert beside.text() == answer
    assert [problem_text(one) for one in desk.problems] == [answer]
    assert desk.document.undo_stack.count() == 0


def test_what_is_copied_can_be_pasted_into_another_draw_to_the_last_bit(desk: Desk) -> None:
    rows = desk.rows(1)
    desk.panel.table.selectAll()
    desk.qtbot.keyClick(desk.panel.table, Key.Key_C, Modifier.ControlModifier)
    desk.document.edit(replace(desk.document.experiment, seed=77), "")
    assert desk.rows(1) != rows
    desk.go_to(0, 0)
    desk.qtbot.keyClick(desk.panel.table, Key.Key_V, Modifier.ControlModifier)
    assert desk.rows(1) == rows


def test_the_panel_follows_the_selection_and_the_choice_drives_it(desk: Desk) -> None:
    desk.selection.set_layers(frozenset({2, 3}))
    choice = desk.panel.findChild(QComboBox, "matrixLayerCombo")
    assert choice.currentText() == "Layer 2"
    assert desk.panel.model.rows == desk.rows(2)
    desk.qtbot.keyClick(choice, Key.Key_End)
    assert desk.selection.layers == {3}
    assert desk.panel.model.rows == desk.rows(3)


def test_a_layer_that_is_gone_gives_way_to_the_last(desk: Desk) -> None:
    desk.selection.set_layers(frozenset({3}))
    desk.document.edit(edits.remove_layer(desk.document.experiment, 1), "")
    assert desk.panel.layer == 2
    assert desk.panel.model.rows == desk.rows(2)


def test_a_hidden_panel_draws_nothing_until_it_is_shown(desk: Desk) -> None:
    desk.panel.hide()
    rows = desk.panel.model.rows
    desk.document.edit(edits.set_units(desk.document.experiment, 1, 6), "")
    assert desk.panel.model.rows is rows
    desk.panel.show()
    assert desk.panel.model.rows == desk.rows(1)
