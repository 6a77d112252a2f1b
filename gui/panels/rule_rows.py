"""The rows for one rule, of the weights or of the biases: its name and parameters."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from core import edits
from core.experiment import Experiment
from core.initializers import INITIALIZERS, AnyInitializer
from core.problem import Problem
from gui import labels, numbers
from gui.panels.column import ColumnPanel
from gui.panels.scheme_combo import Part, SchemeCombo, part_rule
from gui.panels.struct_form import StructForm

Rule = AnyInitializer
RuleChange = Callable[[Rule], Rule]


class RuleRows(QObject):
    """Rows of a panel's form; they show the rules of several layers at once.

    Signals
    -------
    edited(RuleChange, Entry or None)
        What the user wants, as a function from the rule of a layer to its new rule,
        and where it was typed.
    """

    edited = Signal(object, object)

    def __init__(self, panel: ColumnPanel, part: Part, combo_name: str) -> None:
        super().__init__(panel)
        self._part: Part = part
        self._form = panel.form
        self.combo = SchemeCombo(combo_name, part)
        self.caption: QLabel = panel.add_row(self.combo)
        self._note = panel.add_note(f"{part}Note")
        named = labels.of_biases if part == "biases" else str
        self.parameters = StructForm(panel.form, list(INITIALIZERS.values()), part, named=named)
        self.combo.chosen.connect(self._on_chosen)
        self.parameters.edited.connect(self._on_parameter_edited)

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Show the rules of the layers in scope; mixed where they differ. Never emits."""
        names = {rule.name for rule in rules}
        self.combo.show_value(names.pop() if len(names) == 1 else None)
        drawn = {part_rule(rule, self._part) for rule in rules}
        replaced = drawn.isdisjoint(rules)
        # The parameters of a rule that another one draws for would do nothing.
        self.parameters.show_values([] if replaced else rules)
        note = ""
        if replaced and len(drawn) == 1:
            value = numbers.exact(drawn.pop().mean(1, 1))
            note = self.tr("With this choice all biases are {value}").format(value=value)
        self._note.setText(note)
        self._form.setRowVisible(self._note, bool(note))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.combo.retranslate()
        self.parameters.retranslate()

    def _on_chosen(self, name: str) -> None:
        def chosen(rule: Rule) -> Rule:
            return rule if rule.name == name else INITIALIZERS[name]()

        self.edited.emit(chosen, None)

    def _on_parameter_edited(self, attribute: str, value: Any) -> None:
        def changed(rule: Rule) -> Rule:
            return replace(rule, **{attribute: value})

        self.edited.emit(changed, self.parameters.entries[attribute])


def rule_edit(
    part: Part, places: Sequence[int], new_rule: RuleChange
) -> Callable[[Experiment], Experiment]:
    """Return the edit that gives each of these layers a new rule for the one it has."""
    set_rule = edits.set_weights if part == "weights" else edits.set_biases

    def edit(experiment: Experiment) -> Experiment:
        for place in places:
            try:
                rule = new_rule(getattr(experiment.layers[place - 1], part))
            except ValueError as error:  # of a rule's own check: bounds in the wrong order
                raise Problem(f"layers[{place - 1}].{part}", str(error)) from error
            experiment = set_rule(experiment, [place], rule)
        return experiment

    return edit
