"""The loss, the optimizer and its batches."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel

from core.optimizers import Adam, Nesterov, Sgd
from gui.panels.number_field import NumberField
from tests.gui.test_panels.data.desk import DataDesk


@pytest.mark.parametrize(
    ("editor", "text", "changed"),
    [
        ("learningRateSpinBox", "0,05", {"optimizer": Sgd(learning_rate=0.05)}),
        ("learningRateSpinBox", "1e-5", {"optimizer": Sgd(learning_rate=1e-5)}),
        ("momentumSpinBox", "0.9", {"optimizer": Sgd(learning_rate=0.1, momentum=0.9)}),
        ("batchSizeSpinBox", "32", {"batch_size": 32}),
        ("l2SpinBox", "0.001", {"l2": 0.001}),
        ("clipNormSpinBox", "1", {"clip_norm": 1.0}),
    ],
)
def test_the_fields_of_the_training(
    desk: DataDesk, editor: str, text: str, changed: dict[str, object]
) -> None:
    before = desk.experiment
    desk.enter(editor, text)
    assert desk.experiment == replace(before, **changed)
    assert desk.document.undo_stack.count() == 1
    desk.document.undo_stack.undo()
    assert desk.experiment == before


def test_the_optimizers_own_fields_stand_below_it(desk: DataDesk) -> None:
    others = ["Batch size", "L2 penalty λ", "Clip gradient at"]
    assert captions_below_optimizer(desk) == ["Learning rate", "Momentum", *others]
    desk.choose("optimizerCombo", "Adam")
    captions = captions_below_optimizer(desk)
    assert (captions[0], captions[-3:], len(captions)) == ("Learning rate", others, 4 + 3)


def captions_below_optimizer(desk: DataDesk) -> list[str]:
    form = desk.panel.form
    items = [form.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in range(form.rowCount())]
    labels = [item.widget() for item in items if item]
    texts = [each.text() for each in labels if isinstance(each, QLabel) and each.isVisible()]
    return texts[texts.index("&Optimizer") + 1 :]


def test_the_learning_rate_climbs_1_2_5(desk: DataDesk) -> None:
    field = desk.enter("learningRateSpinBox", "0.1")
    rates = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        desk.qtbot.keyClick(field, key)
        rates.append(desk.experiment.optimizer.learning_rate)
    assert rates == [0.2, 0.5, 1.0, 0.5, 1000.0]


def test_the_batch_is_all_or_a_number(desk: DataDesk) -> None:
    field = desk.child(NumberField, "batchSizeSpinBox")
    assert field.text() == "all"
    desk.qtbot.keyClick(field, Qt.Key.Key_Up)
    assert desk.experiment.batch_size == 1
    desk.enter("batchSizeSpinBox", "16")
    assert desk.experiment.batch_size == 16
    desk.enter("batchSizeSpinBox", "ALL")
    assert desk.experiment.batch_size is None


def test_clipping_is_off_or_a_number(desk: DataDesk) -> None:
    field = desk.enter("clipNormSpinBox", "0.01")
    desk.qtbot.keyClick(field, Qt.Key.Key_Down)
    assert desk.experiment.clip_norm is None
    assert field.text() == "off"


def test_a_loss_takes_its_output_activation_along(desk: DataDesk) -> None:
    desk.document.edit(
        replace(
            desk.experiment,
            loss="mean_squared_error",
            layers=(
                *desk.experiment.layers[:-1],
                replace(desk.experiment.layers[-1], activation="tanh"),
            ),
        ),
        "squares",
    )
    desk.choose("lossCombo", "Bin")
    assert desk.experiment.loss == "binary_cross_entropy"
    assert desk.experiment.layers[-1].activation == "sigmoid"


def test_another_optimizer_starts_at_its_own_learning_rate(desk: DataDesk) -> None:
    desk.enter("momentumSpinBox", "0.5")
    desk.choose("optimizerCombo", "Ada")
    assert desk.experiment.optimizer == Adam()
    assert desk.child(NumberField, "learningRateSpinBox").text() == "0.001"
    desk.document.undo_stack.undo()
    desk.choose("optimizerCombo", "Nes")
    assert desk.experiment.optimizer == Nesterov(momentum=0.5)


def test_a_stream_says_that_every_step_has_new_samples(desk: DataDesk) -> None:
    field = desk.child(NumberField, "batchSizeSpinBox")
    desk.choose("datasetCombo", "Str")
    assert desk.experiment.batch_size is None
    assert (field.accessibleName(), field.text()) == ("New each step", "one")
    desk.enter("batchSizeSpinBox", "4")
    assert desk.experiment.batch_size == 4
    desk.enter("batchSizeSpinBox", "one")
    assert desk.experiment.batch_size is None
    desk.choose("datasetCombo", "Cir")
    assert (field.accessibleName(), field.text()) == ("Batch size", "all")
