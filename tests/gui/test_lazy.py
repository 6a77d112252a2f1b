"""A part that takes long to make comes in turns, so that no frame is late."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gui.app import create_window
from gui.lazy import Lazy, SnapshotPanel

MODULES = ("xml.dom.pulldom", "xml.dom.expatbuilder")  # which nothing else needs


def test_modules_are_imported_one_a_turn(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MODULES:
        monkeypatch.delitem(sys.modules, name, raising=False)
    seen: list[bool] = []

    def make() -> SnapshotPanel:
        seen.extend(name in sys.modules for name in MODULES)
        return SnapshotPanel()

    lazy = Lazy(make, "part", MODULES)
    qtbot.addWidget(lazy)
    with qtbot.waitSignal(lazy.made):
        lazy.set_seen(True)
        assert [name in sys.modules for name in MODULES] == [True, False]
    assert seen == [True, True]


@pytest.mark.parametrize("turns", range(12))
def test_a_window_may_be_gone_before_all_turns_are_taken(qtbot: QtBot, turns: int) -> None:
    window = create_window()
    window.show()
    window.docks.open("sweep")
    for _ in range(turns):
        QCoreApplication.processEvents()
    window.close()
    delete(window)
    QCoreApplication.processEvents()  # whatever is still due would raise here
