"""For tests with Qt: fresh settings, and garbage collected on the main thread only."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QSettings

pg.setConfigOptions(imageAxisOrder="row-major", antialias=True)


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
