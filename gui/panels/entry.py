"""An editor with room beneath it for one line that says what is allowed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.panel import Panel
from gui.panels.editors import Editor


class Entry(Panel):
    """An editor and, only while there is something to say, a message."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._message: QLabel | None = None  # few fields ever need one
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(editor)

    def show_message(self, text: str) -> None:
        """Say something beneath the editor; the empty text takes it away."""
        if text and self._message is None:
            self._message = QLabel(objectName="fieldMessage", wordWrap=True)
            self._message.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(self._message)
            self.restyle()
        if self._message is not None:
            self._message.setText(text)
            self._message.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)

    def restyle(self) -> None:
        """Write the message small and in the colour of what is broken."""
        if self._message is None:
            return
        self._message.setFont(theme.font("caption"))
        palette = self._message.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color("broken"))
        self._message.setPalette(palette)
