"""A part that takes long to make comes in turns, so that no frame is late."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
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


def test_tab_comes_to_a_part_where_it_stands(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    part = SnapshotPanel()
    fields = [QLineEdit(objectName=name) for name in ("before", "first", "second", "after")]
    inner = QVBoxLayout(part)
    for field in fields[1:3]:
        inner.addWidget(field)
    lazy = Lazy(lambda: part, "part")
    for widget in (fields[0], lazy, fields[3]):
        column.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
    lazy.set_seen(True)
    fields[0].setFocus()
    for field in fields[1:]:
        assert window.focusNextPrevChild(True)
        assert field.hasFocus()
