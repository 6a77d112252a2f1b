"""The base of panels: restyle and retranslate themselves when Qt says so."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Panel(QWidget):
    """A widget with two hooks, called on every change of language, font or palette.

    A subclass calls both once at the end of its constructor.
    """

    def retranslate(self) -> None:
        """Set every text in the language in force."""

    def restyle(self) -> None:
        """Set what Qt's palette and font do not reach."""

    def is_seen(self) -> bool:
        """Say whether any of it is on the screen.

        Qt calls a widget visible though another tab lies over it: it stands
        outside the window then, so nothing of it is to be seen.
        """
        return not self.visibleRegion().isEmpty()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language, palette or font."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
        super().changeEvent(event)
