"""Which rule for which layers: the combos and the fields."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from core import edits
from core.experiment import Experiment
from core.initializers import INITIALIZERS
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import Normal
from core.initializers.uniform import Uniform
from core.initializers.xavier import XavierNormal
from gui.panels.number_field import NumberField
from tests.gui.test_panels.initializer.desk import InitializerDesk

MINUS = "\N{MINUS SIGN}"


def test_a_scheme_for_all_layers_is_one_edit(desk: InitializerDesk) -> None:
    desk.child(QComboBox, "schemeCombo").setFocus()
    desk.qtbot.keyClick(desk.child(QComboBox, "schemeCombo"), Qt.Key.Key_Home)
    assert desk.weights == [Zeros()] * 3
    assert desk.document.undo_stack.count() == 1
    desk.document.undo_stack.undo()
    assert desk.weights == [HeNormal()] * 3
    assert desk.child(QComboBox, "schemeCombo").currentText() == "He normal"


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_PageUp])
def test_in_the_open_list_a_key_goes_over_the_heading_to_the_first(
    desk: InitializerDesk, key: Qt.Key
) -> None:
    combo = desk.child(QComboBox, "schemeCombo")
    combo.showPopup()
    desk.qtbot.keyClick(combo.view(), key)
    desk.qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    assert desk.weights == [Zeros()] * 3


def test_the_scope_is_the_selection(desk: InitializerDesk) -> None:
    desk.choose("scopeCombo", "Layer 2 (3)")
    assert desk.selection.layers == {2}
    desk.choose("schemeCombo", "Xavier normal")
    assert desk.weights == [HeNormal(), XavierNormal(), HeNormal()]
    desk.selection.set_layers(frozenset({3}))
    assert desk.child(QComboBox, "scopeCombo").currentText() == "Output (1)"
    desk.choose("scopeCombo", "All layers")
    assert desk.selection.layers == frozenset()
    assert desk.child(QComboBox, "schemeCombo").placeholderText() == "mixed"
    assert desk.child(QComboBox, "schemeCombo").currentIndex() == -1


def test_several_layers_selected_in_the_diagram_are_edited_together(desk: InitializerDesk) -> None:
    desk.selection.set_layers(frozenset({1, 2}))
    assert desk.child(QComboBox, "scopeCombo").currentText() == "Layers 1\N{EN DASH}2"
    desk.choose("schemeCombo", "Normal")
    assert desk.weights == [Normal(), Normal(), HeNormal()]


def test_the_scope_follows_added_layers(desk: InitializerDesk) -> None:
    desk.document.edit(edits.add_layer(desk.document.experiment, 1), "add")
    desk.choose("scopeCombo", "Layer 3 (3)")
    assert desk.selection.layers == {3}


def test_biases_take_the_same_names(desk: InitializerDesk) -> None:
    desk.choose("biasSchemeCombo", "Constant")
    desk.enter("biasesValueSpinBox", "0,1")
    biases = [layer.biases for layer in desk.document.experiment.layers]
    assert biases == [Constant(value=0.1)] * 3
    assert desk.weights == [HeNormal()] * 3


def test_a_rule_shows_its_own_fields_and_no_others(desk: InitializerDesk) -> None:
    for rule in (kind() for kind in INITIALIZERS.values()):
        desk.document.edit(edits.set_weights(desk.document.experiment, [1, 2, 3], rule), "rule")
        shown = {
            editor.objectName()
            for editor in desk.panel.findChildren(QWidget)
            if editor.objectName().startswith("weights") and editor.isVisible()
        }
        fields = {field.encode_name: field.name for field in msgspec.structs.fields(rule)}
        suffix = {name: "Combo" if name == "mode" else "SpinBox" for name in fields}
        assert shown == {f"weights{name.capitalize()}{suffix[name]}" for name in fields}, rule


def test_a_parameter_takes_comma_and_point(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Normal")
    desk.enter("weightsStdSpinBox", "0,25")
    assert desk.weights == [Normal(std=0.25)] * 3
    desk.enter("weightsMeanSpinBox", "-1e-3")
    assert desk.weights == [Normal(std=0.25, centre=-0.001)] * 3


def test_what_a_field_refuses_it_explains_beside_itself(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Normal")
    for text in ("abc", " ", "-1", "1e7", "nan", "1_000", "0.1.2"):
        field = desk.enter("weightsStdSpinBox", text)
        message = field.parentWidget().findChild(QLabel, "fieldMessage")
        assert message.isVisible(), text
        assert "at least 0 and at most 1,000,000" in message.text()
        assert field.text() == "0.1"
        assert desk.weights == [Normal()] * 3
        desk.enter("weightsStdSpinBox", "0.2")
        assert not message.isVisible()
        assert desk.weights == [Normal(std=0.2)] * 3
        desk.enter("weightsStdSpinBox", "0.1")


def test_bounds_in_the_wrong_order_are_refused_in_words(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Uniform")
    with desk.qtbot.waitSignal(desk.document.refused) as refused:
        field = desk.enter("weightsLowSpinBox", "2")
    assert refused.args[0].code == "low_above_high"
    message = field.parentWidget().findChild(QLabel, "fieldMessage")
    assert message.text() == "Low must not be above high"
    assert field.text() == f"{MINUS}0.5"
    assert desk.weights == [Uniform()] * 3


def test_layers_that_differ_show_a_mixed_parameter(desk: InitializerDesk) -> None:
    experiment = edits.set_weights(desk.document.experiment, [1, 2, 3], Normal())
    desk.document.edit(edits.set_weights(experiment, [2], Normal(std=2.0, centre=1.0)), "two")
    field = desk.child(NumberField, "weightsStdSpinBox")
    assert field.text() == "mixed"
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.qtbot.keyClick(field, Qt.Key.Key_Up)
    assert desk.weights == [Normal(), Normal(std=2.0, centre=1.0), Normal()]
    desk.enter("weightsStdSpinBox", "0.1")
    assert desk.weights == [Normal(), Normal(centre=1.0), Normal()]


def test_showing_an_experiment_edits_nothing(desk: InitializerDesk) -> None:
    changes: list[Experiment] = []
    desk.document.changed.connect(changes.append)
    other = edits.set_weights(desk.document.experiment, [1, 2, 3], Uniform(low=-2.0, high=1.0))
    desk.panel.show_experiment(other)
    assert desk.child(NumberField, "weightsLowSpinBox").text() == f"{MINUS}2"
    QApplication.sendEvent(desk.panel, QEvent(QEvent.Type.LanguageChange))
    assert not changes
    assert desk.document.undo_stack.count() == 0
