"""The application: Qt set up once, and the window made from parts."""

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

import pyqtgraph
from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from core.experiment import Experiment, default_experiment
from gui import errors, icons, language, theme
from gui.layout import show_fitting
from gui.main_window import MainWindow
from gui.named_file import NamedFile
from gui.settings import Settings

PICTURES_KIB = 1 << 16  # those that items of a large diagram keep: Qt has room for a sixth


def create_application(argv: Sequence[str]) -> QApplication:
    """Return the application with theme, fonts and translations; the same one if called again."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication) and existing.property("initlab"):
        return existing
    application = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    application.setProperty("initlab", True)
    application.setApplicationName("InitLab")
    application.setOrganizationName("InitLab")
    application.setDesktopFileName("initlab")
    application.setStyle("Fusion")
    application.setWindowIcon(icons.application_icon())
    pyqtgraph.setConfigOptions(imageAxisOrder="row-major", antialias=True)
    QPixmapCache.setCacheLimit(PICTURES_KIB)
    settings = Settings()
    language.install(application, settings.language)
    theme.apply(application, settings.theme, settings.zoom)
    gc.freeze()  # what was imported stays: to look through it takes 50 ms, every time
    application.setProperty("garbageCollector", GarbageCollector())  # never in the worker
    return application


def create_window(experiment: Experiment | None = None, path: Path | None = None) -> MainWindow:
    """Return a complete window, not yet shown, with an experiment at step 0.

    `path` is the file that the experiment was read from, if any.
    """
    return MainWindow(experiment or default_experiment(), Settings(), path)


def run(arguments: argparse.Namespace) -> int:
    """Show the window until it is closed; return the exit code.

    Raises
    ------
    Problem
        If the file named on the command line can't be opened.
    """
    application = create_application(sys.argv[:1])
    reporter = errors.install(application)
    window = create_window()
    window.session.failed.connect(reporter.raised)
    if arguments.language:
        window.appearance.set_language(arguments.language, remember=False)
    if arguments.theme:
        window.appearance.set_theme(arguments.theme, remember=False)
    show_fitting(window, window.settings)
    if arguments.present:
        window.actions_.present.trigger()
    named = NamedFile(window, Path(arguments.file)) if arguments.file else None
    code = application.exec()
    if named is not None and named.problem is not None:
        raise named.problem
    return code
