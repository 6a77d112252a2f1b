"""The panel in every size and language."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from core import edits
from core.experiment import default_experiment
from core.initializers import INITIALIZERS
from gui import theme
from gui.panels.formula_label import FormulaLabel
from tests.gui.test_panels.initializer.desk import InitializerDesk


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", ["he_normal", "normal", "xavier_uniform", "sparse"])
def test_nothing_is_cut_at_300_px(qtbot: QtBot, qapp: QApplication, zoom: float, name: str) -> None:
    theme.apply(qapp, "light", zoom)
    rule = INITIALIZERS[name]()
    desk = InitializerDesk(qtbot, edits.set_weights(default_experiment(), [1, 2, 3], rule))
    for layers in (frozenset(), frozenset({1})):
        desk.selection.set_layers(layers)
        desk.draw()
        assert desk.panel.width() == 300
        assert desk.cut() == []
        label = desk.child(FormulaLabel, "formulaLabel")
        text = QTextDocument()
        text.setDefaultFont(label.font())
        text.setHtml(label.text())
        text.setTextWidth(label.width())
        assert text.size().width() <= label.width()


@pytest.mark.parametrize("width", [180, 188, 230])
def test_the_panel_settles_in_every_height(desk: InitializerDesk, width: int) -> None:
    desk.draw()
    for height in range(300, 800):  # in a few of them Qt never stopped to look for the right width
        desk.panel.resize(width, height)
        body = desk.child(QScrollArea, "").widget()
        assert body.width() <= width


class Quoting(QTranslator):
    """A language in which every text stands in quotation marks."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"«{text}»"


def test_every_text_follows_a_change_of_language(desk: InitializerDesk, qapp: QApplication) -> None:
    desk.document.edit(edits.set_activation(desk.document.experiment, [1], "tanh"), "tanh")
    desk.choose("scopeCombo", "Layer 1 (4)")
    quoting = Quoting()
    qapp.installTranslator(quoting)
    try:
        desk.qtbot.waitUntil(lambda: "«variance»" in desk.formula)
        texts = [label.text() for label in desk.panel.findChildren(QLabel) if label.isVisible()]
        texts += [combo.currentText() for combo in desk.panel.findChildren(QComboBox)]
        unquoted = [text for text in texts if text not in ("σ", "1.00") and "«" not in text]
        assert [text for text in unquoted if text] == []
    finally:
        qapp.removeTranslator(quoting)
    desk.qtbot.waitUntil(lambda: "«" not in desk.formula)
    assert desk.document.undo_stack.count() == 1


@pytest.mark.parametrize("name", ["sparse", "identity", "truncated_normal"])
def test_a_long_formula_goes_on_in_the_next_line(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme.apply(qapp, "light", 1.5)
    rule = INITIALIZERS[name]()
    desk = InitializerDesk(qtbot, edits.set_weights(default_experiment(), [1, 2, 3], rule))
    desk.panel.resize(208, 640)
    for layers in (frozenset(), frozenset({1})):
        desk.selection.set_layers(layers)
        desk.draw()
        label = desk.child(FormulaLabel, "formulaLabel")
        text = QTextDocument()
        text.setDefaultFont(label.font())
        text.setHtml(label.text())
        text.setDocumentMargin(0)
        text.setTextWidth(label.width())
        assert text.size().width() <= label.width()
