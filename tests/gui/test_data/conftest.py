"""The whole window with the data panel in front."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import AnyDataset
from core.datasets.circles import Circles
from core.experiment import default_experiment
from tests.gui.test_data.hands import Hands
from tests.gui.windows import open_window


@pytest.fixture
def open_on(qtbot: QtBot) -> Callable[..., Hands]:
    """Return a function that opens the window on a dataset."""

    def opened(dataset: AnyDataset | None = None) -> Hands:
        experiment = edits.set_dataset(default_experiment(), dataset or Circles(samples=40))
        window = open_window(qtbot, experiment, (1440, 900))
        window.docks.docks["data"].raise_()
        hands = Hands(qtbot, window)
        qtbot.waitUntil(lambda: window.findChild(QWidget, "dataCountsLabel") is not None)
        qtbot.waitUntil(lambda: bool(hands.counts.text()))
        return hands

    return opened
