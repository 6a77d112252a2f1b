"""Advice: what the window does about a finding: show where, explain, offer the remedy."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.experiment import Experiment
from core.findings import Finding, FindingCode
from core.snapshot import Snapshot
from gui import labels
from gui.actions import Actions
from gui.lazy import Lazy, SnapshotPanel
from gui.panels.diagnosis import DiagnosisLine

if TYPE_CHECKING:
    from core.remedies import Remedy
    from gui.main_window import MainWindow

# The dock that shows a finding best.
WHERE: dict[FindingCode, str] = {
    "diverged": "loss",
    "raw_inputs": "data",
    "dead": "distribution",
    "zero_gradient": "gradient",
    "symmetric": "gradient",
    "saturated": "distribution",
    "exploding": "signal",
    "vanishing": "signal",
    "zero_gradient_layer": "gradient",
    "slow": "update",
    "at_chance": "loss",
    "overfitting": "loss",
    "not_started": "signal",
    "healthy": "gradient",
}
WELL = ("not_started", "healthy")


class Advice(QObject):
    """Follows the first finding of the newest snapshot.

    Signals
    -------
    remedy_changed(Remedy or None)
        What `apply` would do.
    """

    remedy_changed = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.panel = Lazy(self.make_panel, "explanationPanel")
        self._window = window
        self._snapshot: Snapshot | None = None
        self._asked: tuple[Experiment, FindingCode, int, object] | None = None
        self.remedy: Remedy | None = None

    def speak_through(self, line: DiagnosisLine, actions: Actions) -> None:
        """Connect the line that says it, and the commands that end what it was told."""
        line.where_requested.connect(self.show_where)
        line.why_requested.connect(self.explain)
        line.try_requested.connect(self.apply)
        self.remedy_changed.connect(line.show_remedy)
        self.remedy_changed.connect(lambda found: actions.try_.setEnabled(found is not None))
        actions.try_.setEnabled(False)
        for action in (actions.run, actions.step, actions.epoch, actions.rewind, actions.back):
            action.triggered.connect(line.clear)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Look for a remedy if there is another finding."""
        self._snapshot = snapshot
        finding = snapshot.findings[0]
        asked = (snapshot.experiment, finding.code, finding.layer, finding.values.get("rising"))
        if asked != self._asked:
            self._asked = asked
            self.remedy = _remedy(snapshot.experiment, finding)
            self.remedy_changed.emit(self.remedy)

    @Slot()
    def apply(self) -> None:
        """Try the remedy: one edit, and the run begins again at step 0."""
        if self.remedy is None or self._asked is None:
            return
        document = self._window.document
        if document.experiment != self._asked[0]:  # edited since: its findings are on their way
            return
        if document.edit(self.remedy.experiment, labels.remedy_text(self.remedy)):
            self._window.session.rewind()

    @Slot()
    def show_where(self) -> None:
        """Light up the layer and the neurons, and raise the plot that shows them."""
        if self._snapshot is None:
            return
        finding = self._snapshot.findings[0]
        layers = frozenset({finding.layer} if finding.layer else ())
        self._window.selection.select(layers, _neurons(finding))
        self._raise(WHERE[finding.code])

    @Slot()
    def explain(self) -> None:
        """Open the explanation."""
        self._raise("explanation")

    def make_panel(self) -> SnapshotPanel:
        """Return the explanation, connected."""
        from gui.panels.explanation import ExplanationPanel

        panel = ExplanationPanel()
        panel.where_requested.connect(self.show_where)
        panel.try_requested.connect(self.apply)
        panel.step_requested.connect(self._window.session.rewind)
        panel.show_remedy(self.remedy)
        self.remedy_changed.connect(panel.show_remedy)
        return panel

    def _raise(self, name: str) -> None:
        dock = self._window.docks.docks[name]
        dock.show()
        dock.raise_()


def _remedy(experiment: Experiment, finding: Finding) -> "Remedy | None":
    """Return the remedy; what knows about them is imported when something is wrong."""
    if finding.code in WELL:
        return None
    from core.remedies import remedy

    return remedy(experiment, finding)


def _neurons(finding: Finding) -> tuple[tuple[int, int], ...]:
    """Return the neurons concerned, as the selection counts them."""
    numbers = finding.values.get("neurons", ())
    assert isinstance(numbers, tuple)
    return tuple((finding.layer, number - 1) for number in numbers)
