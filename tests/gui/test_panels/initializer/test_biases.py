"""The biases of a rule that is about a matrix, and the groups in which rules are offered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from core import edits
from core.experiment import default_experiment
from core.initializers import INITIALIZERS
from core.initializers.constant import Constant
from core.initializers.identity import Identity
from core.trainer import Trainer
from gui.panels.scheme_combo import FORMULA, GROUPS, SchemeCombo
from tests.gui.test_panels.initializer.desk import InitializerDesk


def formulas(combo: SchemeCombo) -> dict[str, str]:
    return {combo.itemData(i): combo.itemData(i, FORMULA) for i in range(combo.count())}


def test_the_list_says_what_a_rule_makes_of_biases(desk: InitializerDesk) -> None:
    weights = formulas(desk.child(SchemeCombo, "schemeCombo"))
    biases = formulas(desk.child(SchemeCombo, "biasSchemeCombo"))
    assert (weights["constant"], biases["constant"]) == ("W = <i>value</i>", "b = <i>value</i>")
    assert (weights["zeros"], biases["zeros"]) == ("W = 0", "b = 0")
    for name in ("orthogonal", "identity", "sparse", "lsuv", "keras_dense"):
        assert weights[name].startswith("σ = ")
        assert biases[name] == "b = 0"
    assert biases["playground"] == "b = 0.1"
    assert biases["pytorch_linear"] == weights["pytorch_linear"]


def test_only_parameters_that_do_something_are_offered(desk: InitializerDesk) -> None:
    for rule in (kind() for kind in INITIALIZERS.values()):
        experiment = edits.set_biases(default_experiment(), [1, 2, 3], rule)
        desk.document.edit(experiment, "biases")
        fields = [
            widget.objectName()
            for widget in desk.panel.findChildren(QWidget)
            if widget.objectName().startswith("biases") and widget.isVisible()
        ]
        note = desk.child(QLabel, "biasesNote")
        if rule.for_biases == rule:
            assert len(fields) == len(rule.__struct_fields__), rule
            assert not note.isVisible()
        else:
            value = Trainer(experiment).network.biases[0][0, 0]
            assert fields == ["biasesNote"], rule
            assert note.text() == f"With this choice all biases are {value:g}"


def test_biases_that_differ_get_no_note(desk: InitializerDesk) -> None:
    experiment = edits.set_biases(default_experiment(), [1], Identity())
    desk.document.edit(edits.set_biases(experiment, [2], Constant(value=0.1)), "two")
    assert not desk.child(QLabel, "biasesNote").isVisible()
    assert desk.child(SchemeCombo, "biasSchemeCombo").placeholderText() == "mixed"


def test_every_rule_is_offered_once_under_a_heading(desk: InitializerDesk) -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(INITIALIZERS)
    combo = desk.child(SchemeCombo, "schemeCombo")
    headings = [i for i in range(combo.count()) if combo.itemData(i) in GROUPS]
    assert [combo.itemText(i) for i in headings][:2] == ["All equal", "Spread chosen by hand"]
    flags = [combo.model().flags(combo.model().index(i, 0)) for i in headings]
    assert not any(flag & Qt.ItemFlag.ItemIsEnabled for flag in flags)


def test_the_arrow_keys_step_over_headings(desk: InitializerDesk) -> None:
    combo = desk.child(SchemeCombo, "schemeCombo")
    desk.choose("schemeCombo", "Constant")
    desk.qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "Normal"
    desk.qtbot.keyClick(combo, Qt.Key.Key_Home)
    assert combo.currentText() == "Zeros"


def test_the_fields_of_the_biases_say_whose_they_are(desk: InitializerDesk) -> None:
    rule = Constant(value=0.5)
    experiment = edits.set_weights(default_experiment(), [1, 2, 3], rule)
    desk.document.edit(edits.set_biases(experiment, [1, 2, 3], rule), "constant")
    names = [desk.child(QWidget, f"{part}ValueSpinBox") for part in ("weights", "biases")]
    assert [field.accessibleName() for field in names] == ["Value", "Value of b"]
    labels = [desk.panel.form.labelForField(field.parentWidget()) for field in names]
    assert [label.text() for label in labels if isinstance(label, QLabel)] == [
        "Value",
        "Value of b",
    ]
    caption = desk.panel.form.labelForField(desk.slider.parentWidget())
    assert isinstance(caption, QLabel)
    assert (caption.text(), desk.slider.accessibleName()) == ("|Value|", "Value, its size")
