"""Beside PyTorch in double precision: random networks, trained by both, end at the same weights.

Layers, losses, derivatives and optimizers are PyTorch's own. What it has not,
or does otherwise, is written out: the penalty on weights alone, the clipping
after it, the order of the samples and the averaging momentum of `sgd`.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
import pytest

from core.datasets import AnyDataset
from core.datasets.circles import Circles
from core.datasets.digits import Digits
from core.datasets.plane import Plane
from core.experiment import Experiment
from core.filter import Filter
from core.initial import initial_parameters
from core.initializers.normal import Normal
from core.initializers.xavier import XavierNormal
from core.layer import HIDDEN, Layer
from core.losses import LOSSES, LossName
from core.optimizers import (
    OPTIMIZERS,
    Adam,
    AnyOptimizer,
    ClassicalMomentum,
    Nesterov,
    RmsProp,
    Sgd,
)
from core.streams import shuffle_stream
from core.trainer import Trainer

torch = pytest.importorskip("torch")
functional = torch.nn.functional

CASES, STEPS = 60, 50
DATA: dict[LossName, AnyDataset] = {
    "binary_cross_entropy": Circles(samples=50, test_samples=10),
    "cross_entropy": Digits(samples=50, test_samples=10),
    "mean_squared_error": Plane(samples=50, test_samples=10),
}
RANGES = {"learning_rate": (0.002, 0.02), "epsilon": (1e-8, 1e-3)}
DECAYS = (0.3, 0.99)  # all other settings of optimizers
ACTIVATIONS = {
    "linear": lambda z: z,
    "gelu": lambda z: functional.gelu(z, approximate="tanh"),
    "softplus": lambda z: functional.softplus(z, threshold=50),  # beyond it: a = z
}
LOSS_FUNCTIONS = {  # the cross-entropies of Z, with sigmoid or softmax inside
    "binary_cross_entropy": functional.binary_cross_entropy_with_logits,
    "cross_entropy": functional.cross_entropy,
    "mean_squared_error": functional.mse_loss,
}


def random_experiment(case: int) -> Experiment:
    """Return one of many; together they have every activation, loss and optimizer."""
    rng = np.random.default_rng(case)
    loss = list(LOSSES.values())[case % len(LOSSES)]
    others = rng.choice(HIDDEN, size=rng.integers(3))
    hidden = [(rng.integers(2, 9), name) for name in (HIDDEN[case % len(HIDDEN)], *others)]
    output = (DATA[loss.name].shape()[1], rng.choice(loss.outputs))
    return Experiment(
        format=1,
        seed=case,
        dataset=DATA[loss.name],
        layers=tuple(random_layer(*layer) for layer in (*hidden, output)),
        loss=loss.name,
        optimizer=random_optimizer(case + case // 10, rng),
        batch_size=int(rng.integers(7, 30)) if rng.random() < 0.6 else None,
        l2=float(rng.choice([0.0, 0.05])),
        clip_norm=float(rng.uniform(0.05, 1.0)) if rng.random() < 0.6 else None,
    )


def random_layer(units: int, activation: Any) -> Layer:
    return Layer(int(units), str(activation), XavierNormal(), Normal(std=0.3))


def random_optimizer(case: int, rng: np.random.Generator) -> AnyOptimizer:
    kind = list(OPTIMIZERS.values())[case % len(OPTIMIZERS)]
    ranges = {field: RANGES.get(field, DECAYS) for field in kind.__struct_fields__}
    return kind(**{field: float(rng.uniform(*bounds)) for field, bounds in ranges.items()})


class Peer:
    """The network of an experiment in PyTorch, and how it is trained."""

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment
        data = experiment.dataset.draw()
        self.X, self.Y = (torch.tensor(a.T.copy()) for a in (data.train_inputs, data.train_targets))
        self.weights, self.biases = (
            [torch.tensor(array, requires_grad=True) for array in arrays]
            for arrays in initial_parameters(experiment)
        )
        self.parameters = [*self.weights, *self.biases]
        self.optimizer = peer_of(experiment.optimizer, self.parameters)

    def J(self, X: Any, Y: Any) -> Any:
        names = [layer.activation for layer in self.experiment.layers]
        if self.experiment.loss != "mean_squared_error":
            names[-1] = "linear"
        filter = self.experiment.filter()
        for W, b, name in zip(self.weights, self.biases, names, strict=True):
            Z = X @ W.T + b.T if filter is None else best_places(filter, X, W, b)
            X, filter = (ACTIVATIONS.get(name) or getattr(functional, name))(Z), None
        return LOSS_FUNCTIONS[self.experiment.loss](X, Y)

    def train(self, steps: int) -> None:
        for chosen in islice(self.batches(), steps):
            penalty = self.experiment.l2 / 2 * sum((W**2).sum() for W in self.weights)
            self.optimizer.zero_grad()
            (self.J(self.X[chosen], self.Y[chosen]) + penalty).backward()
            self.clip()
            self.optimizer.step()

    def batches(self) -> Iterator[Any]:
        stream, samples = shuffle_stream(self.experiment.seed), len(self.X)
        while True:
            order = torch.as_tensor(stream.permutation(samples))
            yield from order.split(self.experiment.batch_size or samples)

    def clip(self) -> None:
        norm = torch.cat([p.grad.ravel() for p in self.parameters]).norm()
        for p in self.parameters:
            p.grad *= min(1.0, (self.experiment.clip_norm or np.inf) / norm)


def best_places(filter: Filter, X: Any, W: Any, b: Any) -> Any:
    """Return the largest of each unit's sums at all places of the pictures."""
    pictures = X.view(-1, 1, filter.rows, filter.columns)
    kernels = W.view(-1, 1, filter.side, filter.side)
    return functional.conv2d(pictures, kernels, b[:, 0]).amax(dim=(2, 3))


class Averaging:
    """v = beta v + (1 - beta) dW; W = W - learning_rate v (S2)."""

    def __init__(self, parameters: list[Any], rule: Sgd) -> None:
        self.rule = rule
        self.pairs = [(p, torch.zeros_like(p)) for p in parameters]

    def zero_grad(self) -> None:
        for p, _ in self.pairs:
            p.grad = None

    @torch.no_grad()
    def step(self) -> None:
        beta = self.rule.momentum
        for p, v in self.pairs:
            v.copy_(beta * v + (1 - beta) * p.grad)
            p -= self.rule.learning_rate * v


def peer_of(rule: AnyOptimizer, parameters: list[Any]) -> Any:
    optim, lr = torch.optim, rule.learning_rate
    match rule:
        case Sgd():
            return Averaging(parameters, rule)
        case Nesterov():
            return optim.SGD(parameters, lr, momentum=rule.momentum, nesterov=True)
        case ClassicalMomentum():
            return optim.SGD(parameters, lr, momentum=rule.momentum)
        case RmsProp():
            return optim.RMSprop(parameters, lr, alpha=rule.decay, eps=rule.epsilon)
        case Adam():
            return optim.Adam(parameters, lr, (rule.beta1, rule.beta2), rule.epsilon)


@pytest.mark.parametrize("case", range(CASES))
def test_a_random_network_ends_where_pytorchs_ends(case: int):
    experiment = random_experiment(case)
    ours, theirs = Trainer(experiment), Peer(experiment)
    assert ours.advance(STEPS) == STEPS
    theirs.train(STEPS)
    for found, expected in zip(
        (*ours.network.weights, *ours.network.biases), theirs.parameters, strict=True
    ):
        np.testing.assert_allclose(found, expected.detach(), rtol=1e-10, atol=1e-10)
    J = theirs.J(theirs.X, theirs.Y).item()
    assert ours.measure().train_loss == pytest.approx(J, rel=1e-10)


def test_the_random_networks_have_everything():
    experiments = [random_experiment(case) for case in range(CASES)]
    assert {e.loss for e in experiments} == set(LOSSES)
    assert {e.optimizer.name for e in experiments} == set(OPTIMIZERS)
    assert {e.layers[0].activation for e in experiments} == set(HIDDEN)
    pairs = {(e.optimizer.name, e.loss, e.batch_size is None) for e in experiments}
    assert len(pairs) > 25
    assert {(e.l2 > 0, e.clip_norm is None) for e in experiments} == {
        (penalty, free) for penalty in (True, False) for free in (True, False)
    }
