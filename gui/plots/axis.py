"""An axis whose numbers never crowd, in the fonts and colours of the theme."""

from collections.abc import Callable, Iterator

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from gui import theme
from gui.plots.kept import keep_picture
from gui.plots.pens import line_pen
from gui.plots.ticks import Tick

Candidates = Callable[[float, float], Iterator[list[Tick]]]
GRID_ALPHA = 38  # 15 % of 255
TICK = 4  # px
END_MARGIN = 8  # px that the number at the right end may reach beyond the axis
VALUE_ROOM, ROW_ROOM = 1.9, 1.0  # lines of text that a number on a left axis keeps for itself


class Axis(pg.AxisItem):
    """The bottom or left axis of a canvas.

    Parameters
    ----------
    orientation : str
        `bottom` or `left`.
    candidates : function of (low, high)
        Yields lists of ticks from many to few (`gui.plots.ticks`).
    sample : str
        The widest number to expect: a left axis keeps room for it, so that
        plots above each other stand in line.
    """

    room = VALUE_ROOM
    gap = 1.5  # lines of text between the numbers of a bottom axis
    lines = 1  # of text in each of them

    _html = ""  # of the label
    _overhang = (0.0, 0.0)  # of the numbers at the ends, across and along

    def __init__(self, orientation: str, candidates: Candidates, sample: str = "") -> None:
        super().__init__(orientation)
        self.candidates = candidates
        self.sample = sample
        self._texts: dict[float, str] = {}
        self.enableAutoSIPrefix(False)
        self.setZValue(-200)  # the grid lies under the data
        self.setStyle(tickLength=TICK, autoExpandTextSpace=False)

    @property
    def _vertical(self) -> bool:
        return self.orientation == "left"

    def _updateLabel(self) -> None:
        """Typeset the label only if it has changed; pyqtgraph does it whatever it is told."""
        html = self.labelString()
        if html != self._html:
            self._html = html
            super()._updateLabel()
        self.picture = None
        self.update()

    def set_label(self, text: str) -> None:
        """Name the quantity and its unit."""
        if text != self.labelText:
            self.setLabel(text, color=theme.current().quiet)
            self._reserve()

    def set_candidates(self, candidates: Candidates) -> None:
        """Show other ticks."""
        self.candidates = candidates
        self.picture = None
        self.update()

    def restyle(self) -> None:
        """Take colours and fonts of the theme in force."""
        look, font = theme.current(), theme.font("caption")
        self.setPen(line_pen(theme.color("quiet")))
        self.setTextPen(look.text)
        self.setTickPen(line_pen(theme.color("text")))
        self.setStyle(tickFont=font)
        self.setStyle(tickAlpha=GRID_ALPHA if self.grid else 255)
        self.label.setFont(font)
        if self.labelText:
            self.setLabel(self.labelText, color=look.quiet)
        line = QFontMetricsF(font).height()
        self._overhang = (0.0, line) if self._vertical else (3 * line, 0.0)
        self._reserve()

    def _reserve(self) -> None:
        """Keep room for numbers and label, whatever they are: the plot must not jump."""
        metrics = QFontMetricsF(theme.font("caption"))
        label = metrics.height() + TICK if self.labelText else 0
        if self._vertical:
            self.setWidth(metrics.horizontalAdvance(self.sample) + 2 * TICK + label)
        else:
            above = TICK + self.style["tickTextOffset"][1]
            self.setHeight(self.lines * metrics.height() + above + label)

    def boundingRect(self) -> QRectF:
        """Return the room to draw in: numbers at the ends reach over them."""
        across, along = self._overhang
        return super().boundingRect().adjusted(-across, -along, across, along)

    def resizeEvent(self, event: object = None) -> None:
        """Show the label only where it fits: half a word helps nobody."""
        super().resizeEvent(event)
        keep_picture(self)
        length = self.size().height() if self._vertical else self.size().width()
        self.label.setVisible(bool(self.labelText) and self.label.boundingRect().width() <= length)

    def tickValues(self, start: float, end: float, size: float) -> list:
        """Return the first list of candidates that leaves every number its room."""
        low, high = sorted((start, end))
        ticks: list[Tick] = []
        for ticks in self.candidates(low, high):
            if self._fits(ticks, size / (high - low)):
                break
        self._texts = dict(ticks)
        return [(1.0, list(self._texts))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the texts of the ticks chosen last."""
        return [self._texts[value] for value in values]

    def generateDrawSpecs(self, painter: QPainter) -> tuple | None:
        """Keep the numbers at the ends inside the canvas; pyqtgraph centres them."""
        specs = super().generateDrawSpecs(painter)
        if specs is not None and not self._vertical:
            bounds = self.mapRectFromParent(self.geometry())
            right = bounds.right() + END_MARGIN
            for rect, _, _ in specs[2]:
                rect.moveRight(min(rect.right(), right))
        return specs

    def _fits(self, ticks: list[Tick], scale: float) -> bool:
        metrics = QFontMetricsF(theme.font("caption"))
        line = metrics.height()
        if self._vertical:
            rooms = [self.room * line] * len(ticks)
        else:
            rooms = [_width(metrics, text) + self.gap * line for _, text in ticks]
        pairs = zip(ticks, ticks[1:], rooms, rooms[1:], strict=False)
        return all(
            abs(after[0] - before[0]) * scale >= (room + next_room) / 2
            for before, after, room, next_room in pairs
        )


def _width(metrics: QFontMetricsF, text: str) -> float:
    return max(metrics.horizontalAdvance(line) for line in text.split("\n"))
