"""The dialog of an import: it stands beside the lesson and blocks nothing.

The file is read in a thread; each choice has it looked through again. Nothing
is taken before the whole of it is in order.
"""

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.datasets import Csv
from core.datasets.survey import MOST_PROBLEMS, Survey, suggested, survey
from core.datasets.table import Header
from core.problem import Problem
from gui import labels, numbers, theme
from gui.csv_import.choices import Choices
from gui.csv_import.problems import ProblemTable
from gui.csv_import.rows import RowsTable
from gui.panels.elided_label import ElidedLabel
from gui.panels.notice import Notice
from gui.reader import Reader

Role = QDialogButtonBox.ButtonRole
Found = tuple[Csv, Survey]
SIZE = 880, 560  # px


class CsvDialog(QDialog):
    """Shows a file and what can be chosen of it.

    Signals
    -------
    imported(Csv)
        The choice; its file has been read.
    browse_requested()
    """

    imported = Signal(object)
    browse_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, objectName="csvImportDialog")
        self._rule: Csv | None = None  # the newest choice
        self._survey: Survey | None = None  # of this choice; None while it is looked through
        self._problems: tuple[Problem, ...] = ()
        self._reader = Reader(self)
        self._reader.done.connect(self._on_surveyed)
        self._reader.refused.connect(self._on_refused)
        self._file = ElidedLabel(object_name="importFileLabel")
        self._browse = QPushButton(objectName="importBrowseButton", autoDefault=False)
        self._summary = QLabel(objectName="importSummaryLabel", wordWrap=True)
        self._choices, self._rows = Choices(), RowsTable()
        self._hint, self._verdict = Notice("attention"), Notice("broken")
        self._table = ProblemTable()
        self._buttons = QDialogButtonBox()
        self._import = self._buttons.addButton("", Role.AcceptRole)
        self._import.setObjectName("importButton")
        self._import.setDefault(True)
        self._cancel = self._buttons.addButton("", Role.RejectRole)
        self._arrange()
        self.resize(QSize(*map(theme.pixels, SIZE)).boundedTo(window.size()))
        self._browse.clicked.connect(self.browse_requested)
        self._choices.chosen.connect(self._look_through)
        self._choices.header_chosen.connect(self._on_header_chosen)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self.retranslate()

    def _arrange(self) -> None:
        top, middle, right = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        top.addWidget(self._file, 1)
        top.addWidget(self._browse)
        for part, stretch in ((self._summary, 0), (self._rows, 3), (self._hint, 0)):
            right.addWidget(part, stretch)
        right.addWidget(self._verdict)
        right.addWidget(self._table, 2)
        middle.addWidget(self._choices, 2)
        middle.addLayout(right, 3)
        middle.setSpacing(2 * theme.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * [2 * theme.GRID])
        column.setSpacing(2 * theme.GRID)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self._buttons)

    def open_file(self, path: str) -> None:
        """Look at another file, with the choices that seem meant."""
        self._begin(path, "auto")

    def open_rule(self, rule: Csv) -> None:
        """Look at a file again, with the choices made before."""
        self._look_through(rule)
        self._present()

    def _begin(self, path: str, header: Header) -> None:
        self._rule = Csv(path=path, header=header)
        self._show(None)
        self._reader.start(lambda: _suggest(path, header))
        self._present()

    def _present(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(object)
    def _look_through(self, rule: Csv) -> None:
        self._rule = rule
        self._wait()
        self._reader.start(lambda: (rule, survey(rule)))

    @Slot(object)
    def _on_surveyed(self, found: Found) -> None:
        rule, seen = found
        self._rule = rule
        self._choices.show_rule(rule, seen)
        self._show(seen)

    @Slot(object)
    def _on_refused(self, problem: Problem) -> None:
        self._show(None, problem)

    @Slot(str)
    def _on_header_chosen(self, header: Header) -> None:
        if self._rule is not None:
            self._begin(self._rule.path, header)

    @Slot()
    def _on_accepted(self) -> None:
        if self._import.isEnabled():
            self.accept()
            self.imported.emit(self._rule)

    def _look_for_mending(self) -> None:
        if self._problems and self._rule is not None and not self._reader.busy:
            self._look_through(self._rule)

    def _wait(self) -> None:
        """Let what is shown stand until the answer comes, but take nothing before it."""
        self._survey = None
        self._import.setEnabled(False)

    def _show(self, seen: Survey | None, problem: Problem | None = None) -> None:
        self._survey = seen
        self._problems = seen.problems if seen else (problem,) if problem else ()
        self._rows.show_survey(self._rule, seen)
        self._table.show_problems(self._problems)
        self._table.setVisible(bool(self._problems))
        self._choices.setEnabled(seen is not None)
        self._import.setEnabled(seen is not None and not self._problems)
        self._say()

    def _say(self) -> None:
        """Put what is shown into words."""
        rule, seen = self._rule, self._survey
        self._file.setText(rule.path if rule else "")
        self._file.setToolTip(rule.path if rule else "")
        self._summary.setText(self._summary_text(seen))
        self._verdict.show_text(self._verdict_text())
        raw = seen.raw if seen and rule and not rule.standardize else None
        self._hint.show_text(labels.raw_text(raw) if raw else "")

    def _summary_text(self, seen: Survey | None) -> str:
        if seen is None:
            return "" if self._problems else self.tr("Reading the file…")
        text = self.tr("{rows} rows, {columns} columns, {delimiter} between them")
        return text.format(
            rows=numbers.whole(seen.rows),
            columns=numbers.whole(len(seen.names)),
            delimiter=self._delimiters()[seen.delimiter],
        )

    def _verdict_text(self) -> str:
        count = len(self._problems)
        if count == 0:
            return ""
        if count == MOST_PROBLEMS:
            text = self.tr(
                "More than {count} problems: mend them in the file, or leave columns out"
            )
        else:
            text = self.tr("Problems: {count}. Mend them in the file, or leave columns out.")
        return text.format(count=numbers.whole(count))

    def _delimiters(self) -> dict[str, str]:
        return {",": self.tr("commas"), ";": self.tr("semicolons"), "\t": self.tr("tabs")}

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setWindowTitle(self.tr("Import a CSV file"))
        self._browse.setText(self.tr("&Browse…"))
        self._import.setText(self.tr("&Import"))
        self._cancel.setText(self.tr("Cancel"))
        self._rows.setAccessibleName(self.tr("The first rows of the file"))
        self._table.setAccessibleName(self.tr("Problems of the file"))
        self._table.setHorizontalHeaderLabels(
            [self.tr("Row"), self.tr("Column"), self.tr("Found"), self.tr("Allowed")]
        )
        self._table.show_problems(self._problems)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Answer a change of language; whoever comes back may have mended the file."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look_for_mending()
        super().changeEvent(event)


def _suggest(path: str, header: Header) -> Found:
    rule = suggested(path, header)
    return rule, survey(rule)
