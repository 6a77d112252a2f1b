import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.diagram.fills import FIRST_SIGNED, NOT_FINITE, ZERO, brush_of
from gui.diagram.neuron import draw_neuron

CENTER, RADIUS = 40, 30


def drawn(fill: int | None, scale: float = 1.0) -> QImage:
    """Return a picture of one neuron in a view at this scale."""
    side = round(2 * CENTER * scale)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    draw_neuron(painter, QPointF(CENTER, CENTER), RADIUS, fill)
    painter.end()
    return image


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.5])
def test_a_neuron_fills_its_circle_at_every_scale(scale: float) -> None:
    image = drawn(100, scale)
    middle, within, beyond = (
        image.pixelColor(round(scale * (CENTER + out)), round(scale * CENTER))
        for out in (0, RADIUS - 4, RADIUS + 4)
    )
    assert middle == within == brush_of(100).color()
    assert beyond == QColor("magenta")


@pytest.mark.parametrize("fill", [None, ZERO, NOT_FINITE, FIRST_SIGNED + 127])
def test_each_look_has_its_own_picture_of_a_neuron(qapp: QApplication, fill: int | None) -> None:
    pictures = {}
    for name in (*theme.THEMES, *theme.THEMES):  # the second time from what was kept
        theme.apply(qapp, name, 1.0)
        picture = drawn(fill)
        assert pictures.setdefault(name, picture) == picture
    assert pictures["light"] != pictures["dark"] != pictures["projector"] != pictures["light"]


def test_a_zoomed_neuron_has_a_wider_rim(qapp: QApplication) -> None:
    before = drawn(None)
    theme.apply(qapp, "light", 2.0)
    assert drawn(None) != before
