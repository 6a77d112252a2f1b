"""The verbs of the diagram: each is one undoable edit of the document."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject

from core import by_hand, edits
from core.experiment import Experiment
from core.fields import MAX_UNITS
from core.initializers import AnyInitializer
from core.layer import ActivationName, Layer
from core.problem import Problem
from gui import labels
from gui.diagram.target import Target
from gui.document import Document
from gui.selection import Neuron


def can_resize(experiment: Experiment, place: int, count: int) -> bool:
    """Say whether layer `place` can have `count` neurons more; the output follows the data."""
    if not 0 < place < len(experiment.layers):
        return False
    return 1 <= experiment.layers[place - 1].units + count <= MAX_UNITS


def number_at(target: Target) -> tuple[by_hand.Part, by_hand.Place]:
    """Return which number is typed at a target: an edge's weight, or a neuron's bias."""
    if target.part == "edge":
        return "weights", (target.index, target.source)
    return "biases", (target.index, 0)


def _without(experiment: Experiment, places: Collection[int]) -> Experiment:
    """Remove hidden layers, the last first, so that the places stay true."""
    for place in sorted(places, reverse=True):
        experiment = edits.remove_layer(experiment, place)
    return experiment


class Verbs(QObject):
    """What can be done to layers and neurons; each says whether it was accepted."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    @property
    def experiment(self) -> Experiment:
        """The experiment as it is now."""
        return self._document.experiment

    def add_layer(self, place: int) -> bool:
        """Insert a hidden layer at `place`, 1..L."""
        return self._edit(lambda now: edits.add_layer(now, place), self.tr("Add layer"))

    def remove_layers(self, places: Collection[int]) -> bool:
        """Remove hidden layers."""
        return self._edit(lambda now: _without(now, places), self.tr("Remove layer"))

    def cut_layers(self, places: Collection[int]) -> bool:
        """Remove hidden layers that were copied."""
        return self._edit(lambda now: _without(now, places), self.tr("Cut layers"))

    def insert_layers(self, place: int, read: Callable[[Experiment], Sequence[Layer]]) -> bool:
        """Insert the layers that `read` finds, the first at `place`."""
        return self._edit(
            lambda now: edits.insert_layers(now, place, read(now)), self.tr("Insert layers")
        )

    def move_layer(self, place: int, to: int) -> bool:
        """Let a hidden layer stand at another place."""
        return self._edit(lambda now: edits.move_layer(now, place, to), self.tr("Move layer"))

    def add_neurons(self, places: Collection[int], count: int) -> bool:
        """Give each layer `count` neurons more, or fewer."""

        def resized(now: Experiment) -> Experiment:
            for place in places:
                now = edits.set_units(now, place, now.layers[place - 1].units + count)
            return now

        return self._edit(resized, self.tr("Add neuron") if count > 0 else self.tr("Remove neuron"))

    def set_units(self, place: int, units: int) -> bool:
        """Give a layer this many neurons."""
        return self._edit(
            lambda now: edits.set_units(now, place, units), self.tr("Change the number of neurons")
        )

    def resizing(self, place: int) -> Callable[[int], None]:
        """Return what resizes a layer as it is now, again and again as one edit."""
        before, gesture = self.experiment, self._document.new_gesture()
        text = self.tr("Change the number of neurons")

        def resize(units: int) -> None:
            self._edit(lambda _now: edits.set_units(before, place, units), text, gesture)

        return resize

    def set_activation(self, places: Collection[int], name: ActivationName) -> bool:
        """Give those of several layers that it fits an activation; one layer must take it."""
        fitting = edits.layers_for(self.experiment, places, name) or places
        accepted = self._edit(
            lambda now: edits.set_activation(now, fitting, name), self.tr("Change the activation")
        )
        left = set(places) - set(fitting)
        if accepted and left:
            output = len(self.experiment.layers)
            self._document.noticed.emit(labels.left_out_text(name, left, output))
        return accepted

    def set_filter(self, side: int | None) -> bool:
        """Let layer 1 share a filter, or be dense."""
        text = self.tr("Share a filter") if side else self.tr("Connect every pixel")
        return self._edit(lambda now: edits.set_filter(now, side), text)

    def type_number(self, target: Target, number: float) -> bool:
        """Let an edge or a bias begin with a number."""
        part, place = number_at(target)
        text = self.tr("Type a weight") if part == "weights" else self.tr("Type a bias")
        return self._edit(
            lambda now: by_hand.type_numbers(now, target.layer, part, {place: number}), text
        )

    def type_biases(self, neurons: Collection[Neuron], number: float) -> bool:
        """Let neurons begin with the same bias."""
        text = self.tr("Type a bias") if len(neurons) == 1 else self.tr("Type biases")
        return self._edit(lambda now: by_hand.type_biases(now, neurons, number), text)

    def paint(self, neurons: Collection[Neuron], rule: AnyInitializer) -> bool:
        """Let the weights into neurons begin as a rule would draw them."""
        text = self.tr("Change the first weights of neurons")
        return self._edit(lambda now: by_hand.draw_rows(now, neurons, rule), text)

    def nudge(self, target: Target) -> bool:
        """Let an edge or a bias begin a little larger."""
        part, place = number_at(target)
        text = self.tr("Nudge a weight") if part == "weights" else self.tr("Nudge a bias")
        return self._edit(lambda now: by_hand.nudge(now, target.layer, part, place), text)

    def _edit(
        self, change: Callable[[Experiment], Experiment], text: str, gesture: int = -1
    ) -> bool:
        try:
            return self._document.edit(change(self._document.experiment), text, gesture)
        except Problem as problem:
            self._document.refused.emit(problem)
            return False
