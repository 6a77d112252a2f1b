"""The output is called what the diagram calls it, wherever the window speaks of it."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.experiment import Experiment, default_experiment
from core.initializers.normal import Normal
from gui.equations.view import EquationsView
from gui.main_window import MainWindow
from tests.gui.windows import open_window

COUNTED = re.compile(r"layers?\s(\d[, \N{EN DASH}]+)*3\b(?! neurons)", re.I)  # the output, of three


def too_strong_before_the_output() -> Experiment:
    """Return an experiment whose first finding is about the output."""
    strong = edits.set_weights(default_experiment(), [1, 2], Normal(std=50.0))
    return edits.set_weights(strong, [3], Normal(std=1e-3))


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot, too_strong_before_the_output())


def texts(window: MainWindow) -> list[str]:
    """Return every text that a part of the window shows, tells in a tooltip, or reads out."""
    found: list[str] = []
    for part in window.findChildren(QWidget):
        found += [part.toolTip(), part.accessibleName(), part.accessibleDescription()]
        if isinstance(part, QLabel):
            found.append(part.text())
        elif isinstance(part, QComboBox):
            found += [part.itemText(row) for row in range(part.count())]
    return found


def test_the_output_has_one_name_in_every_part(qtbot: QtBot, window: MainWindow) -> None:
    said = {window.diagnosis.findChild(QLabel, "diagnosisLabel").text()}
    window.session.pin()
    narrow = edits.set_weights(window.document.experiment, [2, 3], Normal(std=2e-3))
    window.document.edit(narrow, "Narrow")
    qtbot.waitUntil(lambda: window.session.snapshot.experiment == narrow)
    window.selection.set_layers(frozenset({2, 3}))
    for name in window.docks.docks:
        window.docks.open(name)
        qtbot.waitUntil(lambda name=name: name in window.docks.seen)
        said.update(texts(window))
    window.docks.open("equations")
    qtbot.waitUntil(lambda: window.findChild(EquationsView).step is not None)
    for _ in range(window.findChild(EquationsView).contents.count()):
        qtbot.keyClick(window.findChild(EquationsView), Qt.Key.Key_Right)
        said.update(texts(window))
    expected = {
        "Output: the gradient explodes, 1,964 a weight and sample; 0.01 to 1 is healthy.",
        "Output: gradient of the weights",
        "Weights, Std. dev. σ, the output",
        "Layer 2 and the output",
    }
    assert expected <= said
    assert [text for text in said if COUNTED.search(text)] == []
