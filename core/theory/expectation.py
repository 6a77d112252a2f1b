"""The expectation: what theory says of a run before its first step, from the errors it has there.

Its data may be very many: a thousand of them say as much.
"""

from core.datasets import Dataset
from core.equations import one_pass
from core.experiment import Experiment
from core.parameters import Parameters
from core.theory.signal import LayerSignal, predict

MOST_SAMPLES = 1000


def expectation(
    experiment: Experiment, dataset: Dataset, initial: Parameters
) -> tuple[LayerSignal, ...] | None:
    """Return what to expect of layers 1..L with these first weights; None beyond theory."""
    stride = -(-dataset.train_inputs.shape[1] // MOST_SAMPLES)
    X, Y = dataset.train_inputs[:, ::stride], dataset.train_targets[:, ::stride]
    first = one_pass(experiment, initial.weights, initial.biases, X, Y)
    return predict(experiment, X, first.dZ[-1])
