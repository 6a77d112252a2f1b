"""The base of plots: a title that is a sentence, exact values, a canvas, what went wrong.

A plot keeps the newest value it was shown, and draws only while it is seen.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.findings import Finding
from core.snapshot import Snapshot
from gui import theme
from gui.labels import finding_text
from gui.panel import Panel
from gui.panels.elided_label import ElidedLabel
from gui.panels.notice import Notice
from gui.plots.canvas import Canvas
from gui.plots.readout import Readout


class Plot(Panel):
    """A canvas with its title above and the exact values between.

    A subclass places its canvas in `body`, draws in `draw`, and sets its texts
    in `retranslate`.
    """

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self.title = ElidedLabel()
        self.readout = Readout()
        self.notice = Notice("broken")
        self.header = QHBoxLayout()  # for what is chosen in the plot
        self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading.addWidget(self.title, 1)
        self._heading.addLayout(self.header)
        self._heading.setAlignment(self.header, Qt.AlignmentFlag.AlignRight)
        self.body = QGridLayout()
        self.body.setSpacing(0)
        self.body.addWidget(canvas, 0, 0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        self.column.setSpacing(theme.GRID // 2)
        self.column.addLayout(self._heading)
        self.column.addWidget(self.readout)
        self.column.addWidget(self.notice)
        self.column.addLayout(self.body, 1)
        self._newest: object = None
        self._drawn: object = None
        canvas.pointed.connect(self._on_pointed)
        canvas.view.sigResized.connect(self.redraw)

    @property
    def shown(self) -> object:
        """What is drawn; None before the first."""
        return self._drawn

    def draw(self, value: object) -> None:
        """Bring the items of the canvas up to date with the newest value."""
        raise NotImplementedError

    def describe(self) -> None:
        """Put the exact values at the pointer into the readout."""

    def take(self, value: object) -> None:
        """Keep the newest value; draw it at once if the plot is seen."""
        self._newest = value
        self.refresh()

    def refresh(self) -> None:
        """Draw the newest value unless that is done, or nobody sees it."""
        if self._newest is not self._drawn and self.is_seen():
            self._drawn = self._newest
            self.draw(self._newest)
            self.describe()

    def made(self, *names: str) -> list[Canvas]:
        """Return the canvases under these names, cached properties, that were needed so far."""
        return [vars(self)[name] for name in names if name in vars(self)]

    def redraw(self) -> None:
        """Draw again, in another language, theme, size or choice."""
        self._drawn = None
        self.refresh()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.title.setFont(theme.font("title"))
        self.arrange_heading()
        self.notice.setFont(theme.font("caption"))
        self.readout.restyle()
        self.canvas.restyle()
        self.redraw()

    def set_title(self, text: str) -> None:
        """Say in a sentence what is seen."""
        self.title.setText(text)
        self.arrange_heading()
        self.canvas.setAccessibleName(text)

    def arrange_heading(self) -> None:
        """Put the choices under a title that has no room beside them."""
        directions = QBoxLayout.Direction
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        room = self.width() - 2 * theme.GRID - self._heading.spacing()
        fits = title + self.header.sizeHint().width() <= room
        self._heading.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.arrange_heading()

    def sizeHint(self) -> QSize:
        """Return the size to read it well."""
        return QSize(theme.pixels(450), theme.pixels(260))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground: one surface from the title to the axes; draw what came unseen."""
        self.refresh()
        QPainter(self).fillRect(event.rect(), theme.color("plot"))

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def _on_pointed(self) -> None:
        if self._drawn is not None:
            self.describe()
            self.readout.update()  # whoever points waits for the answer


class SnapshotPlot(Plot):
    """A plot of a run."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run at a step."""
        self.take(snapshot)

    @property
    def snapshot(self) -> Snapshot | None:
        """What is drawn; None before the first."""
        return self.shown if isinstance(self.shown, Snapshot) else None


def divergence_text(run: Snapshot) -> str:
    """Return where a run left the numbers and the way back; nothing if it did not."""
    divergence = run.divergence
    if divergence is None:
        return ""
    values = {"step": divergence.step, "quantity": divergence.quantity}
    return finding_text(Finding("diverged", divergence.layer, values), len(run.experiment.layers))
