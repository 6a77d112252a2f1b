"""Measuring a network on all the data: losses, accuracies, gradients.

Two classes: the output counts as class 1 above 0.5. More: the class of the
largest output. Exactly 0.5 is class 0, so that a network of zeros predicts 0.
"""

from math import nan

import numpy as np
from numpy.typing import NDArray

from core.datasets import Dataset
from core.gradient import Gradient
from core.losses import Loss
from core.network import Network
from core.parameters import Parameters
from core.snapshot import Measurement
from core.workspace import Workspace

FloatArray = NDArray[np.float64]


def accuracy(A: FloatArray, Y: FloatArray) -> float:
    """Return the share of columns of A (n_L, m) that say the class of Y (n_L, m)."""
    right = _classes(A) == _classes(Y)
    return float(np.count_nonzero(right)) / right.size


def _classes(outputs: FloatArray) -> NDArray[np.intp] | NDArray[np.bool_]:
    return outputs[0] > 0.5 if len(outputs) == 1 else np.argmax(outputs, axis=0)


class Evaluation:
    """One network before all training and test samples.

    Attributes
    ----------
    train : Workspace
        Of the whole training set, as the last `backpropagate` filled it.
    gradient : Parameters
        dJ/dW and dJ/db of that pass; training may change it afterwards.
    """

    def __init__(self, network: Network, loss: Loss, dataset: Dataset) -> None:
        self._network, self._loss = network, loss
        self._classes = dataset.task == "classification"
        self.train = Workspace(network.sizes, dataset.train_inputs, dataset.train_targets)
        self._test = Workspace(network.sizes, dataset.test_inputs, dataset.test_targets)
        self.gradient = Parameters(network.sizes)

    def backpropagate(self) -> None:
        """Pass forward and backward over the training set, at the present parameters."""
        self._network.forward(self.train)
        self._network.backward(self.train, self._loss, self.gradient)

    def measurement(self, step: int) -> Measurement:
        """Return losses and accuracies; the training set's come from the last pass."""
        self._network.forward(self._test)
        return Measurement(
            step=step,
            train_loss=self._loss_on(self.train),
            test_loss=self._loss_on(self._test),
            train_accuracy=self._accuracy_on(self.train),
            test_accuracy=self._accuracy_on(self._test),
        )

    def gradients(self) -> tuple[Gradient, ...]:
        """Return read-only copies of the last pass's gradients, by layer."""
        copy = self.gradient.frozen()
        return tuple(Gradient(dW, db) for dW, db in zip(copy.weights, copy.biases, strict=True))

    def _loss_on(self, workspace: Workspace) -> float:
        return self._loss.value(workspace.Z[-1], workspace.A[-1], workspace.Y)

    def _accuracy_on(self, workspace: Workspace) -> float:
        return accuracy(workspace.A[-1], workspace.Y) if self._classes else nan
