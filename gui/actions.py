"""The actions: every command of the window, once, with its shortcut and icon.

Menus, the run bar and the keyboard all trigger these; `gui.commands`
connects them to what they do.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow

from gui.icons import icon

Keys = QKeySequence.StandardKey
Texts = dict[QAction, tuple[str, str]]  # of each action its name and its tip


class Actions(QObject):
    """All actions, as attributes."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._icons: dict[QAction, str] = {}
        self._forbidden: dict[QAction, str] = {}
        self.rewind = self._add("rewindAction", "skip-back", "R")
        self.back = self._add("backAction", "step-back", "B")
        self.run = self._add("runAction", "play", "Space")
        self.step = self._add("stepAction", "step-forward", "S")
        self.epoch = self._add("epochAction", "fast-forward", "E")
        self.bookmark = self._add("bookmarkAction", "bookmark", "M")
        self.name_bookmark = self._add("nameBookmarkAction", "bookmark", "Ctrl+M")
        self.previous_bookmark = self._add("previousBookmarkAction", "step-back", "Alt+Left")
        self.next_bookmark = self._add("nextBookmarkAction", "step-forward", "Alt+Right")
        self.clear_bookmarks = self._add("clearBookmarksAction", "x", "")
        self.why = self._add("whyAction", "info", "W")
        self.try_ = self._add("tryAction", "circle-check", "T")
        self.new_draw = self._add("newDrawAction", "dices", "N")
        self._add_for_runs()
        self.defaults = self._add("defaultsAction", "rotate-ccw", "Ctrl+Shift+N")
        self.new = self._add("newAction", "file-plus", Keys.New)
        self.open = self._add("openAction", "folder-open", Keys.Open)
        self.import_csv = self._add("importCsvAction", "file-plus", "Ctrl+I")
        self.restore = self._add("restoreAction", "history", "")
        self.save = self._add("saveAction", "save", Keys.Save)
        self.save_as = self._add("saveAsAction", "save", "Ctrl+Shift+S")
        self.quit = self._add("quitAction", "x", "Ctrl+Q")
        self.undo = self._add("undoAction", "undo-2", Keys.Undo)
        self.redo = self._add("redoAction", "redo-2", "")
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.zoom_in = self._add("zoomInAction", "zoom-in", "")
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.zoom_out = self._add("zoomOutAction", "zoom-out", "Ctrl+-")
        self.zoom_reset = self._add("zoomResetAction", "zoom-in", "Ctrl+0")
        self.present = self._add("presentAction", "presentation", "F5", checkable=True)
        self.show_log = self._add("showLogAction", "info", "")
        self.about = self._add("aboutAction", "info", "")
        for action in (
            self.quit, self.zoom_reset, self.about, self.show_log, self.save_as,
            self.ensemble_20, self.ensemble_100, self.import_csv,
        ):  # fmt: skip
            self._icons.pop(action)
        self.running = False
        self.retranslate()
        self.restyle()

    def _add_for_runs(self) -> None:
        """Add what sets more than one run side by side."""
        self.pin = self._add("pinAction", "pin", "P")
        self.compare = self._add("compareAction", "columns-3", "Shift+P")
        self.ensemble_20 = self._add("ensemble20Action", "dices", "")
        self.ensemble_100 = self._add("ensemble100Action", "dices", "")

    def _add(
        self,
        name: str,
        icon_name: str,
        shortcut: str | QKeySequence.StandardKey,
        checkable: bool = False,
    ) -> QAction:
        action = QAction(self._window, objectName=name, checkable=checkable)
        action.setShortcut(QKeySequence(shortcut))
        self._icons[action] = icon_name
        self._window.addAction(action)
        return action

    def show_running(self, running: bool) -> None:
        """Let the run action say what it would do now."""
        self.running = running
        self._icons[self.run] = "pause" if running else "play"
        self.retranslate()
        self.run.setIcon(icon(self._icons[self.run]))

    def forbid(self, action: QAction, why: str) -> None:
        """Disable an action, and say why in its tooltip; without a reason, enable it."""
        self._forbidden[action] = why
        action.setEnabled(not why)
        self.retranslate()

    def follow(self, stack: QUndoStack) -> None:
        """Let undo and redo be enabled while there is something to undo and redo."""
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())

    def restyle(self) -> None:
        """Tint the icons for the theme in force."""
        for action, name in self._icons.items():
            action.setIcon(icon(name))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        texts = (
            self._training_texts()
            | self._bookmark_texts()
            | self._document_texts()
            | self._window_texts()
        )
        for action, (text, tip) in texts.items():
            action.setText(text)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tip = self._forbidden.get(action) or tip
            action.setToolTip(f"{tip} ({keys})" if keys else tip)
            action.setStatusTip("")

    def _training_texts(self) -> Texts:
        return {
            self.rewind: (
                self.tr("Rewind"),
                self.tr("Back to step 0 with the same weights, bit for bit"),
            ),
            self.back: (self.tr("Back"), self.tr("One step back: every panel shows it")),
            self.run: (
                (self.tr("Pause"), self.tr("Pause the training"))
                if self.running
                else (self.tr("Run"), self.tr("Train until paused"))
            ),
            self.step: (self.tr("Step"), self.tr("Take one step: one update of the weights")),
            self.epoch: (self.tr("Epoch"), self.tr("Take the steps of one pass over the data")),
            self.why: (
                self.tr("&Why?"),
                self.tr("Explain the diagnosis: its numbers, its formula, what to look at"),
            ),
            self.try_: (self.tr("&Try the remedy"), self.tr("Apply what the diagnosis offers")),
            self.new_draw: (self.tr("New draw"), self.tr("Draw new weights with the next seed")),
            self.pin: (
                self.tr("Pin"),
                self.tr("Pin this run: it trains beside those to come, to be compared"),
            ),
            self.compare: (
                self.tr("&Compare"),
                self.tr("The runs side by side: networks, gradients, what differs"),
            ),
            self.ensemble_20: (
                self.tr("Ensemble: 20 seeds"),
                self.tr("Train 20 seeds of this experiment: a band beneath the loss"),
            ),
            self.ensemble_100: (
                self.tr("Ensemble: 100 seeds"),
                self.tr("Train 100 seeds of this experiment: a band beneath the loss"),
            ),
        }

    def _bookmark_texts(self) -> Texts:
        return {
            self.bookmark: (
                self.tr("&Bookmark"),
                self.tr("Set a bookmark at this step, or take it away"),
            ),
            self.name_bookmark: (
                self.tr("&Name the bookmark…"),
                self.tr("Write what there is to see at this step"),
            ),
            self.previous_bookmark: (
                self.tr("&Previous bookmark"),
                self.tr("Go to the bookmark before this step"),
            ),
            self.next_bookmark: (
                self.tr("Ne&xt bookmark"),
                self.tr("Go to the bookmark after this step"),
            ),
            self.clear_bookmarks: (
                self.tr("Take &all bookmarks away"),
                self.tr("Take all bookmarks of this run away"),
            ),
        }

    def _document_texts(self) -> Texts:
        return {
            self.defaults: (
                self.tr("Defaults"),
                self.tr("Return to the experiment of the first start"),
            ),
            self.new: (self.tr("&New"), self.tr("Begin with the experiment of the first start")),
            self.open: (self.tr("&Open…"), self.tr("Open an experiment")),
            self.import_csv: (
                self.tr("&Import data…"),
                self.tr("Look at a CSV file and choose its columns to learn from"),
            ),
            self.restore: (
                self.tr("Restore &unsaved work"),
                self.tr("Open the changes that were not saved when the window was last closed"),
            ),
            self.save: (self.tr("&Save"), self.tr("Save the experiment")),
            self.save_as: (self.tr("Save &as…"), self.tr("Save the experiment under another name")),
            self.quit: (self.tr("&Quit"), self.tr("Close the window")),
            self.undo: (self.tr("&Undo"), self.tr("Take back the last edit")),
            self.redo: (self.tr("&Redo"), self.tr("Apply the edit again")),
        }

    def _window_texts(self) -> Texts:
        return {
            self.zoom_in: (self.tr("Zoom &in"), self.tr("Larger type everywhere")),
            self.zoom_out: (self.tr("Zoom &out"), self.tr("Smaller type everywhere")),
            self.zoom_reset: (self.tr("&Normal size"), self.tr("Type at 100 %")),
            self.present: (self.tr("Present"), self.tr("Full screen, for the projector")),
            self.show_log: (self.tr("Show &log"), self.tr("Open the folder of the log file")),
            self.about: (self.tr("&About InitLab"), self.tr("Version and libraries")),
        }
