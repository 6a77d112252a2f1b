"""What the edges say, and the letters of identical neurons."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from core import edits
from core.experiment import Experiment
from core.initializers.constant import Constant
from core.initializers.explicit import Explicit
from core.snapshot import Snapshot
from core.trainer import Trainer
from gui import theme
from gui.diagram.edge_pens import LEVELS, MAGNITUDES, levels
from gui.diagram.marks import Label
from gui.diagram.twins import NO_TWINS, twins_in
from gui.panels.editors import Combo
from tests.gui.test_diagram.desk import Desk

Key = Qt.Key
AAAB = Explicit(matrix=((0.5, -0.3), (0.5, -0.3), (0.5, -0.3), (0.1, 0.9)))


def snapshot(experiment: Experiment, steps: int = 3) -> Snapshot:
    trainer = Trainer(experiment)
    trainer.advance(steps)
    return trainer.snapshot()


def label(desk: Desk) -> str:
    item = next(item for item in desk.view.scene().items() if isinstance(item, Label))
    return item._text if item.isVisible() else ""


def middle(desk: Desk) -> QPoint:
    """Return a point on the edge from neuron 1 of layer 1 to neuron 3 of layer 2."""
    start, end = desk.point("neuron", 1, 0), desk.point("neuron", 2, 2)
    return start + (end - start) * 0.2


def colours(desk: Desk, layer: int, index: int) -> set[str]:
    """Return the colours on and around the rim of a neuron."""
    image = desk.view.viewport().grab().toImage()
    at = desk.point("neuron", layer, index)
    reach = range(-28, 29)
    return {QColor(image.pixel(at + QPoint(dx, dy))).name() for dx in reach for dy in reach}


def test_the_edges_say_weights_or_gradients_as_is_chosen(desk: Desk) -> None:
    shown = snapshot(desk.experiment)
    desk.view.show_snapshot(shown)
    desk.hover(middle(desk))
    weight = shown.weights[1][2, 0]
    assert label(desk) == f"W2[3, 1] = {weight:.3g}".replace("-", "\N{MINUS SIGN}")
    choice = desk.view.findChild(Combo, "pictureCombo")
    desk.qtbot.keyClick(choice, Key.Key_Down)
    desk.hover(middle(desk))
    assert choice.currentText() == "Gradient"
    assert label(desk).startswith("dW2[3, 1] = ")
    assert desk.view.scene().picture.name == "gradients"
    drawn = desk.view.scene()._layers[2].edges._bins
    found = sorted(level for level, lines in drawn for _ in lines)
    assert found == sorted(levels(shown.gradients[1].dW, MAGNITUDES).ravel().tolist())


def test_the_scale_of_the_gradients_is_that_of_all_magnitudes() -> None:
    numbers = np.array([0.0, 1e-12, -1e-12, 1e-5, 100.0, -1e9])
    assert levels(numbers, MAGNITUDES).tolist() == [0, 1, -1, 7, LEVELS, -LEVELS]


def test_equal_weights_and_biases_share_a_letter_in_the_order_of_the_neurons() -> None:
    W = np.array([[0.5, 1.0], [2.0, 1.0], [0.5, 1.0], [2.0, 1.0], [3.0, 3.0]])
    twins = twins_in(W, np.zeros((5, 1)))
    assert twins.letters == {0: "a", 1: "b", 2: "a", 3: "b", 4: "c"}
    assert twins.others == {0: 1, 1: 1, 2: 1, 3: 1}


@pytest.mark.parametrize("bias", [[0.0, 1e-15, 1.0], [3.0, 2.0, 1.0]])
def test_the_smallest_difference_in_a_bias_ends_the_likeness(bias: list[float]) -> None:
    assert twins_in(np.ones((3, 2)), np.array(bias)[:, np.newaxis]) == NO_TWINS


def test_of_very_many_kinds_only_the_first_have_letters() -> None:
    W = np.arange(40.0)[:, np.newaxis]
    W[39] = W[38]
    twins = twins_in(W, np.zeros((40, 1)))
    assert list(twins.letters.values()) == list("abcdefghijklmnopqrstuvwxyz")
    assert twins.others == {38: 1, 39: 1}


def test_identical_neurons_have_an_outline_that_others_have_not(desk: Desk) -> None:
    desk.document.edit(edits.set_weights(desk.experiment, {1}, AAAB), "")
    desk.view.show_snapshot(snapshot(desk.experiment, 0))
    marked = theme.color("attention").name()
    assert [marked in colours(desk, 1, index) for index in range(4)] == [True, True, True, False]
    assert marked not in colours(desk, 2, 0)
    desk.hover(desk.point("neuron", 1, 2))
    assert label(desk).endswith("identical neurons beside it: 2")


def test_the_letters_go_when_the_symmetry_is_broken(desk: Desk) -> None:
    same = edits.set_weights(desk.experiment, {1}, Constant(0.5))
    shown = snapshot(same, 0)
    desk.view.show_snapshot(shown)
    items = desk.view.scene()._layers[1].neurons
    assert list(items._twins.letters.values()) == ["a"] * 4
    broken = shown.weights[0].copy()
    broken[1, 0] += 0.01
    desk.view.show_snapshot(replace(shown, weights=(broken, *shown.weights[1:])))
    assert list(items._twins.letters.values()) == ["a", "b", "a", "a"]
