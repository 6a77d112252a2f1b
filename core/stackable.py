"""Which runs can be stacked: those that differ in their draws alone, on the same data.

They have arrays of the same shapes, and every operation on them is the same. More
of them than the processor's cache holds are faster in several stacks.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from core.datasets import Dataset
from core.experiment import Experiment, products
from core.initializers.constant import Zeros
from core.workspace import activations

MOST_STACKED = 200_000  # activations and weights in one stack: 1.6 MB, and some more of each


def stackable(
    runs: Sequence[tuple[Experiment, Dataset]], most_stacked: int | None = None
) -> Iterable[list[int]]:
    """Yield places of runs that can be stacked, all together each run once.

    `most_stacked`: activations and weights in one stack; without it, MOST_STACKED.
    """
    bound = MOST_STACKED if most_stacked is None else most_stacked
    groups: dict[tuple[Experiment, int], list[int]] = {}
    for place, (experiment, dataset) in enumerate(runs):
        groups.setdefault((_without_draws(experiment), id(dataset)), []).append(place)
    for places in groups.values():
        experiment, dataset = runs[places[0]]
        most = max(1, bound // (room(experiment, dataset) + products(experiment)))
        stacks = -(-len(places) // most)
        yield from (places[first::stacks] for first in range(stacks))


def room(experiment: Experiment, dataset: Dataset) -> int:
    """Return how many activations a run has on all its data."""
    return activations(experiment.sizes(), dataset, experiment.filter())


def _without_draws(experiment: Experiment) -> Experiment:
    """Return the same experiment for all that only draw other first parameters."""
    layers = tuple(replace(layer, weights=Zeros(), biases=Zeros()) for layer in experiment.layers)
    return replace(experiment, name="", seed=0, generator="pcg64", layers=layers)
