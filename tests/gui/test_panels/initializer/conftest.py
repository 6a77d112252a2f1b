"""The desk of the initializer panel's tests."""

import pytest
from pytestqt.qtbot import QtBot

from core.experiment import default_experiment
from tests.gui.test_panels.initializer.desk import InitializerDesk


@pytest.fixture
def desk(qtbot: QtBot) -> InitializerDesk:
    return InitializerDesk(qtbot, default_experiment())
