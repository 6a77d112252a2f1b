"""Editors for the fields of a struct: numbers, choices, texts and lists of names.

All speak alike: `show_value(value)` never emits, None means that there is no
one value to show; `edited(value)` says what the user chose.
"""

import re
from collections.abc import Mapping

from msgspec import inspect
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from gui import labels
from gui.panels.bounds import Bounds
from gui.panels.number_field import NumberField

FIRST_RUNGS = {
    "learning_rate": 1e-6,
    "noise": 0.01,
    "l2": 1e-5,
    "clip_norm": 0.01,
    "epsilon": 1e-10,
}
COMMAS = re.compile("[,;，、；]")
MARGIN = 2  # px that the style leaves around a combo's text


class Combo(QComboBox):
    """A combo box that scrolling passes over, and that may be narrower than its texts."""

    def __init__(self, parent: QWidget | None = None, object_name: str = "") -> None:
        super().__init__(parent, objectName=object_name)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to scrolling unless the box has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choice; an ellipsis says where it has no room."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shown_text(self) -> str:
        """Return what there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, field, self).width() - MARGIN
        text = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def fill(self, texts: Mapping[str, str] | Mapping[int, str]) -> None:
        """Offer these texts by their data; the choice stays. Never emits."""
        present = {self.itemData(index): self.itemText(index) for index in range(self.count())}
        if present == texts:
            return
        chosen = self.currentData()
        blocked = self.blockSignals(True)
        self.clear()
        for data, text in texts.items():
            self.addItem(text, data)
        self.setCurrentIndex(-1 if chosen is None else self.findData(chosen))
        self.blockSignals(blocked)

    def show_value(self, value: str | int | None) -> None:
        """Show a choice by its data; None shows the placeholder. Never emits."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(-1 if value is None else self.findData(value))
        self.blockSignals(blocked)


class ChoiceField(Combo):
    """One of a few names."""

    edited = Signal(object)

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.retranslate()
        self.currentIndexChanged.connect(self._on_index_changed)

    def retranslate(self) -> None:
        """Name the choices in the language in force."""
        self.fill({name: labels.choice_name(name) for name in self._names})

    def _on_index_changed(self, index: int) -> None:
        if index >= 0:
            self.edited.emit(self.itemData(index))


class TextField(QLineEdit):
    """A line of text."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self._on_editing_finished)

    def show_value(self, value: str | None) -> None:
        """Show a text. Never emits."""
        self._shown = value or ""
        self.setText(self._shown)
        self.setCursorPosition(0)  # a long text is read from its beginning
        self.setToolTip(self._shown)

    def _on_editing_finished(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.edited.emit(self._shown)


class NamesField(TextField):
    """A line of names, with commas between them, or blanks where there is no comma."""

    def show_value(self, value: tuple[str, ...] | None) -> None:
        """Show the names. Never emits."""
        super().show_value(", ".join(value or ()))

    def _on_editing_finished(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            names = COMMAS.split(self._shown) if COMMAS.search(self._shown) else self._shown.split()
            self.edited.emit(tuple(name for part in names if (name := part.strip())))


class SwitchField(QCheckBox):
    """Yes or no."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggled.connect(self._on_toggled)

    def show_value(self, value: bool | None) -> None:
        """Show yes or no. Never emits."""
        blocked = self.blockSignals(True)
        self.setChecked(bool(value))
        self.blockSignals(blocked)

    def _on_toggled(self, checked: bool) -> None:
        self.edited.emit(checked)


Editor = NumberField | ChoiceField | TextField | SwitchField


NAMES = (inspect.LiteralType, inspect.StrType)


def editor_for(name: str, kind: inspect.Type) -> Editor | None:
    """Return an editor for a field of a struct, by its type; None for what only files hold."""
    if isinstance(kind, inspect.LiteralType):
        return ChoiceField(tuple(str(value) for value in kind.values))
    if isinstance(kind, inspect.StrType):
        return TextField()
    if isinstance(kind, inspect.BoolType):
        return SwitchField()
    if isinstance(kind, inspect.VarTupleType) and isinstance(kind.item_type, NAMES):
        return NamesField()
    bounds = Bounds.of(kind)
    if bounds is None:
        return None
    first = FIRST_RUNGS.get(name, 1.0 if bounds.whole else 1e-4)
    return NumberField(bounds, _step(name, bounds), first)


def _step(name: str, bounds: Bounds) -> float | None:
    """Return what an arrow key adds; None: it climbs the ladder 0.1, 0.2, 0.5, 1, ..."""
    if name.endswith("seed"):
        return 1.0
    if bounds.high <= 1.0:
        return 0.05
    return 0.1 if bounds.low < 0.0 else None
