"""The comparison: a column for each run, with one scale, and a table of what differs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.differences import differences
from core.experiment import Experiment
from core.snapshot import Snapshot
from gui import numbers, theme
from gui.compare.column import RunColumn
from gui.labels import caution_text, difference_name, summary_text, value_text
from gui.lazy import SnapshotPanel
from gui.panels.notice import Notice
from gui.panels.scroll_area import ScrollArea
from gui.plots.gradient import magnitude_bar
from gui.plots.ranges import SteppedTop

# The table's rows; what differs stands between.
HEADING, LOSS, TEST_LOSS, FIRST_DIFFERENCE, NETWORK, GRADIENTS = 0, 1, 2, 3, 98, 99
NAMED = (LOSS, TEST_LOSS, NETWORK, GRADIENTS)


class Comparison(SnapshotPanel):
    """A column for each run; rows for losses, what differs, networks and gradients."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="comparePanel")
        self._newest: Snapshot | None = None
        self.summary = QLabel(objectName="compareSummary", wordWrap=True)
        self.caution = Notice("attention")
        self.bar = magnitude_bar()
        self._steps_top = SteppedTop(1)
        self.columns: dict[str, RunColumn] = {}
        self._layout_of: object = None
        self._names = {row: QLabel(wordWrap=True) for row in NAMED}
        self.cells: list[QLabel] = []
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.GRID // 2)
        for row, name in self._names.items():
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
        runs = snapshot.runs
        experiments = tuple(run.experiment for run in runs)
        letters = tuple(run.letter for run in runs)
        if (letters, experiments) != self._layout_of:
            self._layout_of = (letters, experiments)
            self._lay_out(letters, experiments)
        end = self._steps_top.follow(snapshot.now)
        self._name_rows(end)
        for run in runs:
            self.columns[run.letter].show_snapshot(run, run.letter == snapshot.letter, end)

    def _lay_out(self, letters: tuple[str, ...], experiments: tuple[Experiment, ...]) -> None:
        """Give each run its column, in the order of letters, and write the table anew."""
        alone = len(letters) == 1
        self.summary.setText(self._how_to_begin() if alone else summary_text(experiments))
        self.caution.show_text(caution_text(experiments))
        for letter in letters:
            if letter not in self.columns:
                self.columns[letter] = RunColumn(self._table)
        for letter, column in self.columns.items():
            rows = {
                HEADING: column.heading, LOSS: column.loss, TEST_LOSS: column.test_loss,
                NETWORK: column.network, GRADIENTS: column.gradients,
            }  # fmt: skip
            for row, widget in rows.items():
                widget.setVisible(letter in letters)
                if letter in letters:
                    self._grid.addWidget(widget, row, 1 + letters.index(letter))
        self._write(experiments)

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
        self._show_again()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.summary.setFont(theme.font("title"))
        self.bar.restyle()
        for name in self._names.values():
            name.setFont(theme.font("caption"))
        for column in self.columns.values():
            column.restyle()
        for cell in self.cells:
            cell.setFont(theme.font("caption"))
        self._show_again()

    def _how_to_begin(self) -> str:
        return self.tr("Press P to pin this run, change one thing, and train both side by side.")

    def _name_rows(self, end: float) -> None:
        texts = {
            LOSS: self.tr("Train loss"),
            TEST_LOSS: self.tr("Test loss"),
            NETWORK: self.tr("Network"),
            GRADIENTS: self.tr("Gradients to step {end}").format(end=numbers.whole(int(end))),
        }
        for row, text in texts.items():
            if self._names[row].text() != text:
                self._names[row].setText(text)

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
