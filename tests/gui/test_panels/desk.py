"""A panel at work: its document and the hands of its user."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from gui.document import Document
from gui.panels.column import ColumnPanel
from gui.panels.number_field import NumberField

W = TypeVar("W", bound=QWidget)


class PanelDesk:
    """What the desks of all panels have: the shown panel follows its document."""

    def __init__(self, qtbot: QtBot, document: Document, panel: ColumnPanel) -> None:
        self.qtbot, self.document, self.panel = qtbot, document, panel
        qtbot.addWidget(panel)
        document.setParent(panel)  # left to the collector, its edits may be freed twice
        document.changed.connect(panel.show_experiment)
        panel.resize(300, 640)
        with qtbot.waitExposed(panel):
            panel.show()

    @property
    def experiment(self) -> Experiment:
        return self.document.experiment

    def child(self, kind: type[W], name: str) -> W:
        found = self.panel.findChild(kind, name)
        assert found is not None
        return found

    def enter(self, name: str, text: str) -> NumberField:
        field = self.child(NumberField, name)
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        return field

    def cut(self) -> list[str]:
        """Return the visible parts that reach over the right edge of the panel."""
        widgets = [each for each in self.panel.findChildren(QWidget) if self._is_seen(each)]
        ends = [each.mapTo(self.panel, each.rect().topRight()).x() for each in widgets]
        return [
            f"{each.objectName() or type(each).__name__} ends at {end}"
            for each, end in zip(widgets, ends, strict=True)
            if end >= self.panel.width()
        ]

    def _is_seen(self, widget: QWidget) -> bool:
        return widget.isVisibleTo(self.panel)
