"""Fan-in and fan-out of a layer: which neurons the n of its formula count.

n_in are the neurons that feed each neuron of the layer; n_out are its own, those
that each neuron before it feeds.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QStaticText

from gui import numbers, theme
from gui.diagram.item import DiagramItem
from gui.diagram.layout import Column, Layout
from gui.selection import Selection

GAP, ARM = 5.0, 5.0  # from the neurons to the bracket; its ends
WIDTH = 1.5
LIFT = 2.0  # of the number over the bracket
SIDES = {"in": 1, "out": -1}  # the brackets open away from each other: the weights are between


class Bracket(NamedTuple):
    """A bracket around a column; `side` is 1 to the right of it, -1 to the left."""

    x: float
    top: float
    bottom: float
    side: int
    text: QStaticText
    at: QRectF


class FansItem(DiagramItem):
    """A bracket around what comes in and one around what goes out, each with its number."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(1.5)  # behind the neurons, and so behind the note on hidden ones
        self._brackets: tuple[Bracket, ...] = ()
        self.setVisible(False)

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands at the brackets, as HTML; nothing if they are hidden."""
        return tuple(each.text.text() for each in self._brackets) if self.isVisible() else ()

    def show_selection(
        self, layout: Layout, selection: Selection, fans: Sequence[tuple[int, int]]
    ) -> None:
        """Stand at the layer whose formula is pointed at, else at the one that is selected.

        At one only: of several layers each n would be another's, too.
        """
        chosen = {selection.pointed} if selection.pointed else selection.layers
        places = [place for place in chosen if 0 < place < len(layout.columns)]
        self.setVisible(len(places) == 1)
        if len(places) == 1:
            before, own = layout.columns[places[0] - 1], layout.columns[places[0]]
            n_in, n_out = fans[places[0] - 1]
            self._brackets = (_bracket(before, "in", n_in), _bracket(own, "out", n_out))
            self.set_bounds(_bounds(self._brackets[0]).united(_bounds(self._brackets[1])))

    def draw(self, painter: QPainter) -> None:
        """Draw both brackets and their numbers."""
        painter.setFont(theme.font("caption"))
        for bracket in self._brackets:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("panel"))
            painter.drawRect(bracket.at)
            painter.setPen(theme.stroke("accent", WIDTH))
            arm = bracket.x - bracket.side * ARM * theme.zoom()
            top, bottom = bracket.top, bracket.bottom
            painter.drawPolyline(
                [QPointF(arm, top), QPointF(bracket.x, top),
                 QPointF(bracket.x, bottom), QPointF(arm, bottom)]
            )  # fmt: skip
            painter.drawStaticText(bracket.at.topLeft(), bracket.text)


def _bracket(column: Column, fan: str, count: int) -> Bracket:
    side = SIDES[fan]
    text = QStaticText(f"<i>n</i><sub>{fan}</sub> = {numbers.whole(count)}")
    text.prepare(font=theme.font("caption"))
    size, x = text.size(), column.x + side * (column.radius + GAP * theme.zoom())
    top, bottom = column.ys[0] - column.radius, column.ys[-1] + column.radius
    above = top - size.height() - LIFT * theme.zoom()
    at = QRectF(column.x - size.width() / 2, above, size.width(), size.height())
    return Bracket(x, top, bottom, side, text, at)


def _bounds(bracket: Bracket) -> QRectF:
    room = 2 * ARM * theme.zoom()
    height = bracket.bottom - bracket.top
    line = QRectF(bracket.x, bracket.top, 0, height).adjusted(-room, -room, room, room)
    return line.united(bracket.at)
