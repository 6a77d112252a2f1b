"""A complaint: beside a field, what is allowed in it; the field keeps the focus and its value."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from gui import labels, theme
from gui.panels.bounds import Bounds
from gui.panels.number_field import NumberField

STAYS_MS = 20_000  # it is read by then
WIDEST = 260  # px, to be zoomed
ENDS = (QEvent.Type.KeyPress, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)


class Complaint(QLabel):
    """The one of a window; the next key in the field, a click on it or time take it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, objectName="fieldMessage", wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setMargin(theme.GRID // 2)
        self._field: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.leave)

    def stand(self, field: QWidget, room: QRect, text: str) -> None:
        """Say a text beneath a part of a widget, or above it where there is no room."""
        self.leave()
        self._field = field
        field.installEventFilter(self)
        field.setAccessibleDescription(text)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color("broken"))
        palette.setColor(QPalette.ColorRole.Window, theme.color("panel"))
        self.setPalette(palette)
        self.setFont(theme.font("caption"))
        self.setText(text)
        width = theme.pixels(WIDEST)
        self.resize(width, self.heightForWidth(width))
        self.move(self._corner(QRect(field.mapTo(self.window(), room.topLeft()), room.size())))
        self.show()
        self.raise_()
        self._timer.start()

    def _corner(self, room: QRect) -> QPoint:
        window = self.window().rect()
        x = max(0, min(room.left(), window.right() - self.width()))
        below = room.bottom() + 2
        fits = below + self.height() <= window.bottom()
        return QPoint(x, below if fits else max(0, room.top() - self.height() - 2))

    def leave(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.setAccessibleDescription("")
            self._field = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave when the field is used again, or is somewhere else."""
        if event.type() in ENDS:
            self.leave()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave after a click."""
        self.leave()


def complain(field: QWidget, text: str, room: QRect | None = None) -> None:
    """Say beside a field, or a part of it, what is wrong."""
    window = field.window()
    found = window.findChild(Complaint, options=Qt.FindChildOption.FindDirectChildrenOnly)
    complaint = found or Complaint(window)
    complaint.stand(field, field.rect() if room is None else room, text)


def allowed_text(text: str, bounds: Bounds) -> str:
    """Return that a typed text is not allowed, and what is."""
    return labels.refusal_text(text, bounds.limits, bounds.whole)


def complain_beside(field: NumberField) -> None:
    """Let a field that stands alone say what is allowed in it."""
    field.refused.connect(lambda text: complain(field, allowed_text(text, field.bounds)))
