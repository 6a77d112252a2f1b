"""The order of Tab: what is made late stands where it is seen, not behind all that was there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def let_tab_come(part: QWidget, after: QWidget) -> None:
    """Let Tab come to a part and all in it after another widget of its window."""
    first, *others = _ring(after)
    before = next((each for each in (first, *reversed(others)) if _takes_focus(each)), after)
    for widget in _ring(part):
        if _takes_focus(widget) and (widget is part or part.isAncestorOf(widget)):
            QWidget.setTabOrder(before, widget)
            before = widget


def _ring(start: QWidget) -> list[QWidget]:
    """Return all widgets of a window in the order of Tab, from one on."""
    ring, widget = [start], start.nextInFocusChain()
    while widget is not None and widget is not start:
        ring.append(widget)
        widget = widget.nextInFocusChain()
    return ring


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
