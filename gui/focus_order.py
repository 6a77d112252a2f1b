"""The order of Tab: through the window as it is seen, row by row in each of its parts.

Left alone, Qt goes last to what was made or put back last, wherever that stands, and takes
what lies under another tab for visible.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QWidget,
)

from gui import theme

Reason = Qt.FocusReason


class Stop(NamedTuple):
    """A widget that takes the focus, and where its centre is."""

    x: int
    y: int
    widget: QWidget


def move_focus(parts: Sequence[QWidget], onwards: bool) -> bool:
    """Give the focus to the next widget in these parts, or to the one before; round at the end.

    Qt asks for it, too, when what has the focus is hidden.
    """
    now = QApplication.focusWidget()
    stops = [widget for part in parts for widget in _stops(part, now)]
    if not stops:
        return False
    way, reason = (1, Reason.TabFocusReason) if onwards else (-1, Reason.BacktabFocusReason)
    outside = -1 if onwards else 0
    place = stops.index(now) if now in stops else outside
    stops[(place + way) % len(stops)].setFocus(reason)
    return True


def _stops(part: QWidget, now: QWidget | None) -> list[QWidget]:
    """Return where Tab stops in a part: from top to bottom, in a row from left to right."""
    found: list[Stop] = []
    for widget in (part, *part.findChildren(QWidget)):
        if widget is not now and not _takes_tab(widget):
            continue
        centre = widget.mapTo(part, widget.rect().center())
        found.append(Stop(centre.x(), centre.y(), widget))
    rows: list[list[Stop]] = []
    for stop in sorted(found, key=attrgetter("y")):
        if not rows or stop.y - rows[-1][0].y > theme.GRID:
            rows.append([])
        rows[-1].append(stop)
    return [stop.widget for row in rows for stop in sorted(row, key=attrgetter("x"))]


def _takes_tab(widget: QWidget) -> bool:
    """Say whether Tab stops at a widget: a field or a view does so for what it consists of.

    (Not by its focus proxy: PySide takes what that returns for a child of who was asked.)
    """
    whole = widget.parentWidget()
    in_field = isinstance(whole, (QAbstractSpinBox, QComboBox))
    in_view = isinstance(whole, QAbstractScrollArea) and whole.viewport() is widget
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and widget.isEnabled() and not (in_field or in_view)
