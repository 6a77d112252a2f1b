"""A field for one number of the experiment.

It takes a decimal comma as well as a point and any text at all while typing;
what is not allowed is answered beside the field, and the number before stays.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from gui import labels, numbers
from gui.panels.bounds import Bounds

DECIMALS = 12
StepFlag = QAbstractSpinBox.StepEnabledFlag


class NumberField(QDoubleSpinBox):
    """A number, or none: where `bounds` make it optional, or where layers differ.

    Parameters
    ----------
    bounds : Bounds
    step : float, optional
        What an arrow key adds; without it the arrows climb 0.1, 0.2, 0.5, 1, ...
    first : float
        The lowest rung of that ladder; below it stands 0, or none.

    Signals
    -------
    edited(float, int or None)
        The user chose an allowed value.
    refused(str)
        The user typed this, which is not allowed; the value stays.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        bounds: Bounds,
        step: float | None = None,
        first: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bounds, self._none = bounds, bounds.low
        self._step = step
        self._first = first
        self.setDecimals(0 if bounds.whole else DECIMALS)
        self.set_bounds(bounds)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._on_value_changed)
        self.editingFinished.connect(self._on_editing_finished)

    def set_bounds(self, bounds: Bounds) -> None:
        """Take other numbers from now on. Never emits."""
        self.bounds = bounds
        # One below what is allowed stands for none: Qt shows the special text there.
        self._none = bounds.low - 1
        blocked = self.blockSignals(True)
        self.setRange(self._none, bounds.high)
        self.blockSignals(blocked)
        self.setToolTip(labels.range_text(bounds.limits, bounds.whole))

    def show_value(self, value: float | None) -> None:
        """Show a number; None shows the special text. Never emits."""
        blocked = self.blockSignals(True)
        self.setValue(self._none if value is None else value)
        self.blockSignals(blocked)

    def textFromValue(self, value: float) -> str:
        """Write all digits of a number, and no others."""
        return numbers.exact(value)

    def valueFromText(self, text: str) -> float:
        """Read what was typed; text that nobody changed is the value it was made from."""
        if text == self.textFromValue(self.value()):
            return self.value()
        value = self._read(text)
        return self._none if value is None else value

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed, and only what is allowed be taken."""
        value = self._read(text)
        allowed = self._means_none(text) if value is None else self.bounds.holds(value)
        state = QValidator.State.Acceptable if allowed else QValidator.State.Intermediate
        return state, text, pos

    def fixup(self, text: str) -> str:
        """Say that the typed text is not allowed; Qt then restores the value."""
        self.refused.emit(text)
        return text

    def stepBy(self, steps: int) -> None:
        """Go up or down, never out of the allowed range."""
        self.setValue(self._after(steps))
        self.selectAll()

    def stepEnabled(self) -> StepFlag:
        """Enable the arrows that lead somewhere."""
        flags = StepFlag.StepNone
        if self._after(1) != self.value():
            flags |= StepFlag.StepUpEnabled
        if self._after(-1) != self.value():
            flags |= StepFlag.StepDownEnabled
        return flags

    def minimumSizeHint(self) -> QSize:
        """Be content with room for a few digits: the panel may be narrow."""
        few, height = self.fontMetrics().horizontalAdvance("0.000001"), self.sizeHint().height()
        return QSize(few + height, height)

    def event(self, event: QEvent) -> bool:
        """Leave Space to the training, and undo to the document unless text is being typed."""
        asks_first = event.type() == QEvent.Type.ShortcutOverride
        if asks_first and isinstance(event, QKeyEvent) and self._is_for_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc take back what was typed, and give the keyboard back to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_value(None if self.value() == self._none else self.value())
            self.clearFocus()
            event.ignore()  # it may end a presentation, or a dialog, too
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to scrolling unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _is_for_window(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space:
            return True
        keys = QKeySequence.StandardKey
        undoes = event.matches(keys.Undo) or event.matches(keys.Redo)
        return undoes and not self.lineEdit().isModified()

    def _means_none(self, text: str) -> bool:
        """Return whether the text says none, and none is allowed or stands there anyway."""
        said = text.strip().casefold() in ("", self.specialValueText().casefold())
        return said and (self.bounds.optional or self.value() == self._none)

    def _read(self, text: str) -> float | None:
        return numbers.parse_whole(text) if self.bounds.whole else numbers.parse(text)

    def _after(self, steps: int) -> float:
        """Return the value so many steps on; the present one if there is none."""
        value = self.value()
        if value == self._none and not self.bounds.optional:
            return value
        if self._step is not None:
            target = round(value + steps * self._step, DECIMALS)
        elif value < self._first:
            target = self._first if steps > 0 else self._bottom()
        else:
            target = numbers.ladder(value, steps)
            target = self._bottom() if target < self._first else target
        return target if target == self._none or self.bounds.holds(target) else value

    def _bottom(self) -> float:
        """Return what stands below the first rung."""
        return self._none if self.bounds.optional else self.bounds.low

    def _on_value_changed(self, value: float) -> None:
        if value == self._none:
            self.edited.emit(None)
        else:
            self.edited.emit(int(value) if self.bounds.whole else value)

    def _on_editing_finished(self) -> None:
        self.lineEdit().setModified(False)
