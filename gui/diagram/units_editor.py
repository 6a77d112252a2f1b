"""The number field over a header: type how many neurons a layer has."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QSpinBox

from core.fields import MAX_UNITS
from gui import theme


class UnitsEditor(QSpinBox):
    """Enter, Tab or a click elsewhere takes the number, Esc leaves it as it was.

    Signals
    -------
    entered(int layer, int units)
    """

    entered = Signal(int, int)

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport())
        self.setObjectName("unitsEditor")
        self._view = view
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setRange(1, MAX_UNITS)
        self._layer = 0
        self.hide()

    def open(self, layer: int, units: int, box: QRect, typed: str = "") -> None:
        """Stand over a header's number; `typed` is the digit that opened the field."""
        self._layer = layer
        self.setFont(theme.font())
        self.setGeometry(box)
        self.setValue(units)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.lineEdit().setText(typed)
        else:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number on Enter, leave it on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(take=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(take=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the number, unless it is the field's own menu that opens."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close(take=True)

    def _close(self, take: bool) -> None:
        layer, self._layer = self._layer, 0
        if not layer:
            return  # closed already: hiding takes the focus away once more
        self.interpretText()
        if self.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if take:
            self.entered.emit(layer, self.value())
