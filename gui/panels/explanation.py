"""The explanation: why a finding is one, with its numbers, its formula and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.ending import Ending
from core.findings import Finding
from core.remedies import Remedy
from core.snapshot import Snapshot
from gui import labels, numbers, theme
from gui.icons import icon
from gui.labels.evidence import evidence
from gui.labels.explanations import explanation
from gui.lazy import SnapshotPanel
from gui.panels.ending import EndingTable
from gui.panels.scroll_area import ScrollArea


class ExplanationPanel(SnapshotPanel):
    """Explains the first finding; after a blow-up, also the last steps before it.

    Signals
    -------
    where_requested()
        Show the finding in the diagram and in a plot.
    try_requested()
        Apply the remedy.
    step_requested(int)
        Go to one of the last steps.
    """

    where_requested = Signal()
    try_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="explanationPanel")
        self._findings: tuple[Finding, ...] = ()
        self._layers = 0  # of the network they were found in
        self._remedy: Remedy | None = None
        self._ending: Ending | None = None
        self._title, self._meaning, self._formula, self._look, self._others, self._remedy_text = (
            _text() for _ in range(6)
        )
        self._headings = tuple(QLabel() for _ in range(4))
        self._numbers = QFormLayout()
        self._numbers.setVerticalSpacing(theme.GRID // 2)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._where = QPushButton(objectName="whereButton")
        self._where.clicked.connect(self.where_requested)
        self._try = QPushButton(objectName="tryRemedyButton")
        self._try.clicked.connect(self.try_requested)
        self.ending = EndingTable()
        self.ending.step_requested.connect(self.step_requested)
        self._arrange()
        self.retranslate()
        self.restyle()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Explain what was found at this step."""
        layers = len(snapshot.experiment.layers)
        if (snapshot.findings, layers) != (self._findings, self._layers):
            self._findings, self._layers = snapshot.findings, layers
            self._show()
        if snapshot.ending is not self._ending:
            self._ending = snapshot.ending
            self.ending.show_ending(snapshot.ending)
            self._show_end()
        self.ending.show_step(snapshot.step)

    def show_remedy(self, remedy: Remedy | None) -> None:
        """Offer a remedy, or none."""
        self._remedy = remedy
        for part in (self._try, self._remedy_text):
            part.setVisible(remedy is not None)
        self._remedy_text.setText("" if remedy is None else labels.remedy_text(remedy))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        headings = (self.tr("Numbers"), self.tr("Formula"), self.tr("Where to look"))
        for label, text in zip(self._headings, headings, strict=False):
            label.setText(text)
        self.ending.setToolTip(
            self.tr("What each step computed, largest of each layer; W is what it made of W")
        )
        self.ending.setAccessibleName(self.tr("The last steps"))
        self._show_end()
        self._try.setText(self.tr("Try"))
        self._where.setText(self.tr("Show it"))
        self._where.setToolTip(self.tr("Select the layer and raise the plot that shows it"))
        self._try.setToolTip(self.tr("One edit, to be undone as one; the run begins at step 0"))
        self.show_remedy(self._remedy)
        self._show()

    def restyle(self) -> None:
        """Take fonts, colours and icons of the theme in force."""
        self._title.setFont(theme.font("title"))
        bold = theme.font()
        bold.setBold(True)
        for heading in self._headings:
            heading.setFont(bold)
            heading.setWordWrap(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color("quiet"))
        self._others.setPalette(palette)
        self._others.setFont(theme.font("caption"))
        self._try.setIcon(icon("circle-check"))
        self.ending.restyle()

    def _arrange(self) -> None:
        trying, showing = QHBoxLayout(), QHBoxLayout()
        trying.addWidget(self._try)
        trying.addWidget(self._remedy_text, 1)
        showing.addWidget(self._where)
        showing.addStretch(1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(*4 * [theme.GRID])
        column.setSpacing(theme.GRID)
        figures, formula, look, ending = self._headings
        for part in (
            self._title, self._meaning, self._others, trying, ending, self.ending, figures,
            self._numbers, formula, self._formula, look, self._look, showing,
        ):  # fmt: skip
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollArea(body))

    def _show(self) -> None:
        if not self._findings:
            return
        first = self._findings[0]
        told = explanation(first.code)
        texts = [labels.finding_text(finding, self._layers) for finding in self._findings]
        self._title.setText(texts[0])
        self._meaning.setText(told.meaning)
        self._formula.setText(told.formula)
        self._look.setText(told.look)
        self._others.setText("\n".join(texts[1:]))
        self._others.setVisible(bool(texts[1:]))
        self._show_numbers(evidence(first))

    def _show_end(self) -> None:
        """Say what went first, over the table of the last steps."""
        for part in (self._headings[-1], self.ending):
            part.setVisible(self._ending is not None)
        if self._ending is not None:
            end = self._ending.divergence
            text = self.tr("The last steps; at step {step}, {place} was the first to overflow")
            if end.quantity == "loss":
                text = self.tr(
                    "The last steps; at step {step} the output is still finite, its loss is not:"
                    " the errors are too large to be squared and added up"
                )
            place = labels.place_text(end.quantity, end.layer)
            self._headings[-1].setText(text.format(step=numbers.whole(end.step), place=place))

    def _show_numbers(self, rows: list[tuple[str, str]]) -> None:
        """Write the numbers into rows that are there already, or into new ones."""
        self._headings[0].setVisible(bool(rows))
        while len(self._rows) < len(rows):
            self._rows.append((_text(), _text()))
            self._numbers.addRow(*self._rows[-1])
        for place, labels_ in enumerate(self._rows):
            self._numbers.setRowVisible(place, place < len(rows))
            for label, text in zip(labels_, rows[place] if place < len(rows) else (), strict=False):
                label.setText(text)


def _text() -> QLabel:
    """Return a label of plain text, wrapped, that can be copied from."""
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
