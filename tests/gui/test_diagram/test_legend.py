"""The legend goes on in another row before its numbers become too small to be read."""

import pytest
from PySide6.QtWidgets import QApplication

from core import edits
from core.datasets import AnyDataset
from core.datasets.digits import Digits
from core.datasets.sine import Sine
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


@pytest.mark.parametrize(("data", "inputs"), [(Sine(), 1), (Digits(), 64)])
def test_the_legend_says_why_neurons_have_no_maps(
    desk: Desk, data: AnyDataset, inputs: int
) -> None:
    legend = desk.view.findChild(Legend, "diagramLegend")
    combo = legend.findChild(Combo, "pictureCombo")
    desk.qtbot.keyClick(combo, Key.Key_End)
    assert desk.view.overlay["maps"]
    titles = [group.title for group in legend._groups()]
    assert titles[1] == "activation"
    desk.document.edit(edits.set_dataset(desk.experiment, data), "data")
    why = f"no maps: they need 2 inputs, these data have {inputs}"
    assert [group.title for group in legend._groups()][1] == why
    assert legend.accessibleDescription() == why
    assert legend.height() >= legend.height_for(legend.width())
    desk.qtbot.keyClick(combo, Key.Key_Home)
    assert [group.title for group in legend._groups()][1] == "|gradient|"
