"""The controls of the equations: back and on, which sample, and a hint."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui import labels, numbers, theme
from gui.panel import Panel
from gui.panels.bounds import Bounds
from gui.panels.complaint import complain_beside
from gui.panels.elided_label import ElidedLabel
from gui.panels.number_field import NumberField


class Controls(Panel):
    """A line of controls.

    Signals
    -------
    moved(int)
        Go so many terms on, or back.
    sample_chosen()
        `sample` is another one.
    """

    moved = Signal(int)
    sample_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample: int | None = 0  # from 0; None: all of the training set
        self.back = _button(Qt.ArrowType.LeftArrow)
        self.on = _button(Qt.ArrowType.RightArrow)
        self.place, self.hint = QLabel(), _Hint()
        self._caption = QLabel()
        self.field = NumberField(_bounds(1, all_allowed=True), step=1)
        self.field.setObjectName("sampleSpinBox")
        self.field.show_value(1)
        self._caption.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.back, self.place, self.on):
            row.addWidget(widget)
        row.addWidget(self.hint, 1)
        row.addWidget(self._caption)
        row.addWidget(self.field)
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.on.clicked.connect(lambda: self.moved.emit(1))
        self.field.edited.connect(self._on_edited)
        complain_beside(self.field)
        self.retranslate()
        self.restyle()

    def set_samples(self, count: int, all_allowed: bool) -> None:
        """Offer so many samples, and whether all at once. Never emits."""
        sample = 0 if self.sample is None and not all_allowed else self.sample
        self.sample = sample if sample is None else min(sample, count - 1)
        bounds = _bounds(count, all_allowed)
        if bounds == self.field.bounds:
            return
        self.field.set_bounds(bounds)
        self.field.show_value(None if self.sample is None else self.sample + 1)

    def take(self, sample: int) -> None:
        """Show a sample that was chosen elsewhere. Never emits."""
        self.sample = sample
        self.field.show_value(min(sample + 1, self.field.bounds.high))

    def show_place(self, row: int, count: int, hint: str) -> None:
        """Say which of how many terms is shown, and what can be done."""
        self.place.setText(f"{numbers.whole(row + 1)} / {numbers.whole(count)}")
        self.hint.setText(hint)
        self.hint.setToolTip(hint)
        self.back.setEnabled(row > 0)
        self.on.setEnabled(row < count - 1)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for button, text in (
            (self.back, self.tr("Term before (Left)")),
            (self.on, self.tr("Next term (Right)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._caption.setText(self.tr("Sample"))
        self.field.setAccessibleName(self.tr("Sample"))
        self.field.setSpecialValueText(labels.none_name("batch_size"))

    def restyle(self) -> None:
        """Write the hint quietly."""
        palette = self.hint.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.color("quiet"))
        self.hint.setPalette(palette)
        self.hint.setFont(theme.font("caption"))

    def _on_edited(self, value: int | None) -> None:
        self.sample = None if value is None else value - 1
        self.sample_chosen.emit()


class _Hint(ElidedLabel):
    """A line of text that is left out where it has no room."""

    def shown_text(self) -> str:
        """Return all of the text, or nothing."""
        shown = super().shown_text()
        return shown if shown == self.text() else ""


def _bounds(count: int, all_allowed: bool) -> Bounds:
    return Bounds(((">=", 1.0), ("<=", float(count))), whole=True, optional=all_allowed)


def _button(arrow: Qt.ArrowType) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setArrowType(arrow)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
