"""A line of text beside its status, as many lines high as it needs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui import theme
from gui.panel import Panel
from gui.panels.status import StatusIcon


class Notice(Panel):
    """Something to notice about the panel it stands in; hidden without a text."""

    def __init__(self, status: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = StatusIcon(status)
        self._label = QLabel(wordWrap=True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self.hide()
        self.restyle()

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self._label.text()

    def show_text(self, text: str) -> None:
        """Show a text; the empty one hides the notice."""
        if text != self.text:
            self._label.setText(text)
            self._fit()
            self.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for all lines of the text: a form does not ask how high it gets."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def restyle(self) -> None:
        """Write in the colour of the status."""
        palette = self._label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._icon.status))
        self._label.setPalette(palette)
