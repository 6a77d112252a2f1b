"""The legend goes on in another row before its numbers become too small to be read."""

import pytest
from PySide6.QtWidgets import QApplication

from core import edits
from gui import theme
from gui.diagram.legend import SMALLEST, SMALLEST_ZOOMED, Legend
from gui.diagram.pictures import PICTURES
from gui.panels.editors import Combo
from tests.gui.test_diagram.desk import Desk, Key


@pytest.mark.parametrize("zoom", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("width", [420, 900])
def test_numbers_keep_their_size_and_all_groups_their_room(
    desk: Desk, qapp: QApplication, zoom: float, width: int
) -> None:
    theme.apply(qapp, "projector", zoom)
    desk.view.resize(width, 700)
    legend = desk.view.findChild(Legend, "diagramLegend")
    combo = legend.findChild(Combo, "pictureCombo")
    for _ in PICTURES:
        desk.qtbot.keyClick(combo, Key.Key_Down)
        places, scale = legend._flow(legend.width())
        widest = max(group.width for group in legend._groups())
        readable = scale >= SMALLEST or scale * zoom >= SMALLEST_ZOOMED - 1e-9
        assert readable or widest > legend.width() - 40 * zoom
        for group, place in zip(legend._groups(), places[1:], strict=True):
            assert (place.x + group.width) * scale <= legend.width()
        assert legend.height() >= legend.height_for(legend.width())
        assert desk.view.viewport().height() + legend.height() <= desk.view.height()


def test_the_arcs_that_a_network_can_have_are_explained(desk: Desk) -> None:
    legend = desk.view.findChild(Legend, "diagramLegend")
    assert legend._silences == {"dead", "saturated"}  # ReLU, and a sigmoid at the end
    desk.document.edit(edits.set_activation(desk.experiment, {1, 2}, "tanh"), "")
    assert legend._silences == {"saturated"}
    assert [swatch.numbers for swatch in legend._groups()[-1].swatches] == [("saturated",)]
