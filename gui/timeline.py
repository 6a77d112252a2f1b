"""The timeline: every step of the run so far, one slider for all panels."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from core.snapshot import Snapshot
from gui import theme
from gui.numbers import whole
from gui.panel import Panel

MOST = 2**31 - 1  # a slider counts no further
PAGES = 20  # page keys cross the whole run in so many


class Timeline(Panel):
    """Shows where in the run the window is, and goes elsewhere.

    Signals
    -------
    step_requested(int)
        The user wants to see this step, 0 to the latest one made.
    """

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel()
        self._slider = QSlider(Qt.Orientation.Horizontal, objectName="timelineSlider")
        self._slider.valueChanged.connect(self.step_requested)
        self._caption.setBuddy(self._slider)
        self._end = QLabel(objectName="timelineLabel")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        layout.addWidget(self._caption)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._end)
        self._reached = 0
        self._show_range()
        self.retranslate()
        self.restyle()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Stand at the snapshot's step, unless the user holds the slider elsewhere."""
        self._slider.blockSignals(True)
        if snapshot.reached != self._reached:
            self._reached = snapshot.reached
            self._show_range()
        if not self._slider.isSliderDown():
            self._slider.setValue(min(snapshot.now, MOST))
        self._slider.blockSignals(False)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._caption.setText(self.tr("Time"))
        self._slider.setAccessibleName(self.tr("Time"))
        self._slider.setToolTip(self.tr("Go to any step of this run: every panel follows"))

    def restyle(self) -> None:
        """Fix the size of the last step's number: nothing jumps, nothing is laid out again."""
        metrics = self._end.fontMetrics()
        self._end.setFixedSize(metrics.horizontalAdvance("8,888,888"), metrics.height())

    def _show_range(self) -> None:
        last = min(self._reached, MOST)
        self._slider.setRange(0, last)
        self._slider.setPageStep(max(1, last // PAGES))
        self._slider.setEnabled(last > 0)
        self._end.setText(whole(last))
