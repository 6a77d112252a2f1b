"""A status as a picture: a shape of its own beside its colour."""

from PySide6.QtWidgets import QLabel, QWidget

from gui import theme
from gui.icons import icon
from gui.panel import Panel

SHAPES = {
    "good": "circle-check",
    "attention": "triangle-alert",
    "broken": "octagon-x",
    "quiet": "info",
}


class StatusIcon(Panel):
    """Good, attention, broken or quiet; the words stand beside it."""

    def __init__(self, status: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self._picture = QLabel(self)
        self.restyle()

    def show_status(self, status: str) -> None:
        """Show a status by the name of its colour."""
        if status != self.status:
            self.status = status
            self.restyle()

    def restyle(self) -> None:
        """Draw the shape as high as a line of text."""
        side = theme.pixels(16)
        self._picture.setPixmap(icon(SHAPES[self.status], self.status).pixmap(side, side))
        self._picture.resize(side, side)
        self.setFixedSize(side, side)
