"""Editing by hand in the whole window: what the mouse does is what the worker trains."""

import numpy as np
import pytest
from PySide6.QtCore import QKeyCombination, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.by_hand import first_numbers
from core.snapshot import Snapshot
from gui.diagram.keyboard import MOVES, OPENS, ZOOMS
from gui.diagram.marks import FocusRing
from gui.diagram.number_editor import NumberEditor
from gui.diagram.target import Target
from gui.main_window import MainWindow
from gui.panels.scheme_combo import SchemeCombo
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk
from tests.gui.windows import open_window

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
CTRL = Modifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, window: MainWindow) -> Desk:
    """The diagram of the window; it has the keyboard."""
    desk = Desk(qtbot, window.document, window.selection, window.diagram)
    window.document.refused.connect(desk.problems.append)
    window.diagram.setFocus()
    return desk


def trained(desk: Desk, window: MainWindow) -> Snapshot:
    """Wait until the worker has the experiment of the window, and return what it made of it."""
    desk.qtbot.waitUntil(lambda: window.session.snapshot.experiment == desk.experiment)
    return window.session.snapshot


def shapes(desk: Desk, window: MainWindow) -> list[tuple[int, ...]]:
    return [weights.shape for weights in trained(desk, window).weights]


def walk_to(desk: Desk, text: str) -> None:
    """Go down the menu that is open to an entry."""
    menu = desk.menu()
    for _ in menu.actions():
        desk.qtbot.keyClick(menu, Key.Key_Down)
        if menu.activeAction().text() == text:
            return
    raise AssertionError(f"{text!r} is not in the menu")


def undo_all(desk: Desk, window: MainWindow) -> None:
    while desk.document.undo_stack.canUndo():
        desk.qtbot.keyClick(window, Key.Key_Z, CTRL)


def test_layers_are_inserted_moved_doubled_cut_and_pasted(desk: Desk, window: MainWindow) -> None:
    before = desk.experiment
    desk.click("insert", 2)
    desk.click("plus", 2)
    assert shapes(desk, window) == [(4, 2), (4, 4), (3, 4), (1, 3)]
    start = desk.point("name", 3)
    desk.drag(start, QPoint(desk.point("name", 0).x(), start.y()))
    assert shapes(desk, window) == [(3, 2), (4, 3), (4, 4), (1, 4)]
    desk.press(Key.Key_D, modifier=CTRL)
    assert desk.units() == [3, 3, 4, 4, 1]
    desk.click("name", 2)
    desk.press(Key.Key_X, modifier=CTRL)
    desk.click("name", 3)
    desk.press(Key.Key_V, modifier=CTRL)
    assert desk.units() == [3, 4, 4, 3, 1]
    desk.press(Key.Key_Delete)
    assert shapes(desk, window) == [(3, 2), (4, 3), (4, 4), (1, 4)]
    undo_all(desk, window)
    assert trained(desk, window).experiment == before


def test_the_menu_bar_has_the_verbs_of_what_is_selected(desk: Desk, window: MainWindow) -> None:
    for title, selects, units in (
        ("Duplicate the layer", "name", [4, 3, 3, 1]), ("Add a layer", "empty", [4, 3, 3, 3, 1]),
    ):  # fmt: skip
        desk.click(selects, 2)
        bar = window.menuBar()
        place = bar.actionGeometry(window.menus.edit.menuAction()).center()
        desk.qtbot.mouseClick(bar, Button.LeftButton, pos=place)
        desk.qtbot.keyClick(window.menus.edit, Key.Key_N)
        verbs = window.menus.network
        assert verbs.isVisible()
        action = next(one for one in verbs.actions() if one.text().split("\t")[0] == title)
        at = verbs.actionGeometry(action).center()
        desk.qtbot.mouseClick(verbs, Button.LeftButton, pos=at)
        assert desk.units() == units


def test_neurons_by_button_by_typing_and_by_dragging(desk: Desk, window: MainWindow) -> None:
    desk.click("minus", 2)
    desk.click("units", 1)
    desk.qtbot.keyClicks(QApplication.focusWidget(), "12")
    desk.qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    at = desk.point("units", 2)
    desk.drag(at, at - QPoint(0, 40))
    assert shapes(desk, window) == [(12, 2), (6, 12), (1, 6)]
    assert desk.columns() == [2, 12, 6, 1]


def test_without_hidden_layers_it_is_logistic_regression(desk: Desk, window: MainWindow) -> None:
    desk.press(Key.Key_A, modifier=CTRL)
    desk.click("name", 3, modifier=CTRL)
    desk.press(Key.Key_Delete)
    assert shapes(desk, window) == [(1, 2)]
    desk.qtbot.keyClick(desk.view, Key.Key_Space)
    desk.qtbot.waitUntil(lambda: window.session.snapshot.step > 20)
    desk.qtbot.keyClick(desk.view, Key.Key_Space)
    assert window.session.snapshot.divergence is None


def test_a_band_of_layers_is_painted_with_weights_biases_and_an_activation(
    desk: Desk, window: MainWindow
) -> None:
    desk.drag(QPoint(desk.point("name", 1).x() - 60, 1), desk.point("neuron", 2, 2))
    assert desk.selection.layers == {1, 2}
    desk.qtbot.keyClick(window.findChild(SchemeCombo, "schemeCombo"), Key.Key_Home)
    desk.qtbot.keyClick(window.findChild(SchemeCombo, "biasSchemeCombo"), Key.Key_Down)
    desk.click("activation", 2)
    desk.choose("tanh")
    layers = desk.experiment.layers
    assert [one.weights.name for one in layers] == ["zeros", "zeros", "he_normal"]
    assert [one.biases.name for one in layers] == ["constant", "constant", "zeros"]
    assert desk.activations() == ["tanh", "tanh", "sigmoid"]
    badges = [desk.view.scene()._layers[place].header.texts.badge for place in (1, 2, 3)]
    assert badges == ["Zeros", "Zeros", "He normal"]
    W = trained(desk, window).initial_weights
    assert [bool(one.any()) for one in W] == [False, False, True]


def test_a_band_of_neurons_is_painted_with_weights_and_a_bias(
    desk: Desk, window: MainWindow
) -> None:
    before = first_numbers(desk.experiment, 1, "weights")
    beside = QPoint(30, 20)
    desk.drag(desk.point("neuron", 1, 1) - beside, desk.point("neuron", 1, 2) + beside)
    desk.open_context_menu("neuron", 1, 1)
    walk_to(desk, "Weights into 2 chosen neurons")
    desk.qtbot.keyClick(desk.menu(), Key.Key_Right)
    assert desk.menu().activeAction().text() == "Zeros"
    desk.qtbot.keyClick(desk.menu(), Key.Key_Return)
    desk.press(Key.Key_Down, Key.Key_Down, Key.Key_F2)
    editor = desk.view.findChild(NumberEditor)
    assert editor.field.accessibleName() == "2 biases at step 0"
    desk.qtbot.keyClicks(editor.field, "0.5")
    desk.qtbot.keyClick(editor.field, Key.Key_Return)
    now = trained(desk, window)
    expected = before.copy()
    expected[1:3] = 0
    assert np.array_equal(now.initial_weights[0], expected)
    assert now.initial_biases[0].ravel().tolist() == [0, 0.5, 0.5, 0]
    assert desk.document.undo_stack.count() == 2
    assert desk.problems == []


def test_all_neurons_of_a_band_are_painted_more_than_have_a_line(
    desk: Desk, window: MainWindow
) -> None:
    window.resize(1440, 900)
    desk.view.editor.set_units(1, 8)
    trained(desk, window)
    beside = QPoint(30, 20)
    desk.drag(desk.point("neuron", 1, 0) - beside, desk.point("neuron", 1, 7) + beside)
    assert window.plots.gradient.hint.text == "8 neurons are chosen: the 6 chosen last have a line."
    desk.open_context_menu("neuron", 1, 0)
    walk_to(desk, "Weights into 8 chosen neurons")
    desk.qtbot.keyClick(desk.menu(), Key.Key_Right)
    assert desk.menu().activeAction().text() == "Zeros"
    desk.qtbot.keyClick(desk.menu(), Key.Key_Return)
    assert not trained(desk, window).initial_weights[0].any()


def test_a_weight_is_typed_at_its_edge_and_a_nudge_parts_two_twins(
    desk: Desk, window: MainWindow
) -> None:
    desk.qtbot.keyClick(window.findChild(SchemeCombo, "schemeCombo"), Key.Key_Home)
    assert not trained(desk, window).initial_weights[1].any()
    start, end = desk.point("neuron", 1, 0), desk.point("neuron", 2, 2)
    at = start + (end - start) * 0.2
    desk.qtbot.mouseClick(desk.view.viewport(), Button.LeftButton, pos=at)
    editor = desk.view.findChild(NumberEditor)
    desk.qtbot.keyClicks(editor.field, "-0.75")
    desk.qtbot.keyClick(editor.field, Key.Key_Return)
    desk.open_context_menu("neuron", 2)
    desk.choose("Nudge its first weight")
    W = trained(desk, window).initial_weights[1]
    assert W[:, 0].tolist() == [0.01, 0, -0.75]
    letters = desk.view.scene()._twins
    assert letters[1].letters == {0: "a", 1: "a", 2: "a", 3: "a"}
    assert letters[2].letters == {}  # all differ now


def test_the_wheel_zooms_the_middle_button_pans_and_f_fits(desk: Desk, window: MainWindow) -> None:
    fitted, at = desk.view.transform().m11(), desk.point("neuron", 1, 0)
    desk.wheel(at, 6, CTRL)
    assert desk.view.transform().m11() > 2 * fitted
    assert (desk.point("neuron", 1, 0) - at).manhattanLength() <= 2
    viewport, middle = desk.view.viewport(), Button.MiddleButton
    desk.qtbot.mousePress(viewport, middle, pos=QPoint(200, 200))
    desk.qtbot.mouseMove(viewport, QPoint(170, 190))
    desk.qtbot.mouseRelease(viewport, middle, pos=QPoint(170, 190))
    desk.press(Key.Key_F)
    assert desk.view.transform().m11() == fitted


def test_ctrl_and_arrows_zoom_around_the_focus_as_the_menu_does(
    desk: Desk, window: MainWindow
) -> None:
    desk.press(Key.Key_Right, Key.Key_Down, Key.Key_Down)
    fitted, at = desk.view.transform().m11(), desk.point("neuron", 1, 1)
    desk.press(*[Key.Key_Up] * 4, modifier=CTRL)
    assert desk.view.transform().m11() == pytest.approx(1.15**4 * fitted)
    assert (desk.point("neuron", 1, 1) - at).manhattanLength() <= 4
    assert desk.view.editor.focus == Target("neuron", 1, 1)
    desk.press(Key.Key_Down, modifier=CTRL)
    desk.open_context_menu("empty")
    desk.choose("Zoom out")
    assert desk.view.transform().m11() == pytest.approx(1.15**2 * fitted)


def test_tab_comes_to_the_diagram_and_a_ring_shows_where_the_arrows_lead(
    desk: Desk, window: MainWindow
) -> None:
    window.run_bar.setFocus()
    ring = next(one for one in desk.view.scene().items() if isinstance(one, FocusRing))
    assert not ring.isVisible()
    for _ in range(60):
        desk.qtbot.keyClick(QApplication.focusWidget() or window, Key.Key_Tab)
        if desk.view.hasFocus():
            break
    assert ring.isVisible()
    places = []
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Left):
        desk.press(key)
        places.append(desk.view.editor.focus)
        center = desk.view.mapFromScene(ring.boundingRect().center())
        if desk.view.editor.focus.part == "neuron":
            assert (center - desk.view.point_of(desk.view.editor.focus)).manhattanLength() <= 1
    assert places == [
        Target("name", 2), Target("neuron", 2, 0), Target("neuron", 2, 1),
        Target("neuron", 1, 1),
    ]  # fmt: skip


def test_the_window_leaves_every_key_of_the_diagram_to_it(window: MainWindow) -> None:
    keyboard = window.diagram.keyboard
    plain = {*MOVES, *OPENS, *keyboard._verbs}
    own = {QKeySequence(key) for key in plain} | {
        QKeySequence(QKeyCombination(CTRL, key)) for key in (*keyboard._with_ctrl, *ZOOMS)
    }
    taken = {keys for action in window.actions() for keys in action.shortcuts()}
    assert len(own) > 20 and len(taken) > 20
    assert not own & taken


def test_what_keeps_its_picture_takes_the_theme_over(qtbot: QtBot, window: MainWindow):
    """Headers, names and edges are not drawn anew for every frame."""
    light = window.diagram.grab().toImage()
    window.appearance.set_theme("dark")
    dark = open_window(qtbot).diagram.grab().toImage()
    assert dark != light
    qtbot.waitUntil(lambda: window.diagram.grab().toImage() == dark)
