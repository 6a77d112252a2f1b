"""The number field over the diagram: one first weight or bias, typed."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QLabel, QLineEdit

from core.problem import Problem
from gui import numbers, theme
from gui.diagram.target import EMPTY, Target
from gui.panels.complaint import allowed_text, complain
from gui.panels.first_numbers import FIRST_NUMBERS, is_first_number

WIDTH = 16  # digits that are seen at once


class _Field(QLineEdit):
    """Says when typing is over: `ended(True)` takes the text, `ended(False)` leaves it."""

    ended = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the text on Enter, leave it on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the text, unless it is the field's own menu that opens."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.ended.emit(True)


class NumberEditor(QFrame):
    """Enter, Tab or a click elsewhere takes the number, Esc leaves it as it was.

    What is no number stays in the field after Enter, to be mended.

    Signals
    -------
    entered(Target, float)
        Another number than before.
    refused(Problem)
        What was typed is no number.
    """

    entered = Signal(object, float)
    refused = Signal(object)

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport(), objectName="numberEditor")
        self._view = view
        self._target, self._shown, self._symbol = EMPTY, "", ""
        self._caption = QLabel()
        self.field = _Field(objectName="numberField")
        self.field.ended.connect(self._on_ended)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID // 2, theme.GRID // 2)
        row.addWidget(self._caption)
        row.addWidget(self.field)
        self.hide()

    def open(self, target: Target, symbol: str, number: float, at: QPoint) -> None:
        """Stand at a point of the view and offer the number of a weight or bias."""
        self._target, self._symbol, self._shown = target, symbol, numbers.exact(number)
        self._caption.setText(self.tr("{symbol} at step 0").format(symbol=symbol))
        self.field.setAccessibleName(self._caption.text())
        self.field.setFixedWidth(WIDTH * self.fontMetrics().horizontalAdvance("0"))
        self.field.setText(self._shown)
        self.adjustSize()
        room = self._view.viewport().size() - self.size()
        corner = at - self.rect().center()
        self.move(max(0, min(corner.x(), room.width())), max(0, min(corner.y(), room.height())))
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def dismiss(self) -> None:
        """Close and leave the number as it was: what it stood for may be gone."""
        self._on_ended(False)

    def _on_ended(self, take: bool) -> None:
        target, text = self._target, self.field.text()
        if target == EMPTY:
            return  # closed already: hiding takes the focus away once more
        if take and text != self._shown and self.field.hasFocus() and not is_first_number(text):
            complain(self.field, allowed_text(text, FIRST_NUMBERS))
            return
        self._target = EMPTY
        if self.field.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if take and text != self._shown:
            self._take(target, text)

    def _take(self, target: Target, text: str) -> None:
        number = numbers.parse(text)
        if number is None:
            self.refused.emit(Problem(self._symbol, "wrong_type", expected=("float",), found="str"))
        else:
            self.entered.emit(target, number)
