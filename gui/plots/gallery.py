"""The gallery: mistakes one beside the other, each as the picture that was to be read."""

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.snapshot import FloatArray
from gui import theme
from gui.focus_ring import draw_focus_ring
from gui.panel import Panel
from gui.plots.canvas import KEYBOARD
from gui.plots.ink import image
from gui.plots.unhurried import Unhurried

PICTURE = 48  # px: the side of a picture
WORDS = 11  # characters of a caption that a tile keeps room for


class Tile(Struct, frozen=True, eq=False):
    """A mistake: a caption, and the picture (rows, columns) of numbers from 0 to 1, if any."""

    caption: str
    picture: FloatArray | None


class Gallery(Panel):
    """Tiles in rows; one of them is chosen by mouse, arrow keys, Home and End.

    Signals
    -------
    chosen()
        `place` has changed.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else all below is painted too
        self.tiles: tuple[Tile, ...] = ()
        self.place: int | None = None
        self.message = ""
        self._top = 0  # the first row that is seen
        self._ring = False
        self._tile = self._measure()
        self._painting = Unhurried(self, self.update)

    def show_tiles(self, tiles: tuple[Tile, ...], message: str) -> None:
        """Show these tiles, or a message where there is none."""
        self.tiles, self.message = tiles, "" if tiles else message
        self._tile = self._measure()
        if self.place is not None and self.place >= len(tiles):
            self.place = len(tiles) - 1 if tiles else None
        self._scroll_to(self._top)
        self._painting.ask()

    def choose(self, place: int | None) -> None:
        """Choose a tile, and bring it into sight."""
        if place is not None:
            place = max(0, min(place, len(self.tiles) - 1)) if self.tiles else None
        if place == self.place:
            return
        self.place = place
        if place is not None:
            row = place // self.columns
            self._scroll_to(min(max(self._top, row - self.rows + 1), row))
        self.update()
        self.chosen.emit()

    @property
    def columns(self) -> int:
        """How many tiles stand beside one another."""
        return max(1, self.width() // self._tile.width())

    @property
    def rows(self) -> int:
        """How many rows are seen whole."""
        return max(1, self.height() // self._tile.height())

    def tile_rect(self, place: int) -> QRect:
        """Return where a tile stands."""
        size, (row, column) = self._tile, divmod(place, self.columns)
        corner = QPoint(column * size.width(), (row - self._top) * size.height())
        return QRect(corner, size)

    def tile_at(self, x: float, y: float) -> int | None:
        """Return which tile stands at a point."""
        size = self._tile
        column, row = int(x // size.width()), self._top + int(y // size.height())
        place = row * self.columns + column
        return place if 0 <= column < self.columns and 0 <= place < len(self.tiles) else None

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self._tile = self._measure()
        self._scroll_to(self._top)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a few tiles."""
        return self._tile * 3

    def minimumSizeHint(self) -> QSize:
        """Return the room of one tile."""
        return self._tile

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose(self.tile_at(event.position().x(), event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from tile to tile; the first key chooses the first in sight."""
        keys = Qt.Key
        steps = {
            keys.Key_Left: -1,
            keys.Key_Right: 1,
            keys.Key_Up: -self.columns,
            keys.Key_Down: self.columns,
            keys.Key_Home: -len(self.tiles),
            keys.Key_End: len(self.tiles),
        }
        step = steps.get(keys(event.key()))
        if step is None:
            event.ignore()
        elif self.place is None:
            self.choose(self._top * self.columns)
        elif 0 <= self.place + step < len(self.tiles) or abs(step) == len(self.tiles):
            self.choose(self.place + step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by rows."""
        self._scroll_to(self._top - (1 if event.angleDelta().y() > 0 else -1))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to whoever came with the keyboard."""
        self._ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ring = False
        super().focusOutEvent(event)

    def event(self, event: QHelpEvent) -> bool:
        """Say in a tooltip which tile the mouse is on."""
        if event.type() == QHelpEvent.Type.ToolTip:
            place = self.tile_at(event.pos().x(), event.pos().y())
            self.setToolTip("" if place is None else self.tiles[place].caption)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles in sight."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("plot"))
        painter.setFont(theme.font("caption"))
        first = self._top * self.columns
        seen = range(first, min(len(self.tiles), first + self.columns * (self.rows + 1)))
        for place in seen:
            self._paint_tile(painter, self.tile_rect(place), place)
        if self.message:
            painter.setFont(theme.font())
            painter.setPen(theme.color("quiet"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self.message)
        if self._ring:
            draw_focus_ring(painter, self.rect())

    def _paint_tile(self, painter: QPainter, room: QRect, place: int) -> None:
        tile, side = self.tiles[place], theme.pixels(PICTURE)
        if tile.picture is not None:
            left = room.left() + (room.width() - side) // 2
            painter.drawImage(QRect(left, room.top() + 3, side, side), image(tile.picture))
        line = painter.fontMetrics().height()
        caption = QRect(room.left(), room.bottom() - line, room.width(), line)
        painter.setPen(theme.color("text"))
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, tile.caption)
        if place == self.place:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(room.adjusted(1, 1, -2, -1))

    def _measure(self) -> QSize:
        """Return the size of a tile."""
        metrics = QFontMetrics(theme.font("caption"))
        widest = max((metrics.horizontalAdvance(tile.caption) for tile in self.tiles), default=0)
        width = max(theme.pixels(PICTURE), widest, WORDS) + theme.GRID
        has_picture = not self.tiles or self.tiles[0].picture is not None
        height = metrics.height() + theme.GRID + has_picture * theme.pixels(PICTURE)
        return QSize(width, height)

    def _scroll_to(self, row: int) -> None:
        rows = -(-len(self.tiles) // self.columns)
        self._top = max(0, min(row, rows - self.rows))
