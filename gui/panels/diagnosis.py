"""The diagnosis: one plain sentence with its numbers, and what was refused."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from core.experiment import Experiment
from core.findings import Finding
from core.problem import Problem
from core.snapshot import Snapshot
from gui import labels, theme
from gui.icons import icon
from gui.panel import Panel
from gui.panels.elided_label import ElidedLabel
from gui.panels.status import StatusIcon

NOTICE_MS = 8000
STATUS = {
    "diverged": "broken",
    "dead": "attention",
    "zero_gradient": "attention",
    "symmetric": "attention",
    "saturated": "attention",
    "exploding": "attention",
    "vanishing": "attention",
    "zero_gradient_layer": "attention",
    "slow": "attention",
    "at_chance": "attention",
    "overfitting": "attention",
    "not_started": "quiet",
    "healthy": "good",
}


class DiagnosisLine(Panel):
    """What the numbers say about the network; nothing in it is ever modal.

    A refusal covers the diagnosis until the next edit or until it is closed; a
    notice covers it for a few seconds.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="diagnosisLine")
        self._findings: tuple[Finding, ...] = ()
        self._problem: Problem | None = None
        self._experiment: Experiment | None = None
        self._names: Experiment | None = None  # the experiment whose places the problem names
        self._notice = ""
        self._icon = StatusIcon()
        self._label = ElidedLabel(object_name="diagnosisLabel")
        self._close = QToolButton(objectName="closeProblemButton", autoRaise=True)
        self._close.clicked.connect(self.clear)
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._timer.timeout.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        layout.setSpacing(theme.GRID)
        for widget in (self._icon, self._label, self._close):
            layout.addWidget(widget)
        self.retranslate()
        self.restyle()

    def show_experiment(self, experiment: Experiment) -> None:
        """Take the edit that was accepted as the answer to what was refused."""
        self._experiment = experiment
        self.clear()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the trainer found."""
        if snapshot.findings != self._findings:
            self._findings = snapshot.findings
            self._show()

    def show_problem(self, problem: Problem) -> None:
        """Show which edit was refused, and what is allowed."""
        self._show_problem(problem, self._experiment)

    def show_file_problem(self, problem: Problem) -> None:
        """Show what is wrong with a file, its places named as it names them."""
        self._show_problem(problem, None)

    def show_notice(self, text: str) -> None:
        """Show a text for a few seconds."""
        self._problem, self._notice = None, text
        self._timer.start()
        self._show()

    def clear(self) -> None:
        """Return to the diagnosis."""
        self._problem, self._notice = None, ""
        self._timer.stop()
        self._show()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._close.setText(self.tr("Close"))
        self._close.setToolTip(self.tr("Close this message"))
        self._show()

    def restyle(self) -> None:
        """Tint the button for the theme in force."""
        self._close.setIcon(icon("x"))

    def _show_problem(self, problem: Problem, names: Experiment | None) -> None:
        self._problem, self._names, self._notice = problem, names, ""
        self._timer.stop()
        self._show()

    def _show(self) -> None:
        lines = [labels.finding_text(finding) for finding in self._findings]
        status = STATUS[self._findings[0].code] if self._findings else "quiet"
        if self._problem is not None:
            status, lines = "broken", [labels.problem_text(self._problem, self._names)]
        elif self._notice:
            status, lines = "quiet", [self._notice]
        self._icon.show_status(status)
        self._label.setText(lines[0] if lines else "")
        self._label.setToolTip("\n".join(lines))
        self._close.setVisible(self._problem is not None or bool(self._notice))
