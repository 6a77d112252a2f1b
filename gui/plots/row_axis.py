"""The axis of the heat map: the names of rows, and marks on the chosen ones."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from gui import theme
from gui.plots import ticks
from gui.plots.axis import ROW_ROOM, TICK, Axis
from gui.plots.ticks import Tick


class RowAxis(Axis):
    """Names every row if there is room, else whole layers."""

    room = ROW_ROOM

    def __init__(self, sample: str) -> None:
        super().__init__("left", self._names, sample)
        self._rows: list[Tick] = []
        self._layers: list[Tick] = []
        self._marks: list[tuple[int, QColor]] = []

    def set_names(self, rows: list[str], layers: list[tuple[float, str]]) -> None:
        """Name the rows, and the layers at the middle of theirs."""
        self._rows = [(row + 0.5, name) for row, name in enumerate(rows)]
        self._layers = layers
        self.set_candidates(self._names)

    def set_marks(self, marks: list[tuple[int, QColor]]) -> None:
        """Mark chosen rows, each in its colour."""
        self._marks = marks
        self.set_candidates(self._names)

    def _names(self, low: float, high: float) -> Iterator[list[Tick]]:
        if self._rows:
            yield self._rows
        yield from ticks.thinned(self._layers, high - low)

    def drawPicture(self, painter: QPainter, *specs: object) -> None:
        """Draw the names, and a bar in its colour beside each chosen row."""
        super().drawPicture(painter, *specs)
        bounds = self.mapRectFromParent(self.geometry())
        row_height = bounds.height() / max(1.0, abs(self.range[1] - self.range[0]))
        height = max(row_height, theme.pixels(TICK))
        width = theme.pixels(TICK) + 1
        for row, colour in self._marks:
            middle = bounds.top() + (row + 0.5) * row_height
            painter.fillRect(
                QRectF(bounds.right() - width, middle - height / 2, width, height), colour
            )
