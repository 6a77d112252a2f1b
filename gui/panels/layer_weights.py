"""What the initializer panel says about the weights of one layer."""

from collections.abc import Sequence

from msgspec import Struct, structs

from core.experiment import Experiment
from core.initializers import AnyInitializer
from core.snapshot import Snapshot
from core.statistics import Statistics, measure
from gui import labels
from gui.panels import formula


class LayerWeights(Struct, frozen=True):
    """A layer's rule, fans and shape of W, and what was drawn (None: not yet)."""

    place: int
    name: str
    rule: AnyInitializer
    n_in: int
    n_out: int
    shape: tuple[int, int]
    drawn: Statistics | None

    @property
    def sigma(self) -> float:
        """What the formula gives."""
        return self.rule.sigma(self.n_in, self.n_out)

    @property
    def mean(self) -> float:
        """What the rule is centred on."""
        return self.rule.mean(self.n_in, self.n_out)

    @property
    def count(self) -> int:
        """How many weights there are."""
        return self.shape[0] * self.shape[1]

    def in_numbers(self) -> str:
        """Return the formula with this layer's numbers, as HTML."""
        fields = {
            field.encode_name: getattr(self.rule, field.name) for field in structs.fields(self.rule)
        }
        values = {"n_in": self.n_in, "n_out": self.n_out, **fields}
        return formula.in_numbers(self.rule.expression, values)


def describe(
    experiment: Experiment, places: Sequence[int], snapshot: Snapshot | None
) -> list[LayerWeights]:
    """Describe layers of an experiment; a snapshot of it knows what was drawn."""
    fans, shapes = experiment.fans(), experiment.shapes()
    return [
        LayerWeights(
            place,
            labels.layer_name(place, len(fans)),
            experiment.layers[place - 1].weights,
            *fans[place - 1],
            shapes[place - 1],
            measure(snapshot.initial_weights[place - 1]) if snapshot else None,
        )
        for place in places
    ]
