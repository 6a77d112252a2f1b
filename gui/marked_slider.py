"""A slider with marks above its groove; a click on one goes there."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QToolTip, QWidget

from gui import theme
from gui.bookmarks import Bookmark

SIZE = 7  # px: width and height of a mark
NEAR = 5  # px beside a mark that still mean it


class MarkedSlider(QSlider):
    """A horizontal slider with bookmarks: a wedge each, a cross where the run broke."""

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent, objectName=object_name)
        self._marks: Mapping[int, Bookmark] = {}
        self._words: Mapping[int, str] = {}

    def show_marks(self, marks: Mapping[int, Bookmark], words: Mapping[int, str]) -> None:
        """Show these marks, by value; `words` are their tool tips."""
        self._marks, self._words = marks, words
        self.setAccessibleDescription(", ".join(words.values()))
        self.update()

    def place_of(self, value: int) -> float:
        """Return where a value stands, in px from the left."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, part = self.style(), QStyle.ComplexControl.CC_Slider
        groove = style.subControlRect(part, option, QStyle.SubControl.SC_SliderGroove, self)
        handle = style.subControlRect(part, option, QStyle.SubControl.SC_SliderHandle, self)
        span = groove.width() - handle.width()
        along = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, span)
        return groove.x() + handle.width() / 2 + along

    def sizeHint(self) -> QSize:
        """Leave room for the marks."""
        return super().sizeHint() + QSize(0, theme.pixels(SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the slider, and its marks above it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for value, mark in self._marks.items():
            _draw(painter, self.place_of(value), bool(mark.breaks))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark that was hit."""
        value = self._mark_at(event.position())
        if value is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self.setValue(value)

    def event(self, event: QEvent) -> bool:
        """Say what the mark under the pointer is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            value = self._mark_at(QPointF(event.pos()))
            if value is not None:
                QToolTip.showText(event.globalPos(), self._words[value], self)
                return True
        return super().event(event)

    def _mark_at(self, point: QPointF) -> int | None:
        if not self._marks or point.y() > theme.pixels(SIZE) + 1:
            return None
        nearest = min(self._marks, key=lambda value: abs(self.place_of(value) - point.x()))
        return nearest if abs(self.place_of(nearest) - point.x()) <= NEAR else None


def _draw(painter: QPainter, x: float, breaks: bool) -> None:
    size = theme.pixels(SIZE)
    left, right, top, bottom = x - size / 2, x + size / 2, 1.0, float(size)
    if breaks:
        painter.setPen(QPen(theme.color("broken"), 2))
        painter.drawLine(QPointF(left, top), QPointF(right, bottom))
        painter.drawLine(QPointF(left, bottom), QPointF(right, top))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        wedge = [QPointF(left, top), QPointF(right, top), QPointF(x, bottom)]
        painter.drawPolygon(QPolygonF(wedge))
