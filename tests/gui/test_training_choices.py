"""Losses and optimizers in the data panel: what core offers is there by itself."""

import msgspec
import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets.digits import Digits
from core.experiment import default_experiment
from core.losses import LOSSES
from core.optimizers import OPTIMIZERS, Adam, Optimizer
from core.problem import Problem
from gui import labels
from gui.document import Document
from gui.panels.data import DataPanel
from gui.panels.number_field import NumberField

SETTINGS = {field for kind in OPTIMIZERS.values() for field in kind.__struct_fields__}


@pytest.fixture
def panel(qtbot: QtBot) -> DataPanel:
    panel = DataPanel(Document(default_experiment()))
    qtbot.addWidget(panel)
    panel.document.setParent(panel)  # left to the collector, its edits may be freed twice
    panel.document.changed.connect(panel.show_experiment)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def choose(panel: DataPanel, combo: str, text: str) -> None:
    box = panel.findChild(QComboBox, combo)
    assert box.findText(text) >= 0
    box.setCurrentIndex(box.findText(text))


def field(panel: DataPanel, setting: str) -> NumberField | None:
    """Return the editor of a setting; None if no optimizer so far has had it."""
    first, *words = setting.split("_")
    return panel.findChild(NumberField, first + "".join(map(str.capitalize, words)) + "SpinBox")


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_an_optimizer_shows_its_own_settings_and_no_others(panel: DataPanel, name: str) -> None:
    choose(panel, "optimizerCombo", "Adam" if name == "sgd" else "SGD")
    choose(panel, "optimizerCombo", labels.optimizer_name(name))
    optimizer: Optimizer = panel.document.experiment.optimizer
    assert optimizer.name == name
    shown = {setting: field(panel, setting) for setting in SETTINGS}
    values = {setting: box.value() for setting, box in shown.items() if box and box.isVisible()}
    assert values == msgspec.structs.asdict(optimizer)


@pytest.mark.parametrize("setting", sorted(SETTINGS))
def test_a_setting_has_a_name_of_its_own(panel: DataPanel, setting: str) -> None:
    assert labels.field_name(setting) != setting
    owner = next(name for name, kind in OPTIMIZERS.items() if setting in kind.__struct_fields__)
    choose(panel, "optimizerCombo", labels.optimizer_name(owner))
    assert field(panel, setting).accessibleName() == labels.field_name(setting)


def test_a_tiny_epsilon_is_shown_and_typed(panel: DataPanel, qtbot: QtBot) -> None:
    choose(panel, "optimizerCombo", "Adam")
    box = field(panel, "epsilon")
    assert labels.optimizer_name("adam") == "Adam"
    assert float(box.text().replace("\N{MINUS SIGN}", "-")) == 1e-8
    box.selectAll()
    qtbot.keyClicks(box, "1e-7\r")
    assert panel.document.experiment.optimizer == Adam(epsilon=1e-7)


def test_several_classes_are_offered_softmax_and_cross_entropy(panel: DataPanel) -> None:
    document = panel.document
    document.edit(edits.set_dataset(document.experiment, Digits()), "digits")
    box = panel.findChild(QComboBox, "lossCombo")
    assert box.currentText() == "Cross-entropy"
    assert box.count() == len(LOSSES)
    choose(panel, "lossCombo", "Binary cross-entropy")
    assert document.experiment.layers[-1].activation == "sigmoid"
    choose(panel, "lossCombo", "Cross-entropy")
    assert document.experiment.layers[-1].activation == "softmax"


def test_two_classes_refuse_it_and_stay_as_they_were(panel: DataPanel, qtbot: QtBot) -> None:
    before = panel.document.experiment
    with qtbot.waitSignal(panel.document.refused) as refused:
        choose(panel, "lossCombo", "Cross-entropy")
    (problem,) = refused.args
    assert isinstance(problem, Problem) and problem.code == "loss_needs_rows"
    assert panel.document.experiment == before
    assert panel.findChild(QWidget, "lossCombo").currentText() == "Binary cross-entropy"
