"""The sheet: the present equation, as large as the room allows."""

from PySide6.QtCore import QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from core.equations import Term
from gui import theme
from gui.equations.layout import Laid, lay_out, lay_out_entry

MARGINS = QMarginsF(theme.GRID, theme.GRID, theme.GRID, theme.GRID)


class Sheet(QScrollArea):
    """Shows one equation; scrolls only where it can't be made to fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._paper = _Paper()
        self.setWidget(self._paper)
        self._shown: tuple[Term, int | None, Term | None] | None = None
        self._laid_for: object = None
        self._choice = 0

    def show_term(self, term: Term, neuron: int | None, entry: Term | None) -> None:
        """Show an equation; what row `neuron` of its result is made from is lit.

        Where there is room below, the `entry` of that neuron is written out. The
        type changes its size with the room or the term, but never grows while
        only numbers change.
        """
        self._shown = (term, neuron, entry)
        room = QSizeF(self.maximumViewportSize()).shrunkBy(MARGINS)
        place = (term.step, term.result.shape, neuron, room, theme.zoom())
        first = self._choice if place == self._laid_for else 0
        laid = lay_out(term, neuron, room, self.verticalScrollBar().sizeHint().width(), first)
        self._laid_for, self._choice = place, laid.choice
        rest = QSizeF(room.width(), room.height() - laid.size.height() - theme.GRID)
        self._paper.show_equations([laid] + ([lay_out_entry(entry, rest)] if entry else []))

    def minimumSizeHint(self) -> QSize:
        """Ask for little: the dock decides."""
        return QSize(theme.pixels(120), theme.pixels(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the equation out for the new room."""
        super().resizeEvent(event)
        if self._shown is not None:
            self.show_term(*self._shown)


class _Paper(QWidget):
    """What is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._equations: list[Laid] = []

    def show_equations(self, equations: list[Laid]) -> None:
        self._equations = equations
        self.setMinimumSize(equations[0].size.grownBy(MARGINS).toSize())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("plot"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = float(theme.GRID)
        for laid in self._equations:
            laid.draw(painter, theme.GRID, y)
            y += laid.size.height() + theme.GRID
