"""The largest network: what would add to it is disabled and says why, by every way in."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from core.experiment import Experiment, default_experiment
from core.fields import MAX_LAYERS, MAX_UNITS
from core.layer import Layer
from gui.diagram.target import Target
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk
from tests.gui.windows import open_window

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
FULL = "A network can have at most 64 layers"
ADDING = {"Add a layer", "Add a layer after", "Add a layer before", "Duplicate the layer", "Paste"}


def deep(layers: int) -> Experiment:
    first = default_experiment()
    hidden = (Layer(units=2),) * (layers - 1)
    return replace(first, layers=(*hidden, first.layers[-1]))


def desk_of(qtbot: QtBot, experiment: Experiment) -> Desk:
    window = open_window(qtbot, experiment)
    window.diagram.setFocus()
    return Desk(qtbot, window.document, window.selection, window.diagram)


def told(desk: Desk) -> str:
    label = desk.view.window().findChild(QLabel, "diagnosisLabel")
    assert label is not None
    return label.text()


def adding(menu: QMenu) -> list[QAction]:
    return [one for one in menu.actions() if one.text().split("\t")[0] in ADDING]


def test_no_way_leads_beyond_the_most_layers(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, deep(MAX_LAYERS))
    view = desk.view
    view.editor.focus_on(Target("name", 1))
    desk.press(Key.Key_C, modifier=CTRL)
    for key, modifier in (
        (Key.Key_Insert, Qt.KeyboardModifier.NoModifier), (Key.Key_V, CTRL), (Key.Key_D, CTRL),
    ):  # fmt: skip
        view.window().diagnosis.clear()
        desk.press(key, modifier=modifier)
        assert told(desk) == FULL
    view.window().diagnosis.clear()
    desk.click("insert", 2)
    assert told(desk) == FULL
    assert view.scene().tip(Target("insert", 2)) == FULL
    for part in ("name", "empty"):
        verbs = adding(desk.open_context_menu(part, 1))
        assert len(verbs) == (4 if part == "name" else 2)
        assert {(verb.isEnabled(), verb.toolTip()) for verb in verbs} == {(False, FULL)}
        desk.menu().close()
    assert len(desk.experiment.layers) == MAX_LAYERS
    desk.press(Key.Key_Delete)
    assert view.scene().tip(Target("insert", 2)) == "Add a layer here"
    assert all(verb.isEnabled() for verb in adding(desk.open_context_menu("name", 1)))
    desk.menu().close()


def test_the_outline_says_it_too(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, deep(MAX_LAYERS))
    window = desk.view.window()
    window.docks.open("outline")
    qtbot.waitUntil(lambda: window.findChild(QTreeView, "outlineTree") is not None)
    tree = window.findChild(QTreeView, "outlineTree")
    tree.setCurrentIndex(tree.model().index(0, 0, QModelIndex()))
    qtbot.keyClick(tree, Key.Key_Insert)
    assert told(desk) == FULL


def test_more_copies_than_there_is_room_for_are_refused_whole(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, deep(MAX_LAYERS - 1))
    desk.press(Key.Key_A, modifier=CTRL)
    desk.press(Key.Key_D, modifier=CTRL)
    assert told(desk) == FULL
    assert len(desk.experiment.layers) == MAX_LAYERS - 1
    desk.press(Key.Key_Insert)
    assert len(desk.experiment.layers) == MAX_LAYERS


@pytest.mark.parametrize(
    ("units", "verb", "key", "sentence"),
    [
        (MAX_UNITS, "Add a neuron", Key.Key_Plus, "A layer has at most 1,024 neurons."),
        (1, "Remove a neuron", Key.Key_Minus, "A layer needs at least one neuron."),
    ],
)
def test_a_layer_keeps_within_its_sizes(
    qtbot: QtBot, units: int, verb: str, key: Qt.Key, sentence: str
) -> None:
    first = default_experiment()
    layer = replace(first.layers[0], units=units)
    desk = desk_of(qtbot, replace(first, layers=(layer, first.layers[-1])))
    desk.view.editor.focus_on(Target("name", 1))
    desk.press(key)
    assert told(desk).startswith("Layer 1, units: must be at ")
    menu = desk.open_context_menu("name", 1)
    action = next(one for one in menu.actions() if one.text().split("\t")[0] == verb)
    assert (action.isEnabled(), action.toolTip()) == (False, sentence)
    menu.close()
    assert desk.units() == [units, 1]
