"""What an edit did beside what was asked for is done as far as it can be, and told."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.by_hand import first_numbers
from gui.diagram.number_editor import NumberEditor
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk
from tests.gui.windows import open_window

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window_desk(qtbot: QtBot) -> Desk:
    """The diagram of the real window, at whose foot the diagnosis stands."""
    window = open_window(qtbot)
    window.diagram.setFocus()
    return Desk(qtbot, window.document, window.selection, window.diagram)


def told(desk: Desk) -> str:
    return desk.view.window().findChild(QLabel, "diagnosisLabel").text()


def test_neurons_are_added_beside_a_weight_typed_by_hand(window_desk: Desk) -> None:
    desk = window_desk
    start, end = desk.point("neuron", 1, 0), desk.point("neuron", 2, 2)
    at: QPoint = start + (end - start) * 0.2
    desk.qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    editor = desk.view.findChild(NumberEditor)
    desk.qtbot.keyClicks(editor.field, "0.25")
    desk.qtbot.keyClick(editor.field, Key.Key_Return)
    typed = first_numbers(desk.experiment, 2, "weights")
    desk.click("plus", 1)
    assert desk.units() == [5, 3, 1]
    assert (first_numbers(desk.experiment, 2, "weights")[:, :4] == typed).all()
    assert told(desk) == (
        "Layer 2: the typed weights now are 3 \N{MULTIPLICATION SIGN} 5; "
        "3 new, drawn with the mean and \N{GREEK SMALL LETTER SIGMA} of those typed."
    )
    desk.qtbot.waitUntil(lambda: desk.view.experiment.sizes() == (2, 5, 3, 1))
    desk.document.undo_stack.undo()
    assert (first_numbers(desk.experiment, 2, "weights") == typed).all()
    assert told(desk) != ""


def test_an_activation_for_all_layers_leaves_those_it_does_not_fit(window_desk: Desk) -> None:
    desk = window_desk
    desk.press(Key.Key_A, modifier=Modifier.ControlModifier)
    desk.press(Key.Key_A)
    desk.choose("tanh")
    assert desk.activations() == ["tanh", "tanh", "sigmoid"]
    assert told(desk) == "tanh does not fit, left as it was: Output"
    assert desk.document.undo_stack.count() == 1


def test_an_activation_that_fits_none_is_refused(window_desk: Desk) -> None:
    desk = window_desk
    refused = []
    desk.document.refused.connect(refused.append)
    desk.view.editor.set_activation([1, 2], "softmax")
    assert desk.activations() == ["relu", "relu", "sigmoid"]
    assert [problem.code for problem in refused] == ["hidden_activation"]
