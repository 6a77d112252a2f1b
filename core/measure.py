"""Measuring a network, or R of them, on all the data: losses, accuracies, gradients.

Two classes: the output counts as class 1 above 0.5. More: the class of the
largest output. Exactly 0.5 is class 0, so that a network of zeros predicts 0.
"""

from collections.abc import Iterator, Sequence

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
Classes = NDArray[np.intp] | NDArray[np.bool_]


def accuracy(A: FloatArray, truth: Classes) -> FloatArray:
    """Return the share of columns of A (R, n_L, m) that say their class in `truth` (m,), (R,)."""
    return _mean(classes(A) == truth, -1)


def classes(outputs: FloatArray) -> Classes:
    """Return the class that each column says, of outputs (R, n_L, m) or of targets."""
    single = outputs.shape[-2] == 1
    return outputs[..., 0, :] > 0.5 if single else np.argmax(outputs, axis=-2)


class Evaluation:
    """One network, or R, before all training and test samples.

    Attributes
    ----------
    train : Workspace
        Of the whole training set, as the last `backpropagate` filled it.
    test : Workspace
        Of the whole test set, as the last measurement filled it.
    gradient : Parameters
        dJ/dW and dJ/db of that pass; training may change it afterwards.
    """

    def __init__(self, network: Network, loss: Loss, dataset: Dataset) -> None:
        self._network, self._loss = network, loss
        sizes, runs = network.sizes, network.runs
        filter = network.filter
        self.train = Workspace(sizes, dataset.train_inputs, dataset.train_targets, runs, filter)
        self.test = Workspace(sizes, dataset.test_inputs, dataset.test_targets, runs, filter)
        self.gradient = Parameters(network.parameters.sizes, runs=runs)
        has_classes = dataset.task == "classification"
        self._truths = tuple(
            classes(workspace.Y) if has_classes else None for workspace in (self.train, self.test)
        )

    def forward(self) -> None:
        """Pass forward over the training set, at the present parameters."""
        self._network.forward(self.train)

    def backpropagate(self) -> None:
        """Pass forward and backward over the training set."""
        self._network.forward(self.train)
        self._network.backward(self.train, self._loss, self.gradient)

    def measurement(self, step: int) -> Measurement:
        """Return losses and accuracies; the training set's come from the last pass."""
        return Measurement(step, *(float(part) for part in self._measured()))

    def measurements(self, steps: Sequence[int]) -> tuple[Measurement, ...]:
        """Return those of R networks, each at its own step."""
        return tuple(map(Measurement, steps, *(part.tolist() for part in self._measured())))

    def train_losses(self) -> FloatArray:
        """Return J of R networks on the training set, (R,), from the last pass."""
        return self._losses_on(self.train)

    def gradients(self) -> tuple[Gradient, ...]:
        """Return read-only copies of the last pass's gradients, by layer."""
        copy = self.gradient.frozen()
        return tuple(Gradient(dW, db) for dW, db in zip(copy.weights, copy.biases, strict=True))

    def _measured(self) -> Iterator[FloatArray]:
        """Yield both losses, then both accuracies, each (R,)."""
        self._network.forward(self.test)
        for workspace in (self.train, self.test):
            yield self._losses_on(workspace)
        for workspace, truth in zip((self.train, self.test), self._truths, strict=True):
            A = workspace.A[-1]
            yield np.full(A.shape[:-2], np.nan) if truth is None else accuracy(A, truth)

    def _losses_on(self, workspace: Workspace) -> FloatArray:
        return _mean(self._loss.each(workspace.Z[-1], workspace.A[-1], workspace.Y), (-2, -1))


def _mean(values: FloatArray | NDArray[np.bool_], axis: int | tuple[int, ...]) -> FloatArray:
    """Return what `mean` returns, in half the time for few values."""
    total = np.add.reduce(values, axis=axis, dtype=np.float64)
    return total / (values.size // total.size)
