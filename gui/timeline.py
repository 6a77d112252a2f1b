"""The timeline: every step of the run so far, one slider for all panels, with bookmarks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from core.snapshot import Snapshot
from gui import theme
from gui.actions import Actions
from gui.bookmarks import Bookmark, Bookmarks
from gui.marked_slider import MarkedSlider
from gui.numbers import whole
from gui.panel import Panel

MOST = 2**31 - 1  # a slider counts no further
PAGES = 20  # page keys cross the whole run in so many
LONGEST = 60  # characters of a bookmark's text


class Timeline(Panel):
    """Shows where in the run the window is, and goes elsewhere.

    Signals
    -------
    step_requested(int)
        The user wants to see this step, 0 to the latest one made.
    """

    step_requested = Signal(int)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bookmarks = Bookmarks(self)
        self.bookmarks.changed.connect(self._show_marks)
        self.bookmarks.step_requested.connect(self.step_requested)
        self._caption = QLabel()
        self._slider = MarkedSlider("timelineSlider")
        self._slider.valueChanged.connect(self.step_requested)
        self._caption.setBuddy(self._slider)
        self._end = QLabel(objectName="timelineLabel")
        self._button = QToolButton(objectName="bookmarkButton", autoRaise=True)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._text = QLineEdit(objectName="bookmarkEdit", maxLength=LONGEST)
        self._text.hide()
        self._text.editingFinished.connect(self._on_named)
        self._named = 0  # the step whose bookmark gets its text
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        layout.addWidget(self._caption)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._end)
        layout.addWidget(self._button)
        self._follow(actions)
        self._reached = 0
        self._show_range()
        self.retranslate()
        self.restyle()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Stand where the runs stand, unless the user holds the slider elsewhere."""
        self._slider.blockSignals(True)
        if snapshot.reached != self._reached:
            self._reached = snapshot.reached
            self._show_range()
        if not self._slider.isSliderDown():
            self._slider.setValue(min(snapshot.now, MOST))
        self._slider.blockSignals(False)
        self.bookmarks.show_snapshot(snapshot)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._caption.setText(self.tr("Time"))
        self._slider.setAccessibleName(self.tr("Time"))
        self._slider.setToolTip(self.tr("Go to any step of this run: every panel follows"))
        self._text.setPlaceholderText(self.tr("What is there to see? Return keeps it"))
        self._text.setAccessibleName(self.tr("Text of the bookmark"))
        self._show_marks()

    def restyle(self) -> None:
        """Keep the width of the last step's number, so that nothing jumps."""
        metrics = self._end.fontMetrics()
        self._end.setFixedSize(metrics.horizontalAdvance("8,888,888"), metrics.height())

    def name_bookmark(self) -> None:
        """Let the text of the present step's bookmark be typed, setting one if there is none."""
        self._named = self.bookmarks.step
        self._text.setText(self.bookmarks.marks.get(self._named, Bookmark()).text)
        self._slider.hide()
        self._text.show()
        self._text.setFocus()
        self._text.selectAll()

    def _follow(self, actions: Actions) -> None:
        """Let the actions and the button do the same."""
        menu = QMenu(self._button)
        for action, slot in (
            (actions.bookmark, self.bookmarks.toggle),
            (actions.name_bookmark, self.name_bookmark),
            (actions.previous_bookmark, self.bookmarks.go_back),
            (actions.next_bookmark, self.bookmarks.go_on),
            (actions.clear_bookmarks, self.bookmarks.clear),
        ):
            action.triggered.connect(slot)
            menu.addAction(action)
        self._button.setDefaultAction(actions.bookmark)
        self._button.setMenu(menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave the bookmark as it was."""
        if event.key() == Qt.Key.Key_Escape and self._text.isVisible():
            self._show_slider()
        else:
            super().keyPressEvent(event)

    def _on_named(self) -> None:
        if self._text.isVisible():
            self._show_slider()
            self.bookmarks.name(self._named, self._text.text())

    def _show_slider(self) -> None:
        self._text.hide()
        self._slider.show()
        self._slider.setFocus()

    def _show_marks(self) -> None:
        words = {step: self._words(step, mark) for step, mark in self.bookmarks.marks.items()}
        self._slider.show_marks(self.bookmarks.marks, words)

    def _words(self, step: int, mark: Bookmark) -> str:
        texts = [text for text in (self._break(mark.breaks), mark.text) if text]
        place = self.tr("step {step}").format(step=whole(step))
        return f"{place}: {', '.join(texts)}" if texts else place

    def _break(self, letters: str) -> str:
        """Return which runs break; nothing if none does."""
        if letters and self.bookmarks.several:
            return self.tr("here {letters} breaks").format(letters=", ".join(letters))
        return self.tr("here it breaks") if letters else ""

    def _show_range(self) -> None:
        last = min(self._reached, MOST)
        self._slider.setRange(0, last)
        self._slider.setPageStep(max(1, last // PAGES))
        self._slider.setEnabled(last > 0)
        self._end.setText(whole(last))
