"""The desk of the diagram's tests."""

import pytest
from pytestqt.qtbot import QtBot

from core.experiment import default_experiment
from gui.diagram.view import DiagramView
from gui.document import Document
from gui.selection import Selection
from tests.gui.test_diagram.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """The first network, 2-4-3-1, in a window of 900x600 that has the keyboard."""
    document, selection = Document(default_experiment()), Selection()
    view = DiagramView(document, selection)
    qtbot.addWidget(view)
    document.setParent(view)  # left to the collector, its edits may be freed twice
    document.changed.connect(selection.fit)
    document.changed.connect(view.show_experiment)
    view.resize(900, 600)
    with qtbot.waitActive(view):
        view.show()
    view.setFocus()
    desk = Desk(qtbot, document, selection, view)
    document.refused.connect(desk.problems.append)
    return desk
