"""The header of a layer: name, units with - and +, activation, initializer badge."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui import theme
from gui.diagram.header_layout import Box
from gui.diagram.item import DiagramItem
from gui.diagram.layout import Layout
from gui.plots.kept import keep_picture

CORNER = 4.0
PADDING = 6.0  # around the whole header
TINT = 0.12  # opacity of the accent behind what is selected or under the pointer


class HeaderTexts(Struct, frozen=True):
    """What a header says; an empty text leaves its control out."""

    name: str
    units: str
    activation: str = ""
    badge: str = ""
    can_shrink: bool = False
    can_grow: bool = False


def tint(token: str, opacity: float = TINT) -> QColor:
    """Return a colour of the theme, thinned."""
    colour = theme.color(token)
    colour.setAlphaF(opacity)
    return colour


class HeaderItem(DiagramItem):
    """One header."""

    def __init__(self) -> None:
        super().__init__()
        keep_picture(self)
        self._boxes: dict[str, QRectF] = {}
        self._texts = HeaderTexts("", "")
        self._selected = False
        self._hovered = ""

    @property
    def texts(self) -> HeaderTexts:
        """What it says."""
        return self._texts

    def place(self, layout: Layout, column: int, texts: HeaderTexts) -> None:
        """Stand above a column of the layout."""
        x, y = layout.columns[column].x, layout.header_y
        self._boxes = {name: _rect(box, x, y) for name, box in layout.boxes.items()}
        self._texts = texts
        self._boxes["row"] = self._boxes["minus"].united(self._boxes["plus"])
        padding = PADDING * layout.unit
        whole = self._boxes["name"].united(self._boxes["badge"])
        self.set_bounds(whole.adjusted(-padding / 2, -padding, padding / 2, padding))

    def show_selected(self, selected: bool) -> None:
        """Frame and tint the header of a selected layer."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def show_hovered(self, part: str) -> None:
        """Tint the control under the pointer; empty: none."""
        if part != self._hovered:
            self._hovered = part
            self.update()

    def draw(self, painter: QPainter) -> None:
        """Draw from top to bottom."""
        if self._selected:
            painter.setPen(theme.stroke("accent", 1.0))
            painter.setBrush(tint("accent"))
            corner, inner = 2 * CORNER * theme.zoom(), theme.zoom() / 2
            box = self.boundingRect().adjusted(inner, inner, -inner, -inner)
            painter.drawRoundedRect(box, corner, corner)
        self._draw_name(painter)
        if not self._texts.activation:
            _write(painter, self._boxes["row"], self._texts.units, "quiet", theme.font())
            return
        self._draw_stepper(painter)
        self._draw_activation(painter)
        self._draw_badge(painter)

    def _draw_name(self, painter: QPainter) -> None:
        font = theme.font()
        font.setWeight(QFont.Weight.DemiBold)
        _write(painter, self._boxes["name"], self._texts.name, "text", font)

    def _draw_stepper(self, painter: QPainter) -> None:
        self._draw_frame(painter, self._boxes["row"])
        for part, enabled in (("minus", self._texts.can_shrink), ("plus", self._texts.can_grow)):
            if enabled:
                self._draw_hover(painter, part)
            self._draw_sign(painter, part, enabled)
        self._draw_hover(painter, "units")
        box, units = self._boxes["units"], self._texts.units
        _write(painter, box, units, "text", number_font(units, box.width()))

    def _draw_sign(self, painter: QPainter, part: str, enabled: bool) -> None:
        unit = theme.zoom()
        painter.setPen(QPen(theme.color("text" if enabled else "line"), 1.5 * unit))
        center, arm = self._boxes[part].center(), 4.5 * unit
        painter.drawLine(center - QPointF(arm, 0), center + QPointF(arm, 0))
        if part == "plus":
            painter.drawLine(center - QPointF(0, arm), center + QPointF(0, arm))

    def _draw_activation(self, painter: QPainter) -> None:
        box, unit = self._boxes["activation"], theme.zoom()
        self._draw_frame(painter, box)
        self._draw_hover(painter, "activation")
        text_box = box.adjusted(4 * unit, 0, -16 * unit, 0)
        _write(painter, text_box, self._texts.activation, "text", theme.font())
        painter.setPen(QPen(theme.color("quiet"), 1.5 * unit))
        tip = QPointF(box.right() - 10 * unit, box.center().y() + 2 * unit)
        for side in (-1, 1):
            painter.drawLine(tip, tip + QPointF(side * 4 * unit, -4 * unit))

    def _draw_badge(self, painter: QPainter) -> None:
        box = self._boxes["badge"]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint("text", 0.07))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        _write(painter, self._boxes["badge"], self._texts.badge, "text", theme.font("caption"))

    def _draw_frame(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(theme.stroke("line", 1.0))
        painter.setBrush(theme.color("panel"))
        corner = CORNER * theme.zoom()
        painter.drawRoundedRect(box, corner, corner)

    def _draw_hover(self, painter: QPainter, part: str) -> None:
        if part == self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint("accent"))
            corner = CORNER * theme.zoom()
            painter.drawRoundedRect(self._boxes[part], corner, corner)


def number_font(number: str, room: float) -> QFont:
    """Return the font for a number of neurons: small type where it would be cut."""
    fits = QFontMetricsF(theme.font()).horizontalAdvance(number) <= room
    return theme.font() if fits else theme.font("caption")


def _write(painter: QPainter, box: QRectF, text: str, token: str, font: QFont) -> None:
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(theme.color(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def _rect(box: Box, x: float, y: float) -> QRectF:
    return QRectF(box.x + x, box.y + y, box.width, box.height)
