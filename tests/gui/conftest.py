"""For tests with Qt: fresh settings, patience, and garbage collected on the main thread only."""

import gc
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

PATIENCE = 60_000  # ms: a busy machine may be slow, and whoever waits in vain fails anyway

pg.setConfigOptions(imageAxisOrder="row-major", antialias=True)


class PatientBot(QtBot):
    """Waits as long as it takes."""

    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE)
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE)
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def _long_lived() -> None:
    """Keep the libraries out of every later collection: that makes each one quick."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collect_on_main_thread() -> Iterator[None]:
    """Never let a worker's allocation destroy widgets in the worker's thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _fresh_settings(tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
