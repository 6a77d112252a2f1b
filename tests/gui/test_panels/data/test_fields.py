"""What all fields have in common: refusals, keys, room."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import Csv
from core.datasets.houses import Houses
from core.experiment import Experiment, default_experiment
from gui import theme
from gui.panels.editors import Combo
from gui.panels.number_field import NumberField
from tests.gui.test_panels.data.desk import DataDesk


@pytest.mark.parametrize(
    ("editor", "text", "allowed"),
    [
        ("learningRateSpinBox", "0", "a number, more than 0 and at most 1,000,000"),
        ("batchSizeSpinBox", "0.5", "a whole number, at least 1 and at most 100,000"),
        ("momentumSpinBox", "1", "a number, at least 0 and less than 1"),
        ("dataSamplesSpinBox", "many", "a whole number, at least 2 and at most 100,000"),
    ],
)
def test_a_wrong_entry_is_answered_beside_the_field(
    desk: DataDesk, editor: str, text: str, allowed: str
) -> None:
    before = desk.experiment
    field = desk.enter(editor, text)
    message = field.parentWidget().findChild(QLabel, "fieldMessage")
    assert message.isVisible()
    assert message.text() == f"“{text}” is not allowed here: enter {allowed}."
    assert field.accessibleDescription() == message.text()
    assert desk.experiment == before


def test_a_long_choice_ends_in_an_ellipsis_where_it_has_no_room(desk: DataDesk) -> None:
    combo = desk.child(Combo, "lossCombo")
    assert combo.shown_text() == "Binary cross-entropy"
    desk.panel.resize(150, 640)
    desk.qtbot.waitUntil(lambda: combo.shown_text().endswith("\N{HORIZONTAL ELLIPSIS}"))
    combo.show_value(None)
    combo.setPlaceholderText("mixed")
    assert combo.shown_text() == "mixed"


def test_a_long_text_is_read_from_its_beginning(desk: DataDesk) -> None:
    desk.document.edit(edits.set_dataset(desk.experiment, Houses()), "data")
    edit = desk.child(QLineEdit, "dataFeaturesEdit")
    assert edit.cursorPosition() == 0
    assert edit.toolTip() == edit.text() == "lotsize, bedrooms, bathrooms, stories"


def test_undo_is_the_documents_unless_text_is_being_typed(desk: DataDesk) -> None:
    field = desk.enter("dataNoiseSpinBox", "0.2")
    override = shortcut_override(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not override.isAccepted()
    desk.qtbot.keyClicks(field, "7")
    override = shortcut_override(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert override.isAccepted()


def test_space_trains_even_from_a_field(desk: DataDesk) -> None:
    field = desk.child(NumberField, "dataNoiseSpinBox")
    assert not shortcut_override(field, Qt.Key.Key_Space).isAccepted()
    assert shortcut_override(field, Qt.Key.Key_5).isAccepted()


def test_escape_takes_back_what_was_typed_and_leaves_the_letters_to_the_window(
    desk: DataDesk,
) -> None:
    before, field = desk.experiment, desk.child(NumberField, "dataNoiseSpinBox")
    field.setFocus()
    desk.qtbot.waitUntil(field.hasFocus)
    desk.qtbot.keyClicks(field, "7w")
    desk.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0.05"
    assert not field.hasFocus()
    assert desk.experiment is before


def shortcut_override(
    field: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> QKeyEvent:
    """Ask a field whether it wants a key before the shortcuts do, as Qt asks."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, chr(key))
    event.ignore()
    QApplication.sendEvent(field, event)
    return event


def test_showing_an_experiment_edits_nothing(desk: DataDesk, table: Path) -> None:
    changes: list[Experiment] = []
    desk.document.changed.connect(changes.append)
    other = replace(
        default_experiment(), dataset=Csv(path=str(table)), batch_size=8, clip_norm=2.0, l2=0.5
    )
    desk.panel.show_experiment(other)
    QApplication.sendEvent(desk.panel, QEvent(QEvent.Type.LanguageChange))
    assert desk.panel.findChild(QFileDialog) is None
    assert not changes


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_300_px(qtbot: QtBot, qapp: QApplication, zoom: float) -> None:
    theme.apply(qapp, "light", zoom)
    desk = DataDesk(qtbot)
    desk.enter("learningRateSpinBox", "nonsense")
    assert desk.panel.width() == 300
    assert desk.cut() == []
