"""The diagnosis: one plain sentence with its numbers, and what was refused."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from core.experiment import Experiment
from core.findings import Finding
from core.problem import Problem
from core.snapshot import Snapshot
from gui import labels, theme
from gui.icons import icon
from gui.panel import Panel
from gui.panels.sentence import Sentence
from gui.panels.status import StatusIcon

if TYPE_CHECKING:
    from core.remedies import Remedy

NOTICE_MS = 8000
REFUSAL_MS = 20_000  # it is read; then the diagnosis is worth more
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
    "raw_inputs": "attention",
    "overfitting": "attention",
    "not_started": "quiet",
    "healthy": "good",
}


class DiagnosisLine(Panel):
    """What the numbers say about the network; nothing in it is ever modal.

    A refusal covers the diagnosis until the next edit or command, or for some
    time; a notice covers it for a few seconds.

    Signals
    -------
    where_requested()
        The sentence was clicked, or Return pressed on it: where in the window is that?
    why_requested()
    try_requested()
    """

    where_requested = Signal()
    why_requested = Signal()
    try_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="diagnosisLine")
        self._findings: tuple[Finding, ...] = ()
        self._layers = 0  # of the network they were found in
        self._problem: Problem | None = None
        self._experiment: Experiment | None = None
        self._names: Experiment | None = None  # the experiment whose places the problem names
        self._notice = ""
        self._remedy: Remedy | None = None
        self._icon = StatusIcon()
        self._label = Sentence(object_name="diagnosisLabel")
        self._label.chosen.connect(self._on_chosen)
        self._why = QToolButton(objectName="whyButton")
        self._why.clicked.connect(self.why_requested)
        self._try = QToolButton(objectName="tryButton")
        self._try.clicked.connect(self.try_requested)
        self._close = QToolButton(objectName="closeProblemButton", autoRaise=True)
        self._close.clicked.connect(self.clear)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        layout.setSpacing(theme.GRID)
        for widget in (self._icon, self._label, self._why, self._try, self._close):
            layout.addWidget(widget)
        self.retranslate()
        self.restyle()

    def show_experiment(self, experiment: Experiment) -> None:
        """Take the edit that was accepted as the answer to what was refused."""
        self._experiment = experiment
        self.clear()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the trainer found."""
        layers = len(snapshot.experiment.layers)
        if (snapshot.findings, layers) != (self._findings, self._layers):
            self._findings, self._layers = snapshot.findings, layers
            self._show()

    def show_remedy(self, remedy: "Remedy | None") -> None:
        """Offer a remedy, or none."""
        self._remedy = remedy
        self._show()

    def show_problem(self, problem: Problem) -> None:
        """Show which edit was refused, and what is allowed."""
        self._show_problem(problem, self._experiment)

    def show_file_problem(self, problem: Problem) -> None:
        """Show what is wrong with a file, its places named as it names them."""
        self._show_problem(problem, None)

    def show_notice(self, text: str) -> None:
        """Show a text for a few seconds."""
        self._cover(None, text, NOTICE_MS)

    def clear(self) -> None:
        """Return to the diagnosis."""
        if self._is_covered():
            self._timer.stop()
            self._problem, self._notice = None, ""
            self._show()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._why.setText(self.tr("Why?"))
        self._close.setText(self.tr("Close"))
        self._close.setToolTip(self.tr("Close this message"))
        self._why.setToolTip(self.tr("What this means, and which formula says so (W)"))
        self._show()

    def restyle(self) -> None:
        """Tint the button; keep one height, whatever is shown."""
        self._close.setIcon(icon("x"))
        buttons = (self._why, self._try, self._close)
        self.setFixedHeight(max(button.sizeHint().height() for button in buttons))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what the remedy is where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _cover(self, problem: Problem | None, notice: str, milliseconds: int) -> None:
        self._problem, self._notice = problem, notice
        self._timer.start(milliseconds)
        self._show()

    def _is_covered(self) -> bool:
        return self._problem is not None or bool(self._notice)

    def _show_problem(self, problem: Problem, names: Experiment | None) -> None:
        self._names = names
        self._cover(problem, "", REFUSAL_MS)

    def _show(self) -> None:
        lines = [labels.finding_text(finding, self._layers) for finding in self._findings]
        status = STATUS[self._findings[0].code] if self._findings else "quiet"
        if self._problem is not None:
            status, lines = "broken", [labels.problem_text(self._problem, self._names)]
        elif self._notice:
            status, lines = "quiet", [self._notice]
        self._icon.show_status(status)
        self._label.setText(lines[0] if lines else "")
        self._label.setToolTip("\n".join(lines))
        covered = self._is_covered()
        self._close.setVisible(covered)
        self._why.setVisible(bool(self._findings) and not covered)
        self._try.setVisible(self._remedy is not None and not covered)
        self._fit()

    def _fit(self) -> None:
        """Write the remedy on its button if the sentence keeps its room; else it is in the tip."""
        if self._remedy is None:
            return
        text = labels.remedy_text(self._remedy)
        self._try.setToolTip(self.tr("{remedy}, and begin at step 0 (T)").format(remedy=text))
        self._try.setText(self.tr("Try: {remedy}").format(remedy=text))
        parts = (self._icon, self._why, self._try)
        taken = sum(part.sizeHint().width() + theme.GRID for part in parts)
        if taken + self._label.full_width() + 2 * theme.GRID > self.width():
            self._try.setText(self.tr("Try"))

    def _on_chosen(self) -> None:
        if not self._is_covered():
            self.where_requested.emit()
