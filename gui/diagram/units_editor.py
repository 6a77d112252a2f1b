"""The number field over a header: type how many neurons a layer has."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox

from core.fields import MAX_UNITS
from gui import theme
from gui.panels.bounds import Bounds
from gui.panels.complaint import complain_beside
from gui.panels.number_field import NumberField

UNITS = Bounds(((">=", 1.0), ("<=", float(MAX_UNITS))), whole=True)


class UnitsEditor(NumberField):
    """Enter, Tab or a click elsewhere takes the number, Esc leaves it as it was.

    What is no number of neurons stays in the field after Enter, to be mended.

    Signals
    -------
    entered(int layer, int units)
    """

    entered = Signal(int, int)

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(UNITS, step=1, parent=view.viewport())
        self.setObjectName("unitsEditor")
        self._view = view
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        complain_beside(self)
        self._layer = 0
        self.hide()

    def open(self, layer: int, units: int, box: QRect, typed: str = "") -> None:
        """Stand over a header's number; `typed` is the digit that opened the field."""
        self._layer = layer
        self.setFont(theme.font())
        self.setGeometry(box)
        self.show_value(units)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.lineEdit().setText(typed)
        else:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number on Enter, leave it on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.hasAcceptableInput():
                self._close(take=True)
            else:
                self.refused.emit(self.lineEdit().text())
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
        if self.hasAcceptableInput():
            self.interpretText()
        if self.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if take:
            self.entered.emit(layer, int(self.value()))
