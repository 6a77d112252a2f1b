"""The comparison: a column for each run, with one scale, and a table of what differs."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.differences import differences
from core.experiment import Experiment
from core.snapshot import Snapshot
from gui import numbers, theme
from gui.compare.column import RunColumn
from gui.diagram.target import EMPTY, Target
from gui.diagram.words import symbol
from gui.labels import (
    caution_text,
    difference_name,
    short_neuron_name,
    summary_text,
    value_text,
)
from gui.lazy import SnapshotPanel
from gui.panels.notice import Notice
from gui.panels.scroll_area import ScrollArea
from gui.plots.by_step import Ends
from gui.plots.gradient import magnitude_bar
from gui.plots.gradient_strip import Cell
from gui.plots.ranges import SteppedTop
from gui.plots.run_lines import common_step

# The table's rows; what differs stands between.
HEADING, LOSS, TEST_LOSS, NUMBER, FIRST_DIFFERENCE, NETWORK, GRADIENTS = 0, 1, 2, 3, 4, 98, 99
NAMES = 54  # px: width of their names, four Chinese characters at least
NAMED = (LOSS, TEST_LOSS, NUMBER, NETWORK, GRADIENTS)


class Comparison(SnapshotPanel):
    """A column for each run; rows for numbers, what differs, networks and gradients.

    All numbers are those of one step: where the cursor is that is shared with the plots,
    else the newest. Pointing at a neuron or a weight reads it in every run.

    Signals
    -------
    step_pointed(float or None)
        The pointer is at a step in a map, or at none any more.
    step_requested(int)
        Ctrl+click, or Ctrl+Return at the pointer: go there.
    """

    step_pointed = Signal(object)
    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="comparePanel")
        self._newest: Snapshot | None = None
        self._ends = Ends()
        self._step: float | None = None  # pointed at, here or in a plot
        self._target = EMPTY  # pointed at here
        self.summary = QLabel(objectName="compareSummary", wordWrap=True)
        self.caution = Notice("attention")
        self.bar = magnitude_bar()
        self._steps_top = SteppedTop(1)
        self.columns: dict[str, RunColumn] = {}
        self._layout_of: object = None
        self.names = {row: QLabel(wordWrap=True) for row in NAMED}
        self.cells: list[QLabel] = []
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GRID // 2)
        for row, name in self.names.items():
            self._grid.addWidget(name, row, 0)
        self._grid.setRowStretch(NETWORK, 3)
        self._grid.setRowStretch(GRADIENTS, 2)
        area = ScrollArea(self._table)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for ground in (self._table, area.viewport()):
            ground.setAutoFillBackground(False)
        body = QHBoxLayout()
        body.addWidget(area, 1)
        body.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GRID] * 4)
        column.addWidget(self.summary)
        column.addWidget(self.caution)
        column.addLayout(body, 1)
        self.retranslate()
        self.restyle()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show runs at a step."""
        self._newest = snapshot
        self._ends.take(snapshot)
        runs = snapshot.runs
        experiments = tuple(run.experiment for run in runs)
        letters = tuple(run.letter for run in runs)
        if (letters, experiments) != self._layout_of:
            self._layout_of = (letters, experiments)
            self._lay_out(letters, experiments)
        end = self._steps_top.follow(snapshot.reached)
        self._name_rows(end)
        for run, whole in zip(runs, self._ends.runs(snapshot), strict=True):
            column = self.columns[run.letter]
            column.show_snapshot(run, run.letter == snapshot.letter)
            column.gradients.show_snapshot(whole, end, snapshot.now)
        self._describe()

    def show_step(self, step: float | None) -> None:
        """Read at the step where a plot has the cursor. Never emits."""
        self._step = step
        if self.is_seen():
            self._describe()

    def _describe(self) -> None:
        """Give the numbers of all runs at one step, and mark it in the maps."""
        snapshot, pointed, target = self._newest, self._step, self._target
        if snapshot is None:
            return
        runs = snapshot.runs if pointed is None else self._ends.runs(snapshot)
        step = common_step(runs, pointed)
        self._set_name(NUMBER, self._name_of_number(step, len(runs[0].gradient_norms)))
        row = target if target.part == "neuron" else EMPTY
        for run in runs:
            column = self.columns[run.letter]
            column.read(run, step, target)
            column.gradients.show_cursor(None if pointed is None else step, row.layer, row.index)

    def _name_of_number(self, step: float, layers: int) -> str:
        """Return what is read of all runs: of what is pointed at, else the largest gradient."""
        target = self._target
        if target.part == "empty" and self._step is None:
            return self.tr("Largest gradient")
        what = self.tr("Largest gradient")
        if target.part == "edge":
            what = symbol(target)
        elif target.part == "neuron":
            what = short_neuron_name(target.layer, target.index, layers)
        text = self.tr("{what}, step {step}")
        return text.format(what=what, step=numbers.whole(int(step)))

    def _on_cell_pointed(self, cell: Cell | None) -> None:
        self._target = EMPTY if cell is None else Target("neuron", cell.layer, cell.index)
        self._step = None if cell is None else cell.step
        self._describe()
        self.step_pointed.emit(self._step)

    def _on_part_pointed(self, target: Target) -> None:
        self._target = EMPTY if target.part == "neuron" and target.layer == 0 else target
        self._describe()

    def _on_sought(self) -> None:
        if self._newest is not None and self._step is not None:
            self.step_requested.emit(max(0, min(round(self._step), self._newest.reached)))

    def _lay_out(self, letters: tuple[str, ...], experiments: tuple[Experiment, ...]) -> None:
        """Give each run its column, in the order of letters, and write the table anew."""
        alone = len(letters) == 1
        self.summary.setText(self._how_to_begin() if alone else summary_text(experiments))
        self.caution.show_text(caution_text(experiments))
        for letter in letters:
            if letter not in self.columns:
                self.columns[letter] = self._column()
        for letter, column in self.columns.items():
            rows = {
                HEADING: column.heading, LOSS: column.loss, TEST_LOSS: column.test_loss,
                NUMBER: column.number, NETWORK: column.network, GRADIENTS: column.gradients,
            }  # fmt: skip
            for row, widget in rows.items():
                widget.setVisible(letter in letters)
                if letter in letters:
                    self._grid.addWidget(widget, row, 1 + letters.index(letter))
        self._write(experiments)

    def _column(self) -> RunColumn:
        column = RunColumn(self._table)
        column.network.pointed.connect(self._on_part_pointed)
        column.gradients.pointed.connect(self._on_cell_pointed)
        column.gradients.sought.connect(self._on_sought)
        column.gradients.setToolTip(self._go_tip())
        return column

    def _write(self, experiments: tuple[Experiment, ...]) -> None:
        """Write a row for each difference."""
        for cell in self.cells:
            self._grid.removeWidget(cell)
            cell.deleteLater()
        self.cells = []
        for row, difference in enumerate(differences(experiments), start=FIRST_DIFFERENCE):
            texts = [value_text(difference, place) for place in range(len(experiments))]
            for place, text in enumerate([difference_name(difference), *texts]):
                cell = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
                cell.setFont(theme.font("caption"))
                self._grid.addWidget(cell, row, place)
                self.cells.append(cell)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.bar.set_label(self.tr("|dJ/dW|, log10"))
        for column in self.columns.values():
            column.gradients.setToolTip(self._go_tip())
        self._show_again()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.summary.setFont(theme.font("title"))
        self._grid.setColumnMinimumWidth(0, theme.pixels(NAMES))
        self.bar.restyle()
        for name in self.names.values():
            name.setFont(theme.font("caption"))
        for column in self.columns.values():
            column.restyle()
        for cell in self.cells:
            cell.setFont(theme.font("caption"))
        self._show_again()

    def _go_tip(self) -> str:
        return self.tr("Ctrl+click goes to a step: every panel shows it")

    def _how_to_begin(self) -> str:
        return self.tr("Press P to pin this run, change one thing, and train both side by side.")

    def _name_rows(self, end: float) -> None:
        texts = {
            LOSS: self.tr("Train loss"),
            TEST_LOSS: self.tr("Test loss"),
            NETWORK: self.tr("Network"),
            GRADIENTS: self.tr("Gradients 0–{end}").format(end=numbers.whole(int(end))),
        }
        for row, text in texts.items():
            self._set_name(row, text)

    def _set_name(self, row: int, text: str) -> None:
        if self.names[row].text() != text:
            self.names[row].setText(text)

    def _show_again(self) -> None:
        """Show the newest runs in another language or theme."""
        self._layout_of = None
        if self._newest is not None:
            self.show_snapshot(self._newest)

    def sizeHint(self) -> QSize:
        """Return the size in which two runs can be read."""
        return QSize(theme.pixels(520), theme.pixels(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground, as plots do."""
        QPainter(self).fillRect(event.rect(), theme.color("plot"))
