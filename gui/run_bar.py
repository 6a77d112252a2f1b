"""The run bar: rewind, run, step, speed, the step counter and the seed."""

from collections.abc import Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QSlider, QToolBar, QToolButton, QWidget

from core.experiment import Experiment
from core.snapshot import Snapshot
from gui import theme
from gui.actions import Actions
from gui.document import Document
from gui.numbers import whole
from gui.panels.bounds import Bounds
from gui.panels.complaint import complain_beside
from gui.panels.number_field import NumberField
from gui.run_chips import RunChips

# Steps a second at each notch; None: no limit.
SPEEDS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, None)
SEED = Bounds(((">=", 0.0), ("<=", 2.0**32 - 1)), whole=True)
FIRST_SPEED = 1_000  # slow enough to watch, quick enough to learn


class RunBar(QToolBar):
    """The first row of the window.

    Signals
    -------
    rate_requested(int or None)
        Steps a second; None: as fast as it goes.
    """

    rate_requested = Signal(object)

    def __init__(self, document: Document, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="runBar", movable=False, floatable=False)
        self._document = document
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._speed = QSlider(Qt.Orientation.Horizontal, objectName="speedSlider")
        self._speed.setRange(0, len(SPEEDS) - 1)
        self._speed.setValue(SPEEDS.index(FIRST_SPEED))
        self._speed.setPageStep(1)
        self._speed.valueChanged.connect(self._on_speed_changed)
        self._speed_label = QLabel(objectName="speedLabel")
        self._step_label = QLabel(objectName="stepLabel")
        self._step = 0
        self._seed_caption = QLabel()
        self._seed = NumberField(SEED, step=1)
        self._seed.setObjectName("seedSpinBox")
        complain_beside(self._seed)
        self._seed.edited.connect(self._on_seed_edited)
        self._seed_caption.setBuddy(self._seed)
        arrangement = self.layout()
        assert arrangement is not None  # a tool bar has one from the beginning
        self._arrangement = arrangement
        self._primary = (actions.rewind, actions.run, actions.new_draw)
        # What gives up its text first where the window is narrow.
        self._secondary = (
            actions.back, actions.step, actions.epoch, actions.defaults, actions.pin,
            actions.present,
        )  # fmt: skip
        self.runs = RunChips(document, actions)
        self.runs.resized.connect(self._fit)
        self._fill(actions)
        self.show_experiment(document.experiment)
        self.retranslate()
        self.restyle()

    def _fill(self, actions: Actions) -> None:
        row: list[QAction | QWidget | Literal["|"]] = [
            actions.rewind, actions.back, actions.run, actions.step, actions.epoch, "|",
            self._speed, self._speed_label, "|", self._step_label, "|",
            self._seed_caption, self._seed, actions.new_draw, actions.defaults, "|",
            self.runs, actions.pin, "|", actions.present,
        ]  # fmt: skip
        for part in row:
            if isinstance(part, QAction):
                self.addAction(part)
            elif isinstance(part, QWidget):
                self.addWidget(part)
            else:
                self.addSeparator()

    @property
    def rate(self) -> int | None:
        """The chosen steps a second; None: as fast as it goes."""
        return SPEEDS[self._speed.value()]

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the seed."""
        self._seed.show_value(experiment.seed)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the step."""
        self.runs.show_snapshot(snapshot)
        self._step = snapshot.now
        self._show_step()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setWindowTitle(self.tr("Run bar"))
        self._seed_caption.setText(self.tr("Seed"))
        self._seed.setAccessibleName(self.tr("Seed"))
        self._seed.setToolTip(self.tr("The same seed draws the same weights"))
        self._speed.setAccessibleName(self.tr("Speed"))
        self._speed.setToolTip(self.tr("Speed: from one step a second to as fast as it goes"))
        self._show_step()
        self._show_speed()

    def restyle(self) -> None:
        """Fix the size of the step counter: nothing jumps, nothing is laid out while it counts."""
        self._step_label.setFont(theme.font("title"))
        metrics = self._step_label.fontMetrics()
        widest = metrics.horizontalAdvance(self.tr("step {}").format("88,888,888"))
        self._step_label.setFixedSize(widest + 2 * theme.GRID, metrics.height())
        self._speed.setFixedWidth(theme.pixels(110))
        arrows = theme.pixels(3 * theme.GRID)
        self._seed.setFixedWidth(metrics.horizontalAdvance("888,888") + arrows)
        widest = self.tr("{} steps/s").format("10,000")
        self._speed_label.setMinimumWidth(self._speed_label.fontMetrics().horizontalAdvance(widest))
        for label in (self._speed_label, self._step_label, self._seed_caption):
            label.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language, palette or font."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let buttons give up their texts before any of them is hidden."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        texts = [*self._secondary, *self._primary]
        for shown in (texts, self._primary, ()):
            for compact in (False, True):
                self._show_texts(texts, shown)
                self.runs.set_compact(compact)
                self._arrangement.invalidate()
                if self.sizeHint().width() <= self.width():
                    return

    def _show_texts(self, actions: Sequence[QAction], shown: Sequence[QAction]) -> None:
        """Write the texts of these actions beside their icons, or leave them out."""
        styles = Qt.ToolButtonStyle
        for action in actions:
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                text = (
                    styles.ToolButtonTextBesideIcon
                    if action in shown
                    else styles.ToolButtonIconOnly
                )
                button.setToolButtonStyle(text)

    def _show_step(self) -> None:
        self._step_label.setText(self.tr("step {}").format(whole(self._step)))

    def _show_speed(self) -> None:
        rate = self.rate
        text = self.tr("full speed") if rate is None else self.tr("{} steps/s").format(whole(rate))
        self._speed_label.setText(text)

    def _on_speed_changed(self, notch: int) -> None:
        self._show_speed()
        self.rate_requested.emit(self.rate)

    def _on_seed_edited(self, seed: int) -> None:
        experiment = msgspec.structs.replace(self._document.experiment, seed=seed)
        self._document.edit(experiment, self.tr("Change the seed"))
