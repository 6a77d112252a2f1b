"""The base of plots: a title that is a sentence, exact values, a canvas, what went wrong.

A plot keeps the newest value it was shown, and draws only while it is seen.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.divergence import Divergence
from core.findings import Finding
from core.snapshot import Snapshot
from gui import theme
from gui.icons import icon
from gui.labels import finding_text
from gui.panel import Panel
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
        self.title = Title()
        self.readout = Readout()
        self.notice = Notice()
        self.header = QHBoxLayout()
        self.header.addWidget(self.title, 1)
        self.body = QGridLayout()
        self.body.setSpacing(0)
        self.body.addWidget(canvas, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        layout.setSpacing(theme.GRID // 2)
        layout.addLayout(self.header)
        layout.addWidget(self.readout)
        layout.addWidget(self.notice)
        layout.addLayout(self.body, 1)
        self._newest: object = None
        self._drawn: object = None
        canvas.pointed.connect(self._on_pointed)

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
        if self.isVisible() and self._newest is not self._drawn:
            self._drawn = self._newest
            self.draw(self._newest)
            self.describe()

    def redraw(self) -> None:
        """Draw again, in another language, theme or choice."""
        self._drawn = None
        self.refresh()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.title.setFont(theme.font("title"))
        self.notice.restyle()
        self.readout.updateGeometry()
        self.canvas.restyle()
        self.redraw()

    def set_title(self, text: str) -> None:
        """Say in a sentence what is seen."""
        self.title.setText(text)
        self.canvas.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the size to read it well."""
        return QSize(theme.pixels(450), theme.pixels(260))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground: one surface from the title to the axes."""
        QPainter(self).fillRect(event.rect(), theme.color("plot"))

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def _on_pointed(self) -> None:
        if self._drawn is not None:
            self.describe()


class SnapshotPlot(Plot):
    """A plot of a run."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run at a step."""
        self.take(snapshot)

    @property
    def snapshot(self) -> Snapshot | None:
        """What is drawn; None before the first."""
        return self.shown if isinstance(self.shown, Snapshot) else None


class Title(QLabel):
    """A line that gives way: it is shortened rather than keeping a dock wide."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)


class Notice(QWidget):
    """What went wrong and the way back, with the icon of `broken`; hidden while all is well."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._text = QLabel(), QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty while all is well."""
        return self._text.text()

    def show_divergence(self, divergence: Divergence | None) -> None:
        """Say where a run left the numbers."""
        if divergence is not None:
            values = {"step": divergence.step, "quantity": divergence.quantity}
            self._text.setText(finding_text(Finding("diverged", divergence.layer, values)))
        else:
            self._text.clear()
        self.setVisible(divergence is not None)

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self._text.setFont(theme.font("caption"))
        size = self._text.fontMetrics().height()
        self._icon.setPixmap(icon("octagon-x", "broken").pixmap(size, size))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color("broken"))
        self._text.setPalette(palette)
