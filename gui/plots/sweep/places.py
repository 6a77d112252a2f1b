"""Places on the axis of sigma: named rules, the experiment's own and the guess, as lines."""

from math import log10
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.panel import Panel
from gui.plots.canvas import Canvas
from gui.plots.pens import pen

LEADER = 7  # px from a name down to its line


class Place(NamedTuple):
    """A sigma, the name that stands over it, and in how many words it can be told."""

    sigma: float
    name: str
    text: str
    token: str = "quiet"


class Places(Panel):
    """Names above a canvas, and a line through it for each."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._places: tuple[Place, ...] = ()
        self._lines: list[pg.InfiniteLine] = []
        canvas.view.sigResized.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> tuple[Place, ...]:
        """Where the lines stand."""
        return self._places

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Mark these places, those beyond the axis left out."""
        low, high = self._canvas.view.viewRange()[0]
        self._places = tuple(each for each in places if low <= log10(each.sigma) <= high)
        while len(self._lines) < len(self._places):
            self._lines.append(pg.InfiniteLine(angle=90))
            self._canvas.add(self._lines[-1])
        for line in self._lines[len(self._places) :]:
            line.hide()
        for line, place in zip(self._lines, self._places, strict=False):
            line.setPos(log10(place.sigma))
            line.setPen(_pen(place))
            line.show()
        text = "\n".join(each.text for each in self._places)
        self.setToolTip(text)
        self.setAccessibleName(text.replace("\n", "; "))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a line of small type and the leaders."""
        return QSize(0, QFontMetrics(theme.font("caption")).height() + LEADER)

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.updateGeometry()
        self.show_places(self._places)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the names beside each other, each with a leader to its line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        metrics = painter.fontMetrics()
        ordered = sorted(self._places)
        feet = [self._x(place.sigma) for place in ordered]
        widths = [metrics.horizontalAdvance(place.name) + 1 for place in ordered]
        lefts = spread(feet, widths, self.width(), theme.GRID // 2)
        for place, foot, left, width in zip(ordered, feet, lefts, widths, strict=True):
            room = QRect(round(left), 0, width, metrics.height())
            painter.setPen(pen(place.token, width=1))
            painter.drawLine(
                QPointF(left + width / 2, metrics.height()), QPointF(foot, self.height())
            )
            painter.setPen(theme.color("text" if place.token == "quiet" else place.token))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, place.name)

    def _x(self, sigma: float) -> float:
        scene = self._canvas.view.mapViewToScene(QPointF(log10(sigma), 0))
        return self.mapFromGlobal(self._canvas.mapToGlobal(self._canvas.mapFromScene(scene))).x()


def spread(feet: list[float], widths: list[int], room: int, gap: int) -> list[float]:
    """Return the left ends of texts that stand over their feet, moved only where they would meet.

    From the left, each as far right as the one before wants; then from the
    right end back.
    """
    lefts: list[float] = []
    for foot, width in zip(feet, widths, strict=True):
        least = lefts[-1] + widths[len(lefts) - 1] + gap if lefts else 0.0
        lefts.append(max(foot - width / 2, least))
    end = float(room)
    for place in reversed(range(len(lefts))):
        lefts[place] = min(lefts[place], end - widths[place])
        end = lefts[place] - gap
    return lefts


def _pen(place: Place) -> QPen:
    if place.token == "quiet":
        return pen("quiet", (2, 3), width=1)
    return pen(place.token, width=2)
