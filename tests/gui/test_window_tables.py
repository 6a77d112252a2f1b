"""The table of first weights and the outline in the real window, with the real worker."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from core.snapshot import Snapshot
from gui.main_window import MainWindow
from gui.panels.matrix import MatrixPanel
from gui.panels.outline import OutlinePanel
from gui.panels.outline_model import Node


def opened(window: MainWindow, name: str) -> bool:
    """Open a dock that was closed, as its entry in the menu does."""
    dock = window.docks.docks[name]
    was_closed = not dock.isVisible()
    dock.toggleViewAction().trigger()
    dock.raise_()
    return was_closed and dock.isVisible()


def _begins_with_half(snapshot: Snapshot) -> bool:
    return snapshot.initial_weights[0][0].tolist() == [0.5, 0.25]


def test_numbers_pasted_into_the_table_are_what_the_run_begins_with(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert opened(window, "matrix")
    matrix = window.findChild(MatrixPanel)
    table = matrix.table
    table.setCurrentIndex(matrix.model.index(0, 0))
    QApplication.clipboard().setText("0.5\t0.25")
    with qtbot.waitSignal(window.session.snapshot_changed, check_params_cb=_begins_with_half):
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.document.experiment.layers[0].weights.name == "explicit"


def test_the_outline_is_live_and_its_layer_is_the_panels(window: MainWindow, qtbot: QtBot) -> None:
    assert opened(window, "outline")
    outline = window.findChild(OutlinePanel)
    bias = outline.model.index_of(Node(3, 0, 0)).siblingAtColumn(1)
    assert bias.data() == "0"
    window.session.advance(3)
    qtbot.waitUntil(lambda: bias.data() != "0")
    outline.tree.setCurrentIndex(outline.model.index(1, 0))
    assert window.initializer.findChild(QComboBox, "scopeCombo").currentText() == "Layer 2 (3)"
