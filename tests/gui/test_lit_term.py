"""The term of the equations that is shown, lit in the diagram of the window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.equations import Place
from gui import theme
from gui.diagram.lit import LitItem
from gui.diagram.target import Target
from gui.equations.view import EquationsView
from gui.main_window import MainWindow
from tests.gui.windows import open_window

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = open_window(qtbot)
    window.docks.open("equations")
    qtbot.waitUntil(lambda: view_of(window) is not None and view_of(window).step is not None)
    view_of(window).setFocus()
    return window


def view_of(window: MainWindow) -> EquationsView:
    return window.findChild(EquationsView, "equationsView")


def lit(window: MainWindow) -> LitItem:
    return next(one for one in window.diagram.scene().items() if isinstance(one, LitItem))


def below(window: MainWindow, layer: int) -> QColor:
    """Return the colour just below the rim of a layer's last neuron."""
    last = window.diagram.layout_.columns[layer].units - 1
    at = window.diagram.point_of(Target("neuron", layer, last))
    radius = window.diagram.layout_.columns[layer].radius * window.diagram.transform().m11()
    image = window.diagram.viewport().grab().toImage()
    return QColor(image.pixel(at + QPoint(0, round(radius) + 4)))


def test_the_neurons_and_edges_of_a_term_are_lit_until_the_tab_is_left(qtbot, window) -> None:
    assert not lit(window).isVisible()
    assert below(window, 2) == theme.color("panel")
    qtbot.keyClick(view_of(window), Key.Key_Right)
    assert window.selection.lit == (Place(1),)  # A[1] = g(Z[1])
    assert below(window, 2) == theme.color("panel") != below(window, 1)
    qtbot.keyClick(view_of(window), Key.Key_Right)
    assert window.selection.lit == (Place(2), Place(2, None, True), Place(1))
    assert len(lit(window).lines) == 12
    result, needed = below(window, 2), below(window, 1)
    assert len({theme.color("panel").name(), result.name(), needed.name()}) == 3
    window.docks.open("decision")
    qtbot.waitUntil(lambda: not lit(window).isVisible())
    assert below(window, 2) == theme.color("panel")


def test_a_path_through_chosen_neurons_is_lit_from_end_to_end(qtbot, window) -> None:
    diagram, left = window.diagram, Qt.MouseButton.LeftButton
    for layer, index in ((1, 3), (2, 1)):
        at = diagram.point_of(Target("neuron", layer, index))
        qtbot.mouseClick(diagram.viewport(), left, pos=at)
    qtbot.keyClick(view_of(window), Key.Key_End)
    columns = diagram.layout_.columns
    path = [(layer, index) for layer, index, edges, _ in window.selection.lit if not edges]
    source = dict(path)[0]
    assert sorted(path) == [(0, source), (1, 3), (2, 1), (3, 0)]
    ends = [
        QPointF(columns[layer].x, columns[layer].ys[index])
        for layer, index in ((0, source), (1, 3), (2, 1), (3, 0))
    ]
    lines = [(line.p1(), line.p2()) for line in lit(window).lines]
    assert sorted(lines, key=lambda one: one[0].x()) == list(zip(ends, ends[1:], strict=False))
    at = diagram.point_of(Target("neuron", 2, 1))
    qtbot.mouseClick(diagram.viewport(), left, pos=at)
    qtbot.mouseClick(diagram.viewport(), left, pos=diagram.point_of(Target("neuron", 2, 0)))
    assert Place(2, 0) in window.selection.lit


def test_whoever_walks_through_the_terms_keeps_the_panel_for_the_selected_layers(qtbot, window):
    """So the sigma that is dragged afterwards is still that of the layers it was."""
    window.selection.set_layers(frozenset({1, 2}))
    scope = window.findChild(QComboBox, "scopeCombo")
    shown = []
    scope.currentTextChanged.connect(shown.append)
    view_of(window).setFocus()
    text, last = scope.currentText(), None
    qtbot.keyClick(view_of(window), Key.Key_Home)
    while view_of(window).step != last:
        last = view_of(window).step
        assert window.selection.lit[0].layer == last.layer
        qtbot.keyClick(view_of(window), Key.Key_Down)
    assert last.name == "chain"
    assert (scope.currentText(), shown) == (text, [])
    scheme = window.findChild(QComboBox, "schemeCombo")
    qtbot.keyClick(scheme, Key.Key_Home)
    names = [layer.weights.name for layer in window.document.experiment.layers]
    assert names == ["zeros", "zeros", "he_normal"]


def test_what_an_edit_takes_away_is_no_longer_lit_and_empty_space_ends_it(qtbot, window) -> None:
    diagram = window.diagram
    qtbot.keyClick(view_of(window), Key.Key_End)
    assert len(lit(window).lines) == 3
    qtbot.mouseClick(diagram.viewport(), Qt.MouseButton.LeftButton, pos=diagram.point_of(
        Target("plus", 1)))  # fmt: skip
    qtbot.waitUntil(lambda: window.session.snapshot.experiment == window.document.experiment)
    assert len(lit(window).lines) == 3
    empty = diagram.point_of(Target("empty"))
    qtbot.mouseClick(diagram.viewport(), Qt.MouseButton.LeftButton, pos=empty)
    assert window.selection.lit == ()
    assert not lit(window).isVisible()
