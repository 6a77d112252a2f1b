"""A reading: the equations of one snapshot for one sample, or for all of them."""

from collections.abc import Iterable

from core.equations import Step, Term, chain, entry, one_pass, outline, strongest_path, term
from core.experiment import products
from core.snapshot import Snapshot
from gui.selection import Neuron

MOST_WORK = 2_000_000  # weights times samples: a pass over them takes a few ms


def all_at_once(snapshot: Snapshot) -> bool:
    """Return whether a pass of all samples is quick enough to be made while drawing."""
    samples = snapshot.dataset.train_inputs.shape[1]
    return products(snapshot.experiment) * samples <= MOST_WORK


class Reading:
    """What can be read of a snapshot.

    Parameters
    ----------
    snapshot : Snapshot
    sample : int or None
        From 0; None for the whole training set.

    Attributes
    ----------
    steps : tuple of Step
        Everything to step through; the path of a chain is one sample's.
    layers : int
        How many there are, without the inputs.
    filtered : bool
        Whether layer 1 has a filter: its sums are not among the steps.
    written_from : tuple
        Equal for two readings whose equations differ in their numbers at most.
    """

    def __init__(self, snapshot: Snapshot, sample: int | None) -> None:
        experiment, data = snapshot.experiment, snapshot.dataset
        place = slice(None) if sample is None else slice(sample, sample + 1)
        inputs, targets = data.train_inputs[:, place], data.train_targets[:, place]
        self._passed = one_pass(experiment, snapshot.weights, snapshot.biases, inputs, targets)
        self._several = several = inputs.shape[1] > 1
        self._sizes = experiment.sizes()
        self.layers = len(experiment.layers)
        self.filtered = experiment.filter() is not None
        steps = outline(self.layers, filtered=self.filtered)
        self.steps = tuple(one for one in steps if not (several and one.name == "chain"))
        activations = tuple(layer.activation for layer in experiment.layers)
        self.written_from = (self.steps, self._sizes, activations, experiment.loss, several)

    def present(self, chosen: Iterable[Neuron]) -> list[Neuron]:
        """Return those neurons that the network of this snapshot has already, or still."""
        sizes = self._sizes
        return [(at, index) for at, index in chosen if at < len(sizes) and index < sizes[at]]

    def term(self, step: Step, chosen: Iterable[Neuron]) -> Term:
        """Return the equation of a step; a path leads through the chosen neurons."""
        if step.name == "chain":
            path = strongest_path(self._passed, dict(self.present(chosen)))
            return chain(self._passed, path)
        return term(self._passed, step)

    def entry(self, written: Term, neuron: int | None) -> Term | None:
        """Return the arithmetic of a neuron within an equation, if there is one to follow."""
        if neuron is None or self._several:
            return None
        return entry(written, neuron)
