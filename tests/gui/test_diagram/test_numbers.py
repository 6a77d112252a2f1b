"""The numbers of a snapshot in the diagram: fills, edges, the number under the pointer."""

from collections.abc import Callable

import numpy as np
import pytest
from msgspec.structs import replace
from msgspec.structs import replace as changed
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QComboBox, QStyleOptionGraphicsItem
from pytestqt.qtbot import QtBot

from core import edits
from core.initializers.constant import Zeros
from core.snapshot import Snapshot
from core.trainer import Trainer
from gui import theme
from gui.diagram.edge_pens import BROKEN, LEVELS, levels, pen_of, width_of
from gui.diagram.edges import EdgesItem
from gui.diagram.item import DiagramItem
from gui.diagram.layout import arrange
from gui.diagram.marks import Label
from gui.main_window import MainWindow
from gui.plots import magnitude
from tests.gui.test_diagram.desk import Desk


def snapshot(desk: Desk, steps: int = 3) -> Snapshot:
    trainer = Trainer(desk.experiment)
    trainer.advance(steps)
    return trainer.snapshot()


def pixel(desk: Desk, at: QPoint) -> QColor:
    return QColor(desk.view.viewport().grab().toImage().pixel(at))


def label(desk: Desk) -> str:
    item = next(item for item in desk.view.scene().items() if isinstance(item, Label))
    return item._text if item.isVisible() else ""


def between(desk: Desk, start: tuple[int, int], end: tuple[int, int], share: float) -> QPoint:
    a, b = desk.point("neuron", *start), desk.point("neuron", *end)
    return a + QPoint(round(share * (b - a).x()), round(share * (b - a).y()))


def test_neurons_are_filled_by_their_gradient_on_the_fixed_scale(desk: Desk) -> None:
    plain = pixel(desk, desk.point("neuron", 1, 0))
    assert plain == theme.color("panel")
    shown = snapshot(desk)
    desk.view.show_snapshot(shown)
    for layer in (1, 2, 3):
        norms = shown.gradient_norms[layer - 1]
        for index, step in enumerate(magnitude.indices(norms)):
            expected = QColor.fromRgba(int(magnitude.table()[step]))
            if step < magnitude.STEPS:
                assert pixel(desk, desk.point("neuron", layer, index)) == expected


def test_exact_zero_and_not_finite_look_like_nothing_else(desk: Desk) -> None:
    shown = snapshot(desk)
    norms = tuple(norm.copy() for norm in shown.gradient_norms)
    norms[0][:] = (0.0, np.nan, np.inf, 1e-3)
    desk.view.show_snapshot(replace(shown, gradient_norms=norms))
    image = desk.view.viewport().grab().toImage()
    colours = []
    for index in range(4):
        center = desk.point("neuron", 1, index)
        around = [center + QPoint(dx, dy) for dx in range(-15, 16) for dy in range(-15, 16)]
        colours.append({QColor(image.pixel(at)).name() for at in around})
    broken = theme.color("broken").name()
    assert [broken in one for one in colours] == [False, True, True, False]
    assert theme.color("quiet").name() in colours[0]
    table = {QColor.fromRgba(int(one)).name() for one in magnitude.table()[: magnitude.STEPS]}
    assert [bool(table & one) for one in colours] == [False, False, False, True]


def test_edges_show_sign_by_colour_and_style_and_size_by_width() -> None:
    assert pen_of(5).color() != pen_of(-5).color()
    assert pen_of(5).style() != pen_of(-5).style()
    widths = [width_of(level) for level in range(1, LEVELS + 1)]
    assert widths == sorted(widths)
    assert (widths[0], widths[-1]) == (0.5, 4.0)


def test_the_scale_of_the_edges_is_fixed() -> None:
    weights = np.array([0.0, -0.0, 1e-9, 0.01, -0.01, 1.0, -10.0, 1e30, np.nan, np.inf])
    expected = [0, 0, 1, 1, -1, 9, -LEVELS, LEVELS, BROKEN, BROKEN]
    assert levels(weights).tolist() == expected


@pytest.mark.parametrize("most", [None, 3])
def test_of_many_edges_the_strongest_are_drawn_last(most: int | None) -> None:
    layout = arrange((2, 4, 1), (600, 400), 1.0, (0, 0))
    item = EdgesItem()
    item.place(layout.columns[0], layout.columns[1])
    weights = np.array([[0.01, 0.02], [5.0, -9.0], [0.1, 0.2], [0.0, 1.0]])
    item.show_numbers(weights, most)
    assert item._bins is not None
    drawn = [level for level, lines in item._bins for _ in lines]
    assert len(drawn) == (8 if most is None else 3)
    assert drawn[-3:] == [9, 12, -13]


def test_the_edge_under_the_pointer_says_its_weight_and_stays_live(desk: Desk) -> None:
    start = snapshot(desk, 0)
    desk.view.show_snapshot(start)
    desk.hover(between(desk, (1, 0), (2, 2), 0.2))
    weight = start.weights[1][2, 0]
    assert label(desk) == f"W2[3, 1] = {weight:.3g}".replace("-", "\N{MINUS SIGN}")
    later = tuple(weights * 2 for weights in start.weights)
    desk.view.show_snapshot(replace(start, weights=later))
    assert label(desk) == f"W2[3, 1] = {2 * weight:.3g}".replace("-", "\N{MINUS SIGN}")
    desk.hover(desk.point("empty"))
    assert label(desk) == ""


def test_the_neuron_under_the_pointer_says_its_gradient(desk: Desk) -> None:
    desk.hover(desk.point("neuron", 1, 1))
    assert label(desk) == "Layer 1, neuron 2"
    zeros = edits.set_weights(desk.experiment, (1, 2, 3), Zeros())
    desk.document.edit(zeros, "")
    desk.view.show_snapshot(snapshot(desk))
    desk.hover(desk.point("neuron", 1, 1))
    assert label(desk) == "Layer 1, neuron 2: |gradient| = 0; identical neurons beside it: 3"


def test_the_neuron_with_the_focus_says_its_number_and_the_pointer_comes_first(desk: Desk) -> None:
    start = snapshot(desk, 0)
    desk.view.show_snapshot(start)
    desk.press(Qt.Key.Key_Right)
    assert label(desk) == ""  # a header
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    norm = start.gradient_norms[0][1]
    assert label(desk) == f"Layer 1, neuron 2: |gradient| = {norm:.3g}"
    later = tuple(3 * norms for norms in start.gradient_norms)
    desk.view.show_snapshot(replace(start, gradient_norms=later))
    assert label(desk) == f"Layer 1, neuron 2: |gradient| = {3 * norm:.3g}"
    desk.hover(between(desk, (1, 0), (2, 2), 0.2))
    assert label(desk).startswith("W2[3, 1]")
    QApplication.sendEvent(desk.view.viewport(), QEvent(QEvent.Type.Leave))
    assert label(desk).startswith("Layer 1, neuron 2")
    desk.press(Qt.Key.Key_Delete)
    assert label(desk) == "Layer 1, neuron 2"  # another one: nothing is known of it yet
    desk.document.undo_stack.undo()
    desk.press(Qt.Key.Key_Home, Qt.Key.Key_Down)
    assert label(desk) == ""  # an input has only what a sample has there


def test_inputs_and_outputs_carry_the_names_of_the_data(desk: Desk) -> None:
    shown = snapshot(desk)
    data = replace(
        shown.dataset, feature_names=("size of the flat", "rooms"), target_names=("price",)
    )
    desk.view.resize(500, 400)
    before = desk.view.layout_
    desk.view.show_snapshot(replace(shown, dataset=data))
    assert desk.view.layout_.columns[0].x > before.columns[0].x  # room for longer names
    assert desk.view.transform().m11() == desk.view.layout_.scale
    desk.press(Qt.Key.Key_Home, Qt.Key.Key_Down)
    assert desk.view.accessibleDescription() == "Input size of the flat"


def test_numbers_of_another_network_are_not_shown(desk: Desk) -> None:
    shown = snapshot(desk)
    desk.view.show_snapshot(shown)
    desk.click("plus", 1)
    assert pixel(desk, desk.point("neuron", 1, 0)) == theme.color("panel")
    desk.view.show_snapshot(shown)
    assert pixel(desk, desk.point("neuron", 1, 0)) == theme.color("panel")
    desk.view.show_snapshot(snapshot(desk))
    assert pixel(desk, desk.point("neuron", 3, 0)) != theme.color("panel")


def test_another_activation_keeps_the_numbers_until_the_next_snapshot(desk: Desk) -> None:
    desk.view.show_snapshot(snapshot(desk))
    before = pixel(desk, desk.point("neuron", 1, 0))
    desk.document.edit(edits.set_activation(desk.experiment, (1,), "tanh"), "")
    assert pixel(desk, desk.point("neuron", 1, 0)) == before != theme.color("panel")


def edge_count(desk: Desk) -> int:
    items = [item for item in desk.view.scene().items() if isinstance(item, EdgesItem)]
    return sum(len(lines) for item in items for _, lines in item._bins or [])


def test_of_a_big_network_only_the_strongest_edges_are_drawn_until_it_pauses(desk: Desk) -> None:
    first, *_, last = desk.experiment.layers
    hidden = (changed(first, units=64),) * 24
    desk.document.edit(changed(desk.experiment, layers=(*hidden, last)), "")
    everything = 2 * 7 + 23 * 7 * 7 + 7
    shown = snapshot(desk, 1)
    desk.view.show_snapshot(shown)
    assert edge_count(desk) == everything
    desk.view.show_snapshot(shown)
    assert edge_count(desk) < everything
    desk.qtbot.waitUntil(lambda: edge_count(desk) == everything)


def test_the_scene_mirrors_the_network_and_keeps_nothing_else(desk: Desk) -> None:
    items: Callable[[], int] = lambda: len(desk.view.scene().items())  # noqa: E731
    before = items()
    for _ in range(5):
        desk.click("insert", 1)
    assert items() == before + 5 * 4  # header, neurons, edges and "+"
    for _ in range(5):
        desk.document.undo_stack.undo()
    assert items() == before


def test_a_mistake_in_drawing_is_raised_once_and_not_on_every_repaint() -> None:
    class Mistaken(DiagramItem):
        drawn = 0

        def draw(self, painter: QPainter) -> None:
            self.drawn += 1
            raise ZeroDivisionError

    item, option, canvas = Mistaken(), QStyleOptionGraphicsItem(), QPixmap(8, 8)
    painter = QPainter(canvas)
    with pytest.raises(ZeroDivisionError):
        item.paint(painter, option)
    item.paint(painter, option)
    painter.end()
    assert item.drawn == 1


def test_the_number_goes_with_the_focus_of_the_window_and_comes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    diagram, other = window.diagram, window.findChild(QComboBox, "schemeCombo")
    desk = Desk(qtbot, window.document, window.selection, diagram)
    assert other is not None
    desk.click("neuron", 1, 2)  # without the keyboard yet, and the pointer stays on it
    assert diagram.hasFocus()
    assert label(desk).startswith("Layer 1, neuron 3")
    QApplication.sendEvent(diagram.viewport(), QEvent(QEvent.Type.Leave))
    assert label(desk).startswith("Layer 1, neuron 3")
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    other.hidePopup()
    assert other.hasFocus()
    assert label(desk) == ""
    window.actions_.step.trigger()
    qtbot.waitUntil(lambda: window.session.snapshot.step == 1)
    assert label(desk) == ""
    window.resize(window.size() + QSize(40, 40))  # everything is arranged anew
    assert label(desk) == ""
    window.activateWindow()  # which offscreen a popup leaves without the focus
    diagram.setFocus()
    qtbot.waitUntil(diagram.hasFocus)
    assert label(desk).startswith("Layer 1, neuron 3")
    desk.hover(desk.point("neuron", 2, 1))
    assert label(desk).startswith("Layer 2, neuron 2")
    desk.hover(desk.point("name", 2))
    QApplication.sendEvent(diagram.viewport(), QEvent(QEvent.Type.Leave))
    assert label(desk).startswith("Layer 1, neuron 3")
    desk.press(Qt.Key.Key_Right)
    assert label(desk).startswith("Layer 2, neuron ")
