"""The cells of a table that hold first weights and biases: what may be typed there."""

from msgspec import inspect
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate

from core.fields import Number
from gui import numbers
from gui.panels.bounds import Bounds
from gui.panels.complaint import allowed_text, complain

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_found = Bounds.of(inspect.type_info(Number))
assert _found is not None
FIRST_NUMBERS = _found


def is_first_number(text: str) -> bool:
    """Say whether a text is a number that a first weight may have."""
    number = numbers.parse(text)
    return number is not None and FIRST_NUMBERS.holds(number)


class FirstNumbers(QStyledItemDelegate):
    """Keeps a cell open, and says what is allowed, until what was typed can be taken."""

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take nothing wrong; Esc still leaves the cell as it was."""
        if isinstance(editor, QLineEdit) and _ends(event) and not is_first_number(editor.text()):
            complain(editor, allowed_text(editor.text(), FIRST_NUMBERS))
            return True
        return super().eventFilter(editor, event)


def _ends(event: QEvent) -> bool:
    """Say whether a key ends the typing."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() in KEYS
