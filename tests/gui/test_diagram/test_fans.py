"""Fan-in and fan-out stand in the diagram where the layer in scope is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core import edits
from gui import theme
from gui.diagram.header import HeaderItem
from gui.diagram.neuron import NeuronsItem
from tests.gui.test_diagram.desk import Desk


def test_the_selected_layer_shows_what_its_formula_counts(desk: Desk) -> None:
    fans = desk.view.scene().fans
    assert fans.texts == ()
    desk.click("name", 2)
    assert fans.texts == ("<i>n</i><sub>in</sub> = 4", "<i>n</i><sub>out</sub> = 3")
    before, own = desk.view.layout_.columns[1:3]
    box = fans.boundingRect()
    assert before.x + before.radius < fans._brackets[0].x < fans._brackets[1].x
    assert fans._brackets[1].x < own.x - own.radius
    for column in (before, own):
        assert box.top() < column.ys[0] - column.radius
        assert column.ys[-1] + column.radius < box.bottom()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5])
def test_the_numbers_stand_clear_of_the_headers_where_the_room_is_tight(
    desk: Desk, qapp: QApplication, zoom: float
) -> None:
    theme.apply(qapp, "light", zoom)
    desk.view.resize(900, 300)
    desk.document.edit(edits.set_units(desk.experiment, 2, 12), "")
    desk.click("name", 2)
    scene = desk.view.scene()
    headers = [item for item in scene.items() if isinstance(item, HeaderItem)]
    assert len(headers) == 4
    for bracket in scene.fans._brackets:
        for header in headers:
            assert not bracket.at.intersects(header.sceneBoundingRect())


def test_a_bracket_lies_behind_the_note_on_hidden_neurons(desk: Desk) -> None:
    desk.document.edit(edits.set_units(desk.experiment, 2, 64), "")
    desk.click("name", 2)
    notes = [item for item in desk.view.scene().items() if isinstance(item, NeuronsItem)]
    assert all(desk.view.scene().fans.zValue() < item.zValue() for item in notes)


def test_it_follows_edits_and_is_gone_with_the_selection(desk: Desk) -> None:
    fans = desk.view.scene().fans
    desk.click("name", 2)
    desk.click("plus", 1)
    desk.click("name", 2)
    assert fans.texts[0].endswith("= 5")
    desk.click("name", 3, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.selection.layers == {2, 3}
    assert fans.texts == ()
    desk.click("name", 0)
    assert fans.texts == ()
