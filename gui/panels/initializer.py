"""The initializer panel: which weights the layers begin with, and what that means."""

from PySide6.QtWidgets import QWidget

from core.changes import Change, change
from core.density import Layers
from core.experiment import Experiment
from core.snapshot import Snapshot
from core.statistics import pool
from gui.document import Document
from gui.panels.column import ColumnPanel
from gui.panels.entry import Entry
from gui.panels.formula_label import FormulaLabel
from gui.panels.layer_weights import describe
from gui.panels.misfit import misfit_text
from gui.panels.notice import Notice
from gui.panels.rule_rows import Rule, RuleChange, RuleRows, rule_edit
from gui.panels.scale_row import ScaleRow
from gui.panels.scope import ScopeCombo
from gui.plots.histogram import WeightHistogram
from gui.selection import Selection


class InitializerPanel(ColumnPanel):
    """Edits the initializers of the layers in its scope and shows what they draw."""

    def __init__(
        self, document: Document, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, "initializerPanel", parent)
        self._experiment = document.experiment
        self._snapshot: Snapshot | None = None
        self._gesture = -1
        self._scope = ScopeCombo(selection)
        self._scope_caption = self.add_row(self._scope)
        self._weights = RuleRows(self, "weights", "schemeCombo")
        self._scale = ScaleRow()
        self._scale_caption = self.add_row(self._scale)
        self._biases = RuleRows(self, "biases", "biasSchemeCombo")
        self._formula = FormulaLabel()
        self._misfit = Notice("attention")
        self._histogram = WeightHistogram()
        self.column.addWidget(self._formula)
        self.column.addWidget(self._misfit)
        self.column.addWidget(self._histogram, 1)
        self._weights.edited.connect(self._on_weights_edited)
        self._biases.edited.connect(self._on_biases_edited)
        self._scale.slider.gesture_started.connect(self._on_gesture_started)
        self._scale.slider.scale_edited.connect(self._on_scale_edited)
        self._formula.pointed.connect(selection.point)
        selection.changed.connect(self._on_selection_changed)
        self.retranslate()
        self.restyle()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show the rules of the layers in scope."""
        self._experiment = experiment
        self._scope.show_experiment(experiment)
        layers = [experiment.layers[place - 1] for place in self._scope.layers()]
        self._weights.show_rules([layer.weights for layer in layers])
        self._biases.show_rules([layer.biases for layer in layers])
        self._misfit.show_text(misfit_text(experiment, self._scope.layers()))
        self._show_layers()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what was drawn at step 0; the same as long as the run is the same."""
        is_new = self._snapshot is None or snapshot.run != self._snapshot.run
        self._snapshot = snapshot
        if is_new:
            self._show_layers()

    def _show_layers(self) -> None:
        """Show rules and draws; while the slider is dragged, both when the next draw is there."""
        kind = self._distance()
        places = self._scope.layers()
        snapshot = self._snapshot if kind in ("none", "live") else None
        layers = describe(self._experiment, places, snapshot)
        self._scale.show_layers(layers)
        if kind == "redraw" and self._scale.slider.isSliderDown():
            return
        self._scale_caption.setText(self._scale.name())
        self._formula.show_layers(layers)
        if snapshot is not None:
            weights = pool([snapshot.initial_weights[place - 1] for place in places])
            laws = [(layer.rule, layer.n_in, layer.n_out) for layer in layers]
            self._histogram.show_weights(weights, Layers(laws))

    def _distance(self) -> Change:
        """Say how far the newest snapshot is from the experiment."""
        if self._snapshot is None:
            return "structural"
        return change(self._snapshot.experiment, self._experiment)

    def _on_selection_changed(self) -> None:
        self.show_experiment(self._experiment)

    def _on_weights_edited(self, new_rule: RuleChange, entry: Entry | None) -> None:
        edit = rule_edit("weights", self._scope.layers(), new_rule)
        self.edit(edit, self.tr("Change the initializer"), entry=entry)

    def _on_biases_edited(self, new_rule: RuleChange, entry: Entry | None) -> None:
        edit = rule_edit("biases", self._scope.layers(), new_rule)
        self.edit(edit, self.tr("Change the biases"), entry=entry)

    def _on_gesture_started(self) -> None:
        self._gesture = self.document.new_gesture()

    def _on_scale_edited(self, value: float) -> None:
        def scaled(rule: Rule) -> Rule:
            if rule.scale is None:
                return rule
            return rule.with_scale(-value if rule.scale_value(1, 1) < 0 else value)

        edit = rule_edit("weights", self._scope.layers(), scaled)
        self.edit(edit, self.tr("Change σ"), self._gesture)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        for caption, editor, text in (
            (self._scope_caption, self._scope, self.tr("&For")),
            (self._weights.caption, self._weights.combo, self.tr("&Weights")),
            (self._biases.caption, self._biases.combo, self.tr("&Biases")),
        ):
            caption.setText(text)
            editor.setAccessibleName(text.replace("&", ""))
        self._weights.retranslate()
        self._biases.retranslate()
        self.show_experiment(self._experiment)

    def restyle(self) -> None:
        """Typeset the formula in the colours and size in force."""
        super().restyle()
        self._formula.typeset()
