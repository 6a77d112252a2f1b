"""Theme, zoom and language reach the diagram while it is open."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QTranslator
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget

from core.fields import MAX_UNITS
from gui import numbers, theme
from gui.diagram.header import number_font
from gui.diagram.header_layout import header_boxes
from gui.diagram.layout import HEADERS
from gui.diagram.legend import Legend
from tests.gui.test_diagram.desk import Desk


def put_in_force(name: str, zoom: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, name, zoom)


def corner(widget: QWidget) -> QColor:
    return QColor(widget.grab().toImage().pixel(QPoint(1, 1)))


def test_a_theme_recolours_ground_and_legend(desk: Desk) -> None:
    put_in_force("dark", 1.0)
    ground = QColor(theme.DARK.panel)
    for widget in (desk.view.viewport(), desk.view.findChild(Legend)):
        desk.qtbot.waitUntil(lambda widget=widget: corner(widget) == ground)


def test_the_zoom_of_the_interface_reaches_headers_and_neurons(desk: Desk) -> None:
    before = desk.view.layout_
    put_in_force("light", 1.5)
    desk.qtbot.waitUntil(lambda: desk.view.layout_.header_width > before.header_width)
    assert desk.view.layout_.columns[1].radius == 1.5 * before.columns[1].radius


def test_what_fits_needs_no_scroll_bars_whatever_the_sums_are_rounded_to(desk: Desk) -> None:
    put_in_force("light", 1.3)
    desk.qtbot.waitUntil(lambda: desk.view.layout_.unit == 1.3)
    for height in range(420, 620, 10):
        desk.view.resize(900, height)
        bars = desk.view.horizontalScrollBar(), desk.view.verticalScrollBar()
        assert [bar.maximum() for bar in bars] == [0, 0], height


def test_the_legend_stands_below_the_network_at_every_size(desk: Desk) -> None:
    legend = desk.view.findChild(Legend)
    for width, zoom in ((900, 1.0), (420, 1.0), (620, 2.0)):
        put_in_force("light", zoom)
        desk.view.resize(width, 500)
        desk.qtbot.waitUntil(lambda zoom=zoom: desk.view.layout_.unit == zoom)
        assert legend.geometry().top() == desk.view.viewport().geometry().bottom() + 1
        assert legend.geometry().bottom() <= desk.view.rect().bottom()
        assert legend.height() >= legend.height_for(width)


class Shouting(QTranslator):
    """A language of capitals."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return re.sub(
            r"{\w+}|\w+", lambda word: word[0] if "{" in word[0] else word[0].upper(), text
        )


def test_a_language_reaches_every_text_while_the_diagram_is_open(desk: Desk) -> None:
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    try:
        desk.qtbot.waitUntil(lambda: desk.view.accessibleName() == "NETWORK DIAGRAM")
        header = desk.view.scene()._layers[1].header
        assert (header._texts.name, header._texts.badge) == ("LAYER 1", "HE NORMAL")
    finally:
        QCoreApplication.removeTranslator(translator)
    desk.qtbot.waitUntil(lambda: desk.view.accessibleName() == "Network diagram")


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.0])
def test_the_largest_number_of_neurons_fits_the_narrowest_header(zoom: float) -> None:
    put_in_force("light", zoom)
    room = header_boxes(HEADERS[0] * zoom, zoom)["units"].width
    number = numbers.whole(MAX_UNITS)
    assert QFontMetricsF(number_font(number, room)).horizontalAdvance(number) <= room
    assert number_font("4", room) == theme.font()
