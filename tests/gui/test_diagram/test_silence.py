"""The arc of saturated and dead neurons, where a snapshot carries what is silent."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from core import by_hand, edits
from core.experiment import Experiment
from core.initializers.normal import Normal
from core.snapshot import Snapshot
from core.trainer import Trainer
from gui import theme
from gui.diagram.marks import Label
from tests.gui.test_diagram.desk import Desk


def snapshot(experiment: Experiment, silence: bool = True) -> Snapshot:
    return Trainer(experiment).snapshot(silence=silence)


def red(desk: Desk, layer: int, index: int) -> int:
    """Return how many pixels of a neuron have the colour of the arc."""
    image = desk.view.viewport().grab().toImage()
    at, reach = desk.point("neuron", layer, index), range(-26, 27)
    pixels = [QColor(image.pixel(at + QPoint(dx, dy))) for dx in reach for dy in reach]
    return pixels.count(theme.color("broken"))


def label(desk: Desk) -> str:
    return next(item for item in desk.view.scene().items() if isinstance(item, Label))._text


def with_a_dead_neuron(desk: Desk) -> Experiment:
    """Give neuron 2 of layer 1 a bias that no sample lifts above 0."""
    return by_hand.type_numbers(desk.experiment, 1, "biases", {(1, 0): -100.0})


def test_a_dead_neuron_has_a_closed_arc_and_says_so(desk: Desk) -> None:
    desk.document.edit(with_a_dead_neuron(desk), "")
    desk.view.show_snapshot(snapshot(desk.experiment))
    assert red(desk, 1, 0) == 0
    assert red(desk, 1, 1) > 50
    desk.hover(desk.point("neuron", 1, 1))
    assert label(desk).endswith("; dead: never above 0")
    desk.hover(desk.point("neuron", 1, 0))
    assert "dead" not in label(desk)


def test_the_arc_is_as_long_as_the_share_that_is_saturated(desk: Desk) -> None:
    tanh = edits.set_activation(desk.experiment, {1, 2}, "tanh")
    desk.document.edit(edits.set_weights(tanh, {1, 2}, Normal(std=3.0)), "")
    shown = snapshot(desk.experiment)
    desk.view.show_snapshot(shown)
    shares = shown.overlay.silence[0]
    longest, shortest = int(shares.argmax()), int(shares.argmin())
    assert red(desk, 1, longest) > red(desk, 1, shortest)
    desk.hover(desk.point("neuron", 1, longest))
    assert "; saturated for " in label(desk)


def test_without_being_asked_for_there_is_no_arc(desk: Desk) -> None:
    desk.document.edit(with_a_dead_neuron(desk), "")
    desk.view.show_snapshot(snapshot(desk.experiment, silence=False))
    assert red(desk, 1, 1) == 0
