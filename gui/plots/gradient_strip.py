"""A gradient map in little: neurons x time, in the colours of the large one, without axes."""

from itertools import accumulate

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOptionGraphicsItem, QWidget

from core.snapshot import Snapshot
from gui import theme
from gui.plots.heat_map import HeatMap, column_edges, fewer

MOST_COLUMNS = 200


class GradientStrip(QWidget):
    """Draws the map of one run, over the same steps as those beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat_map = HeatMap()
        self._span = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_snapshot(self, snapshot: Snapshot, end: float) -> None:
        """Show a run so far, on an axis from step 0 to `end`."""
        history = snapshot.history
        bands = tuple(accumulate((len(norms) for norms in snapshot.gradient_norms), initial=0))
        values, steps = fewer(history.gradient_norms, history.steps, bands[-1] * MOST_COLUMNS)
        self.heat_map.set_values(values, steps, bands)
        edges = column_edges(steps)
        self._span = float(edges[0]), max(float(edges[-1]), end)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in which it can be read."""
        return QSize(theme.pixels(110), theme.pixels(60))

    def minimumSizeHint(self) -> QSize:
        """Return the size in which layers can still be told apart."""
        return QSize(theme.pixels(72), theme.pixels(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map."""
        rect = self.heat_map.boundingRect()
        if rect.isEmpty():
            return
        painter = QPainter(self)
        begin, end = self._span
        painter.scale(self.width() / (end - begin), self.height() / rect.height())
        painter.translate(-begin, 0.0)
        self.heat_map.paint(painter, QStyleOptionGraphicsItem(), self)
