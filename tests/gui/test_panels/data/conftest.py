"""The desk of the data panel's tests, and a table in a file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.test_panels.data.desk import ROWS, DataDesk


@pytest.fixture
def desk(qtbot: QtBot) -> DataDesk:
    return DataDesk(qtbot)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "points.csv"
    path.write_text(ROWS, "utf-8")
    return path
