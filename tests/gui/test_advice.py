"""The advice on a finding: shown where, explained, tried and taken back, in the real window."""

import re
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from core import edits, findings
from core.datasets.houses import Houses
from core.ending import STEPS
from core.experiment import Experiment, default_experiment
from core.findings import Finding, FindingCode
from core.initializers import AnyInitializer
from core.initializers.constant import Constant, Zeros
from core.problem import Problem
from core.remedies import Act, Remedy
from core.snapshot import Snapshot
from gui import advice, labels, numbers, theme
from gui.labels.evidence import NAMES, THRESHOLDS, evidence
from gui.labels.explanations import EXPLANATIONS, explanation
from gui.main_window import MainWindow
from gui.panels.explanation import ExplanationPanel
from tests.core.runs import BLOWS_UP, LOSS_FIRST
from tests.core.test_findings_situations import HE, VALUES, network
from tests.gui.windows import open_window


def of(weights: AnyInitializer) -> Experiment:
    return edits.set_weights(default_experiment(), [1, 2, 3], weights)


def part(window: MainWindow, kind: type, name: str) -> QWidget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def explained(qtbot: QtBot, window: MainWindow) -> QWidget:
    """Return the panel, once it has been made."""
    qtbot.waitUntil(lambda: window.findChild(ExplanationPanel) is not None)
    panel = part(window, ExplanationPanel, "explanationPanel")
    qtbot.waitUntil(panel.isVisible)
    return panel


def snapshot(window: MainWindow) -> Snapshot:
    assert window.session.snapshot is not None
    return window.session.snapshot


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def texts(panel: QWidget) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_click_on_the_sentence_selects_the_neurons_and_raises_the_plot(qtbot: QtBot) -> None:
    window = open_window(qtbot, of(Constant(value=0.5)))
    click(qtbot, part(window, QLabel, "diagnosisLabel"))
    assert window.selection.layers == {1}
    assert window.selection.neurons == ((1, 0), (1, 1), (1, 2), (1, 3))
    assert "gradient" in window.docks.seen


def test_return_on_the_sentence_does_the_same_behind_a_closed_tab(qtbot: QtBot) -> None:
    dead = edits.set_biases(default_experiment(), [1, 2], Constant(value=-5.0))
    window = open_window(qtbot, dead)
    assert "distribution" not in window.docks.seen
    label = part(window, QLabel, "diagnosisLabel")
    label.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(label, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "distribution" in window.docks.seen)
    assert window.selection.layers == {1}


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_what_has_no_room_is_read_whole_after_a_click(qtbot: QtBot) -> None:
    window = open_window(qtbot, of(Constant(value=0.5)))
    window.resize(700, 600)
    label = part(window, QLabel, "diagnosisLabel")
    qtbot.waitUntil(lambda: label.shown_text() != label.text())
    click(qtbot, label)
    assert QToolTip.text() == label.toolTip()


@pytest.mark.parametrize("by", ["button", "key"])
def test_why_opens_the_explanation_with_its_numbers(qtbot: QtBot, by: str) -> None:
    window = open_window(qtbot, of(Zeros()))
    assert window.findChild(ExplanationPanel) is None  # it is made when it is wanted
    if by == "key":
        qtbot.keyClick(window, Qt.Key.Key_W)
    else:
        click(qtbot, part(window, QAbstractButton, "whyButton"))
    panel = explained(qtbot, window)
    qtbot.waitUntil(lambda: explanation("zero_gradient").meaning in texts(panel))
    assert "Set all layers to He normal" in texts(panel)
    window.document.edit(of(Constant(value=0.5)), "Set")
    qtbot.waitUntil(lambda: explanation("symmetric").formula in texts(panel))
    assert re.findall(r"^\d$", texts(panel), re.MULTILINE) == ["4", "1"]


@pytest.mark.parametrize("by", ["button", "key", "panel"])
def test_the_remedy_is_one_edit_that_is_taken_back_as_one(qtbot: QtBot, by: str) -> None:
    window = open_window(qtbot, of(Zeros()))
    window.session.advance(3)
    qtbot.waitUntil(lambda: snapshot(window).step == 3)
    if by == "key":
        qtbot.keyClick(window, Qt.Key.Key_T)
    elif by == "button":
        button = part(window, QAbstractButton, "tryButton")
        assert "Set all layers to He normal" in button.toolTip()
        click(qtbot, button)
    else:
        window.actions_.why.trigger()
        explained(qtbot, window)
        click(qtbot, part(window, QAbstractButton, "tryRemedyButton"))
    assert window.document.experiment == default_experiment()
    assert window.document.undo_stack.undoText() == "Set all layers to He normal"
    qtbot.waitUntil(lambda: snapshot(window).findings[0].code == "not_started")
    assert not part(window, QAbstractButton, "tryButton").isVisible()
    assert not window.actions_.try_.isEnabled()
    window.document.undo_stack.undo()
    assert window.document.experiment == of(Zeros())


def test_a_live_remedy_begins_again_at_step_0(qtbot: QtBot) -> None:
    window = open_window(qtbot, BLOWS_UP)
    window.session.advance(1000)
    qtbot.waitUntil(lambda: snapshot(window).divergence is not None)
    qtbot.keyClick(window, Qt.Key.Key_T)
    assert window.document.experiment.optimizer.learning_rate == 0.1
    qtbot.waitUntil(lambda: snapshot(window).step == 0)
    window.session.advance(100)
    qtbot.waitUntil(lambda: snapshot(window).step == 100)
    assert snapshot(window).divergence is None


def test_after_a_blow_up_the_last_steps_stand_in_a_table_and_can_be_gone_through(
    qtbot: QtBot,
) -> None:
    window = open_window(qtbot, BLOWS_UP)
    window.session.advance(1000)
    qtbot.waitUntil(lambda: snapshot(window).divergence is not None)
    ending = snapshot(window).ending
    assert ending is not None
    end = ending.divergence
    qtbot.keyClick(window, Qt.Key.Key_W)
    panel = explained(qtbot, window)
    table = part(window, QTableView, "endingTable")
    qtbot.waitUntil(table.isVisible)
    assert f"at step {end.step}, {end.quantity}{end.layer} was the first" in texts(panel)
    model = table.model()
    assert model.rowCount() == min(STEPS, end.step) + 1
    assert model.columnCount() == 1 + 3 * len(BLOWS_UP.layers)
    assert table.currentIndex().row() == model.rowCount() - 1
    table.setFocus()
    for back in (1, 2):
        qtbot.keyClick(table, Qt.Key.Key_Up)
        qtbot.waitUntil(lambda back=back: snapshot(window).step == end.step - back)
    assert snapshot(window).ending is not None  # and the table is still there
    assert f"at step {end.step}, " in texts(panel)
    row = table.model().rowCount() - 2
    place = table.visualRect(model.index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: snapshot(window).step == end.step - 1)
    assert model.index(row, 0).data() == numbers.figure(ending.steps[row].loss)
    assert model.index(row + 1, 3 * end.layer).data() in ("\N{INFINITY}", "NaN")


def test_a_loss_that_overflows_first_is_told_with_the_layer_it_is_of(qtbot: QtBot) -> None:
    window = open_window(qtbot, LOSS_FIRST)
    window.session.advance(1000)
    qtbot.waitUntil(lambda: snapshot(window).divergence is not None)
    end = snapshot(window).step
    assert part(window, QLabel, "diagnosisLabel").text() == (
        f"Diverged at step {end}: the output's loss was the first to overflow. Rewind to go back."
    )
    qtbot.keyClick(window, Qt.Key.Key_W)
    panel = explained(qtbot, window)
    assert (
        f"The last steps; at step {end} the output is still finite, its loss is not:"
        " the errors are too large to be squared and added up"
    ) in texts(panel)
    table = part(window, QTableView, "endingTable")
    qtbot.waitUntil(table.isVisible)
    model, last = table.model(), table.model().rowCount() - 1
    broken = theme.color("broken")
    inks = [
        model.index(last, column).data(Qt.ItemDataRole.ForegroundRole)
        for column in range(model.columnCount())
    ]
    assert inks == [broken, None, None, None]
    assert model.index(last, 0).data() == "\N{INFINITY}"
    assert table.viewport().rect().contains(table.visualRect(model.index(last, 0)))


REFUSED = Problem("layers[0].units", "out_of_range", found=0, sign=">=", bound=1)


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_R, Qt.Key.Key_E, Qt.Key.Key_Space])
def test_a_command_ends_a_refusal(qtbot: QtBot, key: Qt.Key) -> None:
    window = open_window(qtbot, default_experiment())
    height = window.statusBar().height()
    window.document.refused.emit(REFUSED)
    label = part(window, QLabel, "diagnosisLabel")
    assert label.text() == "Layer 1, units: must be at least 1; found 0"
    assert window.statusBar().height() == height
    assert not part(window, QAbstractButton, "whyButton").isVisible()
    qtbot.keyClick(window, key)
    assert label.text() == labels.finding_text(snapshot(window).findings[0], 3)
    window.session.set_running(False)
    qtbot.waitUntil(lambda: not window.session.running)


@pytest.mark.parametrize("code", get_args(FindingCode))
def test_every_finding_has_an_explanation_and_a_place(code: FindingCode) -> None:
    told = explanation(code)
    assert all((told.meaning, told.formula, told.look))
    assert set(EXPLANATIONS) == set(advice.WHERE) == set(get_args(FindingCode))


def test_every_number_of_a_finding_has_its_name() -> None:
    table = findings.Finding.__doc__ or ""
    published = {"gradient", "ratio", "share", "layers", "units", "effective", "dead", "best"}
    published |= {"feature", "low", "high", "size"}
    published |= {"loss", "chance", "steps", "train_loss", "test_loss", "step", "quantity"}
    assert all(name in table for name in published)
    assert set(NAMES) == published
    values = {"gradient": 1.2e-5, "layers": 3, "threshold": 0.25**5, "source": "S1: 0.25^5"}
    assert evidence(Finding("vanishing", 1, values)) == [
        ("layers concerned", "3"),
        ("a sample's gradient for a weight (RMS)", "1.2e\N{MINUS SIGN}5"),
        ("found below", "9.8e\N{MINUS SIGN}4"),
        ("source of the threshold (S0 to S4: the course texts)", "S1: 0.25⁵"),
    ]
    assert evidence(Finding("diverged", 2, {"step": 31, "quantity": "W"})) == [
        ("step", "31"),
        ("went first", "W2"),
    ]
    assert set(THRESHOLDS) == {
        "raw_inputs", "dead", "saturated", "exploding", "vanishing", "slow", "at_chance",
        "overfitting",
    }  # fmt: skip


def test_the_evidence_is_in_the_language_of_the_window(qtbot: QtBot) -> None:
    window = open_window(qtbot)
    found = Finding("diverged", 3, {"step": 6, "quantity": "loss"})
    assert evidence(found)[1] == ("went first", "loss")
    window.appearance.set_language("zh_CN")
    assert not any(word.isascii() for word in evidence(found)[1])
    window.appearance.set_language("en")


def test_remedies_in_words() -> None:
    acts = (
        (Act("weights", (1, 2), "he_normal"), "Set layers 1\N{EN DASH}2 to He normal"),
        (Act("weights", (1, 2, 3), "he_normal"), "Set all layers to He normal"),
        (Act("weights", (2, 3), "he_normal"), "Set layer 2 and the output to He normal"),
        (Act("biases", (3,), "zeros"), "Set the biases of the output to Zeros"),
        (Act("activation", (1,), "leaky_relu"), "Set layer 1 to leaky ReLU"),
        (Act("learning_rate", (), 0.01), "Set the learning rate to 0.01"),
        (Act("add_layer", (1,), 8), "Add a hidden layer of 8 neurons"),
        (Act("samples", (), 3000), "Take 3,000 training samples"),
        (Act("standardize", (), True), "Standardize the inputs"),
    )
    for act, text in acts:
        assert labels.remedy_text(Remedy(default_experiment(), (act,))) == text
    both = Remedy(default_experiment(), (acts[4][0], acts[3][0]))
    text = "Set layer 1 to leaky ReLU, set the biases of the output to Zeros"
    assert labels.remedy_text(both) == text


def test_gradients_that_explode_by_long_steps_are_offered_shorter_ones(qtbot: QtBot) -> None:
    """Not before the loss has risen: the first weights are as they should be."""
    experiment = network((8,), "relu", HE, 3.0, Houses(), **VALUES)(0)
    window = open_window(qtbot, experiment)
    assert not window.actions_.try_.isEnabled()
    window.session.advance(2)
    qtbot.waitUntil(lambda: snapshot(window).findings[0].code == "exploding")
    qtbot.keyClick(window, Qt.Key.Key_T)
    assert window.document.experiment.optimizer.learning_rate == 0.1
    assert window.document.undo_stack.undoText() == "Set the learning rate to 0.1"
    qtbot.waitUntil(lambda: snapshot(window).now == 0)
    window.session.advance(200)
    qtbot.waitUntil(lambda: snapshot(window).now == 200)
    assert snapshot(window).findings[0].code == "healthy"
    window.actions_.undo.trigger()
    assert window.document.experiment == experiment
