"""For tests with Qt: the application, patience, and nothing left of the test before."""

import gc
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import language, theme
from gui.app import create_application
from gui.main_window import MainWindow
from tests.gui.windows import open_window

PATIENCE = 60_000  # ms: a busy machine may be slow, and whoever waits in vain fails anyway


class PatientBot(QtBot):
    """Waits as long as it takes."""

    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE)
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE)
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application as the program has it: garbage is collected in the main thread only."""
    return create_application([])


@pytest.fixture(autouse=True)
def _first_start(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Let nothing be remembered, and leave no language, theme or zoom behind."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    yield
    if QLocale() != QLocale("en"):
        language.install(qapp, "en")
    if (theme.current(), theme.zoom()) != (theme.LIGHT, 1.0):
        theme.apply(qapp, "light", 1.0)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    gc.collect(1)  # the widgets of the test before, which are younger than what stays
    return PatientBot(request)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot)
