"""What each action does: the one table of the window's commands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from gui.about import show_about
from gui.errors import show_log_folder
from gui.presentation import Presentation

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def connect_actions(window: "MainWindow") -> None:
    """Let every action of the window do its work."""
    a, session, look = window.actions_, window.session, window.appearance
    document, files = window.document, window.files
    presentation = Presentation(window, window.docks, look)
    commands: tuple[tuple[QAction, Callable[[], object]], ...] = (
        (a.rewind, session.rewind),
        (a.back, session.back),
        (a.run, session.toggle_running),
        (a.step, session.advance),
        (a.epoch, session.advance_epoch),
        (a.why, window.advice.explain),
        (a.try_, window.advice.apply),
        (a.pin, session.pin),
        (a.compare, lambda: window.docks.open("compare")),
        (a.new_draw, document.draw_again),
        (a.ensemble_20, lambda: window.ensembles.start(20)),
        (a.ensemble_100, lambda: window.ensembles.start(100)),
        (a.defaults, document.return_to_defaults),
        (a.new, files.new),
        (a.open, files.ask_open),
        (a.import_csv, window.data_import.ask),
        (a.restore, files.restore),
        (a.save, files.save),
        (a.save_as, files.ask_save),
        (a.quit, window.close),
        (a.undo, document.undo_stack.undo),
        (a.redo, document.undo_stack.redo),
        (a.zoom_in, lambda: look.zoom_by(1)),
        (a.zoom_out, lambda: look.zoom_by(-1)),
        (a.zoom_reset, lambda: look.set_zoom(1.0)),
        (a.present, lambda: presentation.show(a.present.isChecked())),
        (a.show_log, show_log_folder),
        (a.about, lambda: show_about(window)),
    )
    for action, slot in commands:
        action.triggered.connect(lambda _checked, slot=slot: slot())
    a.follow(document.undo_stack)
    window.run_bar.runs.unpin_requested.connect(session.unpin)
    window.plots.loss.seeds_button.addActions([a.ensemble_20, a.ensemble_100])
