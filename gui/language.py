"""The language: English in the source, other languages from resources/translations.

Installing translators makes Qt send LanguageChange to every widget, so the
language changes while the window is open.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.resources import resource

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}  # each by its own name

_translators: list[QTranslator] = []


def install(application: QCoreApplication, code: str = "") -> None:
    """Put a language in force, with its numbers; "" is the system's."""
    code = code or system_language()
    QLocale.setDefault(QLocale(code))
    while _translators:
        application.removeTranslator(_translators.pop())
    if code == "en":
        return
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{code}", qt_folder),
        (f"initlab_{code}", str(resource("translations"))),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            _translators.append(translator)


def current() -> str:
    """Return the code of the language in force."""
    name = QLocale().name()
    return name if name in LANGUAGES else "en"


def system_language() -> str:
    """Return the code nearest to what the system speaks."""
    system = QLocale.system()
    simplified = system.script() == QLocale.Script.SimplifiedHanScript
    return "zh_CN" if system.language() == QLocale.Language.Chinese and simplified else "en"
