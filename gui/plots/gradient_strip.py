"""A gradient map in little: neurons x time, in the colours of the large one, without axes."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionGraphicsItem, QWidget

from core.snapshot import Snapshot
from gui import theme
from gui.focus_ring import draw_focus_ring
from gui.plots.by_step import PRESENT_DASH, VEIL
from gui.plots.canvas import ARROWS, KEY_STEPS
from gui.plots.column_image import column_edges
from gui.plots.heat_map import HeatMap, fewer
from gui.plots.pens import pen

MOST_COLUMNS = 200


class Cell(NamedTuple):
    """A place in the map: neuron `index` of layer 1..L at a step."""

    step: float
    layer: int
    index: int


class GradientStrip(QWidget):
    """Draws the map of one run, over the same steps as those beside it.

    Signals
    -------
    pointed(Cell or None)
        By the mouse or the arrow keys.
    sought()
        Ctrl+click or Ctrl+Return at what is pointed at.
    """

    pointed = Signal(object)
    sought = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat_map = HeatMap()
        self._span = (0.0, 1.0)
        self._present: float | None = None
        self._bands: tuple[int, ...] = (0,)
        self._cursor: tuple[float | None, int | None] = (None, None)  # step and row
        self._place: QPoint | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_snapshot(self, snapshot: Snapshot, end: float, present: int) -> None:
        """Show a run on an axis from step 0 to `end`, veiled from the present step on."""
        history = snapshot.history
        self._bands = tuple(
            accumulate((len(norms) for norms in snapshot.gradient_norms), initial=0)
        )
        values, steps = fewer(history.gradient_norms, history.steps, self._bands[-1] * MOST_COLUMNS)
        self.heat_map.set_values(values, steps, self._bands)
        edges = column_edges(steps)
        self._span = float(edges[0]), max(float(edges[-1]), end)
        self._present = present if present < steps[-1] else None
        self.update()

    def show_cursor(self, step: float | None, layer: int = 0, index: int = 0) -> None:
        """Mark a step, and the row of a neuron if there is such a one. Never emits."""
        cursor = step, self.row_of(layer, index)
        if cursor != self._cursor:
            self._cursor = cursor
            self.update()

    def row_of(self, layer: int, index: int) -> int | None:
        """Return the row of a neuron, if this network has it."""
        if not 1 <= layer < len(self._bands):
            return None
        row = self._bands[layer - 1] + index
        return row if row < self._bands[layer] else None

    def place_of(self, cell: Cell) -> QPoint:
        """Return where a cell is, in px."""
        begin, end = self._span
        x = (cell.step - begin) / (end - begin) * self.width()
        y = ((self.row_of(cell.layer, cell.index) or 0) + 0.5) / self._bands[-1] * self.height()
        return QPoint(round(x), round(y))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point where the mouse is."""
        self._point(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step with Ctrl."""
        self._point(event.position().toPoint())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sought.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Point nowhere."""
        self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point nowhere."""
        self._point(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pointer with the arrow keys; go to its step with Ctrl+Return."""
        arrow = ARROWS.get(Qt.Key(event.key()))
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if arrow is not None:
            self._step(*arrow)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl:
            self.sought.emit()
        else:
            event.ignore()

    def _step(self, right: int, up: int) -> None:
        start = self._place or self.rect().center()
        row_height = self.height() / self._bands[-1]
        x = start.x() + right * max(1, self.width() // KEY_STEPS)
        row = int(start.y() / row_height) - up
        y = (min(max(row, 0), self._bands[-1] - 1) + 0.5) * row_height
        self._point(QPoint(min(max(x, 0), self.width() - 1), int(y)))

    def _point(self, place: QPoint | None) -> None:
        if place == self._place:
            return
        self._place = place
        self.pointed.emit(None if place is None else self._cell_at(place))

    def _cell_at(self, place: QPoint) -> Cell:
        begin, end = self._span
        step = begin + (end - begin) * (place.x() + 0.5) / self.width()
        row = int(self._bands[-1] * (place.y() + 0.5) / self.height())
        row = min(max(row, 0), self._bands[-1] - 1)
        layer = bisect_right(self._bands, row)
        return Cell(step, layer, row - self._bands[layer - 1])

    def sizeHint(self) -> QSize:
        """Return the size that it has at least; more is a matter of stretch."""
        return QSize(theme.pixels(110), theme.pixels(32))

    def minimumSizeHint(self) -> QSize:
        """Return the size in which layers can still be told apart."""
        return QSize(theme.pixels(44), theme.pixels(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map, what is still to come under a veil, and the cursor."""
        rect = self.heat_map.boundingRect()
        if rect.isEmpty():
            return
        painter = QPainter(self)
        begin, end = self._span
        painter.save()
        painter.scale(self.width() / (end - begin), self.height() / rect.height())
        painter.translate(-begin, 0.0)
        self.heat_map.paint(painter, QStyleOptionGraphicsItem(), self)
        painter.restore()
        self._paint_present(painter)
        self._paint_cursor(painter)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect())

    def _paint_present(self, painter: QPainter) -> None:
        if self._present is None:
            return
        x, ground = self._x_of(self._present), theme.color("plot")
        ground.setAlpha(VEIL)
        painter.fillRect(QRectF(x, 0, self.width() - x, self.height()), ground)
        painter.setPen(pen("accent", PRESENT_DASH))
        painter.drawLine(QLineF(x, 0, x, self.height()))

    def _paint_cursor(self, painter: QPainter) -> None:
        step, row = self._cursor
        painter.setPen(pen("accent", width=1))
        if step is not None:
            x = self._x_of(step)
            painter.drawLine(QLineF(x, 0, x, self.height()))
        if row is not None:
            height = self.height() / self._bands[-1]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0, row * height, self.width() - 1, height))

    def _x_of(self, step: float) -> float:
        begin, end = self._span
        return (step - begin) / (end - begin) * self.width()
