"""The sigma slider: 1e-4 to 1e2 on a logarithmic scale.

Equal ways are equal factors: a hundredth of a decade for an arrow key, a
quarter for Page Up and Page Down. A press jumps to where the pointer is.
"""

from math import log10

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from gui import numbers, theme
from gui.panel import Panel

LOW, HIGH = -4, 2  # log10 of the ends
NOTCHES = 100  # a decade
TICK = 6  # px


class ScaleSlider(QSlider):
    """A slider over factors of ten.

    Signals
    -------
    gesture_started()
        A press, or a key before it repeats: what follows undoes as one.
    scale_edited(float)
        The user moved the slider here.
    """

    gesture_started = Signal()
    scale_edited = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent, objectName="scaleSlider")
        self.setRange(LOW * NOTCHES, HIGH * NOTCHES)
        self.setPageStep(NOTCHES // 4)
        self.valueChanged.connect(self._on_value_changed)

    def show_scale(self, scale: float) -> None:
        """Stand at a scale, at the nearer end if it is out of reach. Never emits."""
        blocked = self.blockSignals(True)
        self.setValue(round(NOTCHES * log10(max(scale, 10.0**LOW))))
        self.blockSignals(blocked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the pointer and go on from there as a drag."""
        self.gesture_started.emit()
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderPosition(self._value_at(event.position().x()))
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a gesture with every key that is not held down."""
        if not event.isAutoRepeat():
            self.gesture_started.emit()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to scrolling: it would redraw all weights."""
        event.ignore()

    def middle_of(self, value: int) -> int:
        """Return the x of the handle's middle when the slider stands at `value`."""
        handle = self._handle()
        return handle // 2 + QStyle.sliderPositionFromValue(
            self.minimum(), self.maximum(), value, self.width() - handle
        )

    def _value_at(self, x: float) -> int:
        handle = self._handle()
        return QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(x) - handle // 2, self.width() - handle
        )

    def _handle(self) -> int:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, option, self)

    def _on_value_changed(self, value: int) -> None:
        # Three digits, as shown: what is written on the slider is what is drawn.
        self.scale_edited.emit(float(f"{10 ** (value / NOTCHES):.3g}"))


class ScaleMarks(Panel):
    """A tick at every power of ten and the numbers of some, beneath the slider."""

    def __init__(self, slider: ScaleSlider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = slider
        self.restyle()

    def restyle(self) -> None:
        """Take the height of a line of small type."""
        # A font of its own would keep it from hearing of the application's.
        self._metrics = QFontMetrics(theme.font("caption"))
        self.setFixedHeight(TICK + self._metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: the slider has it."""
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write numbers under their ticks, the ends first, while there is room."""
        painter = QPainter(self)
        painter.setPen(theme.color("quiet"))
        painter.setFont(theme.font("caption"))
        for decade in range(LOW, HIGH + 1):
            x = self._slider.middle_of(decade * NOTCHES)
            painter.drawLine(x, 0, x, TICK - 2)
        written: list[QRect] = []
        for decade in (LOW, HIGH, *range(LOW + 2, HIGH, 2)):
            text = numbers.exact(10.0**decade)
            place = self._place(decade, self._metrics.horizontalAdvance(text))
            if not any(place.intersects(other) for other in written):
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, text)
                written.append(place)

    def _place(self, decade: int, width: int) -> QRect:
        """Return where a number of this width goes, with a gap around; the ends stay inside."""
        left = self._slider.middle_of(decade * NOTCHES) - width // 2
        left = min(max(left, 0), self._slider.width() - width)
        return QRect(left, TICK, width, self.height() - TICK).adjusted(-2, 0, 2, 0)
