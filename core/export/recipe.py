"""A recipe: all that a script needs to know of a run before its first step."""

from msgspec import Struct

from core.batches import batch_size
from core.datasets import Dataset
from core.experiment import Experiment
from core.filter import Filter
from core.initializers import FloatArray
from core.losses import LOSSES
from core.optimizers import Sgd
from core.trainer import Trainer


class Recipe(Struct, frozen=True):
    """An experiment with what follows from it.

    Attributes
    ----------
    sizes : tuple of int
        (n_0, n_1, ..., n_L).
    weights, biases : tuples of (n_l, n_{l-1}) and (n_l, 1) arrays
        At step 0, the first layer first.
    has_twins : bool
        Whether units begin identical, and stay so in InitLab (see `core.twins`).
    steps, every : int
        Updates to make, and steps between two lines of losses.
    """

    experiment: Experiment
    dataset: Dataset
    sizes: tuple[int, ...]
    weights: tuple[FloatArray, ...]
    biases: tuple[FloatArray, ...]
    has_twins: bool
    steps: int
    every: int

    @property
    def layers(self) -> range:
        """The numbers of the layers, 1..L."""
        return range(1, len(self.sizes))

    @property
    def parameters(self) -> dict[str, FloatArray]:
        """The first weights and biases by name: W1, b1, W2, ..."""
        arrays: dict[str, FloatArray] = {}
        for layer in self.layers:
            arrays[f"W{layer}"] = self.weights[layer - 1]
            arrays[f"b{layer}"] = self.biases[layer - 1]
        return arrays

    @property
    def filter(self) -> Filter | None:
        """The filter of layer 1, if it has one."""
        return self.experiment.filter()

    @property
    def activations(self) -> list[str]:
        """The activations of all layers, each once."""
        return list(dict.fromkeys(layer.activation for layer in self.experiment.layers))

    @property
    def rule(self) -> str:
        """The optimizer's name; `gradient_descent` where `sgd` has no momentum."""
        optimizer = self.experiment.optimizer
        plain = isinstance(optimizer, Sgd) and optimizer.momentum == 0
        return "gradient_descent" if plain else optimizer.name

    @property
    def output_in_loss(self) -> bool:
        """Whether the loss is computed from Z, and so holds the output's activation."""
        return LOSSES[self.experiment.loss].gives == "dZ"

    @property
    def batch_size(self) -> int | None:
        """Samples in a mini-batch; None where the whole training set is the batch."""
        size = batch_size(self.experiment, self.dataset)
        whole = size == self.dataset.train_inputs.shape[1]
        return None if whole and not self.experiment.dataset.endless else size


def recipe(experiment: Experiment, steps: int, every: int) -> Recipe:
    """Draw the data and the first weights of an experiment.

    Raises
    ------
    Problem
        If the data can't be read.
    """
    trainer = Trainer(experiment)
    network = trainer.network
    return Recipe(
        experiment=experiment,
        dataset=trainer.dataset,
        sizes=experiment.sizes(),
        weights=tuple(W.copy() for W in network.weights),
        biases=tuple(b.copy() for b in network.biases),
        has_twins=bool(network.twins),
        steps=steps,
        every=every,
    )
