"""The whole window with the data panel in front."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import AnyDataset
from core.datasets.circles import Circles
from core.experiment import default_experiment
from gui.app import create_application, create_window
from gui.main_window import MainWindow
from tests.gui.test_data.hands import Hands


@pytest.fixture
def open_on(qtbot: QtBot) -> Iterator[Callable[..., Hands]]:
    """Return a function that opens the window on a dataset."""
    windows: list[MainWindow] = []

    def open_window(dataset: AnyDataset | None = None) -> Hands:
        create_application([])
        window = create_window(
            edits.set_dataset(default_experiment(), dataset or Circles(samples=40))
        )
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        with qtbot.waitActive(window):
            window.show()
        window.docks.docks["data"].raise_()
        hands = Hands(qtbot, window)
        qtbot.waitUntil(lambda: window.findChild(QWidget, "dataCountsLabel") is not None)
        qtbot.waitUntil(lambda: bool(hands.counts.text()))
        return hands

    yield open_window
    for window in windows:
        window.appearance.set_theme("light")
        window.appearance.set_language("en")
