"""Files from the menu: a new document, the recent ones, and where a dialog begins."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from core import edits
from core.experiment import default_experiment, read_experiment
from gui.diagram.target import Target
from gui.main_window import MainWindow


def names(window: MainWindow) -> list[str]:
    window.menus.recent.aboutToShow.emit()
    return [action.text() for action in window.menus.recent.actions()]


def test_a_new_document_has_no_file_and_leaves_the_old_one_alone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "mine.initlab"
    mine = edits.set_units(default_experiment(), 1, 3)
    window.document.edit(mine, "edit")
    window.files.save_as(str(path))
    qtbot.keySequence(window, "Ctrl+N")
    assert window.document.experiment == default_experiment()
    assert window.document.path is None
    assert not window.document.undo_stack.canUndo()
    assert "Untitled" in window.windowTitle()
    assert read_experiment(path) == mine


def test_what_was_not_saved_survives_a_new_document(qtbot: QtBot, window: MainWindow) -> None:
    edited = edits.set_units(default_experiment(), 1, 3)
    window.document.edit(edited, "edit")
    qtbot.keySequence(window, "Ctrl+N")
    with qtbot.waitSignal(window.document.changed):
        window.actions_.restore.trigger()
    assert window.document.experiment == edited


def test_recent_files_are_offered_while_they_are_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    assert [text.startswith("&") for text in names(window)] == [False]  # none, and it says so
    assert not window.menus.recent.actions()[0].isEnabled()
    for name in ("first", "a & b"):
        window.files.save_as(str(tmp_path / f"{name}.initlab"))
    assert names(window) == ["&1 a && b.initlab", "&2 first.initlab"]
    with qtbot.waitSignal(window.document.file_changed):
        window.menus.recent.actions()[1].trigger()
    assert window.document.path == tmp_path / "first.initlab"
    assert names(window) == ["&1 first.initlab", "&2 a && b.initlab"]
    (tmp_path / "first.initlab").unlink()
    assert names(window) == ["&1 a && b.initlab"]


def test_a_dialog_begins_where_the_last_file_was(window: MainWindow, tmp_path: Path) -> None:
    window.files.save_as(str(tmp_path / "mine.initlab"))
    window.files.new()
    window.files.ask_open()
    dialog = window.findChild(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.close()


def test_no_dialog_stops_the_run_or_takes_the_window_away(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Space)
    for action in ("open", "save_as", "import_csv", "about"):
        getattr(window.actions_, action).trigger()
        dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
        assert {one.isModal() for one in dialogs} == {False}
        # Of those for files the newest, in the place of the others.
        assert sum(isinstance(one, QFileDialog) for one in dialogs) == 1
        assert QApplication.activeModalWidget() is None
        step = window.session.snapshot.step
        qtbot.waitUntil(lambda step=step: window.session.snapshot.step > step)
    at = window.diagram.point_of(Target("plus", 1))
    qtbot.mouseClick(window.diagram.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.document.experiment.layers[0].units == 5
    for dialog in dialogs:
        dialog.close()
