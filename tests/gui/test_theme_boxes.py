"""An empty check box can be seen in every theme."""

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from gui import theme


@pytest.mark.parametrize("name", theme.THEMES)
def test_an_empty_box_has_an_outline(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, name, 1.0)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.resize(40, 24)
    image = box.grab().toImage()
    ground = theme.color("plot").lightness()
    row = [image.pixelColor(x, 12).lightness() for x in range(20)]
    assert max(abs(each - ground) for each in row) > 60
