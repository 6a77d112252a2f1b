"""The desk of the data panel."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from core.datasets import DATASETS
from core.experiment import default_experiment
from gui.document import Document
from gui.panels.data import DataPanel
from tests.gui.test_panels.desk import PanelDesk

ROWS = "a,b,kind\n1,2,0\n3,4,1\n5,6,0\n7,8,1\n"


class DataDesk(PanelDesk):
    """The data panel."""

    def __init__(self, qtbot: QtBot) -> None:
        document = Document(default_experiment())
        super().__init__(qtbot, document, DataPanel(document))

    def choose(self, name: str, text: str) -> None:
        """Choose an item of a closed combo by typing how it begins."""
        combo = self.child(QComboBox, name)
        combo.view().keyboardSearch("")  # forget what was typed a moment ago
        self.qtbot.keyClicks(combo, text)

    def choose_from_list(self, name: str, text: str) -> None:
        """Open a combo's list and choose from it."""
        combo = self.child(QComboBox, name)
        self.qtbot.mouseClick(combo, Qt.MouseButton.LeftButton)
        view = combo.view()
        view.setCurrentIndex(combo.model().index(combo.findText(text), 0))
        self.qtbot.keyClick(view, Qt.Key.Key_Return)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.child(QWidget, name), Qt.MouseButton.LeftButton)


def shown_fields(desk: DataDesk) -> set[str]:
    """Return the dataset's fields that are visible, by the names of their editors."""
    names = {
        field.encode_name for kind in DATASETS.values() for field in msgspec.structs.fields(kind)
    }
    found = set()
    for name in names:
        stem = "data" + "".join(map(str.capitalize, name.split("_")))
        editors = [
            desk.panel.findChild(QWidget, stem + end) for end in ("SpinBox", "Combo", "Edit", "Box")
        ]
        found |= {name for editor in editors if editor is not None and editor.isVisible()}
    return found
