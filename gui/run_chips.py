"""The runs that are compared, as letters in the run bar: A B, each with its line."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from core.changes import change
from core.differences import differences
from core.experiment import Experiment
from core.snapshot import LETTERS, Snapshot
from gui import theme
from gui.actions import Actions
from gui.document import Document
from gui.labels import difference_name, value_text
from gui.panel import Panel
from gui.plots.pens import run_pen

SAMPLE = 20  # px: length of a line's sample


class Chip(QToolButton):
    """The button of one run: its line and its letter."""

    def __init__(self, letter: str, pin: QAction, parent: QWidget) -> None:
        super().__init__(parent, objectName=f"run{letter}Chip")
        self.letter = letter
        self.experiment: Experiment | None = None
        self.setText(letter)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setCheckable(True)
        self.use, self.unpin, self._pin = QAction(self), QAction(self), pin
        self.setMenu(QMenu(self))
        self.restyle()

    def show_run(self, run: Snapshot, pinned: bool) -> None:
        """Show a run: the present one pressed; the menu has what can be done with it."""
        self.experiment = run.experiment
        self.setChecked(not pinned)
        self.menu().clear()
        self.menu().addActions([self.use, self.unpin] if pinned else [self._pin])

    def restyle(self) -> None:
        """Draw the line with the pen of the theme in force."""
        side = theme.pixels(SAMPLE)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(side, side) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(run_pen(LETTERS.index(self.letter)))
        painter.drawLine(0, side // 2, side, side // 2)
        painter.end()
        self.setIcon(QIcon(picture))
        self.setIconSize(QSize(side, side))


class RunChips(Panel):
    """A chip for each run, as soon as one is pinned.

    Signals
    -------
    unpin_requested(str)
        Take the run of this letter away.
    resized()
        There are more chips, or fewer.
    """

    unpin_requested = Signal(str)
    resized = Signal()

    def __init__(self, document: Document, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="runChips")
        self._document, self._actions = document, actions
        self._chips: dict[str, Chip] = {}
        self._newest: Snapshot | None = None
        self._shown: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show which runs there are, and whether the present one can be pinned."""
        shown = snapshot.letter, [(run.letter, run.experiment) for run in snapshot.runs]
        self._newest = snapshot
        if shown != self._shown:
            self._shown = shown
            self.retranslate()
            self.resized.emit()

    def set_compact(self, compact: bool) -> None:
        """Show the letters alone, or each beside its line."""
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextOnly if compact else styles.ToolButtonTextBesideIcon
        for chip in self._chips.values():
            chip.setToolButtonStyle(style)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        if self._newest is not None:
            self._show_runs(self._newest)
            self._actions.forbid(self._actions.pin, self._why_not(self._newest))

    def restyle(self) -> None:
        """Draw the lines with the pens of the theme in force."""
        for chip in self._chips.values():
            chip.restyle()

    def _show_runs(self, snapshot: Snapshot) -> None:
        compared = {run.letter: run for run in snapshot.runs} if snapshot.beside else {}
        for letter in sorted(compared.keys() - self._chips.keys()):
            self._chips[letter] = self._chip(letter)
        for letter, chip in self._chips.items():
            chip.setVisible(letter in compared)
        experiments = tuple(run.experiment for run in compared.values())
        for place, (letter, run) in enumerate(compared.items()):
            pinned = letter != snapshot.letter
            self._chips[letter].show_run(run, pinned)
            self._name(self._chips[letter], pinned, _settings(experiments, place))
        self.updateGeometry()

    def _chip(self, letter: str) -> Chip:
        chip = Chip(letter, self._actions.pin, self)
        chip.use.triggered.connect(lambda: self._use(chip))
        chip.unpin.triggered.connect(lambda: self.unpin_requested.emit(letter))
        before = sum(other < letter for other in self._chips)
        self._row.insertWidget(before, chip)
        return chip

    def _name(self, chip: Chip, pinned: bool, settings: list[str]) -> None:
        letter = chip.letter
        kind = self.tr("Run {letter}, pinned") if pinned else self.tr("Run {letter}, the present")
        name = kind.format(letter=letter)
        chip.setAccessibleName(name)
        chip.setToolTip("\n".join([name, *settings]))
        chip.use.setText(self.tr("&Use the settings of {letter}").format(letter=letter))
        chip.unpin.setText(self.tr("&Take {letter} away").format(letter=letter))

    def _use(self, chip: Chip) -> None:
        if chip.experiment is not None:
            text = self.tr("Settings of {letter}").format(letter=chip.letter)
            self._document.edit(chip.experiment, text)

    def _why_not(self, snapshot: Snapshot) -> str:
        """Return why the present run can't be pinned; nothing if it can."""
        if len(snapshot.runs) == len(LETTERS):
            return self.tr("Six runs are compared at most: take one away first")
        for run in snapshot.beside:
            if change(run.experiment, snapshot.experiment) == "none":
                text = self.tr("Run {letter} has the same settings: change one of them first")
                return text.format(letter=run.letter)
        return ""


def _settings(experiments: tuple[Experiment, ...], place: int) -> list[str]:
    """Return what an experiment has where those compared differ, line by line."""
    rows = differences(experiments)
    return [f"{difference_name(row)}: {value_text(row, place)}" for row in rows]
