"""The light on what the equation on show speaks of: its result, and fainter what goes into it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui import theme
from gui.diagram.item import DiagramItem
from gui.diagram.layout import Column, Layout
from gui.plots.pens import mix

if TYPE_CHECKING:
    from core.equations import Place

RESULT, NEEDED = 0.55, 0.25  # shares of the accent in the light
HALO = 7.0  # px around a neuron, and the width of the light on an edge


class LitItem(DiagramItem):
    """Lies beneath edges and neurons, which keep all that they say."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(0.5)
        self._discs: list[tuple[QPointF, float, float]] = []  # with radius and share
        self._edges: list[tuple[QLineF, float]] = []
        self.setVisible(False)

    @property
    def lines(self) -> list[QLineF]:
        """The edges that are lit."""
        return [line for line, _ in self._edges]

    def show_places(self, layout: Layout, places: "Sequence[Place]") -> None:
        """Light these places, the first of them as the result; others than the network's none."""
        self._discs, self._edges = [], []
        for place in reversed(places):  # what is both, is lit as the result: it comes last
            share = RESULT if place == places[0] else NEEDED
            if place.layer < len(layout.columns):
                self._add(layout.columns, place, share)
        self.setVisible(bool(self._discs or self._edges))
        self.set_bounds(QRectF(0, 0, layout.width, layout.height))

    def _add(self, columns: Sequence[Column], place: "Place", share: float) -> None:
        column = columns[place.layer]
        if not place.on_edges:
            for y in _heights(column, place.neuron):
                disc = QPointF(column.x, y), column.radius + HALO * theme.zoom(), share
                self._discs.append(disc)
        elif place.layer:
            before = columns[place.layer - 1]
            self._edges += [
                (QLineF(before.x, start, column.x, end), share)
                for end in _heights(column, place.neuron)
                for start in _heights(before, place.source)
            ]

    def draw(self, painter: QPainter) -> None:
        """Draw the light on the edges, then around the neurons."""
        ground, accent = theme.color("panel"), theme.color("accent")
        for line, share in self._edges:
            painter.setPen(QPen(mix(ground, accent, share), HALO * theme.zoom()))
            painter.drawLine(line)
        painter.setPen(Qt.PenStyle.NoPen)
        for center, radius, share in self._discs:
            painter.setBrush(mix(ground, accent, share))
            painter.drawEllipse(center, radius, radius)


def _heights(column: Column, index: int | None) -> Iterator[float]:
    """Yield where a neuron stands, or all that are drawn; a hidden one stands in the gap."""
    if index is None:
        yield from column.ys
    elif index < column.units:
        yield column.y_of(index)
