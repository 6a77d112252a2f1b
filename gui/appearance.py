"""The appearance: theme, zoom, language and presentation, as the user chose them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from gui import language, theme
from gui.settings import Settings

PRESENTATION_ZOOM = 1.3
FULL = Qt.WindowState.WindowFullScreen


class Appearance(QObject):
    """Applies a choice to the whole application at once, and remembers it.

    Signals
    -------
    changed()
        After every change of theme, zoom, language or presentation.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = settings.theme
        self.presenting = False

    @property
    def theme(self) -> str:
        """The chosen theme; while presenting, the projector theme is in force instead."""
        return self._theme

    @property
    def language(self) -> str:
        """The language in force."""
        return language.current()

    def set_theme(self, name: str, remember: bool = True) -> None:
        """Choose a theme by name."""
        self._theme = name
        if remember:
            self._settings.theme = name
        self.apply()

    def set_zoom(self, zoom: float) -> None:
        """Choose the zoom of all type."""
        self._settings.zoom = zoom
        self.apply()

    def zoom_by(self, notches: int) -> None:
        """Go up or down the list of zooms."""
        nearest = min(theme.ZOOMS, key=lambda zoom: abs(zoom - self._settings.zoom))
        place = theme.ZOOMS.index(nearest) + notches
        self.set_zoom(theme.ZOOMS[max(0, min(place, len(theme.ZOOMS) - 1))])

    def set_language(self, code: str, remember: bool = True) -> None:
        """Choose the language of every text."""
        if remember:
            self._settings.language = code
        language.install(_application(), code)
        self.changed.emit()

    def present(self, window: QMainWindow, presenting: bool) -> None:
        """Fill the screen in white and large type, or return."""
        if presenting == self.presenting:
            return
        self.presenting = presenting
        others = window.windowState() & ~FULL
        window.setWindowState(others | (FULL if presenting else others))
        self.apply()

    def apply(self) -> None:
        """Put the choices in force."""
        if self.presenting:
            theme.apply(_application(), "projector", max(PRESENTATION_ZOOM, self._settings.zoom))
        else:
            theme.apply(_application(), self._theme, self._settings.zoom)
        self.changed.emit()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
