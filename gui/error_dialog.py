"""The dialog of an unforeseen error: its text, to read and to copy. It blocks nothing."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.icons import icon

Role = QDialogButtonBox.ButtonRole


class ErrorDialog(QDialog):
    """Shows one traceback; later ones are only counted while it is open.

    Signals
    -------
    log_requested()
        The user wants to see the folder of the log.
    """

    log_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="errorDialog")
        self._later = 0
        self._explanation = QLabel(wordWrap=True)
        self._text = QPlainTextEdit(objectName="errorText", readOnly=True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._buttons = QDialogButtonBox()
        self._copy = self._buttons.addButton("", Role.ActionRole)
        self._log = self._buttons.addButton("", Role.ActionRole)
        self._close = self._buttons.addButton("", Role.RejectRole)
        self._copy.clicked.connect(self._copy_text)
        self._log.clicked.connect(self.log_requested)
        self._buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        for part in (self._explanation, self._text, self._buttons):
            layout.addWidget(part)
        self.retranslate()
        self.restyle()

    def show_error(self, text: str) -> None:
        """Show a traceback, or count it if one is being read."""
        if self.isVisible():
            self._later += 1
        else:
            self._later = 0
            self._text.setPlainText(text)
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setWindowTitle(self.tr("InitLab: an error"))
        explanation = self.tr(
            "Something went wrong that InitLab did not foresee. Your experiment is kept; "
            "please save it. The text below helps whoever mends it."
        )
        later = self.tr("Errors since then, in the log: {}").format(self._later)
        self._explanation.setText(f"{explanation}\n{later}" if self._later else explanation)
        self._text.setAccessibleName(self.tr("Text of the error"))
        self._copy.setText(self.tr("&Copy"))
        self._log.setText(self.tr("Show &log"))
        self._close.setText(self.tr("Close"))

    def restyle(self) -> None:
        """Tint the icons for the theme in force."""
        for button, name in ((self._copy, "copy"), (self._log, "folder-open"), (self._close, "x")):
            button.setIcon(icon(name))

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language or palette."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.restyle()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Give a traceback its room."""
        return QSize(theme.pixels(640), theme.pixels(360))

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
