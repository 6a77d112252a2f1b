"""The contents: every equation on a line of its own, the present one lit."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.equations import Term
from gui import theme
from gui.equations.boxes import Box, Row
from gui.equations.typeset import type_of
from gui.equations.words import plain

Index = QModelIndex | QPersistentModelIndex
BAR = 4  # px: the mark of the present line
BEGINNING = 3  # parts of a path


class Contents(QListWidget):
    """A list of equations, typeset; its items are their plain texts.

    Signals
    -------
    line_chosen(int)
        The user clicked this line.
    """

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("equationList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the view's
        # The present line is lit by the delegate, not selected; and the list's signals are
        # never blocked: Qt's view for screen readers must hear of all changes, or crashes.
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self._whole: list[Box] = []
        self._short: list[Box] = []
        self.clicked.connect(self._on_clicked)

    def show_terms(self, terms: list[Term]) -> None:
        """List these equations."""
        self.clear()
        self._whole, self._short = [_equation(term) for term in terms], [_name(t) for t in terms]
        self._delegate.boxes = self._whole
        self.addItems([plain(term) for term in terms])

    def replace(self, row: int, term: Term) -> None:
        """Show another equation on a line: a path may lead elsewhere now."""
        self._whole[row], self._short[row] = _equation(term), _name(term)
        self.item(row).setText(plain(term))

    def fit(self, width: int) -> None:
        """Show whole equations where there is this much room for them, else their left sides."""
        for boxes in (self._whole, self._short):
            needed = self._width(boxes)
            if boxes and needed <= width:
                self._delegate.boxes = boxes
                self.setFixedWidth(needed)
                self.doItemsLayout()
                self.show()
                return
        self.hide()

    def _width(self, boxes: list[Box]) -> int:
        bar = self.verticalScrollBar().sizeHint().width()
        return round(max((box.width for box in boxes), default=0.0)) + BAR + 2 * theme.GRID + bar

    def show_present(self, row: int) -> None:
        """Light a line, and bring it into sight. Never emits."""
        self._delegate.present = row
        self.scrollToItem(self.item(row))
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.line_chosen.emit(index.row())


class _Delegate(QStyledItemDelegate):
    """Draws boxes for items."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: list[Box] = []
        self.present = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the equation, with air."""
        return QSize(0, round(self.boxes[index.row()].height) + theme.GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the equation; the present one on a tinted ground with a bar before it."""
        place, box = QRect(option.rect), self.boxes[index.row()]
        if index.row() == self.present:
            ground = QColor(theme.color("accent"))
            ground.setAlphaF(0.16)
            painter.fillRect(place, ground)
            painter.fillRect(place.left(), place.top(), BAR, place.height(), theme.color("accent"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = place.top() + (place.height() - box.height) / 2
        box.draw(painter, place.left() + BAR + theme.GRID, top + box.ascent)
        painter.restore()


def _equation(term: Term) -> Box:
    """Return the equation on a line; of a path only how it begins."""
    kind = type_of("caption")
    parts, rest = term.parts, Box()
    if term.step.name == "chain" and len(parts) > BEGINNING:
        parts, rest = parts[:BEGINNING], kind.text(" ⋯")
    return Row([*(kind.part(part) for part in (term.result, "=", *parts)), rest])


def _name(term: Term) -> Box:
    return type_of("caption").part(term.result)
